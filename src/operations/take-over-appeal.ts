import type { Unit } from '../domain/unit.ts';
import type { Db } from '../store/database.ts';
import type { LocalWork, Operation } from './change.ts';
import { decideHandOver, readMoment } from './hand-over.ts';
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
