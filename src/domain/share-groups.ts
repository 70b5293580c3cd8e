import type { Bulletin, PrintedShare } from './printed-figures.ts';
import type { PrintedNumber } from './printed-value.ts';
import { roundPercent, tenTo, unitsOfWhole } from './rounding.ts';

/** What a group of percentages tells that add up to the whole, by their places in the bulletin. */
export interface ShareGroup {
  readonly members: readonly number[];
  /** Whether the printed values are those of the largest remainder. */
  readonly isAllotment: boolean;
  /** The place of the one that takes what the others leave of 100, where they all follow. */
  readonly rest: number | null;
}

/**
 * Finds the percentages that add up to the whole: those of the parts of a sum that holds, and those that stand beside each other with one
 * base and add up to it.
 */
export function findShareGroups({ percentages, sums }: Pick<Bulletin, 'percentages' | 'sums'>): ShareGroup[] {
  const beside = findBeside(percentages);
  const known = new Set(beside.map((places) => keyOf(places.map((at) => percentages[at]))));
  const places = new Map<string, number[]>();
  percentages.forEach(({ num, den }, at) => {
    const key = `${String(num)}/${String(den)}`;
    const there = places.get(key);
    if (there === undefined) places.set(key, [at]);
    else there.push(at);
  });
  const apart = sums.flatMap(({ parts, total }): number[][] => {
    if (parts.length < 2 || total <= 0 || sumOf(parts) !== total) return [];
    if (known.has(keyOf(parts.map((num) => ({ num, den: total }))))) return [];
    const taken = new Map<string, number>();
    const found = parts.flatMap((num) => {
      const key = `${String(num)}/${String(total)}`;
      const used = taken.get(key) ?? 0;
      taken.set(key, used + 1);
      const at = places.get(key)?.[used];
      return at === undefined ? [] : [at];
    });
    return found.length === parts.length ? [found] : [];
  });
  return [...apart, ...beside].flatMap((members) => {
    const group = judgeGroup(members, percentages);
    return group === undefined ? [] : [group];
  });
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function keyOf(shares: readonly (Pick<PrintedShare, 'num' | 'den'> | undefined)[]): string {
  const nums = shares.map((share) => share?.num ?? 0).sort((a, b) => a - b);
  return `${String(shares[0]?.den ?? 0)}: ${nums.join(' ')}`;
}

/** Finds runs of one base whose counts add up to it, in one pass. */
function findBeside(percentages: readonly PrintedShare[]): number[][] {
  const found: number[][] = [];
  let first = 0;
  let sum = 0;
  percentages.forEach(({ num, den }, at) => {
    if (num < 0 || den <= 0) {
      first = at + 1;
      sum = 0;
      return;
    }
    if (den !== percentages[first]?.den) {
      first = at;
      sum = 0;
    }
    sum += num;
    while (sum > den) {
      sum -= percentages[first]?.num ?? 0;
      first += 1;
    }
    if (sum === den && at > first) found.push(Array.from({ length: at - first + 1 }, (_, on) => first + on));
  });
  return found;
}

/** Judges a group by its values brought to the same decimals, zeros at the end put back; undefined where one has no value. */
function judgeGroup(
  members: readonly number[],
  percentages: readonly PrintedShare[],
): ShareGroup | undefined {
  const shares = members.flatMap((at) => {
    const share = percentages[at];
    const number = share?.printed.number ?? null;
    return share === undefined || number === null ? [] : [{ at, share, number }];
  });
  if (shares.length < members.length) return undefined;
  const decimals = Math.max(...shares.map(({ number }) => number.decimals));
  const whole = unitsOfWhole(decimals);
  const lines = shares.map(({ at, share, number }) => {
    const units = pad(number, decimals);
    const { halfUp, cutOff } = roundPercent(share, decimals);
    const rest = BigInt(share.num) * whole - cutOff * BigInt(share.den);
    return { at, units, rest, follows: units === halfUp, over: units - cutOff };
  });
  const printed = lines.reduce((sum, { units }) => sum + units, 0n);
  const raised = lines.filter(({ over }) => over === 1n);
  const kept = lines.filter(({ over }) => over === 0n);
  const isAllotment =
    printed === whole &&
    raised.length + kept.length === lines.length &&
    raised.every(({ rest }) => kept.every((other) => rest >= other.rest));
  const odd = lines.filter(({ follows }) => !follows);
  const [only] = odd;
  const isRest = odd.length === 1 && printed === whole;
  return { members, isAllotment, rest: isRest && only !== undefined ? only.at : null };
}

function pad({ units, decimals }: PrintedNumber, wanted: number): bigint {
  return units * tenTo(wanted - decimals);
}
