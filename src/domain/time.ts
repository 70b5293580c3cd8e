import { plainWidth } from './plain-width.ts';

/** An instant: UTC, ISO text to the second, `2022-02-07T01:30:00Z`. */
export type Instant = string;
/** A day of a jurisdiction's calendar, `2022-02-07`. */
export type Day = string;

export function toInstant(date: Date): Instant {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** An instant in seconds since 1970, as it is kept where much is counted. */
export function secondsOf(instant: Instant): number {
  return Date.parse(instant) / 1000;
}

/** The instant of so many seconds since 1970. */
export function instantOf(seconds: number): Instant {
  return toInstant(new Date(seconds * 1000));
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

/** Where an office is that says nothing else. */
export const usualTimeZone = 'Asia/Shanghai';

/** Whether a time zone is one this machine knows, `Asia/Shanghai`. */
export function isTimeZone(name: string): boolean {
  try {
    formatterFor(name);
    return true;
  } catch {
    return false;
  }
}

/** Nothing that is recorded is earlier: 1899, 1900 and 1970 are what programs write for no day. */
export const earliestDay: Day = '1990-01-01';

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

/** In which order a file writes the parts of a day; the year comes first unless somebody says otherwise: 2/7/2022 can be two days. */
export const dayOrders = ['ymd', 'mdy', 'dmy'] as const;
export type DayOrder = (typeof dayOrders)[number];

const dayPatterns: Readonly<Record<DayOrder, RegExp>> = {
  ymd: /^(?<year>\d{4})(?:[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?|(?<tight>\d{4}))/u,
  mdy: /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})[-/.](?<year>\d{4})/u,
  dmy: /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})/u,
};

/** Words for the part of the day an hour is counted in. */
const halves = {
  before: '上午|早上|早晨|凌晨|清晨|am',
  after: '下午|pm',
  evening: '晚上|傍晚|夜间',
  noon: '中午',
} as const;
const half = `(?:${Object.values(halves).join('|')})`;

const clockPattern = new RegExp(
  String.raw`^[ T,]*(?<early>${half})? *(?:(?<hour>\d{1,2})(?:[:时点] *(?:(?<minute>\d{1,2})(?:[:分] *(?:(?<second>\d{1,2})(?:\.\d{1,9})?秒?)?)?)?)|(?<tight>\d{4}(?:\d{2})?))` +
    String.raw` *(?<late>${half})? *(?<zone>Z|[+-]\d{2}:?\d{2})?$`,
  'iu',
);

/** A day and time as somebody wrote them, before any time zone is thought of. */
interface WrittenTime {
  /** `2022-02-07 09:30:00`. */
  readonly wall: string;
  readonly hasClock: boolean;
  /** Minutes ahead of UTC, where the text says so. */
  readonly zone: number | undefined;
}

function parseWrittenTime(text: string, order: DayOrder): WrittenTime | undefined {
  const plain = plainWidth(text)
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const day = dayPatterns.ymd.exec(plain) ?? dayPatterns[order].exec(plain);
  if (day === null) return undefined;
  const rest = plain.slice(day[0].length);
  const { year = '', month, day: date, tight = '' } = day.groups as Partial<Record<string, string>>;
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  const written = `${year}-${two(month ?? tight.slice(0, 2))}-${two(date ?? tight.slice(2))}`;
  if (rest === '') return { wall: `${written} 00:00:00`, hasClock: false, zone: undefined };
  const clock = clockPattern.exec(rest)?.groups as Partial<Record<string, string>> | undefined;
  // Only what is written without signs throughout is cut by its length.
  if (clock === undefined || (clock['tight'] !== undefined && (tight === '' || rest !== clock['tight'])))
    return undefined;
  const { tight: run } = clock;
  const hour = findHour(clock['hour'] ?? run?.slice(0, 2) ?? '', clock['early'] ?? clock['late']);
  if (hour === undefined || (clock['early'] !== undefined && clock['late'] !== undefined)) return undefined;
  const minute = clock['minute'] ?? run?.slice(2, 4);
  const second = clock['second'] ?? run?.slice(4);
  return {
    wall: `${written} ${two(String(hour))}:${two(minute)}:${two(second)}`,
    hasClock: true,
    zone: findZone(clock['zone']),
  };
}

/** The hour of the day, 0 to 23; undefined where hour and half contradict each other. */
function findHour(written: string, word: string | undefined): number | undefined {
  const hour = Number(written);
  if (word === undefined) return hour;
  const is = (words: string): boolean => words.split('|').includes(word.toLowerCase());
  if (is(halves.before)) return hour > 12 ? undefined : hour % 12;
  if (is(halves.after)) return hour === 0 ? undefined : hour < 12 ? hour + 12 : hour;
  // Twelve in the evening is the next day to some.
  if (is(halves.evening)) return hour >= 5 && hour <= 11 ? hour + 12 : hour >= 17 ? hour : undefined;
  return hour >= 11 && hour <= 14 ? hour : hour === 1 || hour === 2 ? hour + 12 : undefined;
}

