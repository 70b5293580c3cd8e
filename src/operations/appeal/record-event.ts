import type { Appeal, HopReason } from '../../domain/appeal.ts';
import { assistantKey } from '../../domain/appeal-parties.ts';
import type { Action, CourseEvent, EventData, UnitRef } from '../../domain/appeal-event.ts';
import type { Course } from '../../domain/course.ts';
import { hasMoved, foldCourse } from '../../domain/course.ts';
import { sentSince } from '../../domain/stops.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { phoneKeys } from '../../domain/phone.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { getAppeal, updateDue, updateStanding, updateVoided } from '../../store/appeals.ts';
import { endParties, insertParty } from '../../store/appeal-parties.ts';
import { insertPhones } from '../../store/appeal-phones.ts';
import { correctedField, insertPersonalTexts } from '../../store/personal-texts.ts';
import { insertEvent, listEvents } from '../../store/appeal-events.ts';
import type { NewPersonalText } from '../../store/personal-texts.ts';
import { dueOf, unlessMissing } from '../../domain/counting-rules.ts';
import type { Db, Trx } from '../../store/db.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { makeSalt, sha256 } from '../kernel/digest.ts';

import { countingRulesIn } from './counting-rules.ts';
import { appealTextField, makeEventContent, saltedText, writeSealedContent } from './event-content.ts';
import { refreshAtEnd } from './refresh-facts.ts';
import { reindexAtEnd } from './reindex.ts';

/** A text that is personal: kept apart from its event, which holds only a salted digest. */
export interface PersonalText {
  readonly field: string;
  readonly text: string;
}

/** An appeal with its history so far. */
export interface ActedAppeal {
  readonly appeal: Pick<Appeal, 'id' | 'number' | 'kind' | 'channel' | 'priority' | 'dueOn'>;
  readonly events: readonly CourseEvent[];
  readonly course: Course;
}

/** One entry of an appeal's history, to be written. */
export interface EventInput {
  readonly action: Action;
  readonly at: Instant;
  readonly from?: UnitRef | null;
  readonly to?: UnitRef | null;
  readonly reason?: HopReason | null;
  readonly ruling?: { readonly id: number; readonly number: number; readonly lead: UnitRef };
  readonly data?: EventData;
  /** Texts written with this event. */
  readonly texts?: readonly PersonalText[];
  /** Texts that belong to the appeal itself; its first event vouches for them. */
  readonly appealTexts?: readonly PersonalText[];
}

/** Reads an appeal with its history. Errors: `appeal-not-found`. */
export async function getActedAppeal(
  db: Db,
  jurisdiction: Jurisdiction,
  number: string,
): Promise<ActedAppeal & { readonly appeal: Appeal }> {
  const appeal = await getAppeal(db, jurisdiction.id, number);
  const events = await listEvents(db, appeal.id);
  return { appeal, events, course: foldCourse(events) };
}

/**
 * Writes one event with its personal texts; the only way an appeal's history grows. Who holds the appeal, its state and
 * its parties are read from the history anew, so that they cannot say anything else.
 *
 * Errors: `conflict` when the appeal is no longer held as its history says.
 */
export async function recordEvent(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  acted: ActedAppeal,
  input: EventInput,
): Promise<ActedAppeal> {
  const { appeal, events } = acted;
  const { action, at, from = null, to = null, reason = null, ruling, data = {} } = input;
  const seq = events.length + 1;
  const texts = await writeTexts(trx, appeal.id, seq, input);
  await keepPhones(trx, work, appeal.id, input);
  if ((input.texts ?? []).length + (input.appealTexts ?? []).length > 0)
    reindexAtEnd(trx, operation, appeal.id);
  const content = makeEventContent(work, {
    action,
    at,
    fromUnitId: from?.id ?? null,
    toUnitId: to?.id ?? null,
    reason,
    rulingId: ruling?.id ?? null,
    data,
    texts,
  });
  const digest = await sha256(writeSealedContent(appeal.number, seq, content));
  await operation.keep([digest]);
  await insertEvent(trx, { ...content, appealId: appeal.id, seq, digest, operationId: operation.id });
  refreshAtEnd(trx, work, operation, appeal.id);
  const event: CourseEvent = {
    seq,
    at,
    recordedAt: work.now,
    by: work.by,
    action,
    from,
    to,
    reason,
    ruling: ruling?.number ?? null,
    lead: ruling?.lead ?? null,
    data,
  };
  const grown = [...events, event];
  const course = foldCourse(grown);
  if (events.length > 0) await project(trx, appeal, acted, { events: grown, course });
  const movesDue =
    action === 'log' || action === 'reopen' || action === 'extend' || data.review?.result === 'redo';
  const dueOn = movesDue ? await settleDue(trx, work, operation, appeal, grown) : appeal.dueOn;
  return { appeal: { ...appeal, dueOn }, events: grown, course };
}

