import type { NewEvent } from './appeal-events.ts';
import type { Trx } from './db.ts';
import type { Value } from './engine/bulk.ts';
import { insertRows, nextNumber } from './engine/bulk.ts';

/** The columns of an event, in the order in which its values are written. */
export const eventColumns = [
  'id', 'appealId', 'seq', 'at', 'recordedAt', 'by', 'action', 'fromUnitId', 'toUnitId', 'reason', 'rulingId', 'data', 'digest', 'operationId',
] as const; // prettier-ignore

/** Gathers events of many appeals, the values of one behind those of the other, and writes them at once. */
export class BulkEvents {
  readonly #trx: Trx;
  #next: number;
  #values: Value[] = [];

  constructor(trx: Trx, next: number) {
    this.#trx = trx;
    this.#next = next;
  }

  add(one: NewEvent): void {
    const id = this.#next;
    this.#next += 1;
    this.#values.push(
      id, one.appealId, one.seq, one.at, one.recordedAt, one.by, one.action, one.fromUnitId, one.toUnitId, one.reason, one.rulingId, one.data,
      one.digest, one.operationId,
    ); // prettier-ignore
  }

  /** Writes what was gathered; gives its values, as they now stand in their table. */
  async write(): Promise<readonly Value[]> {
    const values = this.#values;
    await insertRows(this.#trx, { table: 'appealEvent', columns: eventColumns }, values);
    this.#values = [];
    return values;
  }
}

/** Begins to write many events within a transaction. */
export async function openBulkEvents(trx: Trx): Promise<BulkEvents> {
  return new BulkEvents(trx, await nextNumber(trx, 'appealEvent'));
}
