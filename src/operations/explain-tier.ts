import { AppError } from '../errors.ts';
import type { RunUnit } from '../domain/run.ts';
import { isJudged } from '../domain/run.ts';
import type { Verdict } from '../domain/tier.ts';
import { classifyUnit, distanceToBounds } from '../domain/tier.ts';
import type { Db } from '../store/database.ts';
import type { Run } from '../store/classifications.ts';
import { getRun, getRunAtHand, listRunUnits, listRuns } from '../store/classifications.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { groupCounts, listVolumes } from '../store/volumes.ts';
import { canonicalJson } from '../domain/canonical.ts';
import { getUnitByName } from './find-unit.ts';

/** Why a unit stands where a run put it. */
export interface TierExplanation {
  readonly run: Run;
  readonly unit: RunUnit;
  /** Null for a unit outside the scheme. */
  readonly verdict: Verdict | null;
  /** Appeals to the nearest other tier, up and down. */
  readonly distance: { readonly up: number | null; readonly down: number | null } | null;
  /** The counts in force now differ from those the run read. */
  readonly changedSince: boolean;
  /** The verdict of the year before, if that year has a run in force. */
  readonly lastYear: { readonly run: Run; readonly unit: RunUnit } | null;
}

/** Explains one unit of a run: of the run asked, else of the run at hand of the year. */
export async function explainTier(
  db: Db,
  jurisdiction: Jurisdiction,
  terms: { readonly unit: string; readonly year?: number; readonly run?: number },
): Promise<TierExplanation> {
  const named = await getUnitByName(db, jurisdiction, terms.unit);
  const run =
    terms.run === undefined
      ? await getRunAtHand(db, jurisdiction.id, terms.year)
      : await getRun(db, jurisdiction.id, terms.run);
  const unit = (await listRunUnits(db, run.id)).find((one) => one.unitId === named.id);
  if (unit === undefined) throw new AppError('run-unit-not-found', { unit: named.name, run: run.number });
  const { scheme, year } = run;
  const verdict = isJudged(scheme, unit) ? classifyUnit(scheme, unit.category, unit.counts) : null;
  const isByVolume = verdict?.kind === 'classified' && verdict.clause.kind === 'band';
  const countsNow = groupCounts(await listVolumes(db, jurisdiction.id, { year }))(unit.unitId, year);
  return {
    run,
    unit,
    verdict,
    distance: isByVolume ? distanceToBounds(scheme, verdict.volume) : null,
    changedSince: canonicalJson(countsNow) !== canonicalJson(unit.counts),
    lastYear: await findVerdictOf(db, jurisdiction.id, year - 1, unit.unitId),
  };
}

async function findVerdictOf(
  db: Db,
  jurisdictionId: number,
  year: number,
  unitId: number,
): Promise<TierExplanation['lastYear']> {
  const run = (await listRuns(db, jurisdictionId, year)).find(
    (one) => one.adoption !== null && one.supersededBy === null,
  );
  if (run === undefined) return null;
  const unit = (await listRunUnits(db, run.id)).find((one) => one.unitId === unitId);
  return unit === undefined ? null : { run, unit };
}
