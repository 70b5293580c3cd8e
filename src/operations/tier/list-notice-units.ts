import { AppError } from '../../errors.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { RunUnit } from '../../domain/run.ts';
import { isJudged } from '../../domain/run.ts';
import type { Run } from '../../store/classifications.ts';
import { getRun, getRunAtHand, listRunUnits } from '../../store/classifications.ts';
import { listUnits } from '../../store/units.ts';
import { hasEnded } from '../../domain/span.ts';
import type { Db } from '../../store/db.ts';
import { getUnitByName, refuseRetired } from '../unit/find-unit.ts';

/** The units of a run that are told their tier, and those in the scheme that have none. */
export interface NoticeUnits {
  readonly run: Run;
  readonly units: readonly RunUnit[];
  readonly without: readonly RunUnit[];
}

/** Lists whom the notices of a run go to: every unit with a tier that is still there, or those named. Errors: `run-unit-not-found` for one named that is not in it or has no tier, `unit-retired`. */
export async function listNoticeUnits(
  db: Db,
  jurisdiction: Jurisdiction,
  terms: { readonly run: number | undefined; readonly names: readonly string[] },
): Promise<NoticeUnits> {
  const { id } = jurisdiction;
  const run =
    terms.run === undefined ? await getRunAtHand(db, id, undefined) : await getRun(db, id, terms.run);
  const all = await listRunUnits(db, run.id);
  const wanted = new Set<number>();
  for (const name of terms.names) {
    const unit = await getUnitByName(db, jurisdiction, name);
    await refuseRetired(db, jurisdiction, unit);
    if (!all.some(({ unitId, tier }) => unitId === unit.id && tier !== null))
      throw new AppError('run-unit-not-found', { unit: unit.name, run: run.number });
    wanted.add(unit.id);
  }
  const ended = new Set((await listUnits(db, id)).filter((unit) => hasEnded(unit)).map((unit) => unit.id));
  const isAsked = ({ unitId }: RunUnit): boolean =>
    wanted.size === 0 ? !ended.has(unitId) : wanted.has(unitId);
  return {
    run,
    units: all.filter((unit) => unit.tier !== null && isAsked(unit)),
    without: all.filter(
      (unit) => unit.tier === null && isJudged(run.scheme, unit) && wanted.size === 0 && isAsked(unit),
    ),
  };
}
