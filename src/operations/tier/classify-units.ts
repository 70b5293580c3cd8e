import { AppError } from '../../errors.ts';
import type { LostOverride, Override, Predecessor, RunCounts, RunInput, RunUnit } from '../../domain/run.ts';
import { classifyUnits, copySource, countRun, isJudged, listLostOverrides } from '../../domain/run.ts';
import type { Scheme } from '../../domain/scheme.ts';
import { makeLineage } from '../../domain/succession.ts';
import { localDay } from '../../domain/time.ts';
import { hasEnded } from '../../domain/span.ts';
import type { Db } from '../../store/db.ts';
import type { Run } from '../../store/classifications.ts';
import { findRunInForce, getRun, listRunUnits, listRuns, recordRun } from '../../store/classifications.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { listSuccessions, listUnits } from '../../store/units.ts';
import { groupCounts, listVolumes, listVolumeYears } from '../../store/volumes.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { refuseNumbers } from '../privacy/refuse-personal.ts';
import { getSchemeOfYear } from './change-scheme.ts';
import { digestOf } from '../kernel/digest.ts';
import { getUnitByName, refuseRetired } from '../unit/find-unit.ts';

/** A run with what it found. */
export interface Classification {
  readonly run: Run;
  readonly units: readonly RunUnit[];
  readonly counts: RunCounts;
  /** False when an equal run was there already and nothing was written. */
  readonly isNew: boolean;
  /** Number of the run of the same year whose overrides were taken over; null where it has none. */
  readonly overridesOf: number | null;
  /** Names of units whose override no longer applies: they ended, or stand outside the scheme. */
  readonly overridesLost: readonly string[];
  /** Decisions of the run of the year before, in force or made last, that do not hold on in this year. */
  readonly overridesOfYearBefore: readonly LostOverride[];
}

/** Overrides by unit. */
type Overrides = ReadonlyMap<number, Override>;

/**
 * Classifies all units for one year and keeps the result as a draft, sealed with a copy of its inputs. The same inputs
 * and scheme give the same digest; an equal draft that is the newest of its year is used again. Overrides of the
 * newest run of the year hold on.
 *
 * Errors: `volumes-not-found`, `scheme-not-found`, `scheme-year-too-early`.
 */
export async function classifyYear(
  work: LocalWork,
  terms: { readonly year: number; readonly schemeCode?: string },
): Promise<Classification> {
  const { store, jurisdiction } = work;
  const { year } = terms;
  const scheme = await getSchemeOfYear(store.db, jurisdiction, year, terms.schemeCode);
  const newest = (await listRuns(store.db, jurisdiction.id, year)).at(-1);
  const overrides = await listOverrides(store.db, newest);
  return recordDraft(work, { year, scheme, newest, overrides });
}

/** Decisions of the year before that a run does not have. */
async function listOverridesOfYearBefore(
  db: Db,
  jurisdictionId: number,
  { year, units }: { readonly year: number; readonly units: readonly RunUnit[] },
): Promise<LostOverride[]> {
  const before =
    (await findRunInForce(db, jurisdictionId, year - 1)) ??
    (await listRuns(db, jurisdictionId, year - 1)).at(-1);
  return before === undefined ? [] : listLostOverrides(await listRunUnits(db, before.id), units);
}

/**
 * Puts one unit into a tier by decision, or takes the decision back: a new draft of the run made last, of the year if
 * one is said, with the counts of now.
 *
 * Errors: `run-none`, `unit-retired`, `override-outside` for a unit the scheme does not judge, `override-none` when there is none to take back.
 */
export async function overrideTier(
  work: LocalWork,
  terms: { readonly unit: string; readonly year?: number; readonly override: Override | null },
): Promise<Classification & { readonly unit: RunUnit }> {
  refuseNumbers({ reason: terms.override?.reason });
  const { store, jurisdiction } = work;
  const { override } = terms;
  const newest = (await listRuns(store.db, jurisdiction.id, terms.year)).at(-1);
  if (newest === undefined) throw new AppError('run-none', { year: terms.year });
  const { year, scheme } = newest;
  const named = await getUnitByName(store.db, jurisdiction, terms.unit);
  await refuseRetired(store.db, jurisdiction, named);
  if (!isJudged(scheme, named)) {
    throw new AppError('override-outside', { unit: named.name, scheme: scheme.code });
  }
  const overrides = new Map(await listOverrides(store.db, newest));
  if (override !== null) overrides.set(named.id, override);
  else if (!overrides.delete(named.id))
    throw new AppError('override-none', { unit: named.name, run: newest.number });
  const classification = await recordDraft(work, { year, scheme, newest, overrides });
  const unit = classification.units.find((one) => one.unitId === named.id);
  if (unit === undefined) throw new AppError('run-unit-not-found', { unit: named.name, run: newest.number });
  return { ...classification, unit };
}

/** The overrides of a run, by unit. */
async function listOverrides(db: Db, run: Run | undefined): Promise<Overrides> {
  const units = run === undefined ? [] : await listRunUnits(db, run.id);
  return new Map(
    units.flatMap(({ unitId, override }) => (override === undefined ? [] : [[unitId, override]])),
  );
}

