import { nextSerial } from '../../store/appeals.ts';
import type { Trx } from '../../store/db.ts';
import { makeOnce } from '../kernel/once.ts';
import type { Operation } from '../kernel/transaction.ts';

/** The serial that comes next of a jurisdiction and year, as far as an operation gave some. */
const coming = makeOnce<string, number>();

/** Gives the next serial of a year, looked up once in an operation however many appeals it takes in: nobody else writes meanwhile. */
export async function takeSerial(
  trx: Trx,
  operation: Operation,
  jurisdictionId: number,
  year: number,
): Promise<number> {
  const ofOperation = coming(operation);
  const key = `${String(jurisdictionId)} ${String(year)}`;
  const serial = ofOperation.get(key) ?? (await nextSerial(trx, jurisdictionId, year));
  ofOperation.set(key, serial + 1);
  return serial;
}
