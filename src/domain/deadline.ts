import type { Problem } from '../problems.ts';
import type { Kind, Priority } from './appeal.ts';
import { kinds, priorities } from './appeal.ts';
import type { Calendar } from './calendar.ts';
import { addWorkingDays } from './calendar.ts';
import type { CourseEvent } from './appeal-event.ts';
import type { Day } from './time.ts';
import { addDays, localDay, weekdayOf } from './time.ts';
import type { Channel } from './volume.ts';
import { appealChannels } from './volume.ts';

/** A number of days, worked ones or those of the calendar; the first is the day itself, or the one after it. */
export interface Window {
  readonly days: number;
  readonly dayKind: 'working' | 'calendar';
  readonly start: 'next-day' | 'same-day';
  /** The clause or paper it was taken from, where that is not the source of the rules as a whole. */
  readonly source?: string | undefined;
}

/** A limit, and the appeals it is for; what is not said does not narrow it. */
export interface DeadlineCase extends Window {
  readonly kinds?: readonly Kind[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly priorities?: readonly Priority[] | undefined;
}

/** By when appeals are answered in one place: data with a source, for places differ. */
export interface DeadlineRules {
  readonly code: string;
  readonly name: string;
  readonly source: string;
  /** Limits for a reply; the first that fits an appeal is its own, and the last fits all. */
  readonly cases: readonly DeadlineCase[];
  /** By when the unit accepts, from the day on which it was sent; null where the rules say nothing. */
  readonly accept: Window | null;
  /** By when the unit may ask to return it, from the day on which it was sent. */
  readonly return: Window | null;
  /** How often it may be extended, and by how many days in all; null where it may not. */
  readonly extension: {
    readonly times: number;
    readonly days: number;
    readonly dayKind: Window['dayKind'];
    readonly source?: string | undefined;
  } | null;
  /** The limit when the work is to be done again; null where it is the one the appeal had. */
  readonly rework: Window | null;
  /** Warnings: yellow so many worked days before the last day, red from so many after it. */
  readonly warning: { readonly yellow: number; readonly red: number; readonly source?: string | undefined };
}

/** What decides which limit an appeal has. */
export interface DeadlineFacts {
  readonly kind: Kind;
  readonly channel: Channel;
  readonly priority: Priority;
}

/** Finds the limit of an appeal: the first case that fits. Undefined where none does, which sound rules exclude. */
export function findCase(
  rules: Pick<DeadlineRules, 'cases'>,
  terms: DeadlineFacts,
): DeadlineCase | undefined {
  const fits = <Code>(allowed: readonly Code[] | undefined, one: Code): boolean =>
    allowed === undefined || allowed.includes(one);
  return rules.cases.find(
    ({ kinds, channels, priorities: pressing }) =>
      fits(kinds, terms.kind) && fits(channels, terms.channel) && fits(pressing, terms.priority),
  );
}

/** Appeals for which rules have no limit, by what decides it; sound rules have none of them. */
export function findGaps(rules: Pick<DeadlineRules, 'cases'>): Problem[] {
  for (const kind of kinds) {
    for (const channel of appealChannels) {
      for (const priority of priorities) {
        const found = findCase(rules, { kind, channel, priority });
        if (found === undefined)
          return [{ code: 'rules-case-missing', details: { kind, channel, priority } }];
      }
    }
  }
  return [];
}

/** That a jurisdiction uses deadline rules for what it receives from a day on, until it takes others. */
export interface DeadlineUse {
  readonly code: string;
  readonly fromDay: Day;
  readonly at: string;
  readonly by: string;
}

/** Code of the rules for what is received on a day: those taken into use last from that day or an earlier one; the newest decision comes first. */
export function rulesCodeOn(uses: readonly DeadlineUse[], day: Day): string | undefined {
  return uses.find(({ fromDay }) => fromDay <= day)?.code;
}

/** A day on the way to a due day. */
export interface CountedDay {
  readonly day: Day;
  /** Day of the week, 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  /** What the calendar makes of it. */
  readonly sort: 'worked' | 'weekend' | 'off' | 'weekend-worked';
  /** The holiday that it is, or is worked for. */
  readonly name: string | null;
  /** Which day of the limit it is; null for one that does not count. */
  readonly count: number | null;
}

/** The last day of a window, and every day on the way to it. */
export interface CountedWindow {
  readonly due: Day;
  readonly days: readonly CountedDay[];
}

/**
 * Counts a window from a day on.
 *
 * | days | start | last day |
 * |---|---|---|
 * | working | next day | the n-th worked day after the day |
 * | working | same day | the day itself is the first, if it is worked; else the next worked day |
 * | calendar | next day | n days after |
 * | calendar | same day | n - 1 days after |
 *
 * A last day of the calendar that is off moves to the next worked day (Civil Code art. 203). Errors: `calendar-missing`.
 */
export function countWindow(
  calendar: Calendar,
  from: Day,
  { days, dayKind, start }: Pick<Window, 'days' | 'dayKind' | 'start'>,
): CountedWindow {
  const counted: CountedDay[] = [];
  let count = 0;
  for (let day = start === 'same-day' ? from : addDays(from, 1); ; day = addDays(day, 1)) {
    const isWorked = calendar.isWorking(day);
    const counts = count < days && (dayKind === 'calendar' || isWorked);
    if (counts) count += 1;
    counted.push(describeDay(calendar, day, isWorked, counts ? count : null));
    if (count >= days && isWorked) return { due: day, days: counted };
  }
}

function describeDay(calendar: Calendar, day: Day, isWorked: boolean, count: number | null): CountedDay {
  const weekday = weekdayOf(day);
  const name = calendar.specialOn(day)?.name ?? null;
  if (isWorked) return { day, weekday, sort: weekday > 5 ? 'weekend-worked' : 'worked', name, count };
  return { day, weekday, sort: name === null ? 'weekend' : 'off', name, count };
}

/** One step on the way to the due day of an appeal. */
export interface DueStep extends CountedWindow {
  readonly why: 'received' | 'redo' | 'extend';
  /** The day it is counted from. */
  readonly from: Day;
  readonly window: Window;
}

/** The day by which an appeal is to be answered, and how it came about. */
export interface Due {
  readonly on: Day;
  readonly rules: string;
  readonly steps: readonly DueStep[];
}

/**
 * Finds the due day of an appeal from its history: the limit of its kind from the day it was received, moved by extensions;
 * work that is to be done again begins a limit of its own. Hand-overs never move it.
 *
 * Errors: `calendar-missing`.
 */
export function findDue(
  terms: { readonly calendar: Calendar; readonly rules: DeadlineRules; readonly timeZone: string },
  appeal: DeadlineFacts,
  events: readonly CourseEvent[],
): Due | null {
  const { calendar, rules, timeZone } = terms;
  const limit = findCase(rules, appeal);
  if (limit === undefined) return null;
  let steps: DueStep[] = [];
  for (const { action, at, data } of events) {
    const from = localDay(at, timeZone);
    const last = steps.at(-1);
    if (action === 'log') {
      steps = [{ why: 'received', from, window: limit, ...countWindow(calendar, from, limit) }];
    } else if (action === 'reopen' || data.review?.result === 'redo') {
      const window = rules.rework ?? limit;
      steps = [{ why: 'redo', from, window, ...countWindow(calendar, from, window) }];
    } else if (action === 'extend' && data.extension !== undefined && last !== undefined) {
      const { days, unit: dayKind } = data.extension;
      const window: Window = { days, dayKind, start: 'next-day' };
      steps.push({ why: 'extend', from: last.due, window, ...countWindow(calendar, last.due, window) });
    }
  }
  const on = steps.at(-1)?.due;
  return on === undefined ? null : { on, rules: rules.code, steps };
}

/** Whether an appeal that is still to be answered is overdue: from the day after its due day, worked or not. */
export function isOverdue(due: Day, today: Day): boolean {
  return due <= lastOverdue(today);
}

/** The latest due day that is overdue today. */
export function lastOverdue(today: Day): Day {
  return addDays(today, -1);
}

/** How a due day stands to today: red from the worked day after it, yellow from the worked day before it. */
export type Light = 'green' | 'yellow' | 'red';

/** The warning an appeal that is still to be answered shows. Errors: `calendar-missing`. */
export function findLight(
  calendar: Calendar,
  { yellow, red }: DeadlineRules['warning'],
  due: Day,
  today: Day,
): Light {
  // Until the due day is over, nobody needs to know which days after it are worked.
  if (today > due && today >= addWorkingDays(calendar, due, red)) return 'red';
  return today >= addWorkingDays(calendar, due, -yellow) ? 'yellow' : 'green';
}

/** How an extension stands to the rules. */
export type ExtensionVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'none' }
  | { readonly kind: 'expired'; readonly due: Day }
  | { readonly kind: 'too-often'; readonly times: number }
  | {
      readonly kind: 'too-long';
      readonly days: number;
      readonly dayKind: Window['dayKind'];
      readonly left: number;
    };

/** Decides whether an appeal may be extended by so many days: asked for before expiry, as often and as long as the rules allow. */
export function decideExtension(
  rules: DeadlineRules,
  due: Due,
  terms: { readonly days: number; readonly today: Day },
): ExtensionVerdict {
  const { extension } = rules;
  if (extension === null) return { kind: 'none' };
  if (isOverdue(due.on, terms.today)) return { kind: 'expired', due: due.on };
  const before = due.steps.filter(({ why }) => why === 'extend');
  if (before.length >= extension.times) return { kind: 'too-often', times: extension.times };
  const left = extension.days - before.reduce((sum, { window }) => sum + window.days, 0);
  return terms.days > left
    ? { kind: 'too-long', days: extension.days, dayKind: extension.dayKind, left }
    : { kind: 'allowed' };
}

/** The last day of a window of a stint, from the day on which it was sent. Errors: `calendar-missing`. */
export function lastDayOf(calendar: Calendar, window: Window, sentOn: Day): Day {
  return countWindow(calendar, sentOn, window).due;
}
