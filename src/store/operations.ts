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

/** When something was done last by a command; undefined where it never was. */
export async function findLastOf(db: Db, command: string): Promise<string | undefined> {
  const last = db.selectFrom('operation').select('at').where('command', '=', command);
  return (await last.orderBy('id', 'desc').limit(1).executeTakeFirst())?.at;
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

/** Which operations a log is of: by the noun of their command, who did them, when, and the appeal whose events they wrote. */
export interface OperationFilter {
  readonly noun?: string | undefined;
  readonly by?: string | undefined;
  readonly since?: string | undefined;
  readonly before?: string | undefined;
  readonly appealId?: number | undefined;
}

/** Lists the numbers of operations, the newest first; so many at most. */
export async function listOperationIds(
  db: Db,
  filter: OperationFilter,
  limit: number | undefined,
): Promise<number[]> {
  const query = selectLogged(db, filter).select('operation.id').orderBy('operation.id', 'desc');
  const rows = await (limit === undefined ? query : query.limit(limit)).execute();
  return rows.map(({ id }) => id);
}

/** How many operations a log is of. */
export async function countOperations(db: Db, filter: OperationFilter): Promise<number> {
  const { count } = await selectLogged(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Lists the operations of some numbers, in their order. */
export async function listOperationsNumbered(db: Db, ids: readonly number[]): Promise<OperationRow[]> {
  return db.selectFrom('operation').selectAll().where('id', 'in', ids).orderBy('id').execute();
}

function selectLogged(db: Db, { noun, by, since, before, appealId }: OperationFilter) {
  let query = db.selectFrom('operation');
  if (noun !== undefined)
    query = query.where((eb) => eb.or([eb('command', '=', noun), eb('command', 'like', `${noun} %`)]));
  if (by !== undefined) query = query.where('by', '=', by);
  if (since !== undefined) query = query.where('at', '>=', since);
  if (before !== undefined) query = query.where('at', '<', before);
  if (appealId !== undefined)
    query = query.where((eb) =>
      eb.or([
        eb(
          'operation.id',
          'in',
          eb.selectFrom('appealEvent').select('operationId').where('appealId', '=', appealId),
        ),
        eb(
          'operation.id',
          'in',
          eb
            .selectFrom('study')
            .innerJoin('studyAppeal as about', 'about.studyId', 'study.id')
            .select('study.operationId')
            .where('about.appealId', '=', appealId),
        ),
      ]),
    );
  return query;
}

/** Lists the whole log, in its order. */
export async function listOperations(db: Db): Promise<OperationRow[]> {
  return db.selectFrom('operation').selectAll().orderBy('id').execute();
}
