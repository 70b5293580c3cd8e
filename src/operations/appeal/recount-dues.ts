import type { CountingRules } from '../../domain/counting-rules.ts';
import { dueOf, unlessMissing } from '../../domain/counting-rules.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { MovedDue } from '../../domain/calendar-plan.ts';
import { findLateness } from '../../domain/calendar-plan.ts';
import { answeredAt } from '../../domain/course.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import { updateDue } from '../../store/appeals.ts';
import { listAppealIds, listAppeals } from '../../store/appeal-lists.ts';
import { listEventsOf } from '../../store/appeal-events.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import type { Db, Trx } from '../../store/db.ts';

/** Appeals that are counted in one go. */
const portion = 500;

/**
 * Lists the appeals of a jurisdiction whose due day is another one by a clock than is on record; answered ones too, so that what
 * is listed and what is counted stay one.
 */
export async function listMovedDues(
  db: Db,
  jurisdiction: Jurisdiction,
  { counting, now }: { readonly counting: CountingRules; readonly now: Instant },
): Promise<(MovedDue & { readonly id: number })[]> {
  const moved: (MovedDue & { readonly id: number })[] = [];
  const ids = await listAppealIds(db, jurisdiction.id, {}, {});
  for (let from = 0; from < ids.length; from += portion) {
    const some = ids.slice(from, from + portion);
    const histories = await listEventsOf(db, some);
    for (const appeal of await listAppeals(db, jurisdiction.id, { ids: some })) {
      const events = histories.get(appeal.id) ?? [];
      const after = unlessMissing(() => dueOf(counting, appeal, events), null)?.on ?? null;
      const { id, number, dueOn: before } = appeal;
      if (after === before) continue;
      const day = localDay(answeredAt(events) ?? now, counting.timeZone);
      moved.push({ id, number, before, after, becomes: findLateness(before, after, day) });
    }
  }
  return moved;
}

/** Counts the due days of a jurisdiction anew, after what they are counted by has changed, and gives those that moved; within a transaction. What reports count is for who calls. */
export async function recountDues(
  trx: Trx,
  jurisdiction: Jurisdiction,
  now: Instant,
): Promise<readonly MovedDue[]> {
  const counting = await getCountingRules(trx, jurisdiction);
  const moved = await listMovedDues(trx, jurisdiction, { counting, now });
  for (const { id, after } of moved) await updateDue(trx, id, after);
  return moved.map(({ id: _id, ...one }) => one);
}
