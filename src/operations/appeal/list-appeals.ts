import type { Appeal, Kind, PersonalFields, Priority, State, Wait } from '../../domain/appeal.ts';
import { findWait, listedTexts, rankOf, reworksToEscalate, unanswered } from '../../domain/appeal.ts';
import { addWorkingDays } from '../../domain/calendar.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import { findKnownLight } from '../../domain/counting-rules.ts';
import type { AppealTimes } from '../../domain/appeal-times.ts';
import { foldTimes, isUnacceptedLate, lateDays } from '../../domain/appeal-times.ts';
import type { Light } from '../../domain/deadline.ts';
import { lastOverdue } from '../../domain/deadline.ts';
import { findMatter } from '../../domain/matter.ts';
import { addDays, localDay, nextDay, startOfDay } from '../../domain/time.ts';
import { nameKey } from '../../domain/unit-name.ts';
import type { Channel } from '../../domain/volume.ts';
import { countLate, countSentWaiting } from '../../store/appeal-counts.ts';
import type { AppealFilter, AppealOrder, LateSpan } from '../../store/appeal-lists.ts';
import { countListed, listAppealIds, listAppeals, listMattersInUse } from '../../store/appeal-lists.ts';
import type { Db } from '../../store/db.ts';
import { listEvents } from '../../store/appeal-events.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import { listMatters } from '../../store/matters.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { getUnitByName } from '../unit/find-unit.ts';
import type { Reveal } from '../privacy/gate.ts';
import { maskAppeals, recordReveal, showPlain } from '../privacy/gate.ts';

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

/** A list of appeals, as far as it was asked for. */
export interface AppealList {
  readonly lines: readonly AppealLine[];
  /** How many there are; null where there are more than were looked at. */
  readonly found: number | null;
}

/** A list of appeals of which the lines come a portion at a time, so that however long it is none has to be held. */
export interface OpenAppealList extends Pick<AppealList, 'found'> {
  readonly pages: () => AsyncIterable<readonly AppealLine[]>;
}

/** How a list is cut and put in order. */
export interface ListPage {
  /** The order asked for; else the urgent and the escalated come first, then in the queue those that wait longest, in other lists as they came in. */
  readonly sort?: AppealOrder['by'] | undefined;
  /** So many at most; absent for all. */
  readonly limit?: number | undefined;
}

/** Which appeals are listed, how, and what is shown of them. */
type AppealListTerms = ListTerms &
  ListPage & {
    readonly isQueue?: boolean;
    readonly withClocks?: boolean;
    readonly reveal?: Reveal | undefined;
  };

/** Lists appeals as `openAppealList` does, as a whole. */
export async function listAppealLines(work: LocalWork, terms: AppealListTerms): Promise<AppealList> {
  const { pages, found } = await openAppealList(work, terms);
  const lines: AppealLine[] = [];
  for await (const page of pages()) lines.push(...page);
  return { lines, found };
}

/**
 * Lists appeals: those asked for, or the transfer desk's queue, what is returned, unassigned or not accepted in time. The database is asked for
 * what is shown, and for how many there are. A text is looked for in what everybody may see, so that a search shows nobody.
 */
export async function openAppealList(work: LocalWork, terms: AppealListTerms): Promise<OpenAppealList> {
  const { isQueue = false, sort, limit, text, reveal } = terms;
  const { store, jurisdiction } = work;
  const { db } = store;
  const counting = await getCountingRules(db, jurisdiction);
  const filter = await makeFilter(work, { ...terms, counting });
  const order: AppealOrder = {
    by: sort ?? (isQueue ? 'waiting' : 'received'),
    isRanked: sort === undefined,
  };
  const { ids, found } =
    text === undefined
      ? await findListed(db, jurisdiction.id, { filter, order, limit })
      : await findWithText(db, jurisdiction.id, { filter, order, limit, text });
  if (reveal !== undefined) await recordReveal(work, { ids, reveal });
  const shown = { ids, counting, isPlain: reveal !== undefined, withClocks: terms.withClocks === true };
  return { found, pages: () => eachPage(work, shown) };
}

