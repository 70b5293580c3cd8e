import type { Appeal } from './appeal.ts';
import { countWorkingDays } from './calendar.ts';
import type { CountingRules } from './counting-rules.ts';
import { dueOf, findKnownLight, rulesOf, unlessMissing } from './counting-rules.ts';
import type { CourseEvent } from './appeal-event.ts';
import type { Stop } from './stops.ts';
import { answeredAt, isAnswerDated, isAnsweredNow } from './course.ts';
import { listStops } from './stops.ts';
import type { DeadlineRules, Due, Light, Window } from './deadline.ts';
import { lastDayOf } from './deadline.ts';
import type { Day, Instant } from './time.ts';
import { addDays, earliestDay, localDay } from './time.ts';
import { workingMinutes } from './working-hours.ts';

/** How long a unit has been at an appeal, in minutes of working hours; null where a year has no calendar. */
export interface Stint {
  readonly hop: number;
  /** From sent to handed on, replied or closed, and what was done again. */
  readonly minutes: number | null;
  /** From sent to accepted, or until now; part of the stint. */
  readonly minutesToAccept: number | null;
  /** The last day for accepting; null where the rules say nothing. */
  readonly acceptBy: string | null;
  readonly isAcceptedLate: boolean;
  /** The last day for asking to return it; null where the rules say nothing. */
  readonly returnBy: string | null;
}

/** The two clocks of an appeal: the citizen's, from received to answered, and each unit's. */
export interface AppealTimes {
  readonly due: Due | null;
  /** The year for which a calendar is missing, so that nothing can be counted. */
  readonly missingYear: number | null;
  /** Null once it is answered, and where no due day is known. */
  readonly light: Light | null;
  /** Worked days left until the due day; less than nought when it is over, and when the answer came late. */
  readonly daysLeft: number | null;
  /** Whether the citizen was answered since the work began, or began again; one that was withdrawn, declined or a duplicate ended without. */
  readonly isAnswered: boolean;
  /** When it was answered or ended; null while the citizen waits. */
  readonly answeredAt: Instant | null;
  /** Whether it was answered, and nobody told when: then nothing can be said of how long it took. */
  readonly isAnswerUndated: boolean;
  /** Minutes of working hours from received to answered, or until now. */
  readonly minutes: number | null;
  readonly stints: readonly Stint[];
}

/** Reads the clocks of an appeal. They are told in working hours of the jurisdiction; the citizen's goes on through every hand-over. */
export function foldTimes(
  counting: CountingRules,
  appeal: Pick<Appeal, 'kind' | 'channel' | 'priority' | 'receivedAt'>,
  events: readonly CourseEvent[],
  now: Instant,
): AppealTimes {
  const { timeZone } = counting;
  const rules = rulesOf(counting, events);
  let missingYear: number | null = null;
  const due = unlessMissing(() => dueOf(counting, appeal, events), null);
  if (due === null && rules !== undefined) missingYear = findMissingYear(counting, appeal.receivedAt, now);
  const answered = answeredAt(events);
  const isAnswerUndated = answered !== null && !isAnswerDated(events);
  const day = localDay(answered ?? now, timeZone);
  const count = (from: Instant, until: Instant): number | null =>
    unlessMissing(() => workingMinutes(counting, from, until), null);
  return {
    due,
    missingYear,
    light:
      due === null || rules === undefined || answered !== null
        ? null
        : findKnownLight(counting, rules, due.on, day),
    daysLeft:
      due === null || isAnswerUndated ? null : unlessMissing(() => daysUntil(counting, day, due.on), null),
    isAnswered: isAnsweredNow(events),
    answeredAt: answered,
    isAnswerUndated,
    minutes: isAnswerUndated ? null : count(appeal.receivedAt, answered ?? now),
    stints: listStops(events).map((stop) => foldStint(counting, rules, stop, now, count)),
  };
}

function foldStint(
  counting: CountingRules,
  rules: DeadlineRules | undefined,
  { hop, sentAt, acceptedAt, isAcceptUnknown, leftAt, stretches }: Stop,
  now: Instant,
  count: (from: Instant, until: Instant) => number | null,
): Stint {
  const parts = stretches.map((one) => count(one.from, one.until ?? now));
  const minutes = parts.some((part) => part === null)
    ? null
    : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const { from, until } = stretches.at(-1) ?? { from: sentAt, until: leftAt };
  const accepted = acceptedAt !== null && acceptedAt < from ? from : acceptedAt;
  const end = accepted ?? until ?? now;
  const sentOn = localDay(from, counting.timeZone);
  const lastDay = (window: Window | null | undefined, day: string): string | null =>
    window == null ? null : unlessMissing(() => lastDayOf(counting.calendar, window, day), null);
  const acceptBy = lastDay(rules?.accept, sentOn);
  return {
    hop,
    minutes,
    minutesToAccept: isAcceptUnknown ? null : count(from, end),
    acceptBy,
    returnBy: lastDay(rules?.return, sentOn),
    isAcceptedLate: !isAcceptUnknown && acceptBy !== null && localDay(end, counting.timeZone) > acceptBy,
  };
}

/** Worked days from one day to another; less than nought backwards. */
function daysUntil({ calendar }: CountingRules, from: string, to: string): number {
  return to >= from ? countWorkingDays(calendar, from, to) : -countWorkingDays(calendar, to, from);
}

/** The first year from the one an appeal was received in for which there is no calendar. */
function findMissingYear(
  { calendar, timeZone }: CountingRules,
  receivedAt: Instant,
  now: Instant,
): number | null {
  const last = Number(localDay(now, timeZone).slice(0, 4)) + 1;
  for (let year = Number(localDay(receivedAt, timeZone).slice(0, 4)); year <= last; year += 1) {
    if (!calendar.has(year)) return year;
  }
  return null;
}

/** Whether an appeal that was sent and not accepted is late; where no calendar tells, nobody can say that it is. */
export function isUnacceptedLate(
  counting: CountingRules,
  sentAt: Instant,
  window: Window | null,
  now: Instant,
): boolean {
  if (window === null) return false;
  const today = localDay(now, counting.timeZone);
  const sentOn = localDay(sentAt, counting.timeZone);
  return unlessMissing(() => today > lastDayOf(counting.calendar, window, sentOn), false);
}

/** A span of days, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly until: Day;
}

/**
 * The days of which everything that was sent and not accepted is late by now: in each year with a calendar up to the last day whose window has
 * passed. Where no calendar tells, nothing is.
 */
export function lateDays(counting: CountingRules, window: Window | null, now: Instant): DaySpan[] {
  const { calendar, timeZone } = counting;
  if (window === null) return [];
  const today = localDay(now, timeZone);
  const isLate = (day: Day): boolean => unlessMissing(() => today > lastDayOf(calendar, window, day), false);
  const spans: DaySpan[] = [];
  for (let year = Number(earliestDay.slice(0, 4)); year <= Number(today.slice(0, 4)); year += 1) {
    if (!calendar.has(year)) continue;
    const [first, last] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
    // What is sent on the last day of a year without a calendar is counted from the first of this one.
    const eve = addDays(first, -1);
    // Where it has one of its own, the day is in the span of its year: it is told once.
    const from = !calendar.has(year - 1) && isLate(eve) ? eve : first;
    let until = last < today ? last : today;
    while (until >= from && !isLate(until)) until = addDays(until, -1);
    if (until >= from) spans.push({ from, until });
  }
  return spans;
}
