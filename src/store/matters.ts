import type { Db, Trx } from './db.ts';
import type { Matter } from '../domain/matter.ts';
import { nameKey } from '../domain/unit-name.ts';

/** Lists the matters of the list in force, in its order; empty where the city has none. */
export async function listMatters(db: Db, jurisdictionId: number): Promise<Matter[]> {
  return db
    .selectFrom('matter')
    .select(['groupName as group', 'name'])
    .where('batchId', '=', (eb) =>
      eb
        .selectFrom('matter as newest')
        .select(({ fn }) => fn.max('newest.batchId').as('batchId'))
        .where('newest.jurisdictionId', '=', jurisdictionId),
    )
    .orderBy('id')
    .execute();
}

export async function insertMatter(
  trx: Trx,
  jurisdictionId: number,
  batchId: number,
  { group, name }: Matter,
): Promise<void> {
  await trx
    .insertInto('matter')
    .values({ jurisdictionId, batchId, groupName: group, name, nameKey: nameKey(name) })
    .execute();
}

/** Appeals that count for their matter: none whose import was undone, and none that ended as a duplicate of another. */
function countedAppeals(db: Db) {
  return db
    .selectFrom('appeal')
    .where('voided', '=', 0)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '!=', 'duplicate')]));
}

/** How many appeals were received of each matter, by its name as it was written. */
export async function countByMatter(db: Db, jurisdictionId: number): Promise<Map<string, number>> {
  const rows = await countedAppeals(db)
    .select(({ fn }) => ['matter' as const, fn.countAll<number>().as('count')])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('matter', 'is not', null)
    .groupBy('matter')
    .execute();
  const counts = new Map<string, number>();
  for (const { matter, count } of rows) {
    const key = nameKey(matter ?? '');
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

/** How many appeals of each matter each unit leads. */
export async function countMattersByHolder(
  db: Db,
  jurisdictionId: number,
): Promise<{ readonly holderId: number; readonly matter: string; readonly count: number }[]> {
  const rows = await countedAppeals(db)
    .select(({ fn }) => ['holderId', 'matter', fn.countAll<number>().as('count')])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('confidential', '=', 0)
    .where('matter', 'is not', null)
    .where('holderId', 'is not', null)
    .groupBy(['holderId', 'matter'])
    .execute();
  return rows.flatMap(({ holderId, matter, count }) =>
    holderId === null || matter === null ? [] : [{ holderId, matter, count }],
  );
}