/** Lists the appeals of some ids, in their order, as everybody may see them. */
export async function openAppealsOf(work: LocalWork, ids: readonly number[]): Promise<OpenAppealList> {
  const counting = await getCountingRules(work.store.db, work.jurisdiction);
  const shown = { ids, counting, isPlain: false, withClocks: false };
  return { found: ids.length, pages: () => eachPage(work, shown) };
}

/** Reads what is shown of appeals a portion at a time. */
async function* eachPage(
  { store: { db }, jurisdiction, now }: LocalWork,
  terms: {
    readonly ids: readonly number[];
    readonly counting: CountingRules;
    /** Whether personal texts are as they were written; that is on record then. */
    readonly isPlain: boolean;
    readonly withClocks: boolean;
  },
): AsyncGenerator<readonly AppealLine[]> {
  const { ids, counting, isPlain, withClocks } = terms;
  const today = localDay(now, jurisdiction.timeZone);
  const lights = new Map<string, Light | null>();
  for (let at = 0; at < ids.length; at += portion) {
    const some = ids.slice(at, at + portion);
    const appeals = await listAppeals(db, jurisdiction.id, { ids: some });
    const byId = new Map(appeals.map((appeal) => [appeal.id, appeal]));
    const sights = await (isPlain ? showPlain(db, some) : maskAppeals(db, some));
    const lines: AppealLine[] = [];
    for (const id of some) {
      const appeal = byId.get(id);
      // An import may have been undone meanwhile.
      if (appeal === undefined) continue;
      const sight = sights(id);
      lines.push({
        appeal: sight.row(appeal),
        wait: findWait(appeal, () => isLate(counting, appeal, now)),
        personal: sight.personal,
        light: lightOf(counting, appeal, today, lights),
        clocks: withClocks ? foldTimes(counting, appeal, await listEvents(db, id), now) : undefined,
      });
    }
    yield lines;
  }
}

/** What a list is of, as the database is asked for it. */
async function makeFilter(
  { store, jurisdiction, now }: LocalWork,
  terms: ListTerms & { readonly isQueue?: boolean; readonly counting: CountingRules },
): Promise<AppealFilter> {
  const { db } = store;
  const { timeZone } = jurisdiction;
  const { unit, since, until, isQueue = false, counting } = terms;
  const named = unit === undefined ? undefined : await getUnitByName(db, jurisdiction, unit.name);
  const today = localDay(now, timeZone);
  const isDue = terms.overdue === true || terms.dueWithin !== undefined;
  const states = isQueue || isDue ? unanswered : undefined;
  const asked =
    terms.state === undefined ? states : (states ?? [terms.state]).filter((one) => one === terms.state);
  const late = isQueue || terms.unaccepted === true ? findLateSpans(counting, now) : [];
  return {
    states: asked,
    ...(isDue ? dueSpan(counting, terms, today) : {}),
    kind: terms.kind,
    channel: terms.channel,
    priority: terms.priority,
    reworksFrom: terms.escalated === true ? reworksToEscalate : undefined,
    group: terms.group,
    matters: terms.matter === undefined ? undefined : await findMatters(db, jurisdiction.id, terms.matter),
    unit: unit === undefined || named === undefined ? undefined : { id: named.id, as: unit.as },
    since: since === undefined ? undefined : startOfDay(since, timeZone),
    before: until === undefined ? undefined : startOfDay(nextDay(until), timeZone),
    hopsFrom: terms.hops,
    text: terms.text,
    late: terms.unaccepted === true ? late : undefined,
    waiting: isQueue ? late : undefined,
  };
}

/** When something was sent that is late by now if nobody has accepted it, by the deadline rules. */
export function findLateSpans(counting: CountingRules, now: string): LateSpan[] {
  const { timeZone } = counting;
  return counting.allRules.flatMap(({ code, accept }) =>
    lateDays(counting, accept, now).map(({ from, until }) => ({
      rules: code,
      from: startOfDay(from, timeZone),
      before: startOfDay(nextDay(until), timeZone),
    })),
  );
}

