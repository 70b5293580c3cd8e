import { canonicalJson } from '../../domain/canonical.ts';
import type { RunUnit } from '../../domain/run.ts';
import type { Counts, VolumeChannel } from '../../domain/volume.ts';
import { listRuns, listRunUnits } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import { groupCounts, listVolumes } from '../../store/volumes.ts';

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
      const read = units.flatMap((unit) => [unit, ...(unit.predecessors ?? [])]);
      const differs = read.some(({ unitId, counts: of }) =>
        byUnit.get(unitId)?.some(({ channel, count }) => (of[channel] ?? null) !== count),
      );
      if (differs) runs.push(run.number);
    }
  }
  return runs;
}

/** Counts that are other now than when a run read them: of the unit itself, or of one it came of. */
export interface ChangedCounts {
  readonly unit: string;
  readonly before: Counts;
  readonly now: Counts;
}

/** Finds the units of a run whose counts, or those of units they came of, were changed since the run read them. */
export async function listChangedUnits(
  db: Db,
  jurisdictionId: number,
  year: number,
  units: readonly RunUnit[],
): Promise<Map<number, ChangedCounts[]>> {
  const countsOf = groupCounts(await listVolumes(db, jurisdictionId, { year }));
  const changed = new Map<number, ChangedCounts[]>();
  for (const unit of units) {
    const read = [unit, ...(unit.predecessors ?? [])];
    const differing = read.flatMap(({ unitId, name, counts: before }): ChangedCounts[] => {
      const now = countsOf(unitId, year);
      return canonicalJson(now) === canonicalJson(before) ? [] : [{ unit: name, before, now }];
    });
    if (differing.length > 0) changed.set(unit.unitId, differing);
  }
  return changed;
}
