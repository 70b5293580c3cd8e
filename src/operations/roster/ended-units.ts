import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { EndedUnit } from '../../domain/roster.ts';
import type { UnitDiff } from '../../domain/roster-diff.ts';
import { makeLineage } from '../../domain/succession.ts';
import { endedAmong } from '../../domain/unit.ts';
import type { Db } from '../../store/db.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import { listSuccessions, listUnits } from '../../store/units.ts';

/** Finds out of the units that stood in the edition before and are no more who took over, in a city and in its counties. */
export async function listEndedUnits(
  db: Db,
  jurisdiction: Jurisdiction,
  diffs: readonly UnitDiff[],
): Promise<EndedUnit[]> {
  const gone = diffs.filter(({ kind }) => kind === 'gone');
  if (gone.length === 0) return [];
  const all = await listJurisdictions(db);
  const ended: EndedUnit[] = [];
  for (const [countyCode, of] of Map.groupBy(gone, (diff) => diff.countyCode)) {
    const owner = countyCode === undefined ? jurisdiction : all.find(({ code }) => code === countyCode);
    if (owner === undefined) continue;
    const units = new Map((await listUnits(db, owner.id)).map((unit) => [unit.id, unit]));
    const { followersOf } = makeLineage(await listSuccessions(db, owner.id));
    for (const { unitCode } of of) {
      const unit = [...units.values()].find(({ code }) => code === unitCode);
      if (unit === undefined) continue;
      const successors = followersOf(unit.id, endedAmong(units)).flatMap((id) => {
        const other = units.get(id);
        return other === undefined ? [] : [{ unitCode: other.code, unit: other.name }];
      });
      ended.push({
        unitCode,
        ...(countyCode === undefined ? {} : { countyCode }),
        on: unit.until,
        successors,
      });
    }
  }
  return ended;
}
