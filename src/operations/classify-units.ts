import { AppError } from '../errors.ts';
import type { RunCounts, RunInput, RunUnit } from '../domain/run.ts';
import { classifyUnits, copySource, countRun } from '../domain/run.ts';
import type { Scheme } from '../domain/scheme.ts';
import { localDay } from '../domain/time.ts';
import type { Db } from '../store/database.ts';
import type { Run } from '../store/classifications.ts';
import {
  findRunInForce,
  getRun,
  insertAdoption,
  listRunUnits,
  listRuns,
  recordRun,
} from '../store/classifications.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { getScheme } from '../store/schemes.ts';
import { listUnits } from '../store/units.ts';
import { groupCounts, listVolumes, listVolumeYears } from '../store/volumes.ts';
import type { LocalWork } from './change.ts';
import { change } from './change.ts';
import { digestOf } from './digest.ts';

/** A run with what it found. */
export interface Classification {
  readonly run: Run;
  readonly units: readonly RunUnit[];
  readonly counts: RunCounts;
  /** False when an equal draft was there already and nothing was written. */
  readonly isNew: boolean;
}

/**
 * Classifies all units for one year and keeps the result as a draft, sealed with a copy of its inputs. The same inputs
 * and scheme give the same digest; an equal draft that is the newest of its year is used again.
 *
 * Errors: `volumes-not-found`, `scheme-not-found`, `scheme-year-too-early`.
 */
export async function classifyYear(
  work: LocalWork,
  terms: { readonly year: number; readonly schemeCode?: string },
): Promise<Classification> {
  const { store, jurisdiction } = work;
  const { year } = terms;
  const scheme = await getScheme(store.db, jurisdiction.id, terms.schemeCode ?? jurisdiction.schemeCode);
  if (year < scheme.fromVolumeYear) {
    throw new AppError('scheme-year-too-early', { code: scheme.code, from: scheme.fromVolumeYear, year });
  }
  const draft = await classifyNow(store.db, jurisdiction, year, scheme);
  const same = (await listRuns(store.db, jurisdiction.id, year)).at(-1);
  if (same?.digest === draft.digest) {
    return { run: same, units: draft.units, counts: draft.counts, isNew: false };
  }
  const number = await change(work, async (trx, operation) => {
    const fresh = await classifyNow(trx, jurisdiction, year, scheme);
    const { digest, units } = fresh;
    await operation.seal({ digest });
    const { now: at, by } = work;
    const result = await recordRun(trx, jurisdiction.id, {
      year,
      scheme,
      units,
      digest,
      at,
      by,
      operationId: operation.id,
    });
    return { result, summary: { run: result, year } };
  });
  const run = await getRun(store.db, jurisdiction.id, number);
  const units = await listRunUnits(store.db, run.id);
  return { run, units, counts: countRun(scheme, units), isNew: true };
}

async function classifyNow(
  db: Db,
  jurisdiction: Jurisdiction,
  year: number,
  scheme: Scheme,
): Promise<{ units: RunUnit[]; counts: RunCounts; digest: string }> {
  const volumes = await listVolumes(db, jurisdiction.id, { year });
  if (volumes.length === 0) {
    throw new AppError('volumes-not-found', { year, years: await listVolumeYears(db, jurisdiction.id) });
  }
  const countsOf = groupCounts(volumes);
  const sources = Map.groupBy(volumes, (volume) => volume.unitId);
  const inputs = (await listUnits(db, jurisdiction.id))
    .filter((unit) => unit.until === null)
    .map((unit): RunInput => ({
      unitId: unit.id,
      code: unit.code,
      name: unit.name,
      category: unit.category,
      group: unit.group,
      sort: unit.sort,
      outsideReason: unit.outsideReason,
      counts: countsOf(unit.id, year),
      sources: (sources.get(unit.id) ?? []).map(copySource),
    }));
  const units = classifyUnits(scheme, inputs);
  return {
    units,
    counts: countRun(scheme, units),
    digest: await digestRun(jurisdiction.code, year, scheme, units),
  };
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

/**
 * Adopts a run: it is in force for its year from then on and supersedes the one before.
 *
 * Errors: `run-adopted-already`, `run-counts-missing` unless allowed, `run-reason-missing` when one is superseded.
 */
export async function adoptRun(
  work: LocalWork,
  terms: {
    readonly number: number;
    readonly documentNo: string;
    readonly on?: string;
    readonly reason?: string;
    readonly allowMissing: boolean;
  },
): Promise<{ readonly run: Run; readonly counts: RunCounts; readonly supersedes: number | null }> {
  const { jurisdiction } = work;
  return change(work, async (trx, operation) => {
    const run = await getRun(trx, jurisdiction.id, terms.number);
    const { number } = run;
    if (run.adoption !== null) throw new AppError('run-adopted-already', { number });
    const units = await listRunUnits(trx, run.id);
    const counts = countRun(run.scheme, units);
    if (counts.noCount > 0 && !terms.allowMissing) {
      const missing = units.filter((unit) => unit.tier === null && unit.outsideReason === null);
      throw new AppError('run-counts-missing', { number, units: missing.map((unit) => unit.name) });
    }
    const before = await findRunInForce(trx, jurisdiction.id, run.year);
    if (before !== undefined && terms.reason === undefined) {
      throw new AppError('run-reason-missing', { number, inForce: before.number });
    }
    const adoption = {
      documentNo: terms.documentNo,
      on: terms.on ?? localDay(work.now, jurisdiction.timeZone),
      reason: before === undefined ? null : (terms.reason ?? null),
      allowedMissing: terms.allowMissing,
      at: work.now,
      by: work.by,
    };
    const digest = await operation.seal({ run: run.digest, supersedes: before?.digest ?? null, ...adoption });
    const supersedesRunId = before?.id ?? null;
    await insertAdoption(trx, {
      ...adoption,
      runId: run.id,
      supersedesRunId,
      digest,
      operationId: operation.id,
    });
    return {
      result: { run: await getRun(trx, jurisdiction.id, number), counts, supersedes: before?.number ?? null },
      summary: { run: number, year: run.year, supersedes: before?.number ?? null },
    };
  });
}
