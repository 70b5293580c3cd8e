import type { Calendar } from '../domain/calendar.ts';
import { usualRules } from '../domain/deadline-presets.ts';
import type { CourseEvent } from '../domain/course.ts';
import type { DeadlineRules, DeadlineTerms, Due } from '../domain/deadline.ts';
import { findDue } from '../domain/deadline.ts';
import type { Day } from '../domain/time.ts';
import type { HourSpan } from '../domain/working-hours.ts';
import { parseWorkingHours, usualHours } from '../domain/working-hours.ts';
import { isAppError } from '../errors.ts';
import { readCalendar } from './calendar.ts';
import type { Db } from './database.ts';
import { listDeadlineRules, listDeadlineUses, rulesCodeOn } from './deadlines.ts';

/** What times are counted by in a jurisdiction: its calendar, its working hours, its deadline rules. */
export interface Clock {
  readonly calendar: Calendar;
  readonly hours: readonly HourSpan[];
  readonly timeZone: string;
  /** Code of the rules for what is received on a day. */
  readonly rulesOn: (day: Day) => string;
  /** Rules by their code. */
  readonly rules: (code: string) => DeadlineRules | undefined;
}

/** Reads what times are counted by. */
export async function readClock(
  db: Db,
  jurisdiction: { readonly id: number; readonly timeZone: string; readonly workHours: string | null },
): Promise<Clock> {
  const { id, timeZone, workHours } = jurisdiction;
  const uses = await listDeadlineUses(db, id);
  const all = new Map((await listDeadlineRules(db, id)).map((rules) => [rules.code, rules]));
  return {
    calendar: await readCalendar(db, id),
    hours: parseWorkingHours(workHours ?? usualHours) ?? [],
    timeZone,
    rulesOn: (day) => rulesCodeOn(uses, day),
    rules: (code) => all.get(code),
  };
}

/** Code of the rules an appeal was received under, as its first event says; one of an older version has the usual ones. */
export function rulesCodeOf(first: CourseEvent): string {
  return first.data.deadline ?? usualRules;
}

/** The rules that hold for an appeal: those it was received under. */
export function rulesOf(clock: Clock, events: readonly CourseEvent[]): DeadlineRules | undefined {
  const [first] = events;
  if (first === undefined) return undefined;
  return clock.rules(rulesCodeOf(first));
}

/** The due day of an appeal, step by step; null where no rules hold for it. Errors: `calendar-missing`. */
export function dueOf(clock: Clock, appeal: DeadlineTerms, events: readonly CourseEvent[]): Due | null {
  const rules = rulesOf(clock, events);
  return rules === undefined ? null : findDue({ ...clock, rules }, appeal, events);
}

/** What a calendar gives, or what is said where a year has none. */
export function unlessMissing<Found, Else>(count: () => Found, otherwise: Else): Found | Else {
  try {
    return count();
  } catch (error) {
    if (isAppError(error) && error.code === 'calendar-missing') return otherwise;
    throw error;
  }
}
