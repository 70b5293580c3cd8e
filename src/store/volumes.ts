import type { Db } from './database.ts';
import type { CountSource } from '../domain/run.ts';
import type { Counts, VolumeChannel } from '../domain/volume.ts';

/** A count in force, with where it came from. */
export interface VolumeCount extends CountSource {
  readonly unitId: number;
  readonly year: number;
  readonly count: number;
}

/** Lists the counts in force: of each unit, year and channel the newest, unless it withdraws the count. */
export async function listVolumes(
  db: Db,
  jurisdictionId: number,
  filter: { readonly year?: number } = {},
): Promise<VolumeCount[]> {
  let query = db
    .selectFrom('volume as v')
    .innerJoin('unit', 'unit.id', 'v.unitId')
    .leftJoin('batch', 'batch.id', 'v.batchId')
    .select(['v.unitId', 'v.year', 'v.channel', 'v.count', 'v.row', 'batch.number as batch', 'batch.file'])
    .where('unit.jurisdictionId', '=', jurisdictionId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('volume as later')
            .select('later.id')
            .whereRef('later.unitId', '=', 'v.unitId')
            .whereRef('later.year', '=', 'v.year')
            .whereRef('later.channel', '=', 'v.channel')
            .whereRef('later.id', '>', 'v.id'),
        ),
      ),
    );
  if (filter.year !== undefined) query = query.where('v.year', '=', filter.year);
  const rows = await query.orderBy('v.id').execute();
  return rows.flatMap(({ count, ...row }) => (count === null ? [] : [{ ...row, count }]));
}

/** Counts in force by unit and year, from the rows of `listVolumes`. */
export function groupCounts(volumes: readonly VolumeCount[]): (unitId: number, year: number) => Counts {
  const counts = new Map<string, Partial<Record<VolumeChannel, number>>>();
  for (const { unitId, year, channel, count } of volumes) {
    const key = `${String(unitId)} ${String(year)}`;
    const there = counts.get(key);
    if (there === undefined) counts.set(key, { [channel]: count });
    else there[channel] = count;
  }
  return (unitId, year) => counts.get(`${String(unitId)} ${String(year)}`) ?? {};
}

/** Years for which a jurisdiction has counts, earliest first. */
export async function listVolumeYears(db: Db, jurisdictionId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('volume')
    .innerJoin('unit', 'unit.id', 'volume.unitId')
    .select('volume.year')
    .distinct()
    .where('unit.jurisdictionId', '=', jurisdictionId)
    .orderBy('volume.year')
    .execute();
  return rows.map((row) => row.year);
}

export async function insertVolume(
  db: Db,
  volume: {
    readonly unitId: number;
    readonly year: number;
    readonly channel: VolumeChannel;
    readonly count: number | null;
    readonly batchId: number | null;
    readonly row: number | null;
  },
): Promise<void> {
  await db.insertInto('volume').values(volume).execute();
}
