import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuardedTable } from '../../src/domain/suppression.ts';
import { guardParts, guardTable, joinSmall, leastPublished } from '../../src/domain/suppression.ts';

/** A table as it is printed: ＜3 for what is small, ※ for what is withheld. */
const print = (table: GuardedTable | undefined): string[] | undefined =>
  table?.map((row) =>
    row.map(({ count, how }) => (how === 'shown' ? String(count) : how === 'small' ? '＜3' : '※')).join(' '),
  );

describe('guardTable', () => {
  it.each([
    ['nothing is small', [[5, 3], [4, 6]], ['5 3 8', '4 6 10', '9 9 18']],
    ['nought is shown', [[5, 0], [0, 6]], ['5 0 5', '0 6 6', '5 6 11']],
    // One small count takes three more: one of its row, one of its column, and where these meet.
    ['one is small', [[1, 5, 9], [4, 6, 8], [9, 9, 9]], ['＜3 ※ 9 15', '※ ※ 8 18', '9 9 9 27', '14 20 26 60']],
    ['two in a row hide each other where their columns do too', [[1, 2, 5], [2, 1, 5]], ['＜3 ＜3 5 8', '＜3 ＜3 5 8', '3 3 10 16']],
    // Three small ones that add up to three are ones each: the sum of the row goes as well.
    ['they follow from their sum', [[1, 1, 1], [8, 8, 8]], ['＜3 ＜3 ＜3 ※', '※ ※ ※ ※', '9 9 9 27']],
    ['of one unit alone the sums of the columns are as small', [[1, 6]], ['＜3 ※ 7', '＜3 ※ 7']],
    ['three cannot hide one: it would be small itself', [[1, 3]], undefined],
    ['fewer than three in all', [[1, 1]], undefined],
    ['nothing at all', [[0, 0]], ['0 0 0', '0 0 0']],
  ] as const)('%s', (_what, cells, expected) => {
    expect(print(guardTable(cells))).toEqual(expected);
  }); // prettier-ignore

  const tables = (most: number, sides: number) =>
    fc
      .tuple(fc.integer({ min: 1, max: sides }), fc.integer({ min: 1, max: sides }))
      .chain(([height, width]) =>
        fc.array(fc.array(fc.nat(most), { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );

  it('shows no count that is small, and every count it shows is the one there is', () => {
    fc.assert(
      fc.property(tables(9, 7), (cells) => {
        for (const row of guardTable(cells) ?? [])
          for (const { count, how } of row) {
            if (how === 'shown') expect(count === 0 || count >= leastPublished).toBe(true);
            else expect(how === 'small').toBe(count < leastPublished);
          }
      }),
    );
  });

  it('no hidden count follows from the sums of rows and columns: the equations leave each of them open', () => {
    let hidden = 0;
    fc.assert(
      fc.property(tables(9, 7), (cells) => {
        const guarded = guardTable(cells);
        if (guarded === undefined) return;
        const open = listOpen(guarded);
        expect(open.determined).toEqual([]);
        hidden += open.hidden;
      }),
    );
    expect(hidden).toBeGreaterThan(100);
  });

  it('nor with what is known of them: small ones are one or two, withheld ones three or more', () => {
    let small = 0;
    fc.assert(
      fc.property(tables(5, 3), (cells) => {
        const guarded = guardTable(cells);
        if (guarded === undefined) return;
        for (const [at, values] of findValues(guarded)) {
          small += 1;
          expect([at, [...values].sort()]).toEqual([at, [1, 2]]);
        }
      }),
      { numRuns: 300 },
    );
    expect(small).toBeGreaterThan(100);
  });

  it('finds what follows where somebody hides the small ones alone', () => {
    const small = (count: number) => ({ count, how: 'small' as const });
    const shown = (count: number) => ({ count, how: 'shown' as const });
    const naive: GuardedTable = [
      [small(1), shown(5), shown(6)],
      [shown(4), shown(4), shown(8)],
      [shown(5), shown(9), shown(14)],
    ];
    expect(listOpen(naive)).toEqual({ hidden: 1, determined: ['0 0'] });
    expect(findValues(naive).get('0 0')).toEqual(new Set([1]));
  });

  it('is quick with a city’s table', () => {
    const cells = Array.from({ length: 80 }, (_, row) =>
      Array.from({ length: 40 }, (_, column) => (row * 31 + column * 17) % 7),
    );
    const begun = performance.now();
    expect(guardTable(cells)).toBeDefined();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

/** How many cells are hidden, and which of them the equations of rows and columns determine: exact, by elimination modulo a large prime. */
function listOpen(table: GuardedTable): { readonly hidden: number; readonly determined: readonly string[] } {
  const hidden = table.flatMap((row, at) =>
    row.flatMap(({ how }, place) => (how === 'shown' ? [] : [{ row: at, column: place }])),
  );
  const [height, width] = [table.length, table[0]?.length ?? 0];
  const sign = (row: number, column: number) =>
    (row === height - 1 ? -1 : 1) * (column === width - 1 ? -1 : 1);
  const line = (isOn: (cell: { row: number; column: number }) => boolean) =>
    hidden.map((cell) => (isOn(cell) ? sign(cell.row, cell.column) : 0));
  const equations = [
    ...Array.from({ length: height }, (_, at) => line(({ row }) => row === at)),
    ...Array.from({ length: width }, (_, at) => line(({ column }) => column === at)),
  ];
  const rank = rankOf(equations);
  const determined = hidden.filter(
    (_, at) => rankOf([...equations, hidden.map((_cell, place) => (place === at ? 1 : 0))]) === rank,
  );
  return {
    hidden: hidden.length,
    determined: determined.map(({ row, column }) => `${String(row)} ${String(column)}`),
  };
}

function rankOf(matrix: readonly (readonly number[])[]): number {
  const prime = 1_000_003n;
  const rows = matrix.map((row) => row.map((value) => (BigInt(value) + prime) % prime));
  const invert = (value: bigint): bigint => {
    let [result, base, power] = [1n, value, prime - 2n];
    for (; power > 0n; power >>= 1n) {
      if (power & 1n) result = (result * base) % prime;
      base = (base * base) % prime;
    }
    return result;
  };
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, at) => at >= rank && row[column] !== 0n);
    if (pivot < 0) continue;
    const [own = []] = rows.splice(pivot, 1);
    rows.splice(rank, 0, own);
    const factor = invert(own[column] ?? 1n);
    for (const [at, row] of rows.entries()) {
      if (at === rank) continue;
      const by = ((row[column] ?? 0n) * factor) % prime;
      if (by !== 0n)
        row.forEach(
          (value, place) => (row[place] = (((value - by * (own[place] ?? 0n)) % prime) + prime) % prime),
        );
    }
    rank += 1;
  }
  return rank;
}

/** Every value that each small inner cell has in some table that would be published the same, by trying all of them. */
function findValues(table: GuardedTable): Map<string, Set<number>> {
  const [height, width] = [table.length - 1, (table[0]?.length ?? 1) - 1];
  const inner = Array.from({ length: height * width }, (_, at) => ({
    row: Math.floor(at / width),
    column: at % width,
  }));
  const found = new Map<string, Set<number>>();
  const rows = new Array<number>(height).fill(0);
  const columns = new Array<number>(width).fill(0);
  const values: number[] = [];
  const fits = ({ count, how } = { count: 0, how: 'shown' }, value: number): boolean =>
    how === 'shown'
      ? value === count
      : how === 'small'
        ? value > 0 && value < leastPublished
        : value >= leastPublished;
  const most = table.at(-1)?.at(-1)?.count ?? 0;
  const seek = (at: number, sum: number): void => {
    const cell = inner[at];
    if (cell === undefined) {
      if (columns.every((value, column) => fits(table.at(-1)?.[column], value)) && sum === most)
        inner.forEach(({ row, column }, place) => {
          if (table[row]?.[column]?.how !== 'small') return;
          const key = `${String(row)} ${String(column)}`;
          found.set(key, (found.get(key) ?? new Set()).add(values[place] ?? 0));
        });
      return;
    }
    const { row, column } = cell;
    const own = table[row]?.[column] ?? { count: 0, how: 'shown' as const };
    const tried =
      own.how === 'shown'
        ? [own.count]
        : own.how === 'small'
          ? [1, 2]
          : Array.from({ length: 6 }, (_, more) => own.count - 3 + more);
    for (const value of tried) {
      if (!fits(own, value)) continue;
      rows[row] = (rows[row] ?? 0) + value;
      columns[column] = (columns[column] ?? 0) + value;
      values[at] = value;
      if (column < width - 1 || fits(table[row]?.at(-1), rows[row])) seek(at + 1, sum + value);
      rows[row] -= value;
      columns[column] -= value;
    }
  };
  seek(0, 0);
  return found;
}

it('guardParts keeps the whole and hides a second part with a small one', () => {
  const hows = (parts: readonly number[]) => guardParts(parts)?.map(({ how }) => how);
  expect(hows([9, 8, 0])).toEqual(['shown', 'shown', 'shown']);
  expect(hows([9, 1, 5])).toEqual(['shown', 'small', 'withheld']);
  expect(hows([1, 2])).toEqual(['small', 'small']);
  expect(hows([1, 1, 9])).toEqual(['small', 'small', 'withheld']);
  // Three is not known to be three: with one less it would be small.
  expect(hows([1, 3])).toBeUndefined();
  expect(hows([1])).toBeUndefined();
});

it.each([
  [[5, 0, 7], false, { alone: [0, 2], joined: [] }],
  [[5, 1, 2, 7], true, { alone: [0, 3], joined: [1, 2] }],
  [[5, 1, 7], false, { alone: [0, 2], joined: [1] }],
  [[5, 1, 7], true, { alone: [2], joined: [0, 1] }],
  [[1], true, { alone: [], joined: [0] }],
  [[], true, { alone: [], joined: [] }],
])('joinSmall %j, whole: %j', (sums, isWhole, expected) => {
  expect(joinSmall(sums, isWhole)).toEqual(expected);
});
