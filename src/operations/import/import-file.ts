import type { Problem } from '../../problems.ts';
import { AppError } from '../../errors.ts';
import type { ReadTable } from '../../intake/columns.ts';
import type { Columns } from '../../intake/column.ts';
import type { SaidOfFile } from '../../intake/header.ts';
import type { NameReading } from '../../domain/unit-finder.ts';
import { headerKey } from '../../intake/header.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { ReadSource } from '../../intake/source.ts';
import { eachPortion } from '../../intake/source-file.ts';
import type { Db, Trx } from '../../store/db.ts';
import type { BatchKind } from '../../store/batches.ts';
import { insertBatch, insertBatchChanges } from '../../store/batches.ts';
import { replaceHeaderMap } from '../../store/header-maps.ts';
import { compareRegisters, getRegister } from '../../store/register.ts';
import type { NameAnswer } from '../../domain/name-answer.ts';
import { localDay } from '../../domain/time.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { transaction, tryOut } from '../kernel/transaction.ts';
import { makeHasher } from '../kernel/digest.ts';
import { resolveNames } from './resolve-names.ts';

/** Told after every row of long work: how many are done, and of how many where that is known. May pause the work, or end it by an error. */
export type Tick = (done: number, total?: number) => Promise<void> | undefined;

/** Goes through rows one by one and tells after each. */
export async function forEachRow<Row>(
  rows: readonly Row[],
  tick: Tick,
  write: (row: Row) => Promise<void>,
): Promise<void> {
  let done = 0;
  for (const row of rows) {
    await write(row);
    done += 1;
    await tick(done, rows.length);
  }
}

/** What reading a file found that is no value and no problem. */
export type ReadNotes = Pick<
  ReadTable<Columns>,
  | 'tab'
  | 'said'
  | 'unknownHeaders'
  | 'titles'
  | 'skipped'
  | 'setAside'
  | 'hiddenRows'
  | 'unseenRows'
  | 'uncheckedTotals'
  | 'blanks'
>;

/** The notes of what was not read as a table. */
export const noNotes: ReadNotes = {
  tab: undefined,
  said: { shape: '', mapped: new Map(), values: [], constants: new Map() },
  unknownHeaders: [],
  titles: [],
  skipped: 0,
  setAside: [],
  hiddenRows: [],
  unseenRows: 0,
  uncheckedTotals: 0,
  blanks: new Map(),
};

/** What every plan says: what is wrong, and which names were read as those of units that are not registered under them. */
export interface ImportPlan {
  readonly problems: readonly Problem[];
  readonly readings?: readonly NameReading[];
}

/** One import: how it is planned over a database, and how its plan is applied. */
export interface ImportTask<Plan extends ImportPlan> {
  readonly kind: BatchKind;
  readonly source: SourceFile;
  /** What the file was read as: an encoding, `xlsx`, `html`. */
  readonly encoding: string;
  /** Rows of the file that hold data. */
  readonly rows: number;
  /** Problems found while reading the file. */
  readonly problems: readonly Problem[];
  /** What else reading found, for people to be told. */
  readonly notes: ReadNotes;
  /** The table as it stands in the file; absent for what is no table of rows that could be left out. */
  readonly written?: ReadTable<Columns>['written'];
  /** Whether what was said of the file now is kept for files of the same shape. */
  readonly savesMap: boolean;
  /** What a person said that names of the file stand for; written before the file is planned. */
  readonly answers: readonly NameAnswer[];
  readonly plan: (db: Db, tick?: Tick) => Promise<Plan>;
  /** How much a plan changes, by sort of change; all zero means that there is nothing to write. */
  readonly count: (plan: Plan) => Readonly<Record<string, number>>;
  readonly apply: (
    trx: Trx,
    plan: Plan,
    batch: { readonly id: number },
    operation: Operation,
    tick: Tick,
  ) => Promise<void>;
}

/** What an import of a file has in common with every other: the file, and what reading it found. */
export function describeRead(
  kind: BatchKind,
  source: SourceFile,
  { encoding }: Pick<ReadSource, 'encoding'>,
  table: ReadNotes & {
    readonly rows: { readonly length: number };
    readonly problems: readonly Problem[];
    readonly written?: ReadTable<Columns>['written'];
  },
) {
  const { rows, problems, tab, said, unknownHeaders, titles, skipped, setAside } = table;
  const { hiddenRows, unseenRows, uncheckedTotals, blanks } = table;
  const notes: ReadNotes = {
    ...{ tab, said, unknownHeaders, titles, skipped },
    ...{ setAside, hiddenRows, unseenRows, uncheckedTotals, blanks },
  };
  const answers: readonly NameAnswer[] = [];
  const { written } = table;
  return {
    ...{ kind, source, encoding, rows: rows.length, problems, notes, answers, savesMap: false },
    ...(written === undefined ? {} : { written }),
  };
}