function findZone(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (written.toUpperCase() === 'Z') return 0;
  const minutes = Number(written.slice(1, 3)) * 60 + Number(written.slice(-2));
  return written.startsWith('-') ? -minutes : minutes;
}

/**
 * Reads a time of China as most programs write it, 2022-02-07 09:30:00: a file holds a million of them. Undefined for any other, which is
 * read by its parts.
 */
function parsePlainTime(text: string): Instant | undefined {
  if (text < china.since) return undefined;
  const [, date = '', hour, minute = '', second = '00'] = plainTime.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23) return undefined;
  const days = daysAround(date);
  if (days === undefined) return undefined;
  const there = Number(hour) - china.hours;
  const clock = String(there < 0 ? there + 24 : there).padStart(2, '0');
  return `${there < 0 ? days.before : days.day}T${clock}:${minute}:${second}Z`;
}

/** Days that were written so, and the ones before them; null where there is no such day. */
const writtenDays = new Map<string, { readonly day: Day; readonly before: Day } | null>();

function daysAround(date: string): { readonly day: Day; readonly before: Day } | undefined {
  let days = writtenDays.get(date);
  if (days === undefined) {
    const [year = 0, month = 0, day = 0] = date.split(/[-/]/u).map(Number);
    const at = Date.UTC(year, month - 1, day);
    const isDay = new Date(at).getUTCMonth() === month - 1 && new Date(at).getUTCDate() === day;
    const on = (moment: number): Day => new Date(moment).toISOString().slice(0, 10);
    days = isDay ? { day: on(at), before: on(at - 86_400_000) } : null;
    if (writtenDays.size >= daysKept) writtenDays.clear();
    writtenDays.set(date, days);
  }
  return days ?? undefined;
}

const plainTime = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2}) (\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/u;

/**
 * Reads a local date and time as people and programs write them: 2022-02-07 09:30, 2022/2/7 9:30, 2022年2月7日 9时30分, 2022/2/7 下午3:20,
 * 9:20:15 AM, 20220207092000, with fractions of a second, with a zone of its own (…T09:30:00+08:00), or a day alone (its first minute).
 * Undefined for what is no such time, a 30 February included.
 */
export function parseLocalTime(text: string, timeZone: string, order: DayOrder = 'ymd'): Instant | undefined {
  const plain = timeZone === 'Asia/Shanghai' ? parsePlainTime(text) : undefined;
  if (plain !== undefined) return plain;
  const written = parseWrittenTime(text, order);
  if (written === undefined) return undefined;
  const { wall, zone } = written;
  const asUtc = Date.parse(`${wall.replace(' ', 'T')}Z`);
  // 30 February and 24:00 are moved on by some engines.
  if (Number.isNaN(asUtc) || toInstant(new Date(asUtc)) !== `${wall.replace(' ', 'T')}Z`) return undefined;
  if (zone !== undefined) return toInstant(new Date(asUtc - zone * 60_000));
  // Two steps reach the offset in force at that wall clock, also across a change of offset.
  let guess = asUtc;
  for (let step = 0; step < 2; step += 1) {
    const shown = Date.parse(`${wallClock(toInstant(new Date(guess)), timeZone).replace(' ', 'T')}Z`);
    guess += asUtc - shown;
  }
  const instant = toInstant(new Date(guess));
  return wallClock(instant, timeZone) === wall ? instant : undefined;
}

/** Reads a day as people write it (2022-01-18, 2022/1/18, 2022.1.18, 2022年1月18日, 20220118). Undefined for what is none, or has a time. */
export function parseDay(text: string, order: DayOrder = 'ymd'): Day | undefined {
  const written = parseWrittenTime(text, order);
  if (written?.wall.endsWith(' 00:00:00') !== true) return undefined;
  return parseLocalTime(written.wall, 'UTC')?.slice(0, 10);
}

/**
 * A day or time as people say it of this year or of today, made whole: 1月21日 is of the year of `today`, 8:50 and 下午3点 are of that day. Whatever
 * is whole already, or is no time, stays as it is.
 */
export function completeTime(text: string, today: Day): string {
  const plain = plainWidth(text).trim();
  if (/^\d{1,2}月\d{1,2}日?/u.test(plain)) return `${today.slice(0, 4)}年${plain}`;
  const clock = clockPattern.exec(plain)?.groups;
  return clock?.['hour'] === undefined ? text : `${today} ${plain}`;
}

/** A day as official papers write it, without leading zeros: 2022年1月18日. */
export function officialDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${String(Number(month))}月${String(Number(date))}日`;
}

/** A day that is not known yet as an official paper leaves it open: 2022年 月 日. */
export function openDay(year: string): string {
  return `${year}年\u3000月\u3000日`;
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
  // Where summer time begins at midnight, that day begins later.
  for (const time of ['00:00', '00:30', '01:00', '02:00']) {
    const instant = parseLocalTime(`${day} ${time}`, timeZone);
    if (instant !== undefined) return instant;
  }
  throw new Error(`not a day: ${day}`);
}
