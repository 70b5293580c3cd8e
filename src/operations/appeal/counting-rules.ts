import type { CountingRules } from '../../domain/counting-rules.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import type { Trx } from '../../store/db.ts';
import { makeOnce } from '../kernel/once.ts';
import type { Operation } from '../kernel/transaction.ts';

const known = makeOnce<number, Promise<CountingRules>>();

/** What times are counted by, found once in an operation however many appeals it writes. */
export function countingRulesIn(
  trx: Trx,
  operation: Operation,
  jurisdiction: Jurisdiction,
): Promise<CountingRules> {
  const ofOperation = known(operation);
  const rules = ofOperation.get(jurisdiction.id) ?? getCountingRules(trx, jurisdiction);
  ofOperation.set(jurisdiction.id, rules);
  return rules;
}
