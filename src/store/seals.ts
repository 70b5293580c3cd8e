import type { Db, Trx } from './db.ts';
import type { Tables } from './tables.ts';

/** Every table whose rows never change, beside the log of operations itself, and the column that numbers them. */
export const sealedTables = {
  batch: 'id',
  batchChange: 'id',
  batchUndo: 'id',
  volume: 'id',
  scheme: 'id',
  schemeUse: 'id',
  run: 'id',
  runUnit: 'id',
  runAdoption: 'id',
  edition: 'id',
  editionEntry: 'id',
  editionTitle: 'editionId',
  rosterTemplate: 'id',
  formSent: 'id',
  privacyLog: 'id',
  privacyLogAppeal: 'id',
  appealEvent: 'id',
  matter: 'id',
  ruling: 'id',
  study: 'id',
  studyAppeal: 'id',
  studyClose: 'id',
  calendarDay: 'id',
  deadlineRules: 'id',
  deadlineUse: 'id',
  purge: 'id',
  purgedAppeal: 'id',
  operationChange: 'id',
  operationMark: 'id',
  bulletin: 'id',
} as const satisfies Partial<Record<keyof Tables, string>>;
export type SealedTable = keyof typeof sealedTables;

/** What an operation wrote of one table: the numbers of its rows, and a digest over them. */
export interface Seal {
  readonly tableName: string;
  readonly firstId: number;
  readonly lastId: number;
  readonly digest: string;
}

/** Comes before the number of any row, those past the tool's own numbering included. */
export const beforeAnyRow = Number.NEGATIVE_INFINITY;

/** A row as it stands in its table. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Lists rows of a sealed table by their number, after one and up to another; so many at most. */
export async function listSealedRows(
  db: Db,
  table: SealedTable,
  after: number,
  until: number | undefined,
  limit: number,
): Promise<{ readonly rows: readonly RawRow[]; readonly last: number }> {
  const key = sealedTables[table];
  // The tables have nothing in common that the types could say.
  let query = db
    .selectFrom(table as 'run')
    .selectAll()
    .where(key as 'id', '>', after);
  if (until !== undefined) query = query.where(key as 'id', '<=', until);
  const rows = (await query
    .orderBy(key as 'id')
    .limit(limit)
    .execute()) as readonly RawRow[];
  return { rows, last: Number(rows.at(-1)?.[key] ?? after) };
}

/** Number of the last row of a table that a seal covers; 0 where none does. */
export async function findLastSealed(db: Db, table: SealedTable): Promise<number> {
  const row = await db
    .selectFrom('operationSeal')
    .select('lastId')
    .where('tableName', '=', table)
    .orderBy('lastId', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.lastId ?? 0;
}

export async function insertSeals(trx: Trx, operationId: number, seals: readonly Seal[]): Promise<void> {
  for (const seal of seals)
    await trx
      .insertInto('operationSeal')
      .values({ operationId, ...seal })
      .execute();
}

/** Lists all seals, by operation and table. */
export async function listSeals(db: Db): Promise<(Seal & { readonly operationId: number })[]> {
  return db.selectFrom('operationSeal').selectAll().orderBy('operationId').orderBy('tableName').execute();
}
