import type { PrintedShare, ShareCause } from './printed-figures.ts';
import type { PrintedNumber } from './printed-value.ts';
import { isSlip, isTransposed } from './printed-value.ts';
import { roundPercent, sizeOf, tenTo, unitsOfWhole } from './rounding.ts';

/**
 * Finds why a percentage does not follow, where that can be told by arithmetic alone.
 *
 * | printed | cause |
 * |---|---|
 * | 7.16 of −101/1411 | sign |
 * | 0.98 of 22/2258 (0.974) | rounded-up |
 * | 3 as the change of a rate by 3 from 90 | points-not-percent |
 * | 6.675 or 0.6675 of 36516/54706 | misplaced-point |
 * | 3.59 of 147/1310 | misprinted-count: it is that of 47, the only count of which it is, and a slip of the pen away |
 * | 66.57 of 36516/54706 | digits-transposed |
 * | 33.25 of 36516/54706 | complement: it is that of the others |
 *
 * `isPart` says that the count is part of a sum that holds, and so no misprint.
 */
export function explainShare(
  share: PrintedShare,
  { isPart, isChange }: { readonly isPart: boolean; readonly isChange: boolean },
): { readonly cause: ShareCause | null; readonly meant: number | null } {
  const { num, den, printed } = share;
  const { number } = printed;
  const tell = (cause: ShareCause | null, meant: number | null = null) => ({ cause, meant });
  if (number === null || den === 0) return tell(null);
  const { units, decimals } = number;
  const { halfUp, up } = roundPercent(share, decimals);
  if (units === -halfUp) return tell('sign');
  if (units === up) return tell('rounded-up');
  if (isChange && units === BigInt(num) * tenTo(decimals)) return tell('points-not-percent');
  if (isMisplaced(share, number)) return tell('misplaced-point');
  const meant = isPart ? null : findMeant(share, number);
  if (meant !== null) return tell('misprinted-count', meant);
  if (units >= 100n && halfUp > 0n && isTransposed(units, halfUp)) return tell('digits-transposed');
  const isOfOthers = units === roundPercent({ num: den - num, den }, decimals).halfUp;
  return tell(isOfOthers && num > 0 && num < den && sizeOf(units) >= 100n ? 'complement' : null);
}

/** Whether the point stands one or two places off; a single digit tells nothing. */
function isMisplaced({ num, den }: PrintedShare, { units, decimals }: PrintedNumber): boolean {
  if (sizeOf(units) < 10n) return false;
  return [10, 100].some(
    (factor) =>
      roundPercent({ num: num * factor, den }, decimals).halfUp === units ||
      roundPercent({ num, den: den * factor }, decimals).halfUp === units,
  );
}

/** The count that a percentage stands for, if there is one alone, and it is a slip away from the one that is printed. */
function findMeant({ num, den }: PrintedShare, { units, decimals }: PrintedNumber): number | null {
  if (units <= 0n || num < 0) return null;
  const whole = unitsOfWhole(decimals) * 2n;
  const base = BigInt(den);
  // The counts from the first of these on and before the second round to what is printed.
  const first = ((units * 2n - 1n) * base + whole - 1n) / whole;
  const behind = ((units * 2n + 1n) * base + whole - 1n) / whole;
  const meant = Number(first);
  return behind - first === 1n && isSlip(num, meant) ? meant : null;
}
