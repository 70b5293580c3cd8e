import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bulletin, PrintedShare, ShareCheck, SumCheck } from '../../src/domain/printed-figures.ts';
import { checkBulletin, countVerdicts } from '../../src/domain/bulletin-check.ts';
import { isSlip, parsePrinted } from '../../src/domain/printed-value.ts';
import { roundPercent, writeUnits } from '../../src/domain/rounding.ts';

type Row = readonly [num: number, den: number, printed: string, name?: string];
type Sum = readonly [parts: readonly number[], total: number];

function shareOf([num, den, printed, name = null]: readonly [
  number,
  number,
  string,
  (string | null)?,
]): PrintedShare {
  const read = parsePrinted(printed);
  if (read === undefined) throw new Error(`no figure: ${printed}`);
  return { name, num, den, printed: read };
}

const bulletinOf = (
  rows: readonly Row[],
  sums: readonly Sum[] = [],
  more: Partial<Bulletin> = {},
): Bulletin => ({
  name: null,
  percentages: rows.map(shareOf),
  sums: sums.map(([parts, total]) => ({ name: null, parts, total })),
  ...{ changes: [], means: [], unchecked: 0 },
  ...more,
});
const check = (rows: readonly Row[], sums: readonly Sum[] = []): readonly ShareCheck[] =>
  checkBulletin(bulletinOf(rows, sums)).percentages;
const verdicts = (rows: readonly Row[], sums: readonly Sum[] = []): string[] =>
  check(rows, sums).map(({ verdict }) => verdict);
const told = ({ verdict, cause }: Pick<ShareCheck | SumCheck, 'verdict' | 'cause'>): string =>
  cause === null ? verdict : `${verdict} ${cause}`;

describe('a percentage by itself', () => {
  it.each<readonly [num: number, den: number, printed: string, verdict: string]>([
    [36516, 54706, '66.75', 'follows'],
    [36516, 54706, '66.75%', 'follows'],
    [36516, 54706, '６６．７５％', 'follows'],
    // Exactly half way: 12.5, 0.125.
    [1, 8, '13', 'follows'],
    [1, 8, '12', 'truncated'],
    [1, 800, '0.13', 'follows'],
    [1050, 11171, '9.4', 'follows'],
    [18, 139, '13', 'follows'],
    // 12.9496: one decimal is 12.9, none is 13.
    [18, 139, '12.9', 'follows'],
    [181, 4071, '4.44', 'truncated'],
    [-27, 233, '-11.59', 'follows'],
    [-27, 233, '下降11.59%', 'follows'],
    [-27, 233, '−11.58', 'truncated'],
    [-27, 233, '11.59', 'does-not-follow sign'],
    [27, 233, '-11.59', 'does-not-follow sign'],
    [0, 139, '0', 'follows'],
    [139, 139, '100%', 'follows'],
    [278, 139, '200.00', 'follows'],
    [5, 0, '—', 'follows'],
    [0, 0, '/', 'follows'],
    [5, 0, '0', 'does-not-follow no-base'],
    [5, 0, '100.00', 'does-not-follow no-base'],
    [5, 30, '—', 'does-not-follow left-out'],
    [22, 2258, '0.98', 'does-not-follow rounded-up'],
    [36516, 54706, '6.675', 'does-not-follow misplaced-point'],
    [36516, 54706, '0.6675', 'does-not-follow misplaced-point'],
    [36516, 54706, '667.5', 'does-not-follow misplaced-point'],
    // A single digit tells nothing: 0.1 is a tenth of 1, and much else.
    [100, 9999, '0.1', 'does-not-follow'],
    [147, 1310, '3.59', 'does-not-follow misprinted-count'],
    // 66.57 is that of many counts near it, so that none is meant.
    [36516, 54706, '66.57', 'does-not-follow digits-transposed'],
    [36516, 54706, '33.25', 'does-not-follow complement'],
    [110, 1136, '9.39', 'does-not-follow'],
    [1830, 1833, '99.68', 'does-not-follow'],
  ])('%i of %i printed %s', (num, den, printed, verdict) => {
    expect(check([[num, den, printed]]).map(told)).toEqual([verdict]);
  });

  it('says what follows, with two decimals at least', () => {
    const computed = ([num, den, printed]: Row) => check([[num, den, printed]])[0]?.computed;
    expect([[43, 139, '30.2'], [18, 139, '13'], [1, 3, '33.333'], [-101, 1411, '-6.44'], [5, 0, '—']].map((row) => computed(row as unknown as Row))).toEqual(
      ['30.94', '12.95', '33.333', '-7.16', null],
    ); // prettier-ignore
  });

  it('names the count that is meant only where no other count has the percentage', () => {
    expect(check([[147, 1310, '3.59']])[0]?.meant).toBe(47);
    expect(check([[174, 1310, '11.22']])[0]).toMatchObject({ cause: 'misprinted-count', meant: 147 });
    // 42 of 139 is 30.2, and 43 a slip away; but 43 is a part of a sum that holds.
    expect(check([[43, 139, '30.2']])[0]).toMatchObject({ cause: 'misprinted-count', meant: 42 });
    expect(check([[43, 139, '30.2']], [[[43, 96], 139]])[0]).toMatchObject({ cause: null, meant: null });
    expect(check([[43, 139, '30.2']], [[[43, 90], 139]])[0]).toMatchObject({ meant: 42 });
  });
});

