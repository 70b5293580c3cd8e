import type { Problem } from '../../problems.ts';
import { AppError } from '../../errors.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Effect, RowChange } from '../../domain/register.ts';
import { describeRowChanges } from '../../domain/register.ts';
import type { VolumeChannel } from '../../domain/volume.ts';
import type { Batch, ToldEvents } from '../../store/batches.ts';
import {
  getBatch,
  insertBatch,
  insertBatchChanges,
  insertBatchUndo,
  listBatchChanges,
  listBatchVolumes,
  listLaterVolumeBatches,
} from '../../store/batches.ts';
import { listAppealsOfBatch, listContinuedOfBatch, listTouchedAppeals } from '../../store/batches.ts';
import type { Db } from '../../store/db.ts';
import { compareRegisters, putBackRows, getRegister } from '../../store/register.ts';
import { listStudiedAppeals, listStudies } from '../../store/studies.ts';
import type { VolumeCount } from '../../store/volumes.ts';
import { listCountsBefore, listVolumes } from '../../store/volumes.ts';
import { takeBackRecords } from '../appeal/record-courses.ts';
import { voidAppeals } from '../appeal/void-appeals.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import type { CountOfUnit } from '../tier/changed-since.ts';
import { listRunsThatRead } from '../tier/changed-since.ts';
import { findLaterRows, nameUnits } from './later-rows.ts';

/** What an import changed, unit by unit. */
export interface ImportChanges {
  readonly batch: Batch;
  readonly effects: readonly Effect[];
  /** Code and name of the units the effects speak of. */
  readonly nameOf: (unitId: number) => string;
}

/** What undoing an import puts back. */
export interface UndoPlan extends ImportChanges {
  /** Effects of the undo itself: from what is there now to what will be. */
  readonly effects: readonly Effect[];
  /** Counts of the import that were set by hand since and stay. */
  readonly kept: readonly Effect[];
  /** Runs that read counts which the undo takes back; they stay as they are. */
  readonly runs: readonly number[];
  /** Names that were settled with the import and stay, as was asked; none where the undo takes them back. */
  readonly keptNames: number;
  /** Numbers of the appeals that are void from then on. */
  readonly voided: readonly string[];
  /** What it told further of appeals that were there before, which is taken back. */
  readonly takenBack: readonly ToldEvents[];
}

/** Reads what an import changed. Errors: `import-not-found`. */
export async function getImportChanges(
  db: Db,
  jurisdiction: Jurisdiction,
  number: number,
): Promise<ImportChanges> {
  const batch = await getBatch(db, jurisdiction.id, number);
  const nameOf = nameUnits(await getRegister(db, jurisdiction.id));
  const counts = await listBatchVolumes(db, batch.id);
  const effects = describeRowChanges(await listBatchChanges(db, batch.id), nameOf);
  const older = new Map(
    (await listCountsBefore(db, batch.id)).map((one) => [
      keyOf(one.unitId, one.year, one.channel),
      one.count,
    ]),
  );
  for (const { unitId, year, channel, count } of counts) {
    const before = older.get(keyOf(unitId, year, channel)) ?? null;
    effects.push({ unitId, field: { of: 'count', year, channel }, before, after: count });
  }
  return { batch, effects, nameOf };
}

/**
 * Says what undoing an import would put back, without writing.
 *
 * Counts: those of the import no longer hold, so that the ones before are in force again; a count set by hand since
 * stays. Register: every row goes back to what it was, unless the names that were settled with counts are to stay. Runs and editions are sealed and stay.
 *
 * Errors: `import-undone-already`, `undo-of-undo`, `undo-of-matters`, `undo-of-calendar`, `undo-not-recorded`, and `undo-blocked` with everything that later
 * work built upon it.
 */
