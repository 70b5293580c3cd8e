import { AppError } from '../../errors.ts';
import type { Predecessor, RunUnit } from '../../domain/run.ts';
import { isJudged } from '../../domain/run.ts';
import { makeLineage } from '../../domain/succession.ts';
import type { Verdict } from '../../domain/tier.ts';
import { classifyUnit, distanceToBounds, nearBound } from '../../domain/tier.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Db } from '../../store/db.ts';
import type { Run } from '../../store/classifications.ts';
import {
  findNewerDraft,
  findRunInForceAt,
  getRun,
  getRunAtHand,
  listRunUnits,
  listRuns,
} from '../../store/classifications.ts';
import { getEdition, listEntries } from '../../store/editions.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { hasEnded } from '../../domain/span.ts';
import { listSuccessions, listUnits } from '../../store/units.ts';
import type { ChangedCounts } from './changed-since.ts';
import { isDefaultScheme } from './change-scheme.ts';
import { listChangedUnits } from './changed-since.ts';
import { getUnitByName, findSuccessorNames } from '../unit/find-unit.ts';

/** A run of the same year, and what it said of the unit; undefined when the unit was not in it. */
export interface OtherRun {
  readonly run: Run;
  readonly unit: RunUnit | undefined;
}

/** What an edition printed of a unit. */
export interface PrintedStanding {
  readonly number: number;
  readonly publishedOn: string;
  readonly documentNo: string;
  readonly desk: string | null;
}

/** Why a unit stands where a run put it. */
export interface TierExplanation {
  readonly run: Run;
  readonly unit: RunUnit;
  /** What the scheme says, whatever an override says; null for a unit outside the scheme. */
  readonly verdict: Verdict | null;
  /** Appeals to the nearest other tier, up and down. */
  readonly distance: { readonly up: number | null; readonly down: number | null } | null;
  /** The bound it stands within a tenth of. */
  readonly near: number | null;
  /** Counts that are other now than when the run read them. */
  readonly changed: readonly ChangedCounts[];
  /** What was said of the year before by the run in force when this one was adopted, or made. */
  readonly lastYear: { readonly run: Run; readonly unit: RunUnit } | null;
  /** Whether its scheme holds only because the tool began with it. */
  readonly isDefaultScheme: boolean;
  /** Number of a newer draft of the year, which this is not; null where there is none. */
  readonly newerDraft: number | null;
  /** The other runs of the year that were adopted, earliest first. */
  readonly others: readonly OtherRun[];
  /** Its name today, where the run knew it by another. */
  readonly nameNow: string | null;
  /** The unit that was asked for, where it has gone into this one. */
  readonly askedFor: Predecessor | { readonly name: string; readonly on: string } | null;
  /** What the edition asked for printed of it; null when none was asked for. */
  readonly edition: PrintedStanding | null;
}

/**
 * Explains one unit of a run: of the run or edition asked, else of the run at hand of the year. A unit that has gone
 * into another is explained by that one.
 *
 * Errors: `run-unit-not-found`, `unit-retired` for one that ended before the run with no one or several to succeed it.
 */
export async function explainTier(
  db: Db,
  jurisdiction: Jurisdiction,
  terms: { readonly unit: string; readonly year?: number; readonly run?: number; readonly edition?: number },
): Promise<TierExplanation> {
  const { id } = jurisdiction;
  const named = await getUnitByName(db, jurisdiction, terms.unit);
  const edition = terms.edition === undefined ? undefined : await getEdition(db, id, terms.edition);
  const number = edition?.run ?? terms.run;
  const run = number === undefined ? await getRunAtHand(db, id, terms.year) : await getRun(db, id, number);
  const units = await listRunUnits(db, run.id);
  const unit =
    units.find((one) => one.unitId === named.id) ?? (await findHeirInRun(db, jurisdiction, units, named));
  if (unit === undefined) {
    if (hasEnded(named)) {
      const successors = (await findSuccessorNames(db, jurisdiction))(named.id);
      throw new AppError('unit-retired', { unit: named.name, until: named.until, successors });
    }
    throw new AppError('run-unit-not-found', { unit: named.name, run: run.number });
  }
  const { scheme, year } = run;
  const verdict = isJudged(scheme, unit) ? classifyUnit(scheme, unit) : null;
  const isByVolume = verdict?.kind === 'classified' && verdict.clause.kind === 'band';
  const nameNow = (await listUnits(db, id)).find((one) => one.id === unit.unitId)?.name ?? unit.name;
  const printed = edition && (await listEntries(db, edition.id)).find((one) => one.unitCode === unit.code);
  return {
    run,
    unit,
    verdict,
    distance: isByVolume ? distanceToBounds(scheme, verdict.volume) : null,
    near: isByVolume ? nearBound(scheme, unit) : null,
    changed: (await listChangedUnits(db, id, year, [unit])).get(unit.unitId) ?? [],
    lastYear: await findVerdictBefore(db, id, run, unit.unitId),
    isDefaultScheme: await isDefaultScheme(db, id, { code: scheme.code, year }),
    newerDraft: await findNewerDraft(db, id, run),
    others: await listOtherRuns(db, id, run, unit.unitId),
    nameNow: nameNow === unit.name ? null : nameNow,
    askedFor:
      unit.unitId === named.id
        ? null
        : (unit.predecessors?.find((one) => one.unitId === named.id) ?? {
            name: named.name,
            on: named.until ?? '',
          }),
    edition:
      edition === undefined
        ? null
        : {
            number: edition.number,
            publishedOn: edition.publishedOn,
            documentNo: edition.documentNo,
            desk: printed?.desk ?? null,
          },
  };
}

/** The one unit of a run that all of a unit went into. */
async function findHeirInRun(
  db: Db,
  jurisdiction: Jurisdiction,
  units: readonly RunUnit[],
  gone: Unit,
): Promise<RunUnit | undefined> {
  const { ancestorsOf } = makeLineage(await listSuccessions(db, jurisdiction.id));
  return units.find((unit) => ancestorsOf(unit.unitId).some((one) => one.unitId === gone.id && one.isWhole));
}

async function findVerdictBefore(
  db: Db,
  jurisdictionId: number,
  { year, at, adoption }: Run,
  unitId: number,
): Promise<TierExplanation['lastYear']> {
  const run = await findRunInForceAt(db, jurisdictionId, year - 1, adoption?.at ?? at);
  if (run === undefined) return null;
  const unit = (await listRunUnits(db, run.id)).find((one) => one.unitId === unitId);
  return unit === undefined ? null : { run, unit };
}

async function listOtherRuns(
  db: Db,
  jurisdictionId: number,
  { id, year }: Run,
  unitId: number,
): Promise<OtherRun[]> {
  const others = (await listRuns(db, jurisdictionId, year)).filter(
    (run) => run.id !== id && run.adoption !== null,
  );
  const found: OtherRun[] = [];
  for (const run of others) {
    const unit = (await listRunUnits(db, run.id)).find((one) => one.unitId === unitId);
    found.push({ run, unit });
  }
  return found;
}
