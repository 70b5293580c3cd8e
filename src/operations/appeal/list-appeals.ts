import type { Appeal, Kind, PersonalFields, Priority, State, Wait } from '../../domain/appeal.ts';
import { findWait, isEscalated, listedTexts, reworksToEscalate, unanswered } from '../../domain/appeal.ts';
import { addWorkingDays } from '../../domain/calendar.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import { findKnownLight, unlessMissing } from '../../domain/counting-rules.ts';
import type { AppealTimes } from '../../domain/appeal-times.ts';
import { isUnacceptedLate, foldTimes } from '../../domain/appeal-times.ts';
import type { Light } from '../../domain/deadline.ts';
import { lastOverdue } from '../../domain/deadline.ts';
import { findMatter } from '../../domain/matter.ts';
import type { Day } from '../../domain/time.ts';
import { addDays, localDay, nextDay, startOfDay } from '../../domain/time.ts';
import { nameKey } from '../../domain/unit-name.ts';
import type { Channel } from '../../domain/volume.ts';
import { listAppeals } from '../../store/appeals.ts';
import { listEvents } from '../../store/appeal-events.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import { listMatters } from '../../store/matters.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { getUnitByName } from '../unit/find-unit.ts';
import type { Reveal } from '../privacy/gate.ts';
import { maskAppeals, seeAppeals } from '../privacy/gate.ts';

/** Which appeals are asked for. Days are those on which they were received, both included. */
export interface ListTerms {
  readonly unit?: { readonly name: string; readonly as: 'lead' | 'assist' | 'any' };
  readonly state?: State;
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly priority?: Priority;
  /** Redone three times or more. */
  readonly escalated?: boolean;
  /** Group of the unit that leads. */
  readonly group?: string;
  readonly matter?: string;
  readonly since?: string;
  readonly until?: string;
  readonly hops?: number;
  /** Words that stand in its title or text as they are shown, or its number. */
  readonly text?: string;
  /** Still to be answered, and the due day is over. */
  readonly overdue?: boolean;
  /** Still to be answered, and due within so many days, today's included. */
  readonly dueWithin?: DayCount;
  /** Sent, and not accepted within the window for it. */
  readonly unaccepted?: boolean;
}

/** A number of days, worked ones unless they are said to be of the calendar. */
export interface DayCount {
  readonly days: number;
  readonly dayKind: 'working' | 'calendar';
}

/** An appeal in a list, as it is seen. */
export interface AppealLine {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
  /** Why it waits for the transfer desk; undefined for one that does not. */
  readonly wait: Wait | undefined;
  /** How its due day stands to today; null once it is answered, and where no due day is known. */
  readonly light: Light | null;
  /** Its clocks, where they were asked for. */
  readonly clocks: AppealTimes | undefined;
}

/**
 * Lists appeals: those asked for, or the transfer desk's queue, what is returned, unassigned or not accepted in time.
 * A text is looked for in what everybody may see, so that a search shows nobody.
 */
export async function listAppealLines(
  work: LocalWork,
  terms: ListTerms & {
    readonly isQueue?: boolean;
    readonly withClocks?: boolean;
    readonly reveal?: Reveal | undefined;
  },
): Promise<AppealLine[]> {
  const { isQueue = false } = terms;
  const { store, jurisdiction, now } = work;
  const { timeZone } = jurisdiction;
  const { unit, since, until, text } = terms;
  const named = unit === undefined ? undefined : await getUnitByName(store.db, jurisdiction, unit.name);
  // A matter that appeals have and the list has not, another system wrote: it is looked for as it is.
  const listed = findMatter(await listMatters(store.db, jurisdiction.id), terms.matter ?? '');
  const matter = listed.kind === 'found' ? listed.matter.name : terms.matter;
  const counting = await getCountingRules(store.db, jurisdiction);
  const today = localDay(now, timeZone);
  const isDue = terms.overdue === true || terms.dueWithin !== undefined;
  const states = isQueue || isDue ? unanswered : terms.unaccepted === true ? (['sent'] as const) : undefined;
  const asked =
    terms.state === undefined ? states : (states ?? [terms.state]).filter((one) => one === terms.state);
  const appeals = await listAppeals(store.db, jurisdiction.id, {
    states: asked,
    ...(isDue ? dueSpan(counting, terms, today) : {}),
    kind: terms.kind,
    channel: terms.channel,
    priority: terms.priority,
    reworksFrom: terms.escalated === true ? reworksToEscalate : undefined,
    group: terms.group,
    unit: unit === undefined || named === undefined ? undefined : { id: named.id, as: unit.as },
    since: since === undefined ? undefined : startOfDay(since, timeZone),
    before: until === undefined ? undefined : startOfDay(nextDay(until), timeZone),
    hopsFrom: terms.hops,
  });
  const waiting = appeals
    .map((appeal) => ({ appeal, wait: findWait(appeal, () => isLate(counting, appeal, now)) }))
    .filter(({ wait }) => !isQueue || wait !== undefined)
    .filter(({ appeal }) => terms.unaccepted !== true || isLate(counting, appeal, now))
    .filter(({ appeal }) => matter === undefined || nameKey(appeal.matter ?? '') === nameKey(matter));
  const masked = await maskAppeals(
    store.db,
    waiting.map(({ appeal }) => appeal.id),
  );
  const found = waiting.filter(
    ({ appeal }) =>
      text === undefined || holdsText(masked(appeal.id).row(appeal), masked(appeal.id).personal, text),
  );
  const sights =
    terms.reveal === undefined
      ? masked
      : await seeAppeals(work, { appeals: found.map(({ appeal }) => appeal), reveal: terms.reveal });
  const lines: AppealLine[] = [];
  const lights = new Map<string, Light | null>();
  for (const { appeal, wait } of found) {
    const sight = sights(appeal.id);
    lines.push({
      appeal: sight.row(appeal),
      wait,
      personal: sight.personal,
      light: lightOf(counting, appeal, today, lights),
      clocks:
        terms.withClocks === true
          ? foldTimes(counting, appeal, await listEvents(store.db, appeal.id), now)
          : undefined,
    });
  }
  return lines;
}

