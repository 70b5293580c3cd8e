import type { BaseKind, Bulletin, PrintedShare } from './printed-figures.ts';
import { roundPercent, sizeOf } from './rounding.ts';
import { sumOf } from './share-groups.ts';

/** A number of a bulletin of which another percentage may be a part. */
export interface OtherBase {
  readonly value: number;
  readonly kind: BaseKind;
}

/**
 * Lists the numbers that a percentage may have been taken of, the likeliest first: totals, what their parts really come to, bases of other
 * percentages, then parts and counts. Each stands once.
 */
export function listBases({ sums, percentages }: Pick<Bulletin, 'sums' | 'percentages'>): OtherBase[] {
  const listed: readonly (readonly [kind: BaseKind, values: readonly number[]])[] = [
    ['total', sums.map(({ total }) => total)],
    ['sum', sums.map(({ parts }) => sumOf(parts))],
    ['denominator', percentages.map(({ den }) => den)],
    ['part', sums.flatMap(({ parts }) => parts)],
    ['numerator', percentages.map(({ num }) => num)],
  ];
  const seen = new Set<number>();
  return listed.flatMap(([kind, values]) =>
    values.flatMap((value) => {
      if (value <= 0 || seen.has(value)) return [];
      seen.add(value);
      return [{ value, kind }];
    }),
  );
}

/** What counts are called: by the first percentage that has one. */
export function nameCounts(percentages: readonly PrintedShare[]): ReadonlyMap<number, string> {
  const names = percentages.flatMap(({ num, name }) => (name === null ? [] : [[num, name] as const]));
  return new Map(names.reverse());
}

/**
 * Whether a percentage follows from another base. So that no chance hit is taken for one, it must be printed with a decimal and two digits at
 * least; with two decimals and three digits where the base is a mere part or count, and then it must be a part of it.
 */
export function fitsBase({ num, den, printed }: PrintedShare, { value, kind }: OtherBase): boolean {
  const { number } = printed;
  if (number === null || value <= 0 || value === den || value < Math.abs(num)) return false;
  const isLoose = kind === 'part' || kind === 'numerator';
  if (isLoose && value === Math.abs(num)) return false;
  if (number.decimals < (isLoose ? 2 : 1) || sizeOf(number.units) < (isLoose ? 100n : 10n)) return false;
  // Most bases are far off; whole numbers without end are for those that are near.
  const rough = (100 * num) / value - Number(number.units) / 10 ** number.decimals;
  if (Math.abs(rough) > 10 ** -number.decimals) return false;
  return roundPercent({ num, den: value }, number.decimals).halfUp === number.units;
}
