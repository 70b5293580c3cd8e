import { AppError } from '../../errors.ts';
import type { UnitComparison } from '../../domain/comparison.ts';
import { compareRuns } from '../../domain/comparison.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { RunCounts, RunUnit } from '../../domain/run.ts';
import type { LostOverride } from '../../domain/run.ts';
import { classifyUnits, countRun, listLostOverrides } from '../../domain/run.ts';
import { parseScheme } from '../../domain/scheme-draft.ts';
import type { BandDraft } from '../../domain/scheme-draft.ts';
import type { Bound } from '../../domain/bound.ts';
import type { Scheme, Tier } from '../../domain/scheme.ts';
import { tiers } from '../../domain/scheme.ts';
import { makeLineage } from '../../domain/succession.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import type { Run } from '../../store/classifications.ts';
import { findRunInForce, getRun, getRunAtHand, listRuns, listRunUnits } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import { listSuccessions } from '../../store/units.ts';
import { getSchemeOfYear } from './change-scheme.ts';
import { listRunInputs } from './classify-units.ts';

/** Two runs with what became of each unit. */
export interface RunComparison {
  readonly first: Run;
  readonly second: Run;
  readonly firstCounts: RunCounts;
  readonly secondCounts: RunCounts;
  readonly units: readonly UnitComparison[];
  /** Units that the first run has in a tier by decision, and the second has not. */
  readonly overridesGone: readonly LostOverride[];
}

/** Compares two runs, or the runs at hand of two years: those in force, else the newest drafts. Errors: `run-none`, `run-not-found`. */
export async function compareTiers(
  db: Db,
  jurisdiction: Jurisdiction,
  terms: { readonly years: readonly [number, number] } | { readonly runs: readonly [number, number] },
): Promise<RunComparison> {
  const { id } = jurisdiction;
  const find = async (at: 0 | 1): Promise<Run> => {
    if ('runs' in terms) return getRun(db, id, terms.runs[at]);
    return getRunAtHand(db, id, terms.years[at]);
  };
  // Earlier first, in whatever order they were named: a comparison back in time would call a unit that came gone.
  const [first, second] = [await find(0), await find(1)].sort(
    (a, b) => a.year - b.year || a.number - b.number,
  ) as [Run, Run];
  const [before, after] = [await listRunUnits(db, first.id), await listRunUnits(db, second.id)];
  return {
    first,
    second,
    firstCounts: countRun(first.scheme, before),
    secondCounts: countRun(second.scheme, after),
    units: compareRuns(
      { scheme: first.scheme, units: before },
      { scheme: second.scheme, units: after },
      makeLineage(await listSuccessions(db, id)),
    ),
    overridesGone: first.year === second.year ? [] : listLostOverrides(before, after),
  };
}

/** What another scheme would say of the same counts. */
export interface Simulation {
  readonly year: number;
  /** The run whose counts were taken; null where the year has none and the counts of now were. */
  readonly run: Run | null;
  readonly scheme: Scheme;
  readonly simulated: Scheme;
  readonly counts: RunCounts;
  readonly simulatedCounts: RunCounts;
  readonly units: readonly UnitComparison[];
}

/** Bounds and tiers of categories that are tried; what is not said stays as the scheme has it. */
export interface SchemeVariation {
  readonly lowers: Readonly<Partial<Record<Tier, Bound>>>;
  readonly categoryTiers: Scheme['categoryTiers'];
}

/**
 * Tries another scheme on the counts of a year's run: the one in force, else the newest, else the counts of now. Nothing
 * is written. Overrides stay in force, as they would in a new run.
 *
 * Errors: `volumes-not-found`, `scheme-not-found`, `scheme-invalid` with every fault of the bounds.
 */
export async function simulateTiers(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  terms: { readonly year?: number; readonly schemeCode?: string; readonly variation: SchemeVariation },
): Promise<Simulation> {
  const { id } = jurisdiction;
  const run =
    (await findRunInForce(db, id, terms.year)) ?? (await listRuns(db, id, terms.year)).at(-1) ?? null;
  const year = terms.year ?? run?.year;
  if (year === undefined) throw new AppError('run-none', { year });
  const scheme = run?.scheme ?? (await getSchemeOfYear(db, jurisdiction, year));
  const today = localDay(now, jurisdiction.timeZone);
  const units: RunUnit[] =
    run === null
      ? classifyUnits(scheme, await listRunInputs(db, jurisdiction, { year, today }))
      : await listRunUnits(db, run.id);
  const base =
    terms.schemeCode === undefined ? scheme : await getSchemeOfYear(db, jurisdiction, year, terms.schemeCode);
  const simulated = varyScheme(base, terms.variation);
  const changed = classifyUnits(simulated, units);
  return {
    year,
    run,
    scheme,
    simulated,
    counts: countRun(scheme, units),
    simulatedCounts: countRun(simulated, changed),
    units: compareRuns({ scheme, units }, { scheme: simulated, units: changed }, makeLineage([])),
  };
}

/** A scheme with other lower bounds; the bands below each follow. */
function varyScheme(scheme: Scheme, { lowers, categoryTiers }: SchemeVariation): Scheme {
  const bands = tiers.flatMap((tier): BandDraft[] => {
    const lower = lowers[tier] ?? scheme.bands.find((band) => band.tier === tier)?.lower;
    return lower === undefined ? [] : [{ tier, lower }];
  });
  const { scheme: varied, problems } = parseScheme({
    ...scheme,
    bands,
    categoryTiers: { ...scheme.categoryTiers, ...categoryTiers },
  });
  if (problems.length > 0) throw new AppError('scheme-invalid', { code: scheme.code }, { problems });
  return varied;
}
