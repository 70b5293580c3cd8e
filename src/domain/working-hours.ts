import type { Calendar } from './calendar.ts';
import type { Day, Instant } from './time.ts';
import { addDays, localDay, localTime } from './time.ts';

/** A part of a worked day, in minutes after midnight. */
export interface HourSpan {
  readonly from: number;
  readonly until: number;
}

/** Working hours where a jurisdiction says nothing: those of the offices of the north in winter. */
export const usualHours = '08:30-12:00,13:30-17:30';

function parseMinutes(text: string): number | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:：](\d{2})$/u.exec(text.trim()) ?? [];
  if (hour === '' || Number(hour) > 24 || Number(minute) > 59) return undefined;
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes > 24 * 60 ? undefined : minutes;
}

/** Reads working hours as people write them, `08:30-12:00,13:30-17:30`; undefined for what is none, overlapping parts included. */
export function parseWorkingHours(text: string): readonly HourSpan[] | undefined {
  const spans: HourSpan[] = [];
  for (const part of text.normalize('NFKC').split(/[,、;]/u)) {
    const [first = '', second = '', ...rest] = part.split(/[-–—~至]/u);
    const from = parseMinutes(first);
    const until = parseMinutes(second);
    if (from === undefined || until === undefined || rest.length > 0 || from >= until) return undefined;
    if (from < (spans.at(-1)?.until ?? 0)) return undefined;
    spans.push({ from, until });
  }
  return spans;
}

/** Writes working hours as they are read. */
export function writeWorkingHours(spans: readonly HourSpan[]): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const write = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return spans.map(({ from, until }) => `${write(from)}-${write(until)}`).join(',');
}

/** That working hours were set on a day, from what to what; null for those of `usualHours`. */
export interface HoursChange {
  readonly fromDay: Day;
  readonly before: string | null;
  readonly after: string | null;
}

/** Finds the working hours of any day: those set last until then, before the first change what it changed. Changes come in their order. */
export function makeHoursOn(
  changes: readonly HoursChange[],
  current: string | null,
): (day: Day) => readonly HourSpan[] {
  const parse = (written: string | null): readonly HourSpan[] =>
    parseWorkingHours(written ?? usualHours) ?? [];
  const [first] = changes;
  const original = parse(first === undefined ? current : first.before);
  const newestFirst = changes.map(({ fromDay, after }) => ({ fromDay, spans: parse(after) })).reverse();
  return (day) => newestFirst.find(({ fromDay }) => fromDay <= day)?.spans ?? original;
}

/** Minutes after midnight of a local time, `2022-02-07 16:50`. */
function minutesOf(time: string): number {
  return Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
}

/**
 * Worked minutes between two instants: those of the working hours that held on each worked day, where the jurisdiction is. Nought where
 * the second is not later. Errors: `calendar-missing`.
 */
export function workingMinutes(
  terms: {
    readonly calendar: Calendar;
    readonly hoursOn: (day: Day) => readonly HourSpan[];
    readonly timeZone: string;
  },
  from: Instant,
  until: Instant,
): number {
  const { calendar, hoursOn, timeZone } = terms;
  const first = localDay(from, timeZone);
  const last = localDay(until, timeZone);
  const start = minutesOf(localTime(from, timeZone));
  const end = minutesOf(localTime(until, timeZone));
  let minutes = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!calendar.isWorking(day)) continue;
    for (const span of hoursOn(day)) {
      const opens = day === first ? Math.max(span.from, start) : span.from;
      const closes = day === last ? Math.min(span.until, end) : span.until;
      minutes += Math.max(0, closes - opens);
    }
  }
  return minutes;
}
