import type { Trx } from '../db.ts';
import type { Tables } from '../tables.ts';
import type { BulkColumns, Value } from './engine.ts';
import { engineName, engineOf } from './engine.ts';

export type { Value };

/** Writes many rows of one table, the values of one behind those of the other, in the order of the columns: ten times as fast as one query a row. */
export async function insertRows<Table extends keyof Tables>(
  trx: Trx,
  into: BulkColumns<Table>,
  values: readonly Value[],
): Promise<void> {
  await engineOf(trx).insertRows(trx, into, values);
}

/** The number that a table gives to the row that is written next. */
export async function nextNumber(trx: Trx, table: keyof Tables): Promise<number> {
  return ((await engineOf(trx).listNumbers(trx)).get(engineName(table)) ?? 0) + 1;
}
