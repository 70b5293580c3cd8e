import type { CountSource } from '../../domain/run.ts';
import { copySource } from '../../domain/run.ts';
import type { Counts } from '../../domain/volume.ts';
import type { Db } from '../../store/db.ts';
import { listUnits } from '../../store/units.ts';
import { groupCounts, listVolumes } from '../../store/volumes.ts';

/** One unit's counts of one year. */
export interface VolumeOfUnit {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly counts: Counts;
  readonly sources: readonly CountSource[];
}

/** Lists the volumes in force by year and unit, units in their official order. */
export async function listVolumeLines(
  db: Db,
  jurisdictionId: number,
  year?: number,
): Promise<VolumeOfUnit[]> {
  const volumes = await listVolumes(db, jurisdictionId, { year });
  const units = await listUnits(db, jurisdictionId);
  const countsOf = groupCounts(volumes);
  const byUnit = Map.groupBy(volumes, (volume) => `${String(volume.unitId)} ${String(volume.year)}`);
  const years = [...new Set(volumes.map((volume) => volume.year))].sort((a, b) => a - b);
  return years.flatMap((of) =>
    units.flatMap(({ id, code, name }) => {
      const rows = byUnit.get(`${String(id)} ${String(of)}`) ?? [];
      const sources = rows.map(copySource);
      return rows.length === 0 ? [] : [{ code, name, year: of, counts: countsOf(id, of), sources }];
    }),
  );
}