/** Whether an appeal holds some text in its numbers, or in what a list says of it. */
function holdsText(appeal: Appeal, personal: PersonalFields, text: string): boolean {
  const wanted = text.normalize('NFKC').toLowerCase();
  const { title, text: body } = listedTexts(appeal, personal);
  return [appeal.number, appeal.externalNumber, title, body].some(
    (value) => value !== null && value.normalize('NFKC').toLowerCase().includes(wanted),
  );
}

/** The days between which an appeal that is overdue, or due within some days, is due. */
function dueSpan(
  { calendar }: CountingRules,
  { overdue = false, dueWithin: within }: ListTerms,
  today: string,
): { dueFrom?: string; dueUntil: string } {
  if (within === undefined) return { dueUntil: lastOverdue(today) };
  const { days, dayKind } = within;
  const dueUntil = dayKind === 'calendar' ? addDays(today, days) : addWorkingDays(calendar, today, days);
  return overdue ? { dueUntil } : { dueFrom: today, dueUntil };
}

/** Whether a unit let the window for accepting an appeal pass: the one rule, whoever asks. */
function isLate(
  counting: CountingRules,
  { state, rulesCode, sentSince }: Pick<Appeal, 'state' | 'rulesCode' | 'sentSince'>,
  now: string,
): boolean {
  const window = counting.rules(rulesCode)?.accept ?? null;
  return state === 'sent' && sentSince !== null && isUnacceptedLate(counting, sentSince, window, now);
}

/** The light of an appeal that is still to be answered. */
function lightOf(
  counting: CountingRules,
  { state, rulesCode, dueOn }: Appeal,
  today: string,
  known: Map<string, Light | null>,
): Light | null {
  const rules = counting.rules(rulesCode);
  if (dueOn === null || rules === undefined || !unanswered.includes(state)) return null;
  const key = `${rules.code} ${dueOn}`;
  if (!known.has(key)) known.set(key, findKnownLight(counting, rules, dueOn, today));
  return known.get(key) ?? null;
}

/** A unit with appeals that are late: overdue, or not accepted in time. */
export interface LateUnit {
  readonly code: string;
  readonly name: string;
  readonly overdue: number;
  readonly unaccepted: number;
  /** The earliest due day of those that are overdue; null where none is. */
  readonly oldestDue: Day | null;
}

/** What waits and what is late, in figures. */
export interface DueCounts {
  readonly overdue: number;
  /** Due today or on the next worked day; null where no calendar tells. */
  readonly dueSoon: number | null;
  readonly unaccepted: number;
  /** Still to be answered, and without a due day: no calendar, or no rules. */
  readonly withoutDue: number;
  readonly urgent: number;
  readonly escalated: number;
  /** The units that are latest, most overdue first. */
  readonly lateUnits: readonly LateUnit[];
}

/** Counts what is still to be answered: overdue, due soon, not accepted in time, without a due day, urgent, escalated; by the rules of the lists. */
export async function countDue(work: Pick<LocalWork, 'store' | 'jurisdiction' | 'now'>): Promise<DueCounts> {
  const { store, jurisdiction, now } = work;
  const counting = await getCountingRules(store.db, jurisdiction);
  const today = localDay(now, jurisdiction.timeZone);
  const next = unlessMissing(() => addWorkingDays(counting.calendar, today, 1), null);
  const open = await listAppeals(store.db, jurisdiction.id, { states: unanswered });
  const isOverdue = ({ dueOn }: Appeal): boolean => dueOn !== null && dueOn <= lastOverdue(today);
  const overdue = open.filter(isOverdue);
  const unaccepted = new Set(open.filter((appeal) => isLate(counting, appeal, now)));
  const late = Map.groupBy(new Set([...overdue, ...unaccepted]), ({ holder }) => holder?.code ?? '');
  const lateUnits = [...late].flatMap(([code, appeals]): LateUnit[] => {
    const { name } = appeals[0]?.holder ?? {};
    if (name === undefined) return [];
    const days = appeals.filter(isOverdue).map(({ dueOn }) => dueOn ?? '');
    return [
      {
        code,
        name,
        overdue: days.length,
        unaccepted: appeals.filter((one) => unaccepted.has(one)).length,
        oldestDue: days.sort()[0] ?? null,
      },
    ];
  });
  return {
    overdue: overdue.length,
    dueSoon:
      next === null
        ? null
        : open.filter(({ dueOn }) => dueOn !== null && dueOn >= today && dueOn <= next).length,
    unaccepted: unaccepted.size,
    withoutDue: open.filter(({ dueOn }) => dueOn === null).length,
    urgent: open.filter(({ priority }) => priority === 'urgent').length,
    escalated: open.filter(isEscalated).length,
    lateUnits: lateUnits
      .sort((a, b) => b.overdue - a.overdue || b.unaccepted - a.unaccepted || (a.code < b.code ? -1 : 1))
      .slice(0, latestUnits),
  };
}

/** So many of the units that are latest are named. */
const latestUnits = 5;
