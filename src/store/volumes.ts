import type { Db, Trx } from './db.ts';
import { insertRows } from './engine/bulk.ts';
import type { CountSource } from '../domain/run.ts';
import type { Counts, VolumeChannel } from '../domain/volume.ts';

/** A count in force, with where it came from. */
export interface VolumeCount extends CountSource {
  readonly unitId: number;
  readonly year: number;
  readonly count: number;
}

/**
 * Lists the counts in force: of each unit, year and channel the newest that no undone import brought, unless it
 * withdraws the count. `withoutBatch` leaves one import more out, to see what undoing it would put in force.
 */
export async function listVolumes(
  db: Db,
  jurisdictionId: number,
  filter: { readonly year?: number; readonly withoutBatch?: number } = {},
): Promise<VolumeCount[]> {
  const undone = (await db.selectFrom('batchUndo').select('batchId').execute()).map((row) => row.batchId);
  if (filter.withoutBatch !== undefined) undone.push(filter.withoutBatch);
  let query = db
    .selectFrom('volume as v')
    .innerJoin('unit', 'unit.id', 'v.unitId')
    .leftJoin('batch', 'batch.id', 'v.batchId')
    .select([
      'v.unitId',
      'v.year',
      'v.channel',
      'v.count',
      'v.row',
      'v.rounded',
      'v.reason',
      'v.setBy',
      'v.setOn',
      'batch.number as batch',
      'batch.file',
      'batch.tab',
    ])
    .where('unit.jurisdictionId', '=', jurisdictionId)
    .where('unit.undone', '=', 0)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('volume as later')
            .select('later.id')
            .whereRef('later.unitId', '=', 'v.unitId')
            .whereRef('later.year', '=', 'v.year')
            .whereRef('later.channel', '=', 'v.channel')
            .whereRef('later.id', '>', 'v.id')
            .where((one) =>
              one.or([one('later.batchId', 'is', null), one('later.batchId', 'not in', undone)]),
            ),
        ),
      ),
    )
    .where((eb) => eb.or([eb('v.batchId', 'is', null), eb('v.batchId', 'not in', undone)]));
  if (filter.year !== undefined) query = query.where('v.year', '=', filter.year);
  const rows = await query.orderBy('v.id').execute();
  return rows.flatMap(({ count, rounded, reason, setBy: by, setOn: on, ...row }) => {
    if (count === null) return [];
    const byHand = reason === null || by === null || on === null ? undefined : { reason, by, on };
    return [
      {
        ...row,
        count,
        ...(rounded === 1 ? { isRounded: true as const } : {}),
        ...(byHand === undefined ? {} : { byHand }),
      },
    ];
  });
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

/** Years for which a jurisdiction has counts in force, earliest first. */
export async function listVolumeYears(db: Db, jurisdictionId: number): Promise<number[]> {
  const years = (await listVolumes(db, jurisdictionId)).map(({ year }) => year);
  return [...new Set(years)].sort((a, b) => a - b);
}

export async function insertVolume(
  trx: Trx,
  volume: {
    readonly unitId: number;
    readonly year: number;
    readonly channel: VolumeChannel;
    readonly count: number | null;
    readonly batchId: number | null;
    readonly row: number | null;
    readonly rounded?: 0 | 1;
    readonly reason?: string;
    readonly setBy?: string;
    readonly setOn?: string;
  },
): Promise<void> {
  await trx.insertInto('volume').values(volume).execute();
}

/** The columns of counts that an import brings. */
const importedColumns = ['unitId', 'year', 'channel', 'count', 'batchId', 'row', 'rounded'] as const;

/** A count that an import brings; null where it takes one away. */
export interface ImportedVolume {
  readonly unitId: number;
  readonly year: number;
  readonly channel: VolumeChannel;
  readonly count: number | null;
  readonly batchId: number;
  readonly row: number | null;
  readonly rounded: 0 | 1;
}

/** Writes the counts of an import. */
export async function insertImportedVolumes(trx: Trx, volumes: readonly ImportedVolume[]): Promise<void> {
  await insertRows(
    trx,
    { table: 'volume', columns: importedColumns },
    volumes.flatMap((one) => importedColumns.map((column) => one[column])),
  );
}

interface CountOfRow {
  readonly unitId: number;
  readonly year: number;
  readonly channel: VolumeChannel;
  readonly count: number | null;
}

/** Lists the counts as an import found them: of every unit, year and channel it wrote, the one in force before. */
export async function listCountsBefore(db: Db, batchId: number): Promise<CountOfRow[]> {
  const undone = db.selectFrom('batchUndo').select('batchId').where('undoBatchId', '<', batchId);
  const rows = await db
    .selectFrom('volume as own')
    .innerJoin('volume as v', (join) =>
      join
        .onRef('v.unitId', '=', 'own.unitId')
        .onRef('v.year', '=', 'own.year')
        .onRef('v.channel', '=', 'own.channel')
        .onRef('v.id', '<', 'own.id'),
    )
    .select(['v.unitId', 'v.year', 'v.channel', 'v.count'])
    .where('own.batchId', '=', batchId)
    .where((eb) => eb.or([eb('v.batchId', 'is', null), eb('v.batchId', 'not in', undone)]))
    .orderBy('v.id')
    .execute();
  const newest = new Map<string, CountOfRow>();
  for (const row of rows) newest.set(`${String(row.unitId)} ${String(row.year)} ${row.channel}`, row);
  return [...newest.values()];
}
