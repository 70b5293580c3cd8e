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

/** Lists the whole log, in its order. */
export async function listOperations(db: Db): Promise<OperationRow[]> {
  return db.selectFrom('operation').selectAll().orderBy('id').execute();
}