describe('a group that adds up to the whole', () => {
  it('may give what is left to 100 to the largest remainders', () => {
    const thirds: readonly Row[] = [[1, 3, '33.34'], [1, 3, '33.33'], [1, 3, '33.33']]; // prettier-ignore
    expect(verdicts(thirds)).toEqual(['largest-remainder', 'follows', 'follows']);
    // Of equal remainders any may have it.
    expect(verdicts([[1, 3, '33.33'], [1, 3, '33.34'], [1, 3, '33.33']])[1]).toBe('largest-remainder'); // prettier-ignore
    // By tenths: 28.5714 gets it, 14.2857 does not.
    expect(verdicts([[2, 7, '28.6'], [2, 7, '28.6'], [3, 7, '42.8']])).toEqual(['follows', 'follows', 'truncated']); // prettier-ignore
    expect(verdicts([[1, 7, '14.3'], [1, 7, '14.3'], [5, 7, '71.4']])).toEqual(['follows', 'follows', 'follows']); // prettier-ignore
  });

  it('is known by the parts of a sum, wherever they stand', () => {
    const apart: readonly Row[] = [[1, 3, '33.34'], [7, 9, '77.78'], [1, 3, '33.33'], [1, 3, '33.33']]; // prettier-ignore
    expect(verdicts(apart)[0]).toBe('does-not-follow');
    expect(verdicts(apart, [[[1, 1, 1], 3]])[0]).toBe('largest-remainder');
    const rest: readonly Row[] = [[1, 3, '33.33'], [7, 9, '77.78'], [1, 3, '33.33'], [7, 9, '77.78'], [2, 3, '33.34']]; // prettier-ignore
    expect(verdicts(rest, [[[1, 1, 2], 3]])[4]).toBe('does-not-follow');
    // A sum that does not hold says nothing, nor one of another base.
    expect(verdicts(apart, [[[1, 1, 2], 3]])[0]).toBe('does-not-follow');
    expect(verdicts(apart, [[[1, 1, 1, 1], 4]])[0]).toBe('does-not-follow');
  });

  it('wants the same decimals throughout, zeros at the end aside', () => {
    expect(verdicts([[1, 3, '33.34'], [1, 3, '33.3'], [1, 3, '33.33']])[0]).toBe('does-not-follow'); // prettier-ignore
    expect(verdicts([[1, 3, '33.4'], [1, 3, '33.3'], [1, 3, '33.3']])[0]).toBe('largest-remainder'); // prettier-ignore
    expect(verdicts([[1, 3, '33.3'], [1, 3, '33.33'], [1, 3, '33.37']])[2]).toBe('does-not-follow'); // prettier-ignore
    // 7.5 is 7.50, as a spreadsheet writes it.
    expect(verdicts([[3, 40, '7.5'], [37, 120, '30.84'], [37, 120, '30.83']]).slice(1)).not.toContain('largest-remainder'); // prettier-ignore
    expect(verdicts([[9, 120, '7.5'], [37, 120, '30.84'], [37, 120, '30.83'], [37, 120, '30.83']])[1]).toBe('largest-remainder'); // prettier-ignore
  });

  it('may have one that takes what the others leave', () => {
    const weinan: readonly Row[] = [
      ...([[103, 276, '37.32'], [75, 276, '27.17'], [66, 276, '23.91'], [22, 276, '7.97']] as const), // prettier-ignore
      [10, 276, '3.63'],
    ];
    expect(verdicts(weinan)).toEqual(['follows', 'follows', 'follows', 'follows', 'takes-the-rest']);
    // Where another one does not follow either, it takes no rest.
    const two = weinan.map((row, at): Row => (at === 0 ? [103, 276, '37.31'] : row));
    expect(verdicts(two)).toEqual(['truncated', 'follows', 'follows', 'follows', 'does-not-follow']);
    expect(verdicts([...weinan.slice(0, 4), [10, 276, '3.64']])[4]).toBe('does-not-follow');
  });
});

