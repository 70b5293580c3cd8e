import { sql } from 'kysely';
import type { Db } from './db.ts';

/** The matters of closed appeals, each once. */
export async function listClosedMatters(db: Db, jurisdictionId: number): Promise<string[]> {
  // One step of the index for each matter, not one for each appeal.
  const closed = sql`from appeal where jurisdiction_id = ${jurisdictionId} and state = 'closed' and voided = 0`;
  const { rows } = await sql<{ matter: string | null }>`
    with recursive found(matter) as (
      select min(matter) ${closed}
      union all
      select (select min(matter) ${closed} and matter > found.matter) from found where found.matter is not null
    ) select matter from found where matter is not null`.execute(db);
  return rows.flatMap(({ matter }) => matter ?? []);
}

/** How many closed appeals of some matters ended with each unit, most first; duplicates, withdrawn and declined ones aside. */
export async function countFinalUnits(
  db: Db,
  jurisdictionId: number,
  matters: readonly string[],
): Promise<{ readonly unitId: number; readonly count: number }[]> {
  if (matters.length === 0) return [];
  const { rows } = await sql<{ unitId: number; count: number }>`
    select holder_id as unit_id, count(*) as count from appeal
      where jurisdiction_id = ${jurisdictionId} and state = 'closed' and voided = 0 and matter in (${sql.join(matters)})
        and holder_id is not null and coalesce(outcome, '') not in ('duplicate', 'withdrawn', 'declined')
      group by holder_id order by count desc, holder_id`.execute(db);
  return rows;
}
