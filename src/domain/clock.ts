import type { Calendar } from './calendar.ts';
import type { CourseEvent } from './course.ts';
import { usualRules } from './deadline-presets.ts';
import type { DeadlineRules, DeadlineTerms, Due } from './deadline.ts';
import { findDue } from './deadline.ts';
import type { Day } from './time.ts';
import type { HourSpan } from './working-hours.ts';
import { isAppError } from '../errors.ts';

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
