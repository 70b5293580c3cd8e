import type { Calendar } from './calendar.ts';
import type { CourseEvent } from './appeal-event.ts';
import { eventsInForce, inOrder } from './appeal-event.ts';
import { lastStop } from './stops.ts';
import { usualRules } from './deadline-presets.ts';
import type { DeadlineRules, DeadlineFacts, Due, Light } from './deadline.ts';
import { findDue, findLight, isOverdue, lastDayOf } from './deadline.ts';
import type { Day, Instant } from './time.ts';
import { localDay, toInstant } from './time.ts';
import type { HourSpan } from './working-hours.ts';
import { isAppError } from '../errors.ts';

/** What times are counted by in a jurisdiction: its calendar, its working hours, its deadline rules. */
export interface CountingRules {
  readonly calendar: Calendar;
  /** The working hours of a day: new ones hold from the day on which they were set. */
  readonly hoursOn: (day: Day) => readonly HourSpan[];
  readonly timeZone: string;
  /** Code of the rules for what is received on a day. */
  readonly rulesOn: (day: Day) => string;
  /** Rules by their code. */
  readonly rules: (code: string) => DeadlineRules | undefined;
  /** All of them. */
  readonly allRules: readonly DeadlineRules[];
}

/** Code of the rules an appeal was received under, as its first event says; one of an older version has the usual ones. */
export function rulesCodeOf(first: CourseEvent): string {
  return first.data.deadline ?? usualRules;
}

/** The rules that hold for an appeal: those it was received under. */
export function rulesOf(counting: CountingRules, events: readonly CourseEvent[]): DeadlineRules | undefined {
  const [first] = events;
  if (first === undefined) return undefined;
  return counting.rules(rulesCodeOf(first));
}

/** The due day of an appeal, step by step; of a closed one that it was closed under, whatever the calendar says by now. Null where no rules hold for it. Errors: `calendar-missing`. */
export function dueOf(
  counting: CountingRules,
  appeal: DeadlineFacts,
  history: readonly CourseEvent[],
): Due | null {
  const events = inOrder(history);
  const rules = rulesOf(counting, events);
  if (rules === undefined) return null;
  const kept = keptDue(events);
  if (kept === null) return findDue({ ...counting, rules }, appeal, events);
  const due = unlessMissing(() => findDue({ ...counting, rules }, appeal, events), null);
  return due?.on === kept ? due : { on: kept, rules: rules.code, steps: [] };
}

/** The due day under which an appeal was closed; null for one that is open, and of an older version, which did not keep it. */
function keptDue(events: readonly CourseEvent[]): Day | null {
  const last = eventsInForce(events).findLast(
    ({ action, data }) => action === 'close' || action === 'reopen' || data.review?.result === 'redo',
  );
  return last?.action === 'close' ? (last.data.due ?? null) : null;
}

/** The warning an appeal shows; where no calendar tells more, red for one that is overdue. */
export function findKnownLight(
  { calendar }: CountingRules,
  { warning }: Pick<DeadlineRules, 'warning'>,
  due: Day,
  today: Day,
): Light | null {
  return unlessMissing(
    () => findLight(calendar, warning, due, today),
    isOverdue(due, today) ? ('red' as const) : null,
  );
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

/** Hours in which a hand-over can be recalled where no rules and no calendar tell. */
const recallHours = 24;

/**
 * Until when the last hand-over of an appeal can be recalled: as long as the unit has for accepting it, by the deadline rules; 24 hours
 * where these say nothing or no calendar is there to count by. A day includes itself. Null where no unit leads.
 */
export function recallLimit(
  counting: CountingRules,
  events: readonly CourseEvent[],
): { readonly sentAt: Instant; readonly until: { readonly day: Day } | { readonly at: Instant } } | null {
  const stop = lastStop(events);
  if (stop?.leftAt !== null) return null;
  const { sentAt } = stop;
  const window = rulesOf(counting, events)?.accept ?? null;
  const day =
    window === null
      ? null
      : unlessMissing(() => lastDayOf(counting.calendar, window, localDay(sentAt, counting.timeZone)), null);
  if (day !== null) return { sentAt, until: { day } };
  return { sentAt, until: { at: toInstant(new Date(Date.parse(sentAt) + recallHours * 3_600_000)) } };
}

/** Whether the last hand-over of an appeal can still be recalled at a time. */
export function isRecallInTime(
  counting: CountingRules,
  events: readonly CourseEvent[],
  at: Instant,
): boolean {
  const limit = recallLimit(counting, events);
  if (limit === null) return true;
  return 'day' in limit.until ? localDay(at, counting.timeZone) <= limit.until.day : at <= limit.until.at;
}
