import type { Appeal } from '../domain/appeal.ts';
import { countWorkingDays } from '../domain/calendar.ts';
import type { CourseEvent, Stop } from '../domain/course.ts';
import { answeredAt, listStops } from '../domain/course.ts';
import type { AppealClocks, Stint } from '../domain/clocks.ts';
import type { DeadlineRules, Window } from '../domain/deadline.ts';
import { findLight, lastDayOf } from '../domain/deadline.ts';
import type { Instant } from '../domain/time.ts';
import { localDay } from '../domain/time.ts';
import { workingMinutes } from '../domain/working-hours.ts';
import type { Clock } from '../store/clock.ts';
import { dueOf, rulesOf, unlessMissing } from '../store/clock.ts';

/** Reads the clocks of an appeal. They are told in working hours of the jurisdiction; the citizen's goes on through every hand-over. */
export function readClocks(
  clock: Clock,
  appeal: Pick<Appeal, 'kind' | 'channel' | 'priority' | 'receivedAt'>,
  events: readonly CourseEvent[],
  now: Instant,
): AppealClocks {
  const { calendar, timeZone } = clock;
  const rules = rulesOf(clock, events);
  let missingYear: number | null = null;
  const due = unlessMissing(() => dueOf(clock, appeal, events), null);
  if (due === null && rules !== undefined) missingYear = findMissingYear(clock, appeal.receivedAt, now);
  const answered = answeredAt(events);
  const day = localDay(answered ?? now, timeZone);
  const count = (from: Instant, until: Instant): number | null =>
    unlessMissing(() => workingMinutes(clock, from, until), null);
  return {
    due,
    missingYear,
    light:
      due === null || rules === undefined || answered !== null
        ? null
        : unlessMissing(() => findLight(calendar, rules.warning, due.on, day), day > due.on ? 'red' : null),
    daysLeft: due === null ? null : unlessMissing(() => daysUntil(clock, day, due.on), null),
    isAnswered: events.some(({ action, data }) => action === 'reply' || data.outcome === 'answered'),
    answeredAt: answered,
    minutes: count(appeal.receivedAt, answered ?? now),
    stints: listStops(events).map((stop) => readStint(clock, rules, stop, now, count)),
  };
}

function readStint(
  clock: Clock,
  rules: DeadlineRules | undefined,
  { hop, sentAt, acceptedAt, leftAt, stretches }: Stop,
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
  const sentOn = localDay(from, clock.timeZone);
  const lastDay = (window: Window | null | undefined, day: string): string | null =>
    window == null ? null : unlessMissing(() => lastDayOf(clock.calendar, window, day), null);
  const acceptBy = lastDay(rules?.accept, sentOn);
  return {
    hop,
    minutes,
    minutesToAccept: count(from, end),
    acceptBy,
    returnBy: lastDay(rules?.return, localDay(sentAt, clock.timeZone)),
    isAcceptedLate: acceptBy !== null && localDay(end, clock.timeZone) > acceptBy,
  };
}

/** Worked days from one day to another; less than nought backwards. */
function daysUntil({ calendar }: Clock, from: string, to: string): number {
  return to >= from ? countWorkingDays(calendar, from, to) : -countWorkingDays(calendar, to, from);
}

/** The first year from the one an appeal was received in for which there is no calendar. */
function findMissingYear({ calendar, timeZone }: Clock, receivedAt: Instant, now: Instant): number | null {
  const last = Number(localDay(now, timeZone).slice(0, 4)) + 1;
  for (let year = Number(localDay(receivedAt, timeZone).slice(0, 4)); year <= last; year += 1) {
    if (!calendar.has(year)) return year;
  }
  return null;
}

/** Whether an appeal that was sent and not accepted is late; where no calendar tells, what is said for that. */
export function isUnacceptedLate(
  clock: Clock,
  sentAt: Instant,
  window: Window | null,
  now: Instant,
  ifUnknown: boolean,
): boolean {
  if (window === null) return false;
  const today = localDay(now, clock.timeZone);
  const sentOn = localDay(sentAt, clock.timeZone);
  return unlessMissing(() => today > lastDayOf(clock.calendar, window, sentOn), ifUnknown && today > sentOn);
}
