import { AppError } from '../errors.ts';
import type { Db, Trx } from './db.ts';
import { inOrder } from '../domain/appeal-event.ts';
import { isLink, parseEventData } from './appeal-events.ts';
import type { RowChange } from '../domain/register.ts';
import { keepChange, keptColumns, parseChange } from './row-changes.ts';

/** Kinds of imports. */
export type BatchKind =
  | 'units'
  | 'volumes'
  | 'desks'
  | 'offices'
  | 'matters'
  | 'calendar'
  | 'appeals'
  | 'history'
  | 'tally'
  | 'undo';

/** One import that was applied. */
export interface Batch {
  readonly id: number;
  readonly number: number;
  readonly kind: BatchKind;
  readonly file: string;
  readonly sha256: string;
  readonly encoding: string;
  /** Tab of a workbook that was read. */
  readonly tab: string | null;
  readonly rows: number;
  readonly summary: Readonly<Record<string, number>>;
  readonly at: string;
  readonly by: string;
  /** Number of the batch that undid this one. */
  readonly undoneBy: number | null;
  /** Number of the import that this batch undid. */
  readonly undoes: number | null;
}

/** Lists the imports of a jurisdiction, and what undid them, in their order. */
export async function listBatches(db: Db, jurisdictionId: number): Promise<Batch[]> {
  const rows = await db
    .selectFrom('batch')
    .leftJoin('batchUndo as undone', 'undone.batchId', 'batch.id')
    .leftJoin('batch as undoer', 'undoer.id', 'undone.undoBatchId')
    .leftJoin('batchUndo as undoing', 'undoing.undoBatchId', 'batch.id')
    .leftJoin('batch as original', 'original.id', 'undoing.batchId')
    .select([
      'batch.id',
      'batch.number',
      'batch.kind',
      'batch.file',
      'batch.sha256',
      'batch.encoding',
      'batch.tab',
      'batch.rows',
      'batch.summary',
      'batch.at',
      'batch.by',
      'undoer.number as undoneBy',
      'original.number as undoes',
    ])
    .where('batch.jurisdictionId', '=', jurisdictionId)
    .orderBy('batch.number')
    .execute();
  return rows.map(({ summary, kind, ...row }) => ({
    ...row,
    kind: kind as BatchKind,
    summary: JSON.parse(summary) as Record<string, number>,
  }));
}

/** Gives one import by its number. Errors: `import-not-found`. */
export async function getBatch(db: Db, jurisdictionId: number, number: number): Promise<Batch> {
  const batches = await listBatches(db, jurisdictionId);
  const batch = batches.find((one) => one.number === number);
  if (batch === undefined) {
    throw new AppError('import-not-found', { number, numbers: batches.map((one) => one.number) });
  }
  return batch;
}

/** Keeps what an import changed in the register, row by row. */
export async function insertBatchChanges(
  trx: Trx,
  batchId: number,
  changes: readonly RowChange[],
): Promise<void> {
  for (const change of changes)
    await trx
      .insertInto('batchChange')
      .values({ batchId, ...keepChange(change) })
      .execute();
}

/** Lists what an import changed in the register, in the order it was kept. */
export async function listBatchChanges(db: Db, batchId: number): Promise<RowChange[]> {
  const rows = await db
    .selectFrom('batchChange')
    .select(keptColumns)
    .where('batchId', '=', batchId)
    .orderBy('id')
    .execute();
  return rows.map(parseChange);
}

/** The counts an import brought: of which unit, year and channel. */
export async function listBatchVolumes(db: Db, batchId: number) {
  return db
    .selectFrom('volume')
    .select(['unitId', 'year', 'channel', 'count', 'row', 'rounded'])
    .where('batchId', '=', batchId)
    .orderBy('id')
    .execute();
}

