import type { AnnualState } from '../../domain/annual.ts';
import { countRun } from '../../domain/run.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Instant } from '../../domain/time.ts';
import { findRunInForce, listRuns, listRunUnits } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import { listEditions } from '../../store/editions.ts';
import { listUnits } from '../../store/units.ts';
import { listVolumeYears } from '../../store/volumes.ts';
import { checkAllDesks, listBlocked } from '../roster/check-desks.ts';

/** Reads how far the work of a year has come. */
export async function getAnnual(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  year: number,
): Promise<AnnualState> {
  const { id } = jurisdiction;
  const newest = (await listRuns(db, id, year)).at(-1);
  const inForce = await findRunInForce(db, id, year);
  const latest = await findRunInForce(db, id);
  const isPast = latest !== undefined && inForce !== undefined && latest.year > inForce.year;
  const check = inForce === undefined || isPast ? undefined : await checkAllDesks(db, jurisdiction, now);
  const findings = check?.desks.flatMap((desk) => desk.findings) ?? [];
  return {
    units: (await listUnits(db, id)).filter((unit) => unit.until === null).length,
    hasVolumes: (await listVolumeYears(db, id)).includes(year),
    newestRun: newest?.number ?? null,
    runInForce: inForce?.number ?? null,
    withoutCount:
      newest === undefined ? 0 : countRun(newest.scheme, await listRunUnits(db, newest.id)).noCount,
    isPast,
    desksMissing: check?.desks.filter(({ desk }) => desk === undefined).length ?? 0,
    desksBlocked: check === undefined ? 0 : listBlocked(check).length,
    formsOut: findings.filter(({ code }) => code === 'form-unanswered').length,
    edition:
      (await listEditions(db, id)).findLast((edition) => edition.run === inForce?.number)?.number ?? null,
  };
}
