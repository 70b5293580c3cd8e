import { roundQuotient, unitsOfWhole, writeUnits } from './rounding.ts';

/**
 * A figure of a report: how many, of how many, and of what. The appeals behind it are found by its name. A rate has a base; a count by itself
 * has none.
 */
export interface Figure<Name extends string = string> {
  readonly name: Name;
  readonly numerator: number;
  readonly denominator: number | null;
  /** What the denominator counts. */
  readonly base: Name | null;
}

/** A count by itself. */
export function makeCount<Name extends string>(name: Name, numerator: number): Figure<Name> {
  return { name, numerator, denominator: null, base: null };
}

/** A part of a base. */
export function makeRate<Name extends string>(
  name: Name,
  numerator: number,
  { name: base, numerator: denominator }: Pick<Figure<Name>, 'name' | 'numerator'>,
): Figure<Name> {
  return { name, numerator, denominator, base };
}

/**
 * A rate in percent with two decimals, half up, from whole numbers alone; null where there is no base: that is not nought. 1 of 3 is 33.33,
 * 1 of 8 is 12.50.
 */
export function percentOf({
  numerator,
  denominator,
}: Pick<Figure, 'numerator' | 'denominator'>): string | null {
  if (denominator === null || denominator === 0) return null;
  return writeUnits(roundQuotient(BigInt(numerator) * unitsOfWhole(2), BigInt(denominator)).halfUp, 2);
}

/** A quotient of whole numbers with one decimal, half up: hours of minutes. */
export function tenthsOf(numerator: number, denominator: number): string {
  return writeUnits(roundQuotient(BigInt(numerator) * 10n, BigInt(denominator)).halfUp, 1);
}

/** The middle of whole numbers, of two in the middle half up; null of none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return Number(roundQuotient(BigInt(low) + BigInt(high), 2n).halfUp);
}
