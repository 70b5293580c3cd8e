import type { VolumeChannel } from '../domain/volume.ts';
import { listRuns, listRunUnits } from '../store/classifications.ts';
import type { Db } from '../store/database.ts';

/** A count as it is to be from now on; null for none. */
export interface CountOfUnit {
  readonly unitId: number;
  readonly year: number;
  readonly channel: VolumeChannel;
  readonly count: number | null;
}

/** Numbers of the runs that read another count than these. Runs are sealed and stay as they were; they are to be pointed out. */
export async function listRunsThatRead(
  db: Db,
  jurisdictionId: number,
  counts: readonly CountOfUnit[],
): Promise<number[]> {
  const byYear = Map.groupBy(counts, (count) => count.year);
  const runs: number[] = [];
  for (const [year, ofYear] of byYear) {
    const byUnit = Map.groupBy(ofYear, (count) => count.unitId);
    for (const run of await listRuns(db, jurisdictionId, year)) {
      const units = await listRunUnits(db, run.id);
      const differs = units.some((unit) =>
        byUnit.get(unit.unitId)?.some(({ channel, count }) => (unit.counts[channel] ?? null) !== count),
      );
      if (differs) runs.push(run.number);
    }
  }
  return runs;
}
