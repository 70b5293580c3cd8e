import type { CountingRules } from '../domain/counting-rules.ts';
import { foldFacts } from '../domain/rounds.ts';
import type { Instant } from '../domain/time.ts';
import { secondsOf } from '../domain/time.ts';
import type { CountedFacts } from './appeal-facts.ts';
import { replaceFacts } from './appeal-facts.ts';
import { listAppealIds, listAppeals } from './appeal-lists.ts';
import { listEventsOf } from './appeal-events.ts';
import { getCountingRules } from './counting-rules.ts';
import type { Trx } from './db.ts';
import { listJurisdictions } from './jurisdictions.ts';

/** Appeals that are read in one go. */
const portion = 500;

/** Writes anew what reports count of some appeals, from their rows and histories as they now stand; of void ones nothing is left. */
export async function recountFacts(
  trx: Trx,
  jurisdictionId: number,
  { counting, ids }: { readonly counting: CountingRules; readonly ids: readonly number[] },
): Promise<void> {
  for (let from = 0; from < ids.length; from += portion) {
    const some = ids.slice(from, from + portion);
    const histories = await listEventsOf(trx, some);
    const appeals = await listAppeals(trx, jurisdictionId, { ids: some });
    const counted = appeals.map((appeal): CountedFacts => {
      const facts = foldFacts(counting, appeal, histories.get(appeal.id) ?? []);
      return { appeal: { ...appeal, jurisdictionId }, facts };
    });
    await replaceFacts(trx, some, counted);
  }
}

/** Writes anew what reports count of all appeals of a jurisdiction. */
export async function recountAllFacts(
  trx: Trx,
  jurisdictionId: number,
  counting: CountingRules,
): Promise<void> {
  await recountFacts(trx, jurisdictionId, {
    counting,
    ids: await listAppealIds(trx, jurisdictionId, {}, {}),
  });
}

/** Writes what reports count of every appeal, in a file of an older version that has none of it. */
export async function completeFacts(trx: Trx): Promise<void> {
  for (const one of await listJurisdictions(trx))
    await recountAllFacts(trx, one.id, await getCountingRules(trx, one));
}

/** Ids of the appeals that were answered since a moment: what was counted of them in working hours may hold no more. */
export async function listAnsweredSince(trx: Trx, jurisdictionId: number, since: Instant): Promise<number[]> {
  const rows = await trx
    .selectFrom('appealRound')
    .select('appealId')
    .distinct()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('answeredAt', '>=', secondsOf(since))
    .execute();
  return rows.map(({ appealId }) => appealId);
}
