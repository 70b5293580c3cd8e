import type { Period } from './period.ts';
import { dayOfMonth, monthOf } from './period.ts';
import type { Tier } from './scheme.ts';
import type { Day } from './time.ts';

/** Why a unit is not compared before and after its desk. */
export type NoWindow =
  'no-day' | 'after-year' | 'no-months-after' | 'not-whole' | 'ends-before' | 'no-appeals';

/** The days of the first and the last appeal that the database has. */
export interface Reach {
  readonly from: Day;
  readonly last: Day;
}

/** The months before a desk was set up and as many after it. */
export interface YearWindow {
  readonly kind: 'window';
  readonly day: Day;
  readonly before: Period;
  readonly after: Period;
  readonly months: number;
  /** Whether there are fewer months than went by since, as the database reaches no further. */
  readonly isShort: boolean;
}

export type DayWindow =
  YearWindow | { readonly kind: 'none'; readonly day: Day | null; readonly why: NoWindow };

/** On each side there are so many months at most: a whole year has every season. */
const mostMonths = 12;

/** The first month that begins on a day or later. */
function firstMonthFrom(day: Day): number {
  return monthOf(day) + (day.endsWith('-01') ? 0 : 1);
}

function spanOf(from: number, until: number): Period {
  const dayOf = (month: number): Day => {
    const day = dayOfMonth(month);
    if (day === undefined) throw new Error(`no month: ${String(month)}`);
    return day;
  };
  return { from: dayOf(from), until: dayOf(until) };
}

/**
 * The whole months before a day and as many after it: as many as are over by the end of the year, twelve at most, and no more than the database
 * has whole before the day, and none after the month of its last appeal. The month in which the day lies counts on neither side, unless the day is its first.
 *
 * | day | year | database from | before | after |
 * |---|---|---|---|---|
 * | 2022-01-18 | 2022 | 2020-05-03 | 2021-02 to 2021-12 | 2022-02 to 2022-12 |
 * | 2021-07-01 | 2021 | 2021-01-01 | 2021-01 to 2021-06 | 2021-07 to 2021-12 |
 * | 2021-03-10 | 2021 | 2021-01-01 | 2021-01 to 2021-02 | 2021-04 to 2021-05 |
 * | 2021-01-18 | 2021 | 2021-01-01 | none: not whole | |
 */
export function findWindow(
  day: Day | null,
  { year, today, reach }: { readonly year: number; readonly today: Day; readonly reach: Reach | null },
): DayWindow {
  const none = (why: NoWindow): DayWindow => ({ kind: 'none', day, why });
  if (day === null) return none('no-day');
  if (Number(day.slice(0, 4)) > year) return none('after-year');
  const start = firstMonthFrom(day);
  const after = Math.min((year + 1) * 12, monthOf(today)) - start;
  if (after <= 0) return none('no-months-after');
  if (reach === null) return none('no-appeals');
  const known = Math.min(after, monthOf(reach.last) + 1 - start);
  if (known <= 0) return none('ends-before');
  const end = monthOf(day);
  const before = end - firstMonthFrom(reach.from);
  if (before <= 0) return none('not-whole');
  const wanted = Math.min(after, mostMonths);
  const months = Math.min(wanted, known, before);
  return {
    kind: 'window',
    day,
    before: spanOf(end - months, end),
    after: spanOf(start, start + months),
    months,
    isShort: months < wanted,
  };
}

/** Into which tier a run put a unit, and since when. */
export interface PastTier {
  /** The day on which the run was adopted. */
  readonly on: Day;
  readonly tier: Tier | null;
}

/** What runs said of a unit in a time: the one in force when it began, and every one adopted in it. They are told in the order of their adoption. */
export function listHeld(past: readonly PastTier[], { from, until }: Period): readonly PastTier[] {
  const begun = past.filter(({ on }) => on <= from).at(-1);
  const during = past.filter(({ on }) => on > from && on < until);
  return [...(begun === undefined ? [] : [begun]), ...during];
}

/** Whether a unit was designated all the time, so that others can be held against it; where no run said so then, by the run of today. */
export function isSteady(past: readonly PastTier[], time: Period, now: Tier | null): boolean {
  const held = listHeld(past, time);
  return (held.length === 0 ? [now] : held.map(({ tier }) => tier)).every((tier) => tier === 'designated');
}