describe('another base', () => {
  const handed: readonly Sum[] = [[[36516, 18190], 54706]];
  it('is found in the bulletin and named', () => {
    expect(check([[17529, 54706, '96.37'], [18190, 54706, '33.25', 'handed']])[0]).toMatchObject({
      ...{ verdict: 'other-base', base: 18190, baseName: 'handed', baseKind: 'numerator' },
    }); // prettier-ignore
    expect(check([[17529, 54706, '96.37']], handed)[0]).toMatchObject({
      ...{ base: 18190, baseName: null, baseKind: 'part' },
    });
    expect(check([[17529, 18190, '32.04']], handed)[0]).toMatchObject({ base: 54706, baseKind: 'total' });
    expect(check([[17529, 18190, '32.04'], [5, 54706, '0.01']])[0]).toMatchObject({ base: 54706, baseKind: 'denominator' }); // prettier-ignore
    expect(check([[3000, 4567, '50.57']], [[[5216, 455, 261], 4567]])[0]).toMatchObject({ base: 5932, baseKind: 'sum' }); // prettier-ignore
  });

  it('is no chance hit: a total needs two digits and a decimal, a part three digits and two', () => {
    expect(verdicts([[17529, 18190, '32.0']], handed)[0]).toBe('other-base');
    expect(verdicts([[17529, 18190, '32']], handed)[0]).toBe('does-not-follow');
    expect(verdicts([[17529, 54706, '96.4']], handed)[0]).toBe('does-not-follow');
    expect(verdicts([[5, 54706, '0.50']], [[[1000, 53706], 54706]])[0]).toBe('does-not-follow');
    expect(verdicts([[51, 54706, '5.10']], [[[1000, 53706], 54706]])[0]).toBe('other-base');
    // Of itself everything is 100.
    expect(verdicts([[18190, 54706, '100.00']], handed)[0]).toBe('does-not-follow');
    // Cut off over another base is no hit.
    expect(verdicts([[17529, 54706, '96.36']], handed)[0]).toBe('does-not-follow');
  });
});

