import { AppError } from '../errors.ts';
import type { Appeal } from '../domain/appeal.ts';
import type { UnitRef } from '../domain/course.ts';
import { localDay } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import type { Db } from '../store/database.ts';
import { insertRuling, nextRulingNumber } from '../store/rulings.ts';
import type { LocalWork, Operation } from './change.ts';
import { change } from './change.ts';
import { getUnitByName } from './find-unit.ts';
import { decideHandOver, readMoment, refuseNow, referTo } from './hand-over.ts';
import type { EventInput } from './record-event.ts';
import { readSubject, recordEvent } from './record-event.ts';

/** A ruling that was made on an appeal. */
export interface AppealRuling {
  readonly number: string;
  readonly ruling: number;
  /** Number of the hop it made; null where the lead led already. */
  readonly hop: number | null;
  readonly unit: Unit;
  readonly assists: readonly Unit[];
}

/**
 * Rules who leads an appeal and who assists, and hands it over in the same step; binds the lead for this stint.
 *
 * Errors: `ruling-lead-assists`, `appeal-verb-refused`, `unit-retired`.
 */
export async function ruleAppeal(
  work: LocalWork,
  number: string,
  terms: {
    readonly lead: string;
    readonly basis: string;
    readonly assists: readonly string[];
    readonly time?: string;
  },
): Promise<AppealRuling> {
  const { jurisdiction } = work;
  return change(work, async (trx, operation) => {
    const subject = await readSubject(trx, jurisdiction, number);
    const { appeal, course } = subject;
    refuseNow(subject, 'rule');
    const lead = await getUnitByName(trx, jurisdiction, terms.lead);
    const assists: Unit[] = [];
    for (const name of terms.assists) assists.push(await getUnitByName(trx, jurisdiction, name));
    if (assists.some((unit) => unit.id === lead.id))
      throw new AppError('ruling-lead-assists', { unit: lead.name });
    const at = readMoment(work, terms.time, course.lastAt);
    const { basis } = terms;
    const ruling = await recordRuling(trx, work, operation, { appeal, lead, assists, basis, at });
    const event = {
      action: 'rule' as const,
      at,
      reason: 'ruling' as const,
      ruling,
      data: { assists: assists.map(referTo) },
    };
    const isHeld = course.holder?.id === lead.id;
    const input: EventInput = isHeld
      ? event
      : await decideHandOver(trx, work, subject, { ...event, to: lead });
    await recordEvent(trx, work, operation, subject, input);
    const hop = isHeld ? null : course.hops.length;
    return {
      result: { number: appeal.number, ruling: ruling.number, hop, unit: lead, assists },
      summary: { appeal: appeal.number, ruling: ruling.number, lead: lead.code, hop },
    };
  });
}

async function recordRuling(
  trx: Db,
  work: LocalWork,
  operation: Operation,
  ruling: {
    readonly appeal: Appeal;
    readonly lead: Unit;
    readonly assists: readonly Unit[];
    readonly basis: string;
    readonly at: string;
  },
): Promise<{ id: number; number: number; lead: UnitRef }> {
  const { jurisdiction, now, by } = work;
  const { appeal, lead, assists, basis, at } = ruling;
  const number = await nextRulingNumber(trx, jurisdiction.id);
  const content = {
    number,
    appealId: appeal.id,
    matter: appeal.matter,
    leadId: lead.id,
    assists: assists.map((unit) => unit.id),
    basis,
    on: localDay(at, jurisdiction.timeZone),
    at: now,
    by,
  };
  const digest = await operation.seal(content);
  const id = await insertRuling(trx, {
    ...content,
    jurisdictionId: jurisdiction.id,
    digest,
    operationId: operation.id,
  });
  return { id, number, lead: referTo(lead) };
}