/** The digest of a file as it lies there. */
async function digestSource(source: SourceFile): Promise<string> {
  const hasher = await makeHasher();
  for (const { bytes } of eachPortion(source)) hasher.update(bytes);
  return hasher.digest();
}

/** What an import did. */
export interface ImportResult {
  /** Number of the batch; null when there was nothing to write. */
  readonly batch: number | null;
}

/** How much an import changes: what its plan counts, and the names that were settled for it. */
export function countImport<Plan extends ImportPlan>(
  task: ImportTask<Plan>,
  plan: Plan,
): Readonly<Record<string, number>> {
  const { answers, savesMap, notes } = task;
  return {
    ...task.count(plan),
    ...(answers.length === 0 ? {} : { names: answers.length }),
    ...(savesMap ? { headers: countSaid(notes.said) } : {}),
  };
}

/** How much a person said of a file. */
function countSaid({ mapped, values, constants, dates }: SaidOfFile): number {
  return mapped.size + values.length + constants.size + (dates === undefined ? 0 : 1);
}

/**
 * Plans an import as it will be applied, and writes nothing: where names are to be settled first, that is done in a
 * transaction which is taken back. Errors: those of `planImport`.
 */
export async function previewImport<Plan extends ImportPlan>(
  work: LocalWork,
  { task, tick }: { readonly task: ImportTask<Plan>; readonly tick?: Tick },
): Promise<Plan> {
  if (task.answers.length === 0) return planImport(work.store.db, task, tick);
  return tryOut(work, async (trx) => {
    await settle(trx, work, task.answers);
    return planImport(trx, task, tick);
  });
}

async function saveHeaderMap(
  trx: Trx,
  { jurisdiction, now: at, by }: LocalWork,
  { kind, notes }: Pick<ImportTask<never>, 'kind' | 'notes'>,
): Promise<void> {
  const { shape, mapped, values, constants, dates } = notes.said;
  const map = Object.fromEntries([...mapped].map(([name, column]) => [headerKey(name), column]));
  const said = {
    map,
    values,
    constants: Object.fromEntries(constants),
    ...(dates === undefined ? {} : { dates }),
  };
  await replaceHeaderMap(trx, jurisdiction.id, { kind, shape, said, at, by });
}

async function settle(
  trx: Trx,
  { jurisdiction, now }: LocalWork,
  answers: readonly NameAnswer[],
): Promise<void> {
  await resolveNames(trx, jurisdiction, answers, localDay(now, jurisdiction.timeZone));
}

/** Plans an import. All problems of reading and planning at once are one error, in the order of the file; then nothing is written. */
export async function planImport<Plan extends ImportPlan>(
  db: Db,
  task: ImportTask<Plan>,
  tick?: Tick,
): Promise<Plan> {
  const plan = await task.plan(db, tick);
  const problems = [...task.problems, ...plan.problems].sort(
    (a, b) =>
      (a.place?.file ?? '').localeCompare(b.place?.file ?? '') ||
      (a.place?.row ?? 0) - (b.place?.row ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
  if (problems.length === 0) return plan;
  throw new AppError('input-rejected', { file: task.source.name, count: problems.length }, { problems });
}

/**
 * Applies a plan in one transaction. The plan is made again inside it: when the database has changed since it was
 * shown, nothing is written (`conflict`).
 */
export async function applyImport<Plan extends ImportPlan>(
  asked: LocalWork,
  {
    task,
    shown,
    tick = () => undefined,
  }: { readonly task: ImportTask<Plan>; readonly shown: Plan; readonly tick?: Tick | undefined },
): Promise<ImportResult> {
  const counts = countImport(task, shown);
  if (Object.values(counts).every((count) => count === 0)) return { batch: null };
  return transaction(asked, async (trx, operation, work) => {
    const before = await getRegister(trx, work.jurisdiction.id);
    await settle(trx, work, task.answers);
    const plan = await planImport(trx, task, tick);
    // Both were made in the same way, so that what is the same reads the same.
    if (JSON.stringify(plan) !== JSON.stringify(shown))
      throw new AppError('conflict', { what: task.source.name });
    const digest = await digestSource(task.source);
    await operation.seal({ file: task.source.name, sha256: digest, counts });
    const batch = await insertBatch(trx, work.jurisdiction.id, {
      kind: task.kind,
      file: task.source.name,
      sha256: digest,
      encoding: task.encoding,
      tab: task.notes.tab ?? null,
      rows: task.rows,
      summary: counts,
      at: work.now,
      by: work.by,
      operationId: operation.id,
    });
    if (task.savesMap) await saveHeaderMap(trx, work, task);
    await task.apply(trx, plan, batch, operation, tick);
    // Long files are read once more as they are written.
    if (task.source.parts?.isSame() === false) throw new AppError('conflict', { what: task.source.name });
    const after = await getRegister(trx, work.jurisdiction.id);
    await insertBatchChanges(trx, batch.id, compareRegisters(before, after));
    return { result: { batch: batch.number }, summary: { batch: batch.number, ...counts } };
  });
}
