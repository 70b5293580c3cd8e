/** An instant: UTC, ISO text to the second, `2022-02-07T01:30:00Z`. */
export type Instant = string;
/** A day of a jurisdiction's calendar, `2022-02-07`. */
export type Day = string;

export function toInstant(date: Date): Instant {
  return `${date.toISOString().slice(0, 19)}Z`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** Whether a time zone is one this machine knows, `Asia/Shanghai`. */
export function isTimeZone(name: string): boolean {
  try {
    formatterFor(name);
    return true;
  } catch {
    return false;
  }
}

/** The last second that can be written with four digits for the year. */
const lastMoment = Date.parse('9999-12-31T23:59:59Z');
/** The last day; what would come after it is still this one: people write it for always. */
const lastDay: Day = '9999-12-31';

/** China has no summer time since 1992: its clock needs no formatter, the making of which takes every start 10 ms. */
const china = { since: '1992-01-01', hours: 8 };

/** The wall clock of a time zone at an instant, to the second: `2022-02-07 09:30:00`. */
function wallClock(instant: Instant, timeZone: string): string {
  if (timeZone === 'Asia/Shanghai' && instant >= china.since) {
    const there = new Date(Math.min(Date.parse(instant) + china.hours * 3_600_000, lastMoment)).toISOString();
    return `${there.slice(0, 10)} ${there.slice(11, 19)}`;
  }
  const part: Record<string, string> = {};
  for (const { type, value } of formatterFor(timeZone).formatToParts(new Date(instant))) part[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = part;
  return `${year.padStart(4, '0')}-${month}-${day} ${hour}:${minute}:${second}`;
}

/** Days by time zone and quarter of an hour: midnight lies at the beginning of one everywhere, and lists ask for thousands. */
const knownDays = new Map<string, Day>();
const daysKept = 20_000;

/** The day of an instant where the jurisdiction is. */
export function localDay(instant: Instant, timeZone: string): Day {
  const quarter = Math.floor(Number(instant.slice(14, 16)) / 15);
  const key = `${instant.slice(0, 13)}${String(quarter)}${timeZone}`;
  let day = knownDays.get(key);
  if (day === undefined) {
    day = wallClock(instant, timeZone).slice(0, 10);
    if (knownDays.size >= daysKept) knownDays.clear();
    knownDays.set(key, day);
  }
  return day;
}

/** Date and time of an instant where the jurisdiction is, to the minute: `2022-02-07 09:30`. */
export function localTime(instant: Instant, timeZone: string): string {
  return wallClock(instant, timeZone).slice(0, 16);
}

const timePattern =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?[分秒]?)?$/u;

/**
 * Reads a local date and time as people write them (2022-02-07 09:30, 2022/2/7 9:30, 2022年2月7日 9时30分), or a day
 * alone (its first minute). Undefined for what is no such time, a 30 February included.
 */
export function parseLocalTime(text: string, timeZone: string): Instant | undefined {
  const found = timePattern.exec(text.normalize('NFKC').trim());
  if (found === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = found.map(
    (part) => part as string | undefined,
  );
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  const wall = `${year ?? ''}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
  const asUtc = Date.parse(`${wall.replace(' ', 'T')}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // Two steps reach the offset in force at that wall clock, also across a change of offset.
  let guess = asUtc;
  for (let step = 0; step < 2; step += 1) {
    const shown = Date.parse(`${wallClock(toInstant(new Date(guess)), timeZone).replace(' ', 'T')}Z`);
    guess += asUtc - shown;
  }
  const instant = toInstant(new Date(guess));
  return wallClock(instant, timeZone) === wall ? instant : undefined;
}

/** Reads a day as people write it (2022-01-18, 2022/1/18, 2022.1.18, 2022年1月18日). Undefined for what is none. */
export function parseDay(text: string): Day | undefined {
  const instant = parseLocalTime(text, 'UTC');
  return instant?.endsWith('T00:00:00Z') === true ? instant.slice(0, 10) : undefined;
}

/** A day as official papers write it, without leading zeros: 2022年1月18日. */
export function officialDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

/** Whole days from one day to a later one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whole days from one instant to a later one. */
export function daysPassed(from: Instant, until: Instant): number {
  return Math.floor((Date.parse(until) - Date.parse(from)) / (24 * 60 * 60 * 1000));
}

/** The day so many days later; earlier where the number is negative. */
export function addDays(day: Day, days: number): Day {
  // Calendars are walked day by day; within a month no date needs to be made.
  const date = Number(day.slice(8)) + days;
  if (date >= 1 && date <= 28) return day.slice(0, 8) + String(date).padStart(2, '0');
  const there = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString();
  return there.startsWith('+') ? lastDay : there.slice(0, 10);
}

/** The day after. */
export function nextDay(day: Day): Day {
  return addDays(day, 1);
}

/** Day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  const at = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
  // The first day that is counted from, 1 January 1970, was a Thursday.
  return ((Math.floor(at / 86_400_000) + 3) % 7) + 1;
}

/** The instant at which a day begins there. */
export function startOfDay(day: Day, timeZone: string): Instant {
  const instant = parseLocalTime(`${day} 00:00`, timeZone);
  if (instant === undefined) throw new Error(`not a day: ${day}`);
  return instant;
}