export async function planUndo(
  db: Db,
  jurisdiction: Jurisdiction,
  number: number,
  { keepsNames = false }: { readonly keepsNames?: boolean } = {},
): Promise<UndoPlan> {
  const batch = await getBatch(db, jurisdiction.id, number);
  if (batch.undoneBy !== null) throw new AppError('import-undone-already', { number, by: batch.undoneBy });
  if (batch.undoes !== null) throw new AppError('undo-of-undo', { number, file: batch.file });
  if (batch.kind === 'calendar') throw new AppError('undo-of-calendar', { number });
  if (batch.kind === 'matters') throw new AppError('undo-of-matters', { number });
  const register = await getRegister(db, jurisdiction.id);
  const nameOf = nameUnits(register);
  const { names = 0 } = batch.summary;
  const keptNames = keepsNames ? names : 0;
  const recorded = await listBatchChanges(db, batch.id);
  if (recorded.length === 0 && changesRegister(batch)) throw new AppError('undo-not-recorded', { number });
  // What was settled of names is knowledge of its own; it holds also where the counts were wrong.
  const changes = keptNames > 0 ? [] : recorded;
  const problems = [
    ...(await findLaterCounts(db, jurisdiction, batch)),
    ...(await findLaterRows(db, { batchId: batch.id }, changes, register)),
    ...(await findLaterActs(db, jurisdiction, batch)),
  ];
  if (problems.length > 0) throw new AppError('undo-blocked', { number }, { problems });
  const back = changes.map(({ before, after, ...row }): RowChange => ({
    ...row,
    before: after,
    after: before,
  }));
  const { effects, kept } = await planCounts(db, jurisdiction, batch);
  const taken = effects.flatMap(({ unitId, field, after }): CountOfUnit[] =>
    field.of === 'count'
      ? [{ unitId, year: field.year, channel: field.channel, count: after as number | null }]
      : [],
  );
  return {
    batch,
    nameOf,
    effects: [...describeRowChanges(back, nameOf), ...effects],
    kept,
    keptNames,
    runs: await listRunsThatRead(db, jurisdiction.id, taken),
    voided: tellsOfAppeals(batch) ? await listAppealsOfBatch(db, batch.id) : [],
    takenBack: tellsOfAppeals(batch) ? await listContinuedOfBatch(db, batch.id) : [],
  };
}

/** Undoes an import as it was shown; gives the number of the batch that the undo is. Errors: those of `planUndo`, `conflict`. */
export async function undoImport(
  asked: LocalWork,
  {
    shown,
    tick,
  }: {
    readonly shown: UndoPlan;
    /** Told how many appeals are ended, of how many. */
    readonly tick?: (done: number, total: number) => Promise<void> | undefined;
  },
): Promise<number> {
  const { jurisdiction } = asked;
  const { number } = shown.batch;
  return transaction(asked, async (trx, operation, work) => {
    const keepsNames = shown.keptNames > 0;
    const plan = await planUndo(trx, jurisdiction, number, { keepsNames });
    const { batch, effects } = plan;
    if (writePlan(plan) !== writePlan(shown)) {
      throw new AppError('conflict', { what: batch.file });
    }
    const before = await getRegister(trx, jurisdiction.id);
    if (!keepsNames) await putBackRows(trx, await listBatchChanges(trx, batch.id), String(number));
    await voidAppeals(trx, work, operation, plan.voided, tick);
    const { voided, takenBack } = plan;
    const all = voided.length + takenBack.length;
    await takeBackRecords(trx, work, operation, {
      appeals: takenBack,
      tick: (done) => tick?.(voided.length + done, all),
    });
    const changed = compareRegisters(before, await getRegister(trx, jurisdiction.id));
    await operation.seal({
      undoes: number,
      effects,
      ...(voided.length === 0 ? {} : { voided }),
      ...(takenBack.length === 0 ? {} : { takenBack }),
    });
    const undo = await insertBatch(trx, jurisdiction.id, {
      kind: 'undo',
      file: batch.file,
      sha256: batch.sha256,
      encoding: batch.encoding,
      tab: batch.tab,
      rows: batch.rows,
      summary: { changed: effects.length + all },
      at: work.now,
      by: work.by,
      operationId: operation.id,
    });
    await insertBatchChanges(trx, undo.id, changed);
    await insertBatchUndo(trx, batch.id, undo.id);
    return {
      result: undo.number,
      summary: { batch: undo.number, undoes: number, changed: effects.length, appeals: all },
    };
  });
}