describe('a sum', () => {
  const sumOf = (sum: Sum, rows: readonly Row[] = [], others: readonly Sum[] = []): SumCheck | undefined =>
    checkBulletin(bulletinOf(rows, [sum, ...others])).sums[0];

  it.each<readonly [parts: readonly number[], total: number, verdict: string, more: object]>([
    [[36516, 18190], 54706, 'follows', { sum: 54706, missing: 0 }],
    [[36516, 18910], 54706, 'does-not-follow part-misprinted', { part: 18910, meant: 18190, missing: 0 }],
    [[36516, 1819], 54706, 'does-not-follow part-misprinted', { part: 1819, meant: 18190 }],
    [[36516, 181900], 54706, 'does-not-follow part-misprinted', { part: 181900, meant: 18190 }],
    [[36516, 18190], 54760, 'does-not-follow total-misprinted', { part: null, meant: 54706 }],
    [[36516, 18190], 5476, 'does-not-follow total-misprinted', { meant: 54706 }],
    // A lost 1 of 18190, a 3 for a 4 in 36516: which of them, none can tell.
    [[36516, 8190], 54706, 'does-not-follow digit-misprinted', { part: null, missing: 10000 }],
    [[3, 4], 8, 'does-not-follow digit-misprinted', { part: null, meant: null, missing: 1 }],
    [[5216, 455, 261], 4567, 'does-not-follow counted-twice-possible', { sum: 5932, part: null, missing: -1365 }],
    [[500, 455, 261], 761, 'does-not-follow counted-twice-possible', { part: 455, missing: -455 }],
    [[55978, 5844], 63458, 'does-not-follow part-missing', { missing: 1636 }],
  ])('of %j printed as %i', (parts, total, verdict, more) => {
    const found = sumOf([parts, total]);
    expect(found === undefined ? '' : told(found)).toBe(verdict);
    expect(found).toMatchObject(more);
  }); // prettier-ignore

  it('is judged by the percentages beside it', () => {
    // 147 is 47 by its percentage; then 1308 of 1310 are there.
    expect(sumOf([[103, 147, 1158], 1310], [[147, 1310, '3.59']])).toMatchObject({
      ...{ cause: 'part-misprinted', part: 147, meant: 47, missing: 2 },
    });
    // That of another base says nothing of this sum.
    expect(sumOf([[103, 147, 1158], 1310], [[147, 2620, '1.79']])).toMatchObject({ cause: 'counted-twice-possible' }); // prettier-ignore
    // One digit would set right a part and the total: percentages of the total bear it out, or what the parts come to.
    expect(sumOf([[100, 250], 351])).toMatchObject({ cause: 'digit-misprinted' });
    expect(sumOf([[109, 250], 351])).toMatchObject({ cause: 'digit-misprinted', missing: -8 });
    expect(sumOf([[100, 250], 351], [[7, 350, '2.00']])).toMatchObject({ cause: 'total-misprinted', meant: 350 }); // prettier-ignore
    expect(sumOf([[97, 1205], 1312], [[217, 1312, '16.54']])).toMatchObject({ part: 1205, meant: 1215 });
    expect(sumOf([[36516, 18190], 54760], [], [[[54000, 760], 54760]])).toMatchObject({
      cause: 'part-missing',
    });
  });
});

