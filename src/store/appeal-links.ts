import type { Db } from './db.ts';
import type { Link } from '../domain/appeal-event.ts';
import { parseEventData } from './appeal-events.ts';

/** Lists the appeals of which was said how they stand to this one. */
export async function listLinksTo(db: Db, jurisdictionId: number, number: string): Promise<Link[]> {
  const rows = await db
    .selectFrom('appealEvent as event')
    .innerJoin('appeal', 'appeal.id', 'event.appealId')
    .select(['appeal.number', 'event.data'])
    .where('appeal.jurisdictionId', '=', jurisdictionId)
    .where('event.action', '=', 'link')
    .where('event.data', 'like', `%"number":"${number}"%`)
    .orderBy('event.id')
    .execute();
  return rows.flatMap((row) => {
    const { link } = parseEventData(row.data);
    return link === undefined ? [] : [{ kind: link.kind, number: row.number }];
  });
}