/**
 * Brings the due day of an appeal to what its history, its rules and the calendar give. Without a calendar for the days to
 * come there is none: an appeal is taken in all the same, and gets its day when the calendar comes.
 */
export async function settleDue(
  trx: Trx,
  { jurisdiction }: LocalWork,
  operation: Operation,
  appeal: ActedAppeal['appeal'],
  events: readonly CourseEvent[],
): Promise<Day | null> {
  const counting = await countingRulesIn(trx, operation, jurisdiction);
  const due = unlessMissing(() => dueOf(counting, appeal, events), null)?.on ?? null;
  if (due !== appeal.dueOn) await updateDue(trx, appeal.id, due);
  return due;
}

/** Keeps the phones that came in with an event so that they are found. */
async function keepPhones(
  trx: Trx,
  { jurisdiction }: LocalWork,
  appealId: number,
  { texts = [], appealTexts = [] }: EventInput,
): Promise<void> {
  const phones = [
    ...appealTexts.filter(({ field }) => field === 'phone'),
    ...texts.filter(({ field }) => field === correctedField('phone')),
  ];
  const digits = phones.flatMap(({ text }) => phoneKeys(text, jurisdiction.areaCode));
  if (digits.length > 0) await insertPhones(trx, appealId, digits);
}

async function writeTexts(
  trx: Trx,
  appealId: number,
  seq: number,
  { texts = [], appealTexts = [] }: EventInput,
): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  const written: NewPersonalText[] = [];
  for (const [owner, list] of [
    [seq, texts],
    [null, appealTexts],
  ] as const) {
    for (const { field, text } of list) {
      const salt = await makeSalt();
      digests[owner === null ? appealTextField(field) : field] = await sha256(saltedText(salt, text));
      written.push({ appealId, eventSeq: owner, field, text, salt });
    }
  }
  await insertPersonalTexts(trx, written);
  return digests;
}

/** Brings the appeal's own row and its parties to what its history now says. */
async function project(
  trx: Trx,
  appeal: Pick<Appeal, 'id' | 'number'>,
  { events: eventsBefore, course: before }: Pick<ActedAppeal, 'events' | 'course'>,
  { events, course: after }: Pick<ActedAppeal, 'events' | 'course'>,
): Promise<void> {
  if (hasMoved(eventsBefore, events)) {
    await updateStanding(
      trx,
      appeal,
      { state: before.state, holderId: before.holder?.id ?? null },
      {
        state: after.state,
        holderId: after.holder?.id ?? null,
        outcome: after.outcome,
        hopCount: after.hops.length,
        returnPending: after.pendingReturn !== null,
        reworks: after.reworks,
        standingSince: after.lastAt,
        sentSince: sentSince(events),
      },
    );
  }
  if (before.isVoided !== after.isVoided) {
    const externalNumber = after.isVoided ? null : (events[0]?.data.received?.externalNumber ?? null);
    await updateVoided(trx, appeal.id, { isVoided: after.isVoided, externalNumber });
  }
  const since = after.lastAt;
  if (before.holder?.id !== after.holder?.id) {
    if (before.holder !== null) await endParties(trx, appeal.id, 'lead', since);
    if (after.holder !== null) {
      await insertParty(trx, { appealId: appeal.id, unitId: after.holder.id, role: 'lead', since });
    }
  }
  const had = before.assists.map(assistantKey).join(' ');
  if (had === after.assists.map(assistantKey).join(' ')) return;
  await endParties(trx, appeal.id, 'assist', since);
  for (const { id, office } of after.assists) {
    await insertParty(trx, { appealId: appeal.id, unitId: id, role: 'assist', office, since });
  }
}
