import { insertOperationChanges } from '../../store/operation-changes.ts';
import type { Trx } from '../../store/db.ts';
import { compareRegisters, getRegister } from '../../store/register.ts';
import type { LocalWork, Operation, Summary } from './transaction.ts';
import { transaction } from './transaction.ts';

/** What a change gives back, and what the log says of it. */
export interface Done<T> {
  readonly result: T;
  readonly summary: Summary;
}

/** What writes one change of the register within a transaction. */
export type RegisterTask<T> = (trx: Trx, operation: Operation, work: LocalWork) => Promise<Done<T>>;

/**
 * Makes one change of the register by hand: a transaction that keeps every row it wrote, as it was before and as it is after, so that
 * the change can be told and undone. How many rows it wrote stands in the log: an operation that does not say so is of an older version.
 */
export async function changeRegister<T>(asked: LocalWork, task: RegisterTask<T>): Promise<T> {
  return transaction(asked, (trx, operation, work) =>
    keepChanges(trx, operation, work, () => task(trx, operation, work)),
  );
}

/** Keeps within a transaction what a task writes into the register. */
export async function keepChanges<T>(
  trx: Trx,
  operation: Pick<Operation, 'id'>,
  { jurisdiction }: LocalWork,
  task: () => Promise<Done<T>>,
): Promise<Done<T>> {
  const before = await getRegister(trx, jurisdiction.id);
  const done = await task();
  const changes = compareRegisters(before, await getRegister(trx, jurisdiction.id));
  await insertOperationChanges(trx, operation.id, changes);
  return { ...done, summary: { ...done.summary, rows: changes.length } };
}
