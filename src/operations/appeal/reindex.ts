import type { Trx } from '../../store/db.ts';
import { indexAppeals } from '../../store/search-index.ts';
import type { Operation } from '../kernel/transaction.ts';

const waiting = new WeakMap<Operation, Set<number>>();

/**
 * Has the words by which an appeal is found written anew at the end of an operation, once for each appeal: between other writes they
 * take twice as long.
 */
export function reindexAtEnd(trx: Trx, operation: Operation, appealId: number): void {
  const there = waiting.get(operation);
  if (there !== undefined) {
    there.add(appealId);
    return;
  }
  const appealIds = new Set([appealId]);
  waiting.set(operation, appealIds);
  operation.beforeEnd(() => indexAppeals(trx, [...appealIds]));
}