async function recordDraft(
  asked: LocalWork,
  terms: {
    readonly year: number;
    readonly scheme: Scheme;
    readonly newest: Run | undefined;
    readonly overrides: Overrides;
  },
): Promise<Classification> {
  const { store, jurisdiction } = asked;
  const { year, scheme, newest, overrides } = terms;
  const today = localDay(asked.now, jurisdiction.timeZone);
  const draft = await classifyNow(store.db, jurisdiction, { year, scheme, overrides, today });
  const applied = draft.units.filter((unit) => unit.override !== undefined && isJudged(scheme, unit));
  const names = new Map((await listUnits(store.db, jurisdiction.id)).map((unit) => [unit.id, unit.name]));
  const kept = {
    overridesOf: applied.length === 0 ? null : (newest?.number ?? null),
    overridesLost: [...overrides.keys()]
      .filter((id) => applied.every((unit) => unit.unitId !== id))
      .map((id) => names.get(id) ?? String(id)),
    overridesOfYearBefore: await listOverridesOfYearBefore(store.db, jurisdiction.id, {
      year,
      units: draft.units,
    }),
  };
  if (newest?.digest === draft.digest) {
    return { run: newest, units: draft.units, counts: draft.counts, isNew: false, ...kept };
  }
  const number = await transaction(asked, async (trx, operation, work) => {
    const { now: at, by } = work;
    // The overrides were read of the newest run: another one by now may hold others.
    const last = (await listRuns(trx, jurisdiction.id, year)).at(-1);
    if (last?.id !== newest?.id) throw new AppError('conflict', { what: String(year) });
    const { digest, units } = await classifyNow(trx, jurisdiction, { year, scheme, overrides, today });
    await operation.seal({ digest });
    const run = { year, scheme, units, digest, at, by, operationId: operation.id };
    const result = await recordRun(trx, jurisdiction.id, run);
    return { result, summary: { run: result, year } };
  });
  const run = await getRun(store.db, jurisdiction.id, number);
  const units = await listRunUnits(store.db, run.id);
  return { run, units, counts: countRun(scheme, units), isNew: true, ...kept };
}

async function classifyNow(
  db: Db,
  jurisdiction: Jurisdiction,
  terms: {
    readonly year: number;
    readonly scheme: Scheme;
    readonly overrides: Overrides;
    readonly today: string;
  },
): Promise<{ units: RunUnit[]; counts: RunCounts; digest: string }> {
  const { year, scheme, overrides } = terms;
  const inputs = (await listRunInputs(db, jurisdiction, terms)).map((input) => {
    const override = overrides.get(input.unitId);
    return override === undefined ? input : { ...input, override };
  });
  const units = classifyUnits(scheme, inputs);
  return {
    units,
    counts: countRun(scheme, units),
    digest: await digestRun(jurisdiction.code, year, scheme, units),
  };
}

/** Reads what a run of a year is made of: the units there are on a day, their counts, and the counts of units they came of. Errors: `volumes-not-found`. */
export async function listRunInputs(
  db: Db,
  jurisdiction: Jurisdiction,
  { year, today }: { readonly year: number; readonly today: string },
): Promise<RunInput[]> {
  const volumes = await listVolumes(db, jurisdiction.id, { year });
  if (volumes.length === 0) {
    throw new AppError('volumes-not-found', { year, years: await listVolumeYears(db, jurisdiction.id) });
  }
  const countsOf = groupCounts(volumes);
  const byUnit = Map.groupBy(volumes, (volume) => volume.unitId);
  const figuresOf = (unitId: number) => ({
    counts: countsOf(unitId, year),
    sources: (byUnit.get(unitId) ?? []).map(copySource),
  });
  const all = await listUnits(db, jurisdiction.id);
  const units = new Map(all.map((unit) => [unit.id, unit]));
  const { ancestorsOf } = makeLineage(await listSuccessions(db, jurisdiction.id));
  return all
    .filter((unit) => !hasEnded(unit, today))
    .map(({ id: unitId, code, name, category, group, sort, outsideReason }): RunInput => {
      const predecessors = ancestorsOf(unitId).flatMap(({ unitId: of, on, how, isWhole }): Predecessor[] => {
        const unit = units.get(of);
        if (unit === undefined || !byUnit.has(of)) return [];
        const figures = figuresOf(of);
        return [{ unitId: of, code: unit.code, name: unit.name, on, how, ...figures, isCounted: isWhole }];
      });
      const own = { unitId, code, name, category, group, sort, outsideReason, ...figuresOf(unitId) };
      return predecessors.length === 0 ? own : { ...own, predecessors };
    });
}

/** Digest of a run: its year, its scheme, and every unit with its figures. */
export async function digestRun(
  jurisdiction: string,
  year: number,
  scheme: Scheme,
  units: readonly RunUnit[],
): Promise<string> {
  return digestOf({ jurisdiction, year, scheme, units });
}
