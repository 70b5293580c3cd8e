import type { Instant } from '../../domain/time.ts';
import { listEventsOf } from '../../store/appeal-events.ts';
import { closeVoided, listAppealsOfNumbers } from '../../store/appeals.ts';
import { eventColumns, openBulkEvents } from '../../store/bulk-events.ts';
import { replaceFacts } from '../../store/appeal-facts.ts';
import type { Trx } from '../../store/db.ts';
import { openDigests } from '../kernel/digest.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { makeEventContent, writeSealedContent } from './event-content.ts';
import { decideMoment } from './hand-over.ts';

/** Appeals that are ended in one go. */
const portion = 500;

/**
 * Ends appeals whose import is undone: they are counted nowhere, and their numbers are not given again. The same rows, digests and seals as if
 * each were ended by itself. That nothing has touched them but the import was seen to before.
 *
 * `tick` is told after each portion how many are ended.
 */
export async function voidAppeals(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  numbers: readonly string[],
  tick?: (done: number, total: number) => Promise<void> | undefined,
): Promise<void> {
  if (numbers.length === 0) return;
  const digests = await openDigests();
  const rows = await openBulkEvents(trx);
  for (let from = 0; from < numbers.length; from += portion) {
    const some = numbers.slice(from, from + portion);
    const found = await listAppealsOfNumbers(trx, work.jurisdiction.id, some);
    const byNumber = new Map(found.map((appeal) => [appeal.number, appeal]));
    const histories = await listEventsOf(
      trx,
      found.map(({ id }) => id),
    );
    const ended = new Map<Instant, number[]>();
    const kept: string[] = [];
    for (const number of some) {
      const appeal = byNumber.get(number);
      if (appeal === undefined) throw new Error(`appeal ${number} is gone`);
      const events = histories.get(appeal.id) ?? [];
      const at = decideMoment(work, undefined, events.at(-1)?.at);
      const seq = events.length + 1;
      const none = { fromUnitId: null, toUnitId: null, reason: null, rulingId: null };
      const content = makeEventContent(work, { ...none, action: 'void', at, data: {}, texts: {} });
      const digest = digests.sha256(writeSealedContent(number, seq, content));
      kept.push(digest);
      rows.add({ ...content, appealId: appeal.id, seq, digest, operationId: operation.id });
      ended.set(at, [...(ended.get(at) ?? []), appeal.id]);
    }
    await operation.keep(kept);
    await operation.seals.add('appealEvent', eventColumns, await rows.write());
    for (const [at, ids] of ended) await closeVoided(trx, ids, at);
    await replaceFacts(trx, [...ended.values()].flat(), []);
    await tick?.(from + some.length, numbers.length);
  }
}
