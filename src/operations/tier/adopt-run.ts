import { AppError } from '../../errors.ts';
import type { RunCounts } from '../../domain/run.ts';
import { countRun, isJudged } from '../../domain/run.ts';
import { localDay } from '../../domain/time.ts';
import type { Run } from '../../store/classifications.ts';
import {
  findRunInForce,
  getRun,
  insertAdoption,
  listRuns,
  listRunUnits,
} from '../../store/classifications.ts';
import { isDefaultScheme } from './change-scheme.ts';
import { listChangedUnits } from './changed-since.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { refuseNumbers } from '../privacy/refuse-personal.ts';

/** A run that was put in force. */
export interface AdoptedRun {
  readonly run: Run;
  readonly counts: RunCounts;
  readonly supersedes: number | null;
  /** Names of units whose counts were changed after the run had read them. */
  readonly changed: readonly string[];
  /** Whether its scheme holds only because the tool began with it, and this is the first run to be adopted. */
  readonly isDefaultScheme: boolean;
}

/**
 * Adopts a run: it is in force for its year from then on and supersedes the one before.
 *
 * Errors: `time-in-future`, `run-adopted-already`, `run-counts-missing` unless allowed, `run-reason-missing` when one is superseded.
 */
export async function adoptRun(
  asked: LocalWork,
  terms: {
    readonly number: number;
    readonly documentNo: string;
    readonly on?: string;
    readonly reason?: string;
    readonly allowMissing: boolean;
  },
): Promise<AdoptedRun> {
  refuseNumbers({ reason: terms.reason });
  const { jurisdiction } = asked;
  return transaction(asked, async (trx, operation, work) => {
    const run = await getRun(trx, jurisdiction.id, terms.number);
    const { number } = run;
    if (run.adoption !== null) throw new AppError('run-adopted-already', { number });
    const units = await listRunUnits(trx, run.id);
    const counts = countRun(run.scheme, units);
    if (counts.noCount > 0 && !terms.allowMissing) {
      const missing = units.filter((unit) => unit.tier === null && isJudged(run.scheme, unit));
      throw new AppError('run-counts-missing', { number, units: missing.map((unit) => unit.name) });
    }
    const isFirst = (await listRuns(trx, jurisdiction.id)).every((one) => one.adoption === null);
    const before = await findRunInForce(trx, jurisdiction.id, run.year);
    if (before !== undefined && terms.reason === undefined) {
      throw new AppError('run-reason-missing', { number, inForce: before.number });
    }
    const today = localDay(work.now, jurisdiction.timeZone);
    if (terms.on !== undefined && terms.on > today) throw new AppError('time-in-future', { time: terms.on });
    const adoption = {
      documentNo: terms.documentNo,
      on: terms.on ?? today,
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
    const changed = await listChangedUnits(trx, jurisdiction.id, run.year, units);
    return {
      result: {
        run: await getRun(trx, jurisdiction.id, number),
        counts,
        supersedes: before?.number ?? null,
        isDefaultScheme:
          isFirst && (await isDefaultScheme(trx, jurisdiction.id, { code: run.scheme.code, year: run.year })),
        changed: units.filter((unit) => changed.has(unit.unitId)).map((unit) => unit.name),
      },
      summary: { run: number, year: run.year, supersedes: before?.number ?? null },
    };
  });
}
