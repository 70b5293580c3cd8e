import type { Db } from './db.ts';

/** Lists what the codes of all units say as they stand in the file, whatever it is; also of those whose import was undone. */
export async function listUnitCodes(
  db: Db,
): Promise<{ readonly code: string; readonly category: string; readonly undone: number }[]> {
  return db.selectFrom('unit').select(['code', 'category', 'undone']).orderBy('id').execute();
}

/** Lists how the desks were set up, as it stands in the file, by the codes of their units. */
export async function listDeskTiers(db: Db): Promise<{ readonly code: string; readonly form: string }[]> {
  return db
    .selectFrom('desk')
    .innerJoin('unit', 'unit.id', 'desk.unitId')
    .select(['unit.code', 'desk.form'])
    .orderBy('desk.id')
    .execute();
}
