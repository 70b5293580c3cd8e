import type { Period } from './period.ts';
import { dayOfMonth, findWeek, monthOf, monthsOf } from './period.ts';
import type { Day } from './time.ts';
import { addDays, daysBetween, parseDay, weekdayOf } from './time.ts';

function shiftMonths(day: Day, months: number): Day | undefined {
  return dayOfMonth(monthOf(day) + months);
}

/** Whether a period is one week from Monday on. */
function isWeek({ from, until }: Period): boolean {
  return daysBetween(from, until) === 7 && weekdayOf(from) === 1;
}

/**
 * The period before (环比): as many whole months earlier where it is whole months, else as many days.
 *
 * | period | before |
 * |---|---|
 * | 2024-03 | 2024-02 |
 * | 2025-Q1 | 2024-Q4 |
 * | 2024-03-01 to 2024-03-10 | 2024-02-20 to 2024-02-29 |
 */
export function periodBefore(period: Period): Period | undefined {
  const { from, until } = period;
  const months = monthsOf(period);
  const start = months === undefined ? addDays(from, -daysBetween(from, until)) : shiftMonths(from, -months);
  return start === undefined ? undefined : { from: start, until: from };
}

/**
 * The same period of the year before (同比); undefined where that year has no such days: 29 February by itself, week 53. Whole months are the same
 * months, however many days they have; a week is that of the same number.
 */
export function periodYearBefore(period: Period): Period | undefined {
  const { from, until } = period;
  if (monthsOf(period) !== undefined) {
    const [start, end] = [shiftMonths(from, -12), shiftMonths(until, -12)];
    return start === undefined || end === undefined ? undefined : { from: start, until: end };
  }
  if (isWeek(period)) {
    const { year, number } = weekOf(from);
    return findWeek(year - 1, number);
  }
  const shift = (day: Day): Day | undefined =>
    parseDay(`${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`);
  const [start, last] = [shift(from), shift(addDays(until, -1))];
  return start === undefined || last === undefined ? undefined : { from: start, until: addDays(last, 1) };
}

/** The week of ISO 8601 that begins on a Monday: that year in which its Thursday lies. */
function weekOf(monday: Day): { readonly year: number; readonly number: number } {
  const year = Number(addDays(monday, 3).slice(0, 4));
  const first = findWeek(year, 1);
  return { year, number: first === undefined ? 0 : daysBetween(first.from, monday) / 7 + 1 };
}
