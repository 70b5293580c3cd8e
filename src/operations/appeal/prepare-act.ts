import { AppError } from '../../errors.ts';
import type { Appeal, HopReason, Outcome } from '../../domain/appeal.ts';
import type { Assistant, EventData, LinkKind } from '../../domain/appeal-event.ts';
import { lastStop } from '../../domain/stops.ts';
import { answeredAt, lastCallback, originalOf } from '../../domain/course.ts';
import type { Lateness } from '../../domain/calendar-plan.ts';
import { findLateness } from '../../domain/calendar-plan.ts';
import type { CourseVerb } from '../../domain/course-rules.ts';
import { outcomesOf } from '../../domain/course-rules.ts';
import { countWindow, decideExtension, lastDayOf } from '../../domain/deadline.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { localDay, localTime } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { getAppeal } from '../../store/appeals.ts';
import { dueOf, isRecallInTime, recallLimit, rulesOf } from '../../domain/counting-rules.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import type { Db, Trx } from '../../store/db.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { getUnitByName, refuseRetired } from '../unit/find-unit.ts';
import { decideHandOver, decideMoment, refuseNow, referTo } from './hand-over.ts';
import type { EventInput, PersonalText, ActedAppeal } from './record-event.ts';
import { getActedAppeal, recordEvent, settleDue } from './record-event.ts';
import type { Corrections } from '../privacy/correct-appeal.ts';
import { correctAppeal, writeCorrections } from '../privacy/correct-appeal.ts';
import { refusePersonal } from '../privacy/refuse-personal.ts';
import { findRulingFor } from './rulings.ts';
import { leaveEnded } from './take-over-appeal.ts';
import { decideLink, listOpenDuplicates } from './link-appeals.ts';

/** Verbs of the course that `prepareCourseWork` does. */
export type ActVerb = Exclude<CourseVerb, 'rule'>;

/** One thing that is done to appeals. Texts are what a person writes with it. */
export type Act =
  | { readonly verb: 'accept' | 'recall' | 'note' | 'remind' | 'reopen' }
  | { readonly verb: 'transfer'; readonly to: string; readonly from?: string; readonly reason?: HopReason }
  | { readonly verb: 'return'; readonly reason: HopReason; readonly to?: string }
  | { readonly verb: 'decide'; readonly decision: 'uphold' | 'reject'; readonly to?: string }
  | { readonly verb: 'assist'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly verb: 'reply' }
  | { readonly verb: 'callback'; readonly callback: NonNullable<EventData['callback']> }
  | { readonly verb: 'review'; readonly review: NonNullable<EventData['review']> }
  | { readonly verb: 'close'; readonly outcome: Outcome }
  | { readonly verb: 'extend'; readonly days: number }
  | { readonly verb: 'correct'; readonly fields: Corrections }
  | { readonly verb: 'link'; readonly kind: LinkKind; readonly number: string }
  | { readonly verb: 'link'; readonly remove: string };

/** What is done, when, and with which words: by their field, `text`, `reply`, `basis`, `note`. */
export type ActInput = Act & { readonly time?: string | undefined; readonly texts?: readonly PersonalText[] };

/** An appeal after something was done to it. */
export interface WorkedOn {
  readonly appeal: Appeal;
  readonly before: ActedAppeal['course'];
  readonly course: ActedAppeal['course'];
  /** The due day it had before. */
  readonly dueBefore: Day | null;
  /** What its answer, or its wait until now, turns into by that. */
  readonly becomes: Lateness | null;
  /** Numbers of its open duplicates, where it was closed. */
  readonly openDuplicates: readonly string[];
}

/** What is to be done to appeals, looked at before it is done. */
export interface CourseWork {
  readonly numbers: readonly string[];
  /** Whether a unit has one of them. */
  readonly isHeld: boolean;
  /** Numbers of those that are to be closed as solved though the citizen said that they are not. */
  readonly unsolved: readonly string[];
  /** Does it, to all of them or to none. */
  readonly apply: () => Promise<readonly WorkedOn[]>;
}

type Seen = ActedAppeal & { readonly appeal: Appeal };

