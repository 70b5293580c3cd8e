import { isOverdue } from './deadline.ts';
import type { Place, Problem } from '../problems.ts';
import type { CalendarYear, SpecialDay } from './calendar.ts';
import type { Day } from './time.ts';
import { addDays, weekdayOf } from './time.ts';

/** A row of a file of special days: one day, or all from one to another. */
export interface CalendarRow {
  readonly place: Place;
  readonly day: Day;
  readonly until: Day;
  readonly kind: 'off' | 'work';
  readonly name: string;
}

/** An appeal whose due day moves with a calendar. */
export interface MovedDue {
  readonly number: string;
  readonly before: Day | null;
  readonly after: Day | null;
  /** Whether its answer, or its wait until today, turns late by that, or is late no more; null where neither. */
  readonly becomes: Lateness | null;
}

/** What the answer to an appeal turns into where its due day moves. */
export type Lateness = 'late' | 'on-time';

/** What an answer, or a wait, of a day turns into where the due day moves; null where it is late before and after, or neither. */
export function findLateness(before: Day | null, after: Day | null, day: Day): Lateness | null {
  const [was, is] = [before, after].map((due) => due !== null && isOverdue(due, day));
  if (was === is) return null;
  return is === true ? 'late' : 'on-time';
}

/** What becomes of a yearly notice; it takes the place of the one before as a whole. */
export interface CalendarPlan {
  readonly notice: CalendarYear;
  readonly added: readonly SpecialDay[];
  readonly gone: readonly SpecialDay[];
  readonly unchanged: number;
  readonly moved: readonly MovedDue[];
  readonly problems: readonly Problem[];
}

/** Most days one row may span. */
const longestHoliday = 30;

/** Reads rows as the special days of a year; of the year before there may be the last days, which a notice for New Year gives. */
export function parseNotice(
  rows: readonly CalendarRow[],
  terms: { readonly year: number; readonly source: string },
): { readonly notice: CalendarYear; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const seen = new Map<Day, Place>();
  const days: SpecialDay[] = [];
  for (const { place, day: first, until, kind, name } of rows) {
    if (until < first || until > addDays(first, longestHoliday)) {
      const details = { from: first, until, longest: longestHoliday };
      problems.push({ code: 'calendar-span-wrong', place, details });
      continue;
    }
    for (let day = first; day <= until; day = addDays(day, 1)) {
      const there = seen.get(day);
      const year = Number(day.slice(0, 4));
      if (there !== undefined)
        problems.push({ code: 'calendar-day-twice', place, details: { day, first: there } });
      else if (year !== terms.year && !day.startsWith(`${String(terms.year - 1)}-12`))
        problems.push({ code: 'calendar-day-other-year', place, details: { day, year: terms.year } });
      // A day that is worked anyhow needs no notice: most likely it is the wrong day.
      else if (kind === 'work' && weekdayOf(day) < 6)
        problems.push({ code: 'calendar-day-as-usual', place, details: { day, kind } });
      else days.push({ day, kind, name });
      seen.set(day, place);
    }
  }
  return { notice: { year: terms.year, source: terms.source, days }, problems };
}

/** Compares a notice with the one in force. */
export function compareNotices(
  before: CalendarYear | undefined,
  after: CalendarYear,
): Pick<CalendarPlan, 'added' | 'gone' | 'unchanged'> {
  const key = ({ day, kind }: SpecialDay): string => `${day} ${kind}`;
  const had = new Set((before?.days ?? []).map(key));
  const has = new Set(after.days.map(key));
  return {
    added: after.days.filter((day) => !had.has(key(day))),
    gone: (before?.days ?? []).filter((day) => !has.has(key(day))),
    unchanged: after.days.filter((day) => had.has(key(day))).length,
  };
}
