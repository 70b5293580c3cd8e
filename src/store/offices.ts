import type { Db, Trx } from './db.ts';
import type { Office } from '../domain/office.ts';
import { nameKey } from '../domain/unit-name.ts';

/** Lists the internal offices of the units of a jurisdiction by unit, in the order they were recorded. */
export async function listOffices(db: Db, jurisdictionId: number): Promise<Map<number, Office[]>> {
  const rows = await db
    .selectFrom('office')
    .innerJoin('unit', 'unit.id', 'office.unitId')
    .select(['office.unitId', 'office.name', 'office.withdrawnOn'])
    .where('unit.jurisdictionId', '=', jurisdictionId)
    .where('unit.undone', '=', 0)
    .orderBy('office.id')
    .execute();
  const offices = new Map<number, Office[]>();
  for (const { unitId, ...office } of rows) offices.set(unitId, [...(offices.get(unitId) ?? []), office]);
  return offices;
}

/** Puts an office on record, or the day on which it is withdrawn. */
export async function recordOffice(
  trx: Trx,
  unitId: number,
  before: Office | undefined,
  { name, withdrawnOn }: Office,
): Promise<void> {
  if (before === undefined) {
    await trx
      .insertInto('office')
      .values({ unitId, name, nameKey: nameKey(name), withdrawnOn })
      .execute();
    return;
  }
  await trx
    .updateTable('office')
    .set({ withdrawnOn })
    .where('unitId', '=', unitId)
    .where('nameKey', '=', nameKey(before.name))
    .execute();
}