/**
 * Looks at appeals and at what is to be done to them; nothing is written before `apply`. An appeal that grew meanwhile is
 * not touched: the decision was made on another standing.
 *
 * Errors: `appeal-not-found`, `appeal-verb-refused` with what is allowed, those of a hand-over, `appeal-changed`.
 */
export async function prepareCourseWork(
  asked: LocalWork,
  { numbers, act }: { readonly numbers: readonly string[]; readonly act: ActInput },
): Promise<CourseWork> {
  const { store, jurisdiction } = asked;
  const seen = new Map<number, Seen>();
  for (const number of numbers) {
    const acted = await getActedAppeal(store.db, jurisdiction, number);
    if (seen.has(acted.appeal.id)) continue;
    seen.set(acted.appeal.id, acted);
    await makeEvent(store.db, asked, acted, act);
  }
  const apply = (): Promise<readonly WorkedOn[]> =>
    transaction(asked, async (trx, operation, work) => {
      const done: WorkedOn[] = [];
      for (const before of seen.values()) {
        const acted = await getActedAppeal(trx, jurisdiction, before.appeal.number);
        refuseChanged(work, before, acted);
        const { course } = await recordAct(trx, work, operation, acted, act);
        const appeal = await getAppeal(trx, jurisdiction.id, acted.appeal.number);
        done.push({
          appeal,
          before: acted.course,
          course,
          dueBefore: acted.appeal.dueOn,
          becomes: findLateness(
            acted.appeal.dueOn,
            appeal.dueOn,
            localDay(answeredAt(acted.events) ?? work.now, jurisdiction.timeZone),
          ),
          openDuplicates:
            act.verb === 'close' ? await listOpenDuplicates(trx, jurisdiction, appeal.number) : [],
        });
      }
      return {
        result: done,
        summary: { verb: act.verb, appeals: done.map(({ appeal }) => appeal.number) },
      };
    });
  const all = [...seen.values()];
  return {
    numbers: all.map(({ appeal }) => appeal.number),
    isHeld: all.some(({ course }) => course.holder !== null),
    unsolved: all
      .filter(
        ({ events }) => act.verb === 'close' && act.outcome === 'solved' && lastCallback(events) === false,
      )
      .map(({ appeal }) => appeal.number),
    apply,
  };
}

/** Sets fields of an appeal right within a transaction, as one event of its history. Errors: those of `correctAppeal`. */
export async function recordCorrection(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  { number, fields }: { readonly number: string; readonly fields: Corrections },
): Promise<void> {
  const acted = await getActedAppeal(trx, work.jurisdiction, number);
  await recordAct(trx, work, operation, acted, { verb: 'correct', fields });
}

/** Writes what is done to an appeal, and what follows from it. */
async function recordAct(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  acted: Seen,
  act: ActInput,
): Promise<ActedAppeal> {
  const event = await makeEvent(trx, work, acted, act);
  const after = await recordEvent(trx, work, operation, acted, event);
  const ended = await leaveEnded(trx, work, operation, after, event.at);
  if (act.verb !== 'correct') return ended;
  await writeCorrections(trx, work, acted.appeal.id, act.fields);
  const { kind, channel, priority } = await getAppeal(trx, work.jurisdiction.id, acted.appeal.number);
  await settleDue(trx, work, operation, { ...after.appeal, kind, channel, priority }, after.events);
  return ended;
}

/** Refuses an appeal to which something was done after it was looked at, and says what. */
function refuseChanged({ jurisdiction }: LocalWork, before: Seen, now: Seen): void {
  const last = now.events.at(-1);
  if (now.events.length === before.events.length || last === undefined) return;
  throw new AppError('appeal-changed', {
    number: now.appeal.number,
    action: last.action,
    by: last.by,
    on: localTime(last.at, jurisdiction.timeZone),
    holder: now.course.holder?.name ?? null,
  });
}