/** What a person was shown of an undo and says yes to: what it puts back, what stays, and which runs counted on it. */
function writePlan({ effects, kept, keptNames, runs, voided, takenBack }: UndoPlan): string {
  return canonicalJson({ effects, kept, keptNames, runs, voided, takenBack });
}

/** Whether an import told of appeals. */
function tellsOfAppeals({ kind }: Batch): boolean {
  return kind === 'appeals' || kind === 'history';
}

/** Whether an import wrote rows of the register; imports by an older tool kept no record of them. */
function changesRegister({ kind, summary }: Batch): boolean {
  if (kind === 'appeals' || kind === 'history' || kind === 'tally') return false;
  const { added = 0, changed = 0, newUnits = 0, names = 0 } = summary;
  return (kind === 'volumes' ? newUnits + names : added + changed) > 0;
}

async function planCounts(
  db: Db,
  jurisdiction: Jurisdiction,
  batch: Batch,
): Promise<{ effects: Effect[]; kept: Effect[] }> {
  const index = (counts: readonly VolumeCount[]) =>
    new Map(counts.map((one) => [keyOf(one.unitId, one.year, one.channel), one]));
  const now = index(await listVolumes(db, jurisdiction.id));
  const then = index(await listVolumes(db, jurisdiction.id, { withoutBatch: batch.id }));
  const effects: Effect[] = [];
  const kept: Effect[] = [];
  for (const { unitId, year, channel, count } of await listBatchVolumes(db, batch.id)) {
    const field = { of: 'count', year, channel } as const;
    const there = now.get(keyOf(unitId, year, channel));
    if (there !== undefined && there.batch !== batch.number) {
      kept.push({ unitId, field, before: count, after: there.count });
      continue;
    }
    const after = then.get(keyOf(unitId, year, channel))?.count ?? null;
    effects.push({ unitId, field, before: there?.count ?? null, after });
  }
  return { effects, kept };
}

/** Later imports of the same years counted on these counts: what they found unchanged they did not write again. */
async function findLaterCounts(db: Db, jurisdiction: Jurisdiction, batch: Batch): Promise<Problem[]> {
  const years = [...new Set((await listBatchVolumes(db, batch.id)).map((count) => count.year))];
  if (years.length === 0) return [];
  const later = await listLaterVolumeBatches(db, batch.id, jurisdiction.id, years);
  return later.map((number) => ({ code: 'undo-later-import', details: { number } }));
}

/** What was done since on appeals that an import took in, and what it set right of others: it is undone only as long as nothing but it has touched them. */
async function findLaterActs(db: Db, jurisdiction: Jurisdiction, batch: Batch): Promise<Problem[]> {
  if (!tellsOfAppeals(batch)) return [];
  const problems: Problem[] = [];
  const numbers = await listTouchedAppeals(db, jurisdiction.id, batch.id);
  if (numbers.length > 0) problems.push({ code: 'undo-appeals-touched', details: { numbers } });
  const taken = new Set(await listAppealsOfBatch(db, batch.id));
  const about = await listStudiedAppeals(db, jurisdiction.id);
  const studies = (await listStudies(db, jurisdiction.id)).flatMap(({ id, number }) =>
    about.get(id)?.some((appeal) => taken.has(appeal.number)) === true ? [number] : [],
  );
  if (studies.length > 0) problems.push({ code: 'undo-appeals-studied', details: { numbers: studies } });
  const { changed = 0 } = batch.summary;
  if (changed > 0) problems.push({ code: 'undo-appeals-corrected', details: { count: changed } });
  return problems;
}

function keyOf(unitId: number, year: number, channel: VolumeChannel): string {
  return `${String(unitId)} ${String(year)} ${channel}`;
}
