import type { CountingRules } from '../../domain/counting-rules.ts';
import { dueOf, unlessMissing } from '../../domain/counting-rules.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { MovedDue } from '../../domain/calendar-plan.ts';
import { listAppeals, updateDue } from '../../store/appeals.ts';
import { listEvents } from '../../store/appeal-events.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import type { Db, Trx } from '../../store/db.ts';

/**
 * Lists the appeals of a jurisdiction whose due day is another one by a clock than is on record; answered ones too, so that what
 * is listed and what is counted stay one.
 */
export async function listMovedDues(
  db: Db,
  jurisdiction: Jurisdiction,
  counting: CountingRules,
): Promise<(MovedDue & { readonly id: number })[]> {
  const moved: (MovedDue & { readonly id: number })[] = [];
  for (const appeal of await listAppeals(db, jurisdiction.id)) {
    const events = await listEvents(db, appeal.id);
    const after = unlessMissing(() => dueOf(counting, appeal, events), null)?.on ?? null;
    const { id, number, dueOn: before } = appeal;
    if (after !== before) moved.push({ id, number, before, after });
  }
  return moved;
}

/** Counts the due days of a jurisdiction anew, after what they are counted by has changed, and gives those that moved; within a transaction. */
export async function recountDues(trx: Trx, jurisdiction: Jurisdiction): Promise<readonly MovedDue[]> {
  const counting = await getCountingRules(trx, jurisdiction);
  const moved = await listMovedDues(trx, jurisdiction, counting);
  for (const { id, after } of moved) await updateDue(trx, id, after);
  return moved.map(({ number, before, after }) => ({ number, before, after }));
}
