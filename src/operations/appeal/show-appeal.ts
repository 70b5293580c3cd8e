import { AppError } from '../../errors.ts';
import type { Appeal, PersonalFields } from '../../domain/appeal.ts';
import type { Course } from '../../domain/course.ts';
import type { CourseEvent, EventData, Link, ToldEvent } from '../../domain/appeal-event.ts';
import { inOrder } from '../../domain/appeal-event.ts';
import type { Stop } from '../../domain/stops.ts';
import { lastStop, listStops } from '../../domain/stops.ts';
import { foldCourse } from '../../domain/course.ts';
import type { CourseVerb } from '../../domain/course-rules.ts';
import { allowedVerbs } from '../../domain/course-rules.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import { isRecallInTime, rulesOf } from '../../domain/counting-rules.ts';
import type { AppealTimes } from '../../domain/appeal-times.ts';
import { foldTimes } from '../../domain/appeal-times.ts';
import type { Desk } from '../../domain/desk.ts';
import type { DeadlineRules } from '../../domain/deadline.ts';
import { decideExtension } from '../../domain/deadline.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import { getAppeal } from '../../store/appeals.ts';
import { listLinksTo } from '../../store/appeal-links.ts';
import { listEventBatches, listEvents } from '../../store/appeal-events.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import type { Db } from '../../store/db.ts';
import { findLiaisonOn } from '../../store/desks.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Ruling } from '../../store/rulings.ts';
import { listRulingsOf } from '../../store/rulings.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { Reveal, Sight } from '../privacy/gate.ts';
import { listSeenEventTexts, maskAppeals, seeAppeal, seeDesks } from '../privacy/gate.ts';

/** An appeal with its course, as it is seen. */
export interface AppealDetails {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
  readonly course: Course;
  readonly events: readonly ToldEvent[];
  readonly rulings: readonly Ruling[];
  /** Appeals of which was said how they stand to this one. */
  readonly linkedFrom: readonly Link[];
  readonly allowed: readonly CourseVerb[];
  /** Desk of the unit that leads it now. */
  readonly desk: Desk | undefined;
  readonly clocks: AppealTimes;
  /** Whether personal texts are as they were written. */
  readonly isRevealed: boolean;
}

/**
 * Gets an appeal with its whole course and its clocks, all that is personal masked unless it is to be revealed, which goes on record
 * first. Errors: `appeal-not-found`, `appeal-purged`, `text-personal`.
 */
export async function getShownAppeal(
  work: LocalWork,
  terms: { readonly number: string; readonly reveal?: Reveal | undefined },
): Promise<AppealDetails> {
  const { store, jurisdiction, now } = work;
  const { db } = store;
  const appeal = await getAppeal(db, jurisdiction.id, terms.number);
  const sight = await seeAppeal(work, { appeal, reveal: terms.reveal });
  const events = await listEvents(db, appeal.id);
  const texts = await listSeenEventTexts(db, appeal.id, sight);
  const batches = await listEventBatches(db, appeal.id);
  const course = foldCourse(events);
  const rulings = await listRulingsOf(db, appeal.id);
  const counting = await getCountingRules(db, jurisdiction);
  const clocks = foldTimes(counting, appeal, events, now);
  const rules = rulesOf(counting, events);
  const holderId = course.holder?.id;
  return {
    appeal: sight.row(appeal),
    personal: sight.personal,
    course,
    events: inOrder(events).map((event) => ({
      ...event,
      data: showCorrected(event.data, sight),
      texts: texts.get(event.seq) ?? [],
      batch: event.data.source === undefined ? undefined : batches.get(event.seq),
    })),
    rulings: rulings.map((ruling) => ({ ...ruling, basis: sight.text(ruling.basis) })),
    linkedFrom: await listLinksTo(db, jurisdiction.id, appeal.number),
    allowed: allowedVerbs(course).filter((verb) => isInTime(verb, { counting, events, clocks, rules, now })),
    desk: holderId === undefined ? undefined : (await seeDesks(work, { unitId: holderId })).get(holderId),
    clocks,
    isRevealed: sight.isPlain,
  };
}

/** What the citizen said as it was written, for the slip that goes to the unit, once that is on record. Errors: `appeal-not-found`, `appeal-purged`, `text-personal`. */
export async function revealContact(
  work: LocalWork,
  terms: { readonly number: string; readonly reason: string | undefined },
): Promise<PersonalFields> {
  const { db } = work.store;
  const appeal = await getAppeal(db, work.jurisdiction.id, terms.number);
  // What was written after a purge is no contact.
  if (appeal.purgedOn !== null && !(await maskAppeals(db, [appeal.id]))(appeal.id).hasTexts)
    throw new AppError('appeal-purged', { number: appeal.number, on: appeal.purgedOn });
  const reveal = { shown: 'slip' as const, reason: terms.reason };
  return (await seeAppeal(work, { appeal, reveal })).personal;
}

/** Whether the time for what a verb does is not over: a return or a recall after its window, an extension beyond the rules are refused. */
function isInTime(
  verb: CourseVerb,
  facts: {
    readonly counting: CountingRules;
    readonly events: readonly CourseEvent[];
    readonly clocks: AppealTimes;
    readonly rules: DeadlineRules | undefined;
    readonly now: Instant;
  },
): boolean {
  const { counting, events, rules, now } = facts;
  const { due, stints } = facts.clocks;
  const today = localDay(now, counting.timeZone);
  if (verb === 'recall') return isRecallInTime(counting, events, now);
  if (verb === 'extend')
    return (
      rules !== undefined &&
      due !== null &&
      decideExtension(rules, due, { days: 1, today }).kind === 'allowed'
    );
  const returnBy = stints[lastStop(events)?.hop ?? -1]?.returnBy ?? null;
  return verb !== 'return' || returnBy === null || today <= returnBy;
}

/** A matter that was set right was written by hand where there is no list. */
function showCorrected(data: EventData, { text }: Sight): EventData {
  if (data.corrected === undefined) return data;
  const corrected = data.corrected.map(({ field, before, after }) => ({
    field,
    ...(before === undefined ? {} : { before: text(before) }),
    ...(after === undefined ? {} : { after: text(after) }),
  }));
  return { ...data, corrected };
}

/** Reads the stops of an appeal, each with the liaison of the day on which it was sent there. */
export async function listShownStops(
  db: Db,
  jurisdiction: Jurisdiction,
  events: readonly CourseEvent[],
): Promise<(Stop & { readonly liaison: string | null })[]> {
  const stops: (Stop & { readonly liaison: string | null })[] = [];
  for (const stop of listStops(events)) {
    const day = localDay(stop.sentAt, jurisdiction.timeZone);
    stops.push({ ...stop, liaison: (await findLiaisonOn(db, stop.unit.id, day)) ?? null });
  }
  return stops;
}
