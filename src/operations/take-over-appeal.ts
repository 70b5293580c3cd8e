import type { Assistant } from '../domain/course.ts';
import type { Unit } from '../domain/unit.ts';
import type { Db } from '../store/database.ts';
import type { LocalWork, Operation } from './change.ts';
import { decideHandOver, readMoment, referTo } from './hand-over.ts';
import { readSubject, recordEvent } from './record-event.ts';

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
  const hop = { action: 'transfer' as const, at, to, reason: 'reorganised' as const };
  await recordEvent(trx, work, operation, subject, await decideHandOver(trx, work, subject, hop));
}

/** Has the unit that another went into assist an open appeal in its place, unless it leads it; within a transaction. */
export async function takeOverAssistance(
  trx: Db,
  work: LocalWork,
  operation: Operation,
  number: string,
  units: { readonly from: Unit; readonly to: Unit },
): Promise<void> {
  const subject = await readSubject(trx, work.jurisdiction, number);
  const { assists, holder, lastAt } = subject.course;
  const moved = assists
    .map((one) => (one.id === units.from.id ? { ...one, ...referTo(units.to) } : one))
    .filter(({ id, office }) => id !== holder?.id || office !== undefined);
  const key = ({ id, office }: Assistant): string => `${String(id)}/${office ?? ''}`;
  const distinct = [...new Map(moved.map((one) => [key(one), one])).values()];
  const at = readMoment(work, undefined, lastAt);
  await recordEvent(trx, work, operation, subject, { action: 'assist', at, data: { assists: distinct } });
}
