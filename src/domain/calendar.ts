import { AppError } from '../errors.ts';
import type { Day } from './time.ts';
import { addDays, weekdayOf } from './time.ts';

/** A day that is not what its weekday says: off (放假), or a weekend day that is worked (调休上班). */
export interface SpecialDay {
  readonly day: Day;
  readonly kind: 'off' | 'work';
  /** The holiday it belongs to. */
  readonly name: string;
}

/** The special days of one yearly notice of the State Council; it may hold days of the year before. */
export interface CalendarYear {
  readonly year: number;
  readonly source: string;
  readonly days: readonly SpecialDay[];
}

/** Which days are worked. */
export interface Calendar {
  readonly has: (year: number) => boolean;
  /** The notice of a year; undefined where there is none. */
  readonly yearOf: (year: number) => CalendarYear | undefined;
  /** What is special about a day; undefined for one that is what its weekday says. */
  readonly specialOn: (day: Day) => SpecialDay | undefined;
  /** Whether a day is worked. Errors: `calendar-missing` in a year without a notice, which nobody can know. */
  readonly isWorking: (day: Day) => boolean;
}

/** Makes a calendar of yearly notices; of two for one year the later in the list holds, and for one day the one of the later year. */
export function makeCalendar(notices: readonly CalendarYear[]): Calendar {
  const years = new Map(notices.map((notice) => [notice.year, notice]));
  const special = new Map<Day, SpecialDay>();
  for (const { days } of [...years.values()].sort((a, b) => a.year - b.year)) {
    for (const one of days) special.set(one.day, one);
  }
  const isWorking = (day: Day): boolean => {
    const year = Number(day.slice(0, 4));
    if (!years.has(year)) throw new AppError('calendar-missing', { year });
    const found = special.get(day);
    return found === undefined ? weekdayOf(day) < 6 : found.kind === 'work';
  };
  return {
    has: (year) => years.has(year),
    yearOf: (year) => years.get(year),
    specialOn: (day) => special.get(day),
    isWorking,
  };
}

/** The day so many worked days after a day; before it where the number is negative. Errors: `calendar-missing`. */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, step);
    if (calendar.isWorking(at)) left -= 1;
  }
  return at;
}

/** How many worked days lie after one day up to another, that one included. Errors: `calendar-missing`. */
export function countWorkingDays(calendar: Calendar, after: Day, until: Day): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) {
    if (calendar.isWorking(day)) count += 1;
  }
  return count;
}
