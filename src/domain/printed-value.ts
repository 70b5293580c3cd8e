import { isBlankWord } from './blank-words.ts';
import { bareNumber } from './plain-width.ts';

/** A number as it is printed: 66.75 has the units 6675 of 2 decimals, −6.4 has −64 of 1. */
export interface PrintedNumber {
  readonly units: bigint;
  readonly decimals: number;
}

/** What is printed in the place of a figure. */
export interface Printed {
  /** As it stands there. */
  readonly text: string;
  /** Null where it says that there is no base: — or /. */
  readonly number: PrintedNumber | null;
}

/** No bulletin prints more decimals. */
const mostDecimals = 9;

const sign = String.raw`(?<way>下降|减少|降低|回落|↓|上升|增长|增加|提高|↑)?\s*(?<sign>[-−–+])?\s*`;
const figure = String.raw`(?<whole>\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(?<fraction>\d+))?`;
const printedForm = new RegExp(`^${sign}${figure}\\s*(?:%|个?百分点|件)?$`, 'u');
const down = /^(?:下降|减少|降低|回落|↓)$/u;

/**
 * Parses a figure as bulletins print it; undefined for what is none.
 *
 * | printed | number |
 * |---|---|
 * | 66.75, 66.75%, ６６．７５％ | 66.75 |
 * | -6.4, −6.4, 下降6.4% | −6.4 |
 * | —, /, 无 | none: there is no base |
 */
export function parsePrinted(text: string): Printed | undefined {
  const plain = bareNumber(text);
  if (isBlankWord(plain) || /^[-‐‑‒–—―−─/]{1,4}$/u.test(plain)) return { text: text.trim(), number: null };
  const found = printedForm.exec(plain)?.groups;
  if (found === undefined) return undefined;
  const { way = '', sign: written = '+', whole = '', fraction = '' } = found;
  if (fraction.length > mostDecimals) return undefined;
  const size = BigInt(whole.replaceAll(',', '') + fraction);
  const isBelow = down.test(way) !== (written !== '+');
  return {
    text: text.trim(),
    number: { units: isBelow ? -size : size, decimals: fraction.length },
  };
}

/** Whether one whole number is another with a single slip: a digit changed, put in or left out, or two beside each other transposed. */
export function isSlip(one: number, other: number): boolean {
  if (one < 0 || other < 0 || one === other) return false;
  const [a, b] = [String(one), String(other)];
  if (a.length === b.length) return placesApart(a, b).length === 1 || isSwapped(a, b);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    long.length === short.length + 1 &&
    Array.from(long, (_, at) => `${long.slice(0, at)}${long.slice(at + 1)}`).includes(short)
  );
}

/** Whether two digits beside each other are transposed, and nothing else. */
export function isTransposed(one: bigint, other: bigint): boolean {
  const width = Math.max(one.toString().length, other.toString().length);
  return isSwapped(one.toString().padStart(width, '0'), other.toString().padStart(width, '0'));
}

function placesApart(a: string, b: string): number[] {
  return Array.from(a).flatMap((digit, at) => (digit === b[at] ? [] : [at]));
}

function isSwapped(a: string, b: string): boolean {
  const [first = 0, second, ...others] = placesApart(a, b);
  return second === first + 1 && others.length === 0 && a[first] === b[second] && a[second] === b[first];
}