/** The event of an act on one appeal, once it is allowed; nothing is written. */
async function makeEvent(db: Db, work: LocalWork, acted: Seen, act: ActInput): Promise<EventInput> {
  const { jurisdiction } = work;
  const { course } = acted;
  const { number } = acted.appeal;
  const find = async (name: string): Promise<Unit> => {
    const unit = await getUnitByName(db, jurisdiction, name);
    await refuseRetired(db, jurisdiction, unit);
    return unit;
  };
  const at = decideMoment(work, act.time, course.lastAt);
  const { texts = [] } = act;
  if (act.verb === 'transfer') {
    const to = await find(act.to);
    await refuseOtherHolder(db, work, acted, act.from);
    const held = course.holder !== null && course.holder.id !== to.id;
    if (held && act.reason === undefined) throw new AppError('value-missing', { fields: ['reason'] });
    const rule = await findRulingFor(db, jurisdiction, acted.appeal.matter);
    const data = rule?.lead.id === to.id ? { cites: rule.ruling.number } : {};
    return decideHandOver(db, work, acted, {
      data,
      action: 'transfer',
      at,
      to,
      reason: act.reason ?? null,
      texts,
    });
  }
  refuseNow(acted, act.verb);
  const event = { action: act.verb, at, texts };
  switch (act.verb) {
    case 'recall':
      await refuseLateRecall(db, work, acted, [at, work.now]);
      return { ...event, from: course.holder, to: course.hops.at(-1)?.from ?? null };
    case 'return': {
      await refuseLateReturn(db, work, acted, at);
      const proposed = act.to === undefined ? undefined : referTo(await find(act.to));
      return { ...event, reason: act.reason, data: proposed === undefined ? {} : { proposed } };
    }
    case 'decide': {
      const data: EventData = { decision: act.decision };
      if (act.decision === 'reject') return { ...event, data };
      if (act.to === undefined) return { ...event, data, from: course.holder, to: null };
      const to = await find(act.to);
      return decideHandOver(db, work, acted, {
        action: 'decide', at, to, reason: 'wrong-unit', texts, data,
      }); // prettier-ignore
    }
    case 'assist':
      return { ...event, data: { assists: await changeAssists(db, work, acted, act) } };
    case 'extend':
      return { ...event, data: { extension: await decideExtend(db, work, acted, act.days, at) } };
    case 'callback':
      return { ...event, data: { callback: act.callback } };
    case 'review':
      return { ...event, data: { review: act.review } };
    case 'close': {
      const allowed = outcomesOf[course.state];
      if (!allowed.includes(act.outcome)) {
        throw new AppError('appeal-outcome-refused', {
          number,
          outcome: act.outcome,
          state: course.state,
          allowed,
        });
      }
      if (act.outcome === 'duplicate' && originalOf(course) === null)
        throw new AppError('appeal-duplicate-of-none', { number });
      const { dueOn } = acted.appeal;
      return { ...event, data: { outcome: act.outcome, ...(dueOn === null ? {} : { due: dueOn }) } };
    }
    case 'correct':
      return {
        ...event,
        ...(await correctAppeal(db, work, acted.appeal, { fields: act.fields, texts })),
      };
    case 'link':
      return { ...event, data: await decideLink(db, work, acted, act) };
    case 'accept':
    case 'note':
    case 'remind':
    case 'reply':
    case 'reopen':
      return event;
  }
}

/** Refuses a recall after the time for it, whenever it is said to have been: it is made now. Errors: `recall-too-late`. */
async function refuseLateRecall(
  db: Db,
  { jurisdiction }: LocalWork,
  { appeal, course, events }: Seen,
  times: readonly Instant[],
): Promise<void> {
  const counting = await getCountingRules(db, jurisdiction);
  const limit = recallLimit(counting, events);
  if (limit === null || times.every((at) => isRecallInTime(counting, events, at))) return;
  throw new AppError('recall-too-late', {
    number: appeal.number,
    unit: course.holder?.name ?? '',
    sent: localTime(limit.sentAt, counting.timeZone),
    until: 'day' in limit.until ? limit.until.day : localTime(limit.until.at, counting.timeZone),
  });
}

