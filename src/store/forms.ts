import type { Db, Trx } from './db.ts';

/** The day on which each unit was sent its last form, by unit. */
export async function listFormsSent(db: Db, jurisdictionId: number): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('formSent')
    .innerJoin('unit', 'unit.id', 'formSent.unitId')
    .select(['formSent.unitId', 'formSent.on'])
    .where('unit.jurisdictionId', '=', jurisdictionId)
    .orderBy('formSent.id')
    .execute();
  return new Map(rows.map(({ unitId, on }) => [unitId, on]));
}

export async function insertFormSent(
  trx: Trx,
  form: { readonly unitId: number; readonly on: string; readonly operationId: number },
): Promise<void> {
  await trx.insertInto('formSent').values(form).execute();
}
