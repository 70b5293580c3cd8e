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

/** How many operations there are. */
export async function countOperations(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('operation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
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
