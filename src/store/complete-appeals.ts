import { dueOf, rulesCodeOf, unlessMissing } from '../domain/counting-rules.ts';
import { sentSince } from '../domain/stops.ts';
import { usualRules } from '../domain/deadline-presets.ts';
import { phoneKeys } from '../domain/phone.ts';
import { updateTimeFields } from './appeals.ts';
import { insertPhones } from './appeal-phones.ts';
import { listPersonalFields } from './plain-texts.ts';
import { listEvents } from './appeal-events.ts';
import { indexAppeals } from './search-index.ts';
import { getCountingRules } from './counting-rules.ts';
import type { Trx } from './db.ts';

/** Appeals that are completed in one go. */
const portion = 500;

/**
 * Writes what appeals of an older version lack: words and phones by which they are found, and their due days. Within a
 * transaction; what is done is no longer pending.
 */
export async function completeAppeals(trx: Trx): Promise<void> {
  for (;;) {
    const pending = await trx
      .selectFrom('appealPending as pending')
      .innerJoin('appeal', 'appeal.id', 'pending.appealId')
      .innerJoin('jurisdiction as j', 'j.id', 'appeal.jurisdictionId')
      .select([
        'appeal.id',
        'appeal.kind',
        'appeal.channel',
        'appeal.priority',
        'j.id as jurisdictionId',
        'j.timeZone',
        'j.areaCode',
        'j.workHours',
      ])
      .orderBy('j.id')
      .orderBy('appeal.id')
      .limit(portion)
      .execute();
    const [first] = pending;
    if (first === undefined) return;
    const { jurisdictionId, timeZone, areaCode, workHours } = first;
    const counting = await getCountingRules(trx, { id: jurisdictionId, timeZone, workHours });
    const ours = pending.filter((one) => one.jurisdictionId === jurisdictionId);
    const ids = ours.map(({ id }) => id);
    const personal = await listPersonalFields(trx, ids);
    for (const { id, kind, channel } of ours) {
      const events = await listEvents(trx, id);
      const due = unlessMissing(() => dueOf(counting, { kind, channel, priority: 'normal' }, events), null);
      const [first] = events;
      await updateTimeFields(trx, id, {
        dueOn: due?.on ?? null,
        deadline: first === undefined ? usualRules : rulesCodeOf(first),
        sentSince: sentSince(events),
      });
      const phones = [personal.get(id), ...(personal.get(id)?.former ?? [])];
      await insertPhones(
        trx,
        id,
        phones.flatMap((one) => (one?.phone == null ? [] : phoneKeys(one.phone, areaCode))),
      );
    }
    await indexAppeals(trx, ids);
    await trx.deleteFrom('appealPending').where('appealId', 'in', ids).execute();
  }
}
