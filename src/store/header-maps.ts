import type { BatchKind } from './batches.ts';
import type { Db, Trx } from './db.ts';

/** Lists what was said of headers of earlier files of a kind. */
export async function listHeaderMaps(
  db: Db,
  jurisdictionId: number,
  kind: BatchKind,
): Promise<{ shape: string; map: Record<string, string> }[]> {
  const rows = await db
    .selectFrom('headerMap')
    .select(['shape', 'map'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('kind', '=', kind)
    .execute();
  return rows.map(({ shape, map }) => ({ shape, map: JSON.parse(map) as Record<string, string> }));
}

/** Keeps what headers of files of one shape are; what was kept of that shape gives way. */
export async function replaceHeaderMap(
  trx: Trx,
  jurisdictionId: number,
  {
    map,
    ...row
  }: { kind: BatchKind; shape: string; map: Readonly<Record<string, string>>; at: string; by: string },
): Promise<void> {
  await trx
    .deleteFrom('headerMap')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('kind', '=', row.kind)
    .where('shape', '=', row.shape)
    .execute();
  await trx
    .insertInto('headerMap')
    .values({ ...row, jurisdictionId, map: JSON.stringify(map) })
    .execute();
}
