import type { ChainStop } from '../errors.ts';
import { AppError } from '../errors.ts';
import type { Appeal, HopReason } from '../domain/appeal.ts';
import type { Action, Course, UnitRef } from '../domain/course.ts';
import { decideHop } from '../domain/course.ts';
import type { Instant } from '../domain/time.ts';
import { localDay, localTime, parseLocalTime } from '../domain/time.ts';
import { makeLineage } from '../domain/succession.ts';
import type { Unit } from '../domain/unit.ts';
import { endParties, insertEvent, insertParty, insertPersonalTexts, updateHolder } from '../store/appeals.ts';
import type { NewPersonalText } from '../store/appeals.ts';
import type { Db } from '../store/database.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { listSuccessions } from '../store/units.ts';
import type { LocalWork, Operation } from './change.ts';
import { refuseRetired } from './find-unit.ts';
import { makeSalt, sha256 } from './digest.ts';

/** A text that is personal: kept apart from its event, which holds only a salted digest. */
export interface PersonalText {
  readonly field: string;
  readonly text: string;
}

/** One entry of an appeal's history, to be written. */
export interface EventInput {
  readonly action: Action;
  readonly at: Instant;
  readonly from: UnitRef | null;
  readonly to: UnitRef | null;
  readonly reason: HopReason | null;
  readonly ruling?: { readonly id: number; readonly number: number };
  readonly assists?: readonly UnitRef[];
  /** Texts written with this event. */
  readonly texts?: readonly PersonalText[];
  /** Texts that belong to the appeal itself; its first event vouches for them. */
  readonly appealTexts?: readonly PersonalText[];
}

/** Writes one event with its personal texts; the only way an appeal's history grows. */
export async function recordEvent(
  trx: Db,
  work: LocalWork,
  operation: Operation,
  appeal: { readonly id: number; readonly number: string },
  seq: number,
  event: EventInput,
): Promise<void> {
  const { action, at, from, to, reason, ruling, assists = [], texts = [], appealTexts = [] } = event;
  const digests: Record<string, string> = {};
  const written: NewPersonalText[] = [];
  for (const [owner, list] of [
    [seq, texts],
    [null, appealTexts],
  ] as const) {
    for (const { field, text } of list) {
      const salt = await makeSalt();
      digests[owner === null ? `appeal.${field}` : field] = await sha256(`${salt}\n${text}`);
      written.push({ appealId: appeal.id, eventSeq: owner, field, text, salt });
    }
  }
  await insertPersonalTexts(trx, written);
  const data = JSON.stringify({ ...(assists.length === 0 ? {} : { assists }), texts: digests });
  const content = {
    at,
    recordedAt: work.now,
    by: work.by,
    action,
    fromUnitId: from?.id ?? null,
    toUnitId: to?.id ?? null,
    reason,
    rulingId: ruling?.id ?? null,
    data,
  };
  const digest = await operation.seal({ appeal: appeal.number, seq, ...content });
  await insertEvent(trx, { ...content, appealId: appeal.id, seq, digest, operationId: operation.id });
}

/**
 * Hands an appeal over to a unit: the one path by which a hop is written, whoever hands over.
 *
 * Errors: `appeal-held-already`, `appeal-circle`, `appeal-unit-limit`, `appeal-bound-by-ruling`, `conflict`.
 */
export async function handOver(
  trx: Db,
  work: LocalWork,
  operation: Operation,
  subject: { readonly appeal: Pick<Appeal, 'id' | 'number'>; readonly course: Course; readonly seq: number },
  event: Omit<EventInput, 'from' | 'to'> & { readonly to: Unit },
): Promise<number> {
  const { appeal, course, seq } = subject;
  const { number } = appeal;
  const { jurisdiction } = work;
  const { id, code, name } = event.to;
  const to: UnitRef = { id, code, name };
  await refuseRetired(trx, jurisdiction, event.to, localDay(event.at, jurisdiction.timeZone));
  const verdict = decideHop(course, to, {
    unitLimit: jurisdiction.unitLimit,
    byRuling: event.ruling !== undefined,
    // Where no unit has led yet, there is nothing to descend from.
    lineage: makeLineage(course.hops.length === 0 ? [] : await listSuccessions(trx, jurisdiction.id)),
  });
  switch (verdict.kind) {
    case 'held-already':
      throw new AppError('appeal-held-already', { number, unit: name });
    case 'bound':
      throw new AppError('appeal-bound-by-ruling', {
        number,
        unit: course.holder?.name ?? '',
        ruling: verdict.ruling,
      });
    case 'circle':
      throw new AppError('appeal-circle', { number, unit: name, chain: showChain(course, jurisdiction) });
    case 'unit-limit': {
      const chain = showChain(course, jurisdiction);
      throw new AppError('appeal-unit-limit', { number, unit: name, limit: verdict.limit, chain });
    }
    case 'hop':
  }
  const reason = verdict.isTakeOver && event.ruling === undefined ? 'reorganised' : event.reason;
  await recordEvent(trx, work, operation, appeal, seq, { ...event, reason, from: verdict.from, to });
  await updateHolder(trx, appeal, verdict.from?.id ?? null, to.id);
  if (verdict.from !== null) await endParties(trx, appeal.id, 'lead', event.at);
  await insertParty(trx, { appealId: appeal.id, unitId: to.id, role: 'lead', since: event.at });
  return verdict.hop;
}

function showChain(course: Course, jurisdiction: Jurisdiction): ChainStop[] {
  return course.hops.map(({ hop, from, to, at, by }) => ({
    hop,
    from: from?.name,
    to: to.name,
    on: localTime(at, jurisdiction.timeZone),
    by,
  }));
}

/**
 * The moment something happened: the one said, in local time, else now. Never in the future, never before the last event.
 */
export function readMoment(work: LocalWork, said: string | undefined, last: Instant | undefined): Instant {
  const { timeZone } = work.jurisdiction;
  if (said === undefined) return last !== undefined && last > work.now ? last : work.now;
  const at = parseLocalTime(said, timeZone);
  if (at === undefined) {
    throw new AppError('option-value-invalid', {
      option: '--time',
      value: said,
      example: '2022-02-07 09:30',
    });
  }
  if (at > work.now) throw new AppError('time-in-future', { time: said });
  if (last !== undefined && at < last) {
    throw new AppError('time-out-of-order', { time: said, last: localTime(last, timeZone) });
  }
  return at;
}
