import type { Part } from './figure.ts';

/** Below so many that are counted a rate is one of chance: it is named, and not ranked. */
export const leastBase = 5;

/**
 * Gives each rate its place, the highest first; null for one whose base is too small. They are exact: rates of the same value share a place whatever
 * they are printed as, and the next has that after all of them: 1, 2, 2, 4.
 */
export function rankRates(rates: readonly Part[]): (number | null)[] {
  const isHigher = (a: Part, b: Part): boolean =>
    BigInt(a.numerator) * BigInt(b.denominator) > BigInt(b.numerator) * BigInt(a.denominator);
  const counted = rates.filter(({ denominator }) => denominator >= leastBase);
  return rates.map((rate) =>
    rate.denominator < leastBase ? null : counted.filter((other) => isHigher(other, rate)).length + 1,
  );
}