describe('changes and means', () => {
  const change = (num: number, den: number, printed: string) =>
    checkBulletin(bulletinOf([], [], { changes: [shareOf([num, den, printed])] })).changes[0];
  const mean = (num: number, days: number, printed: string) => {
    const { printed: read } = shareOf([1, 1, printed]);
    return checkBulletin(bulletinOf([], [], { means: [{ name: null, num, days, printed: read }] })).means[0];
  };

  it('are checked as percentages are', () => {
    expect(change(-27, 233, '-11.59')).toMatchObject({ verdict: 'follows' });
    expect(change(-27, 233, '11.59')).toMatchObject({ cause: 'sign' });
    // Of what is now, and not of what was before.
    expect(change(-27, 233, '-13.11')).toMatchObject({ verdict: 'other-base', base: 206, baseKind: 'now' });
    expect(change(3, 90, '3')).toMatchObject({ verdict: 'follows' });
    expect(change(7, 60, '7')).toMatchObject({ verdict: 'does-not-follow', cause: 'points-not-percent' });
    expect(change(5, 90, '5.00')).toMatchObject({ cause: 'points-not-percent', computed: '5.56' });
  });

  it('of a day, over the days they are printed for', () => {
    expect(mean(20693, 90, '230')).toMatchObject({ verdict: 'follows', computed: '229.92' });
    expect(mean(20693, 90, '229.9')).toMatchObject({ verdict: 'follows' });
    expect(mean(20693, 90, '229')).toMatchObject({ verdict: 'truncated' });
    expect(mean(20693, 90, '227')).toMatchObject({ verdict: 'other-base', base: 91 });
    expect(mean(20693, 90, '224.1')).toMatchObject({ verdict: 'does-not-follow', cause: null });
    // A single digit is that of many numbers of days: 4 is 100 in 28 days too.
    expect(mean(100, 30, '4')).toMatchObject({ verdict: 'does-not-follow', cause: 'rounded-up', base: null });
    expect(mean(901, 90, '11')).toMatchObject({ cause: 'rounded-up' });
    expect(mean(5, 0, '—')).toMatchObject({ verdict: 'follows' });
    expect(mean(5, 0, '5')).toMatchObject({ cause: 'no-base' });
    expect(mean(5, 30, '—')).toMatchObject({ cause: 'left-out' });
  });
});

it('counts its verdicts over all that was checked', () => {
  const all = checkBulletin(bulletinOf([[1, 3, '33.33'], [1, 3, '0.5']], [[[1, 2], 3], [[1, 2], 9]], { unchecked: 4 })); // prettier-ignore
  expect(countVerdicts(all)).toEqual({
    ...{ follows: 2, truncated: 0, 'largest-remainder': 0, 'takes-the-rest': 0, 'other-base': 0 },
    'does-not-follow': 2,
  });
  expect(all.unchecked).toBe(4);
});

describe('what is printed', () => {
  it.each<readonly [text: string, number: string | null | undefined]>([
    ['66.75', '66.75'],
    ['66.75 %', '66.75'],
    ['1,234.5', '1234.5'],
    ['-0.16', '-0.16'],
    ['－0.16', '-0.16'],
    ['上升13.34%', '13.34'],
    ['↓6', '-6'],
    ['3.5个百分点', '3.5'],
    ['230件', '230'],
    ['007', '7'],
    ['—', null],
    ['——', null],
    ['／', null],
    ['无', null],
    ['', undefined],
    ['abc', undefined],
    ['12.', undefined],
    ['1.2.3', undefined],
    ['5‰', undefined],
    ['9.67万', undefined],
    ['66.7512345678901', undefined],
    ['1e5', undefined],
  ])('%s', (text, number) => {
    const read = parsePrinted(text);
    const shown = read?.number && writeUnits(read.number.units, read.number.decimals);
    expect(shown).toBe(number);
  });

  it.each<readonly [one: number, other: number, isOne: boolean]>([
    [147, 47, true],
    [47, 147, true],
    [147, 14, true],
    [147, 417, true],
    [147, 148, true],
    [147, 741, false],
    [147, 147, false],
    [147, 49, false],
    [100, 5, false],
    [10, -1, false],
  ])('%i is a slip away from %i: %s', (one, other, isOne) => {
    expect(isSlip(one, other)).toBe(isOne);
  });
});

