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

/** A part of a base, both whole numbers. */
export interface Part {
  readonly numerator: number;
  readonly denominator: number;
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

/**
 * By how much a count has changed, in percent of what it was before, two decimals, half up by its size; null where there was nothing before. 27 fewer
 * than 233 is -11.59.
 */
export function changeOf(now: number, before: number | null): string | null {
  if (before === null || before <= 0) return null;
  return writeUnits(roundQuotient(BigInt(now - before) * unitsOfWhole(2), BigInt(before)).halfUp, 2);
}

/**
 * By how many percentage points a rate has changed, two decimals, half up by its size: of the rates themselves, not of what is printed of them. Null
 * where one of them has no base.
 */
export function pointsOf(
  now: Pick<Figure, 'numerator' | 'denominator'>,
  before: Pick<Figure, 'numerator' | 'denominator'> | null,
): string | null {
  if (before === null || !now.denominator || !before.denominator) return null;
  const [a, b] = [BigInt(now.denominator), BigInt(before.denominator)];
  const difference = BigInt(now.numerator) * b - BigInt(before.numerator) * a;
  return writeUnits(roundQuotient(difference * unitsOfWhole(2), a * b).halfUp, 2);
}

/**
 * The smallest value that so many percent of all values do not exceed, by nearest rank; the middle of an even number of values is the mean of the two,
 * half up. Null of none.
 */
export function percentileOf(
  histogram: readonly { readonly minutes: number; readonly count: number }[],
  percent: number,
): number | null {
  const all = histogram.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  const valueAt = (rank: number): number => {
    let seen = 0;
    for (const { minutes, count } of histogram) {
      seen += count;
      if (seen >= rank) return minutes;
    }
    return 0;
  };
  if (percent === 50) return medianOf([valueAt(Math.floor((all + 1) / 2)), valueAt(Math.floor(all / 2) + 1)]);
  return valueAt(Math.ceil((all * percent) / 100));
}