/** The matters that appeals have under a name. One that the list has not, another system wrote: it is looked for as it is. */
async function findMatters(db: Db, jurisdictionId: number, name: string): Promise<string[]> {
  const listed = findMatter(await listMatters(db, jurisdictionId), name);
  const wanted = nameKey(listed.kind === 'found' ? listed.matter.name : name);
  return (await listMattersInUse(db, jurisdictionId)).filter((matter) => nameKey(matter) === wanted);
}

interface PageTerms {
  readonly filter: AppealFilter;
  readonly order: AppealOrder;
  readonly limit: number | undefined;
}

/** Which appeals a list shows, in its order. */
interface Listed {
  readonly ids: readonly number[];
  readonly found: number | null;
}

/** Appeals that are looked at in one go. */
const portion = 500;

async function findListed(db: Db, jurisdictionId: number, terms: PageTerms): Promise<Listed> {
  const { filter, order, limit } = terms;
  if (limit === undefined) {
    const ids = await listAppealIds(db, jurisdictionId, filter, { order });
    return { ids, found: ids.length };
  }
  // The queue is read state by state, each in the order of its index, and put together.
  const { states } = filter;
  const parts =
    filter.waiting === undefined || states === undefined || order.by !== 'waiting'
      ? [filter]
      : states.map((state) => ({ ...filter, states: [state] }));
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) {
    const ids = await listAppealIds(db, jurisdictionId, only, { order, limit });
    const isAll = ids.length < limit;
    return { ids, found: isAll ? ids.length : await countFound(db, jurisdictionId, only) };
  }
  const pages: Appeal[][] = [];
  for (const part of parts) pages.push(await listAppeals(db, jurisdictionId, part, { order, limit }));
  const all = pages.flat().sort(compareWaiting(order));
  const ids = all.slice(0, limit).map(({ id }) => id);
  if (pages.every(({ length }) => length < limit)) return { ids, found: all.length };
  let found = 0;
  for (const part of parts) found += await countFound(db, jurisdictionId, part);
  return { ids, found };
}

/** How many appeals a filter lets through; what is late and what waits, and nothing else of it, is counted by the indexes made for that. */
async function countFound(db: Db, jurisdictionId: number, filter: AppealFilter): Promise<number> {
  const { states, late, waiting, ...others } = filter;
  const isBare = (Object.keys(others) as (keyof typeof others)[]).every((key) => others[key] === undefined);
  const [state, ...more] = states ?? [];
  const isSent = states === undefined ? waiting === undefined : state === 'sent' && more.length === 0;
  const spans = late ?? waiting;
  if (!isBare || !isSent || spans === undefined) return countListed(db, jurisdictionId, filter);
  const counts = await countLate(db, jurisdictionId, spans);
  const ofLate = counts.reduce((sum, { count }) => sum + count, 0);
  return waiting === undefined ? ofLate : ofLate + (await countSentWaiting(db, jurisdictionId, spans));
}

/** The order of the queue, as the database has it. */
function compareWaiting({ isRanked }: AppealOrder): (one: Appeal, other: Appeal) => number {
  const keyOf = ({ standingSince, receivedAt, id }: Appeal): string =>
    `${standingSince} ${receivedAt} ${String(id).padStart(12, '0')}`;
  return (one, other) => {
    const rank = isRanked ? rankOf(one) - rankOf(other) : 0;
    if (rank !== 0) return rank;
    return keyOf(one) < keyOf(other) ? -1 : 1;
  };
}

/** Finds the appeals of which a text stands in what everybody may see; what the search gives is looked at once more. */
async function findWithText(
  db: Db,
  jurisdictionId: number,
  { filter, order, limit = Number.POSITIVE_INFINITY, text }: PageTerms & { readonly text: string },
): Promise<Listed> {
  const ids: number[] = [];
  for (let offset = 0; ; offset += portion) {
    const page = await listAppeals(db, jurisdictionId, filter, { order, limit: portion, offset });
    const masked = await maskAppeals(
      db,
      page.map(({ id }) => id),
    );
    for (const appeal of page) {
      const { row, personal } = masked(appeal.id);
      if (!holdsText(row(appeal), personal, text)) continue;
      if (ids.length === limit) return { ids, found: null };
      ids.push(appeal.id);
    }
    if (page.length < portion) return { ids, found: ids.length };
  }
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