describe('by law', () => {
  const share = fc
    .tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 0, max: 5 }))
    .map(([num, den, decimals]) => ({ num, den, decimals })); // prettier-ignore
  const print = (units: bigint, decimals: number): string => writeUnits(units, decimals);

  it('what is rounded half up always follows', () => {
    fc.assert(
      fc.property(share, ({ num, den, decimals }) => {
        const { halfUp } = roundPercent({ num, den }, decimals);
        expect(verdicts([[num, den, print(halfUp, decimals)]])).toEqual(['follows']);
      }),
    );
  });

  it('what is cut off follows or is truncated, and what is rounded up is told so', () => {
    fc.assert(
      fc.property(share, ({ num, den, decimals }) => {
        const { halfUp, cutOff, up } = roundPercent({ num, den }, decimals);
        expect(verdicts([[num, den, print(cutOff, decimals)]])).toEqual([cutOff === halfUp ? 'follows' : 'truncated']);
        const [raised] = check([[num, den, print(up, decimals)]]);
        const isOdd = up !== halfUp && up !== cutOff && up !== -halfUp;
        expect(isOdd ? raised?.cause : null).toBe(isOdd ? 'rounded-up' : null);
      }),
    ); // prettier-ignore
  });

  it('half up is within half a unit of the last decimal', () => {
    fc.assert(
      fc.property(share, ({ num, den, decimals }) => {
        const { halfUp } = roundPercent({ num, den }, decimals);
        const twice = 2n * (BigInt(num) * 100n * 10n ** BigInt(decimals) - halfUp * BigInt(den));
        expect(twice <= BigInt(den) && twice >= -BigInt(den)).toBe(true);
      }),
    );
  });

  const group = fc.tuple(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 12 }), fc.integer({ min: 0, max: 3 }))
    .filter(([counts]) => counts.some((count) => count > 0)); // prettier-ignore

  it('an allotment by largest remainders is never called wrong, however it is printed', () => {
    fc.assert(
      fc.property(group, ([counts, decimals]) => {
        const den = counts.reduce((sum, count) => sum + count, 0);
        const whole = 100n * 10n ** BigInt(decimals);
        const lines = counts.map((num, at) => {
          const over = BigInt(num) * whole;
          return { at, num, units: over / BigInt(den), rest: over % BigInt(den) };
        });
        let left = whole - lines.reduce((sum, { units }) => sum + units, 0n);
        for (const line of lines.toSorted((a, b) => (b.rest > a.rest ? 1 : b.rest < a.rest ? -1 : a.at - b.at))) {
          if (left === 0n) break;
          line.units += 1n;
          left -= 1n;
        }
        const rows = lines.map(({ num, units }): Row => [num, den, print(units, decimals)]);
        for (const sums of [[], [[counts, den]]] as const)
          expect(verdicts(rows, sums).filter((one) => !['follows', 'truncated', 'largest-remainder'].includes(one))).toEqual([]);
      }),
    ); // prettier-ignore
  });

  it('one that takes the rest is never called wrong', () => {
    fc.assert(
      fc.property(group, fc.nat(), ([counts, decimals], pick) => {
        const den = counts.reduce((sum, count) => sum + count, 0);
        const whole = 100n * 10n ** BigInt(decimals);
        const at = pick % counts.length;
        const units = counts.map((num) => roundPercent({ num, den }, decimals).halfUp);
        const others = units.reduce((sum, one, on) => (on === at ? sum : sum + one), 0n);
        const rows = counts.map((num, on): Row => [num, den, print(on === at ? whole - others : (units[on] ?? 0n), decimals)]);
        const found = verdicts(rows);
        expect(found.filter((_, on) => on !== at)).toEqual(counts.slice(1).map(() => 'follows'));
        expect(['follows', 'truncated', 'largest-remainder', 'takes-the-rest']).toContain(found[at]);
      }),
    ); // prettier-ignore
  });

  it('a sum holds exactly where its parts come to its total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99999 }), { minLength: 1 }), fc.integer({ min: -50, max: 50 }), (parts, off) => {
        const sum = parts.reduce((all, part) => all + part, 0);
        const [found] = checkBulletin(bulletinOf([], [[parts, sum + off]])).sums;
        expect([found?.sum, found?.verdict]).toEqual([sum, off === 0 ? 'follows' : 'does-not-follow']);
        // A cause is true to the arithmetic.
        if (found?.cause === 'part-misprinted') expect(sum - (found.part ?? 0) + (found.meant ?? 0)).toBe(sum + off);
        if (found?.cause === 'total-misprinted') expect(found.meant).toBe(sum);
        expect(found?.cause === null).toBe(off === 0);
      }),
    ); // prettier-ignore
  });
});
