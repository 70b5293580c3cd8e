import type { RegisterRow, RegisterTable, RowChange } from '../domain/register.ts';
import type { Db, Trx } from './db.ts';
import type { HoursChange } from '../domain/working-hours.ts';
import { localDay } from '../domain/time.ts';
import { keepChange, keptColumns, parseChange } from './row-changes.ts';

/** Keeps what an operation changed in the register, row by row. */
export async function insertOperationChanges(
  trx: Trx,
  operationId: number,
  changes: readonly RowChange[],
): Promise<void> {
  for (const change of changes)
    await trx
      .insertInto('operationChange')
      .values({ operationId, ...keepChange(change) })
      .execute();
}

/** Lists what an operation changed in the register, in the order it was kept. */
export async function listOperationChanges(db: Db, operationId: number): Promise<RowChange[]> {
  const rows = await db
    .selectFrom('operationChange')
    .select(keptColumns)
    .where('operationId', '=', operationId)
    .orderBy('id')
    .execute();
  return rows.map(parseChange);
}

/** Selects the numbers of the operations that are undone: those whose newest mark says so. */
export function undoneOperations(db: Db) {
  return db
    .selectFrom('operationMark as mark')
    .select('mark.operationId')
    .where('mark.undone', '=', 1)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('operationMark as later')
            .select('later.id')
            .whereRef('later.operationId', '=', 'mark.operationId')
            .whereRef('later.id', '>', 'mark.id'),
        ),
      ),
    );
}

/** Numbers of the operations that are undone. */
export async function listUndoneOperations(db: Db): Promise<ReadonlySet<number>> {
  return new Set((await undoneOperations(db).execute()).map(({ operationId }) => operationId));
}

/** That an operation was undone by another, or is no longer. */
export interface OperationMark {
  readonly operationId: number;
  readonly byOperationId: number;
  readonly isUndone: boolean;
}

/** Lists the marks of operations, oldest first. */
export async function listOperationMarks(db: Db): Promise<OperationMark[]> {
  const rows = await db
    .selectFrom('operationMark')
    .select(['operationId', 'byOperationId', 'undone'])
    .orderBy('id')
    .execute();
  return rows.map(({ undone, ...row }) => ({ ...row, isUndone: undone === 1 }));
}

export async function insertOperationMark(trx: Trx, { isUndone, ...mark }: OperationMark): Promise<void> {
  await trx
    .insertInto('operationMark')
    .values({ ...mark, undone: isUndone ? 1 : 0 })
    .execute();
}

/** A row that was written, and whether another of its table is of the same thing: what holds for one unit at a time. */
interface Written {
  readonly table: RegisterTable;
  readonly id: number;
  readonly isKin: (row: RegisterRow) => boolean;
}

/** Operations by hand, not undone, after one, that wrote the same row of the register, or one of the same thing. */
export async function listLaterRowOperations(
  db: Db,
  after: number,
  { table, id, isKin }: Written,
): Promise<{ readonly operation: number; readonly command: string }[]> {
  const rows = await db
    .selectFrom('operationChange as change')
    .innerJoin('operation', 'operation.id', 'change.operationId')
    .select([
      'operation.id as operation',
      'operation.command',
      'change.rowId',
      'change.before',
      'change.after',
    ])
    .where('change.tableName', '=', table)
    .where('change.operationId', '>', after)
    .where('change.operationId', 'not in', undoneOperations(db))
    .orderBy('operation.id')
    .execute();
  const found = rows.filter((row) => {
    const written = row.after ?? row.before;
    return row.rowId === id || (written !== null && isKin(JSON.parse(written) as RegisterRow));
  });
  return [...new Map(found.map(({ operation, command }) => [operation, { operation, command }])).values()];
}

/** Lists how the working hours of a jurisdiction were changed, oldest first; none that was undone. */
export async function listHoursChanges(
  db: Db,
  jurisdictionId: number,
  timeZone: string,
): Promise<HoursChange[]> {
  const rows = await db
    .selectFrom('operationChange as change')
    .innerJoin('operation', 'operation.id', 'change.operationId')
    .select(['operation.at', 'change.before', 'change.after'])
    .where('change.tableName', '=', 'jurisdiction')
    .where('change.rowId', '=', jurisdictionId)
    .where('change.before', 'is not', null)
    // What an undo puts back is what held before.
    .where('operation.command', '!=', 'undo')
    .where('change.operationId', 'not in', undoneOperations(db))
    .orderBy('change.id')
    .execute();
  const hoursOf = (row: string | null): string | null =>
    (JSON.parse(row ?? '{}') as { readonly workHours?: string | null }).workHours ?? null;
  return rows
    .map(({ at, before, after }) => ({
      fromDay: localDay(at, timeZone),
      before: hoursOf(before),
      after: hoursOf(after),
    }))
    .filter(({ before, after }) => before !== after);
}
