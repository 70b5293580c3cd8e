import type { Trx } from '../../store/db.ts';
import { indexAppeals } from '../../store/search-index.ts';
import { makeGatherForEnd } from '../kernel/at-end.ts';
import type { Operation } from '../kernel/transaction.ts';

const gather = makeGatherForEnd();

/**
 * Has the words by which an appeal is found written anew at the end of an operation, once for each appeal: between other writes they
 * take twice as long.
 */
export function reindexAtEnd(trx: Trx, operation: Operation, appealId: number): void {
  gather(operation, appealId, (ids) => indexAppeals(trx, ids));
}
