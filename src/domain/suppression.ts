/**
 * How a count is published: as it is; not, since it is small; or not, since a small one could be worked out from it. Nought is shown: it is of
 * nobody.
 */
export type Disclosure = 'shown' | 'small' | 'withheld';

/** A count and how it is published. */
export interface GuardedCount {
  readonly count: number;
  readonly how: Disclosure;
}

/** A table that can be published: its rows, the sum of each last; the sums of the columns are the last row. */
export type GuardedTable = readonly (readonly GuardedCount[])[];

/** Counts from one up to this are not published. */
export const leastPublished = 3;

function isSmall(count: number): boolean {
  return count > 0 && count < leastPublished;
}

/**
 * Withholds of a table with its sums what must not be published: counts below three, and as many others as it takes that none of these follows from
 * what is shown. Whoever knows that a small count is one or two, and a withheld one three or more, still finds another table that would have been
 * published with the same figures; in it the small count is another. The sum of all is never withheld. Undefined where that cannot be had: the table
 * is then too small to be published.
 */
export function guardTable(cells: readonly (readonly number[])[]): GuardedTable | undefined {
  const table = addTotals(cells);
  const hows: Disclosure[][] = table.map((row) => row.map((count) => (isSmall(count) ? 'small' : 'shown')));
  if (hows.at(-1)?.at(-1) !== 'shown') return undefined;
  const guarded = new Set<string>();
  for (const [row, counts] of table.entries())
    for (const [column, count] of counts.entries()) {
      if (!isSmall(count) || guarded.has(`${String(row)} ${String(column)}`)) continue;
      const cycle = findCycle({ table, hows }, { row, column });
      if (cycle === undefined) return undefined;
      for (const cell of cycle) {
        guarded.add(`${String(cell.row)} ${String(cell.column)}`);
        const line = hows[cell.row];
        if (line?.[cell.column] === 'shown') line[cell.column] = 'withheld';
      }
    }
  return table.map((row, at) => row.map((count, place) => ({ count, how: hows[at]?.[place] ?? 'withheld' })));
}

/** Withholds of the parts of a whole what must not be published; the whole itself is shown. Undefined where that cannot be had. */
export function guardParts(parts: readonly number[]): readonly GuardedCount[] | undefined {
  return guardTable([parts])?.[0]?.slice(0, -1);
}

/**
 * Puts lines together whose sums are small: gives the places of those that stay by themselves, and of those that are put together; lines of nothing
 * are in neither. With `isWhole` the smallest of the others goes with them where they are too few even so.
 */
export function joinSmall(
  sums: readonly number[],
  isWhole = false,
): { readonly alone: readonly number[]; readonly joined: readonly number[] } {
  const places = [...sums.keys()].filter((at) => sums[at] !== 0);
  const joined = new Set(places.filter((at) => isSmall(sums[at] ?? 0)));
  const [smallest] = places
    .filter((at) => !joined.has(at))
    .sort((a, b) => (sums[a] ?? 0) - (sums[b] ?? 0) || a - b);
  const sum = [...joined].reduce((all, at) => all + (sums[at] ?? 0), 0);
  if (isWhole && isSmall(sum) && smallest !== undefined) joined.add(smallest);
  return { alone: places.filter((at) => !joined.has(at)), joined: places.filter((at) => joined.has(at)) };
}

function addTotals(cells: readonly (readonly number[])[]): number[][] {
  const add = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const rows = cells.map((row) => [...row, add(row)]);
  const [first = []] = rows;
  return [...rows, first.map((_, column) => add(rows.map((row) => row[column] ?? 0)))];
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

interface Published {
  readonly table: readonly (readonly number[])[];
  readonly hows: readonly (readonly Disclosure[])[];
}

/** What it costs to withhold a sum beside a count: whoever reads the table looks for the sums first. */
const sumCost = 1_000;

/**
 * Finds the cells that change in another table with the same sums in which one count is another: one more in it, one less in a cell of its column, one
 * more in the row of that, and so on, back into its own row. The cells that have to be withheld for that are few and small. Undefined where there are
 * none.
 *
 * Sums count as cells with the other sign, so that every row and every column adds up to nought; then a table that differs by one in the cells of a
 * cycle adds up as well.
 */
function findCycle(published: Published, start: Cell): Cell[] | undefined {
  const { table } = published;
  const [height, width] = [table.length, table[0]?.length ?? 0];
  const isSum = ({ row, column }: Cell): boolean => (row === height - 1) !== (column === width - 1);
  const count = table[start.row]?.[start.column] ?? 0;
  // One becomes two, two becomes one: nothing else would be published as small.
  const step = (count + 1 < leastPublished ? 1 : -1) * (isSum(start) ? -1 : 1);
  const cost = (cell: Cell, change: 1 | -1): number => {
    const own = table[cell.row]?.[cell.column] ?? 0;
    const changed = own + (isSum(cell) ? -change : change);
    const how = published.hows[cell.row]?.[cell.column];
    if (cell.row === height - 1 && cell.column === width - 1) return Infinity;
    if (cell.row === start.row && cell.column === start.column) return Infinity;
    if (how === 'small') return isSmall(changed) ? 0.01 : Infinity;
    if (own < leastPublished || changed < leastPublished) return Infinity;
    if (how === 'withheld') return 0.01;
    return cell.row === height - 1 || cell.column === width - 1 ? sumCost + own : own;
  };
  // Rows and columns are the places; a cell leads from its row to its column one way, and back the other, by whether it grows or shrinks.
  const size = height + width;
  const costs = new Array<number>(size).fill(Infinity);
  const before = new Array<number>(size).fill(-1);
  const isDone = new Array<boolean>(size).fill(false);
  costs[height + start.column] = 0;
  for (;;) {
    const at = costs.reduce(
      (best, value, place) =>
        !isDone[place] && value < Infinity && (best < 0 || value < (costs[best] ?? Infinity)) ? place : best,
      -1,
    );
    if (at < 0) return undefined;
    if (at === start.row) break;
    isDone[at] = true;
    const isRow = at < height;
    for (let other = isRow ? height : 0; other < (isRow ? size : height); other += 1) {
      const cell = isRow ? { row: at, column: other - height } : { row: other, column: at - height };
      const reached = (costs[at] ?? 0) + cost(cell, isRow === step > 0 ? 1 : -1);
      if (reached < (costs[other] ?? Infinity)) [costs[other], before[other]] = [reached, at];
    }
  }
  const cycle = [start];
  for (let at = start.row; at !== height + start.column; at = before[at] ?? -1) {
    const from = before[at] ?? -1;
    cycle.push(at < height ? { row: at, column: from - height } : { row: from, column: at - height });
  }
  return cycle;
}
