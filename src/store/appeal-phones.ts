import type { Trx } from './db.ts';

/** Keeps the digits by which the phones of an appeal are found. */
export async function insertPhones(trx: Trx, appealId: number, digits: readonly string[]): Promise<void> {
  for (const one of new Set(digits)) {
    await trx.insertInto('appealPhone').values({ appealId, digits: one }).execute();
  }
}
