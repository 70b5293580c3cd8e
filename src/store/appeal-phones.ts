import type { Db, Trx } from './db.ts';

/** Keeps the digits by which the phones of an appeal are found. */
export async function insertPhones(trx: Trx, appealId: number, digits: readonly string[]): Promise<void> {
  for (const one of new Set(digits)) {
    await trx.insertInto('appealPhone').values({ appealId, digits: one }).execute();
  }
}

/** Numbers, in the tables, of the appeals of a phone. */
export async function listAppealsOfPhone(
  db: Db,
  jurisdictionId: number,
  digits: readonly string[],
): Promise<number[]> {
  if (digits.length === 0) return [];
  const rows = await db
    .selectFrom('appealPhone as phone')
    .innerJoin('appeal', 'appeal.id', 'phone.appealId')
    .select('appeal.id')
    .distinct()
    .where('phone.digits', 'in', digits)
    .where('appeal.jurisdictionId', '=', jurisdictionId)
    .where('appeal.voided', '=', 0)
    .orderBy('appeal.id', 'desc')
    .execute();
  return rows.map(({ id }) => id);
}
