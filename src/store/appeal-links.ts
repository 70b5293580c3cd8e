import type { Db } from './db.ts';
import type { Link } from '../domain/appeal-event.ts';
import { isLink, parseEventData } from './appeal-events.ts';

/** Lists the appeals of which is said how they stand to this one; not those that were taken back. */
export async function listLinksTo(db: Db, jurisdictionId: number, number: string): Promise<Link[]> {
  const rows = await db
    .selectFrom('appealEvent as event')
    .innerJoin('appeal', 'appeal.id', 'event.appealId')
    .select(['appeal.number', 'event.data'])
    .where('appeal.jurisdictionId', '=', jurisdictionId)
    .where(isLink)
    .where('event.data', 'like', `%"number":"${number}"%`)
    .orderBy('event.id')
    .execute();
  const links = new Map<string, Link>();
  for (const row of rows) {
    const { link, unlink = [] } = parseEventData(row.data);
    for (const gone of unlink) if (gone.number === number) links.delete(`${row.number} ${gone.kind}`);
    if (link?.number === number)
      links.set(`${row.number} ${link.kind}`, { kind: link.kind, number: row.number });
  }
  return [...links.values()];
}
