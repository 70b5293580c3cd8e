import type { Db, Trx } from './db.ts';

/** One write as the chained log keeps it. */
export interface OperationRow {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly command: string;
  readonly summary: string;
  readonly digest: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** The newest operation, whose hash the next one carries on. */
export async function findLastOperation(db: Db): Promise<OperationRow | undefined> {
  return db.selectFrom('operation').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst();
}

export async function insertOperation(trx: Trx, operation: OperationRow): Promise<void> {
  await trx.insertInto('operation').values(operation).execute();
}

/** Gets one operation of the log. */
export async function getOperation(db: Db, id: number): Promise<OperationRow> {
  return db.selectFrom('operation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** One operation of the log; undefined where there is none of that number. */
export async function findOperation(db: Db, id: number): Promise<OperationRow | undefined> {
  return db.selectFrom('operation').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Numbers of the operations that wrote an event of an appeal: acts on one, acts on several at once, imports. */
export async function listOperationsOfAppeal(db: Db, appealId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('appealEvent')
    .select('operationId')
    .distinct()
    .where('appealId', '=', appealId)
    .execute();
  return rows.map(({ operationId }) => operationId);
}

/**
 * Numbers of the operations that touched a unit without its code in their summary: imports that wrote its rows or brought its counts, what
 * took them back, and what handed an appeal to it or from it.
 */
export async function listOperationsOfUnit(db: Db, unitId: number): Promise<number[]> {
  const events = await db
    .selectFrom('appealEvent')
    .select('operationId')
    .distinct()
    .where((eb) => eb.or([eb('fromUnitId', '=', unitId), eb('toUnitId', '=', unitId)]))
    .execute();
  const counts = await db
    .selectFrom('volume')
    .innerJoin('batch', 'batch.id', 'volume.batchId')
    .select('batch.operationId')
    .distinct()
    .where('volume.unitId', '=', unitId)
    .execute();
  const takenBack = await db
    .selectFrom('volume')
    .innerJoin('batchUndo', 'batchUndo.batchId', 'volume.batchId')
    .innerJoin('batch', 'batch.id', 'batchUndo.undoBatchId')
    .select('batch.operationId')
    .distinct()
    .where('volume.unitId', '=', unitId)
    .execute();
  const inRow = `%nitId":${String(unitId)}%`;
  const changes = await db
    .selectFrom('batchChange')
    .innerJoin('batch', 'batch.id', 'batchChange.batchId')
    .select(['batch.operationId', 'tableName', 'rowId', 'before', 'after'])
    .where((eb) =>
      eb.or([
        eb.and([eb('tableName', '=', 'unit'), eb('rowId', '=', unitId)]),
        eb('before', 'like', inRow),
        eb('after', 'like', inRow),
      ]),
    )
    .execute();
  const written = changes.filter(
    ({ tableName, rowId, before, after }) =>
      (tableName === 'unit' && rowId === unitId) || [before, after].some((row) => isRowOf(row, unitId)),
  );
  return [...new Set([...events, ...counts, ...takenBack, ...written].map(({ operationId }) => operationId))];
}

/** Whether a row of the register is of a unit: `unitId`, or one end of a succession. */
function isRowOf(row: string | null, unitId: number): boolean {
  if (row === null) return false;
  const cells = JSON.parse(row) as Readonly<Record<string, unknown>>;
  return ['unitId', 'fromUnitId', 'toUnitId'].some((column) => cells[column] === unitId);
}

/** Lists operations by the noun of their command, who did them and when, in their order. */
export async function listOperationsBetween(
  db: Db,
  filter: {
    readonly noun?: string | undefined;
    readonly by?: string | undefined;
    readonly since?: string | undefined;
    readonly before?: string | undefined;
  },
): Promise<OperationRow[]> {
  const { noun, by, since, before } = filter;
  let query = db.selectFrom('operation').selectAll();
  if (noun !== undefined)
    query = query.where((eb) => eb.or([eb('command', '=', noun), eb('command', 'like', `${noun} %`)]));
  if (by !== undefined) query = query.where('by', '=', by);
  if (since !== undefined) query = query.where('at', '>=', since);
  if (before !== undefined) query = query.where('at', '<', before);
  return query.orderBy('id').execute();
}

/** Lists the whole log, in its order. */
export async function listOperations(db: Db): Promise<OperationRow[]> {
  return db.selectFrom('operation').selectAll().orderBy('id').execute();
}