/** Later imports of counts, not undone, that hold counts of one of these years. */
export async function listLaterVolumeBatches(
  db: Db,
  batchId: number,
  jurisdictionId: number,
  years: readonly number[],
): Promise<number[]> {
  const rows = await db
    .selectFrom('volume')
    .innerJoin('batch', 'batch.id', 'volume.batchId')
    .select('batch.number')
    .distinct()
    .where('batch.jurisdictionId', '=', jurisdictionId)
    .where('volume.year', 'in', years)
    .where('volume.batchId', '>', batchId)
    .where('volume.batchId', 'not in', db.selectFrom('batchUndo').select('batchId'))
    .orderBy('batch.number')
    .execute();
  return rows.map((row) => row.number);
}

/** Numbers of later imports, not undone, that wrote the same row of the register. */
export async function listLaterRowBatches(db: Db, batchId: number, change: RowChange): Promise<number[]> {
  const rows = await db
    .selectFrom('batchChange')
    .innerJoin('batch', 'batch.id', 'batchChange.batchId')
    .select('batch.number')
    .distinct()
    .where('batchChange.tableName', '=', change.table)
    .where('batchChange.rowId', '=', change.id)
    .where('batchChange.batchId', '>', batchId)
    .where('batch.kind', '!=', 'undo')
    .where('batchChange.batchId', 'not in', db.selectFrom('batchUndo').select('batchId'))
    .orderBy('batch.number')
    .execute();
  return rows.map((row) => row.number);
}

/** Records that one batch undid another. */
export async function insertBatchUndo(trx: Trx, batchId: number, undoBatchId: number): Promise<void> {
  await trx.insertInto('batchUndo').values({ batchId, undoBatchId }).execute();
}

/** Writes the record of an import; gives its id and its number within the jurisdiction. */
export async function insertBatch(
  trx: Trx,
  jurisdictionId: number,
  batch: Omit<Batch, 'id' | 'number' | 'undoneBy' | 'undoes'> & { readonly operationId: number },
): Promise<{ id: number; number: number }> {
  const { max } = await trx
    .selectFrom('batch')
    .select(({ fn }) => fn.max('number').as('max'))
    .where('jurisdictionId', '=', jurisdictionId)
    .executeTakeFirstOrThrow();
  const number = ((max as number | null) ?? 0) + 1;
  const { id } = await trx
    .insertInto('batch')
    .values({ ...batch, jurisdictionId, number, summary: JSON.stringify(batch.summary) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, number };
}

/** Lists what imports, and their undoing, wrote of who came of whom, in the order in which they did; by the codes of now. */
export async function listSuccessionChanges(db: Db): Promise<
  {
    readonly from: string;
    readonly to: string;
    readonly how: string;
    readonly on: string;
    readonly isThere: boolean;
  }[]
> {
  const rows = await db
    .selectFrom('batchChange')
    .select(['before', 'after'])
    .where('tableName', '=', 'unitSuccession')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const codes = new Map(
    (await db.selectFrom('unit').select(['id', 'code']).execute()).map(({ id, code }) => [id, code]),
  );
  return rows.map(({ before, after }) => {
    const row = JSON.parse(after ?? before ?? '{}') as {
      readonly fromUnitId?: number;
      readonly toUnitId?: number;
      readonly how?: string;
      readonly onDay?: string;
    };
    const { fromUnitId = 0, toUnitId = 0, how = '', onDay: on = '' } = row;
    const [from = '', to = ''] = [codes.get(fromUnitId), codes.get(toUnitId)];
    return { from, to, how, on, isThere: after !== null };
  });
}

/** Number of the operation that an import was done as. */
export async function getBatchOperation(db: Db, batchId: number): Promise<number> {
  const { operationId } = await db
    .selectFrom('batch')
    .select('operationId')
    .where('id', '=', batchId)
    .executeTakeFirstOrThrow();
  return operationId;
}

/** The last import up to an operation, by its row; 0 where there is none. */
export async function findLastBatchUntil(db: Db, operationId: number): Promise<number> {
  const { last } = await db
    .selectFrom('batch')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .where('operationId', '<=', operationId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Number of the import that an operation was; undefined for one that was none. */
export async function findBatchOfOperation(db: Db, operationId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('batch')
    .select('number')
    .where('operationId', '=', operationId)
    .where('kind', '!=', 'undo')
    .executeTakeFirst();
  return row?.number;
}

/** Numbers of the appeals that an import took in. */
export async function listAppealsOfBatch(db: Db, batchId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('appealEvent as event')
    .innerJoin('batch', 'batch.operationId', 'event.operationId')
    .innerJoin('appeal', 'appeal.id', 'event.appealId')
    .select('appeal.number')
    .where('batch.id', '=', batchId)
    .where('event.action', '=', 'log')
    .orderBy('appeal.id')
    .execute();
  return rows.map(({ number }) => number);
}

/** Events of appeals that an import told, as it told them: by the number of each appeal. */
export interface ToldEvents {
  readonly number: string;
  readonly seqs: readonly number[];
}

/** What an import told of appeals that were there already, by the appeal. */
export async function listContinuedOfBatch(db: Db, batchId: number): Promise<ToldEvents[]> {
  const rows = await db
    .selectFrom('appealEvent as event')
    .innerJoin('batch', 'batch.operationId', 'event.operationId')
    .innerJoin('appeal', 'appeal.id', 'event.appealId')
    .select(['appeal.number', 'event.seq'])
    .where('batch.id', '=', batchId)
    .where('event.action', '!=', 'correct')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('appealEvent as first')
            .select('first.id')
            .whereRef('first.appealId', '=', 'event.appealId')
            .whereRef('first.operationId', '=', 'event.operationId')
            .where('first.action', '=', 'log'),
        ),
      ),
    )
    .orderBy('appeal.id')
    .orderBy('event.seq')
    .execute();
  const byNumber = Map.groupBy(rows, ({ number }) => number);
  return [...byNumber].map(([number, events]) => ({ number, seqs: events.map(({ seq }) => seq) }));
}