/** Refuses a return after its window, which is counted from the day on which the unit was sent the appeal, or has it to do again. Errors: `return-too-late`, `calendar-missing`. */
async function refuseLateReturn(
  db: Db,
  { jurisdiction }: LocalWork,
  { appeal, events }: Seen,
  at: Instant,
): Promise<void> {
  const counting = await getCountingRules(db, jurisdiction);
  const window = rulesOf(counting, events)?.return ?? null;
  const stop = lastStop(events);
  if (window === null || stop === undefined) return;
  // From the day on which the unit has it, or has it anew.
  const sentOn = localDay(stop.stretches.at(-1)?.from ?? stop.sentAt, counting.timeZone);
  const until = lastDayOf(counting.calendar, window, sentOn);
  if (localDay(at, counting.timeZone) <= until) return;
  const { number } = appeal;
  throw new AppError('return-too-late', {
    number,
    unit: stop.unit.name,
    sent: sentOn,
    until,
    days: window.days,
    dayKind: window.dayKind,
  });
}

/** By how much an appeal is extended, once its rules allow it. Errors: `extension-refused`, `calendar-missing`. */
async function decideExtend(
  db: Db,
  { jurisdiction }: LocalWork,
  { appeal, events }: Seen,
  days: number,
  at: Instant,
): Promise<NonNullable<EventData['extension']>> {
  const counting = await getCountingRules(db, jurisdiction);
  const { number } = appeal;
  const rules = rulesOf(counting, events);
  const due = dueOf(counting, appeal, events);
  if (rules === undefined || due === null)
    throw new AppError('extension-refused', { number, rules: '', why: { kind: 'none' } });
  const verdict = decideExtension(rules, due, { days, today: localDay(at, counting.timeZone) });
  if (verdict.kind !== 'allowed')
    throw new AppError('extension-refused', { number, rules: rules.code, why: verdict });
  const dayKind = rules.extension?.dayKind ?? 'working';
  // A day that nobody can count yet is not promised.
  countWindow(counting.calendar, due.on, { days, dayKind, start: 'next-day' });
  return { days, unit: dayKind };
}

/** Refuses a hand-over by one who thinks that another unit leads. */
async function refuseOtherHolder(
  db: Db,
  { jurisdiction }: LocalWork,
  { appeal, course, events }: Seen,
  from: string | undefined,
): Promise<void> {
  if (from === undefined) return;
  const expected = await getUnitByName(db, jurisdiction, from);
  const last = events.at(-1);
  if (course.holder?.id === expected.id || last === undefined) return;
  throw new AppError('appeal-not-held', {
    number: appeal.number,
    expected: expected.name,
    holder: course.holder?.name ?? null,
    by: last.by,
    on: localTime(last.at, jurisdiction.timeZone),
  });
}

/** Who assists after some came and some went: units, or `unit/office` for one internal office. */
async function changeAssists(
  db: Db,
  { jurisdiction }: LocalWork,
  { appeal: { id, number }, course }: Seen,
  terms: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<readonly Assistant[]> {
  // An office is sealed with the event that names it.
  await refusePersonal(db, [id], { office: terms.add.join('\n') });
  const read = async (written: string): Promise<{ unit: Unit; one: Assistant }> => {
    const [name = '', ...rest] = written.split(/[/／]/u).map((part) => part.trim());
    const unit = await getUnitByName(db, jurisdiction, name);
    const office = rest.join('/');
    return { unit, one: office === '' ? referTo(unit) : { ...referTo(unit), office } };
  };
  const isSame = (a: Assistant, b: Assistant): boolean => a.id === b.id && a.office === b.office;
  let assists: readonly Assistant[] = course.assists;
  for (const written of terms.remove) {
    const { one: gone } = await read(written);
    if (!assists.some((one) => isSame(one, gone)))
      throw new AppError('assist-not-there', { number, unit: written });
    assists = assists.filter((one) => !isSame(one, gone));
  }
  for (const written of terms.add) {
    const { unit, one } = await read(written);
    await refuseRetired(db, jurisdiction, unit);
    // An office of the unit that leads may assist; the unit itself leads.
    if (one.id === course.holder?.id && one.office === undefined)
      throw new AppError('assist-leads', { number, unit: one.name });
    if (!assists.some((there) => isSame(there, one))) assists = [...assists, one];
  }
  return assists;
}
