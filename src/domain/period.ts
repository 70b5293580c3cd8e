import type { Day } from './time.ts';
import { addDays, parseDay } from './time.ts';

/** A span of days of a jurisdiction, its last day not included. */
export interface Period {
  readonly from: Day;
  /** The day after its last one. */
  readonly until: Day;
}

const patterns = {
  year: /^(\d{4})年?$/u,
  month: /^(\d{4})(?:-|年)(\d{1,2})月?$/u,
  quarter: /^(\d{4})(?:-?Q|年第?)([1-4一二三四])(?:季度)?$/iu,
  week: /^(\d{4})-?W(\d{1,2})$/iu,
} as const;

/** Reads a period as a report names it: 2025, 2025-05, 2025-Q1, 2025-W21 (weeks of ISO 8601, from Monday on). Undefined for what is none. */
export function parsePeriod(text: string): Period | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const year = patterns.year.exec(plain);
  if (year !== null) return between(startOfMonth(Number(year[1]), 1), startOfMonth(Number(year[1]) + 1, 1));
  const quarter = patterns.quarter.exec(plain);
  if (quarter !== null) {
    const number = ['一', '二', '三', '四'].indexOf(quarter[2] ?? '') + 1 || Number(quarter[2]);
    const first = (number - 1) * 3 + 1;
    return between(startOfMonth(Number(quarter[1]), first), startOfMonth(Number(quarter[1]), first + 3));
  }
  const month = patterns.month.exec(plain);
  if (month !== null) {
    const [, inYear, number] = month.map(Number);
    if (inYear === undefined || number === undefined || number < 1 || number > 12) return undefined;
    return between(startOfMonth(inYear, number), startOfMonth(inYear, number + 1));
  }
  const week = patterns.week.exec(plain);
  return week === null ? undefined : findWeek(Number(week[1]), Number(week[2]));
}

/** A period by its first and its last day, both included; undefined where they are no days, or in the wrong order. */
export function spanPeriod(from: string, last: string): Period | undefined {
  const [first, end] = [parseDay(from), parseDay(last)];
  return first === undefined || end === undefined || end < first
    ? undefined
    : between(first, addDays(end, 1));
}

/** The last day of a period. */
export function lastOfPeriod({ until }: Period): Day {
  return addDays(until, -1);
}

function between(from: Day | undefined, until: Day | undefined): Period | undefined {
  return from === undefined || until === undefined ? undefined : { from, until };
}

/** The first day of a month; one past December is in the next year. */
function startOfMonth(year: number, month: number): Day | undefined {
  const [inYear, number] = month > 12 ? [year + 1, month - 12] : [year, month];
  return parseDay(`${String(inYear)}-${String(number).padStart(2, '0')}-01`);
}

/** Which month a day is in, counted since the year nought, so that months can be counted on and back. */
export function monthOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The first day of a month counted since the year nought. */
export function dayOfMonth(month: number): Day | undefined {
  return startOfMonth(Math.floor(month / 12), (month % 12) + 1);
}

/** How many whole months a period is; undefined for one that is not whole months. */
export function monthsOf({ from, until }: Period): number | undefined {
  return from.endsWith('-01') && until.endsWith('-01') ? monthOf(until) - monthOf(from) : undefined;
}

/** A week by its number: the first of a year is that with its first Thursday. */
export function findWeek(year: number, number: number): Period | undefined {
  const fourth = parseDay(`${String(year)}-01-04`);
  if (fourth === undefined || number < 1) return undefined;
  const monday = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
  const from = addDays(monday(fourth), (number - 1) * 7);
  // The last week of a year ends before the first of the next.
  return from < monday(`${String(year + 1).padStart(4, '0')}-01-04`)
    ? { from, until: addDays(from, 7) }
    : undefined;
}