/** Acts that leave the course of an appeal as it is. */
const neutral: ReadonlySet<string> = new Set(['note', 'remind', 'correct', 'link']);

/**
 * Numbers of the appeals that an import took in, or told further, and that something else has touched since: an act on it, or one that says how
 * another stands to it. What another import told and was taken back has not. A note on an appeal that it told further does not touch that.
 */
export async function listTouchedAppeals(db: Db, jurisdictionId: number, batchId: number): Promise<string[]> {
  const operationId = await getBatchOperation(db, batchId);
  // Events are numbered in the order of their operations: what came later stands behind all of the import.
  const { last } = await db
    .selectFrom('appealEvent')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .where('operationId', '=', operationId)
    .executeTakeFirstOrThrow();
  const acted = await db
    .selectFrom('appealEvent as later')
    .innerJoin('appeal', 'appeal.id', 'later.appealId')
    .select(['appeal.id', 'appeal.number'])
    .distinct()
    .where('later.id', '>', last ?? 0)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('appealEvent as first')
          .select('first.id')
          .whereRef('first.appealId', '=', 'later.appealId')
          .where('first.operationId', '=', operationId),
      ),
    )
    .execute();
  const links = await db
    .selectFrom('appealEvent as event')
    .innerJoin('appeal', 'appeal.id', 'event.appealId')
    .select('event.data')
    .where('appeal.jurisdictionId', '=', jurisdictionId)
    .where(isLink)
    .execute();
  const linked = new Set(
    links.flatMap(({ data }) => (JSON.parse(data) as { link?: { number: string } }).link?.number ?? []),
  );
  const taken = await listAppealsOfBatch(db, batchId);
  const isTaken = new Set(taken);
  const numbers = new Set(taken.filter((number) => linked.has(number)));
  for (const { id, number } of acted) {
    const later = inOrder(await listActs(db, id)).filter((event) => event.operationId > operationId);
    if (later.some(({ action }) => isTaken.has(number) || !neutral.has(action))) numbers.add(number);
  }
  return [...numbers].sort();
}

/** The events of an appeal with the operations that wrote them. */
async function listActs(db: Db, appealId: number) {
  const rows = await db
    .selectFrom('appealEvent')
    .select(['seq', 'action', 'at', 'data', 'operationId'])
    .where('appealId', '=', appealId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, data: parseEventData(row.data) }));
}
