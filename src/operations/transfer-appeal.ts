import { AppError } from '../errors.ts';
import type { Appeal, HopReason } from '../domain/appeal.ts';
import type { Course } from '../domain/course.ts';
import { readCourse } from '../domain/course.ts';
import type { Desk } from '../domain/desk.ts';
import { localDay } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import { endParties, getAppeal, insertParty, listEvents } from '../store/appeals.ts';
import type { Db } from '../store/database.ts';
import { listDesks } from '../store/desks.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { insertRuling, nextRulingNumber } from '../store/rulings.ts';
import type { LocalWork, Operation } from './change.ts';
import { change } from './change.ts';
import { getUnitByName } from './find-unit.ts';
import { handOver, readMoment, recordEvent } from './hand-over.ts';

/** A hand-over that was made, and whom to call now. */
export interface HandOver {
  readonly number: string;
  readonly hop: number | null;
  readonly from: string | null;
  readonly unit: Unit;
  readonly desk: Desk | undefined;
}

/** Hands an appeal over to a unit, from the transfer desk or from the unit that leads it. A unit gives its reason. */
export async function transferAppeal(
  work: LocalWork,
  number: string,
  terms: { readonly to: string; readonly reason?: HopReason; readonly text?: string; readonly time?: string },
): Promise<HandOver> {
  const { jurisdiction } = work;
  return change(work, async (trx, operation) => {
    const { appeal, course, seq } = await readSubject(trx, jurisdiction, number);
    const to = await getUnitByName(trx, jurisdiction, terms.to);
    if (course.holder !== null && terms.reason === undefined) {
      throw new AppError('option-missing', { options: ['--reason'] });
    }
    const at = readMoment(work, terms.time, course.lastAt);
    const hop = await handOver(
      trx,
      work,
      operation,
      { appeal, course, seq },
      {
        action: 'transfer',
        at,
        to,
        reason: terms.reason ?? null,
        texts: terms.text === undefined ? [] : [{ field: 'text', text: terms.text }],
      },
    );
    const desk = await findDesk(trx, jurisdiction, to);
    return {
      result: { number: appeal.number, hop, from: course.holder?.name ?? null, unit: to, desk },
      summary: { appeal: appeal.number, hop, from: course.holder?.code ?? null, to: to.code },
    };
  });
}

/** Hands an open appeal over to the unit that its holder went into, within a transaction. */
export async function takeOverAppeal(
  trx: Db,
  work: LocalWork,
  operation: Operation,
  number: string,
  to: Unit,
): Promise<void> {
  const subject = await readSubject(trx, work.jurisdiction, number);
  const at = readMoment(work, undefined, subject.course.lastAt);
  await handOver(trx, work, operation, subject, { action: 'transfer', at, to, reason: 'reorganised' });
}

/** A ruling that was made on an appeal. */
export interface AppealRuling extends HandOver {
  readonly ruling: number;
  readonly assists: readonly Unit[];
}

/** Rules who leads an appeal and who assists, and hands it over in the same step; binds the lead for this stint. */
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
    const { appeal, course, seq } = await readSubject(trx, jurisdiction, number);
    const lead = await getUnitByName(trx, jurisdiction, terms.lead);
    const assists: Unit[] = [];
    for (const name of terms.assists) assists.push(await getUnitByName(trx, jurisdiction, name));
    if (assists.some((unit) => unit.id === lead.id))
      throw new AppError('ruling-lead-assists', { unit: lead.name });
    const at = readMoment(work, terms.time, course.lastAt);
    const ruling = await recordRuling(trx, work, operation, {
      appeal,
      lead,
      assists,
      basis: terms.basis,
      at,
    });
    const refs = assists.map(({ id, code, name }) => ({ id, code, name }));
    const event = { action: 'rule' as const, at, reason: 'ruling' as const, ruling, assists: refs };
    let hop: number | null = null;
    if (course.holder?.id === lead.id) {
      await recordEvent(trx, work, operation, appeal, seq, { ...event, from: null, to: null });
    } else {
      hop = await handOver(trx, work, operation, { appeal, course, seq }, { ...event, to: lead });
    }
    await endParties(trx, appeal.id, 'assist', at);
    for (const unit of assists)
      await insertParty(trx, { appealId: appeal.id, unitId: unit.id, role: 'assist', since: at });
    const desk = await findDesk(trx, jurisdiction, lead);
    const from = course.holder?.name ?? null;
    return {
      result: { number: appeal.number, hop, from, unit: lead, desk, ruling: ruling.number, assists },
      summary: { appeal: appeal.number, ruling: ruling.number, lead: lead.code, hop },
    };
  });
}

async function recordRuling(
  trx: Db,
  work: LocalWork,
  operation: { readonly id: number; readonly seal: (content: unknown) => Promise<string> },
  ruling: {
    readonly appeal: Appeal;
    readonly lead: Unit;
    readonly assists: readonly Unit[];
    readonly basis: string;
    readonly at: string;
  },
): Promise<{ id: number; number: number }> {
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
  return { id, number };
}

async function readSubject(
  trx: Db,
  jurisdiction: Jurisdiction,
  number: string,
): Promise<{ appeal: Appeal; course: Course; seq: number }> {
  const appeal = await getAppeal(trx, jurisdiction.id, number);
  const events = await listEvents(trx, appeal.id);
  return { appeal, course: readCourse(events), seq: events.length + 1 };
}

async function findDesk(trx: Db, jurisdiction: Jurisdiction, unit: Unit): Promise<Desk | undefined> {
  return (await listDesks(trx, jurisdiction.id, { unitId: unit.id })).get(unit.id);
}
