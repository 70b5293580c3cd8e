import type { Trx } from '../../store/db.ts';
import { recountFacts } from '../../store/recount-facts.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { countingRulesIn } from './counting-rules.ts';

const waiting = new WeakMap<Operation, Set<number>>();

/**
 * Has what reports count of an appeal written anew at the end of an operation, once for each appeal: by then its row, its history and the rules it
 * is counted by are what they are going to be.
 */
export function refreshAtEnd(
  trx: Trx,
  { jurisdiction }: Pick<LocalWork, 'jurisdiction'>,
  operation: Operation,
  appealId: number,
): void {
  const there = waiting.get(operation);
  if (there !== undefined) {
    there.add(appealId);
    return;
  }
  const ids = new Set([appealId]);
  waiting.set(operation, ids);
  operation.beforeEnd(async () => {
    const counting = await countingRulesIn(trx, operation, jurisdiction);
    await recountFacts(trx, jurisdiction.id, { counting, ids: [...ids] });
  });
}
