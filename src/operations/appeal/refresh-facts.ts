import type { Trx } from '../../store/db.ts';
import { recountFacts } from '../../store/recount-facts.ts';
import { makeGatherForEnd } from '../kernel/at-end.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { countingRulesIn } from './counting-rules.ts';

const gather = makeGatherForEnd();

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
  gather(operation, appealId, async (ids) => {
    const counting = await countingRulesIn(trx, operation, jurisdiction);
    await recountFacts(trx, jurisdiction.id, { counting, ids });
  });
}
