import { sql } from 'kysely';
import type { Channel } from '../domain/volume.ts';
import type { Instant } from '../domain/time.ts';
import type { Db } from './db.ts';

/** The appeals of a year: from when on they were received, and the moment as of which they count, its end or now. */
export interface TallySpan {
  readonly since: Instant;
  readonly asOf: Instant;
}

/** The appeals that were received by then, void ones aside. */
function receivedIn(jurisdictionId: number, { since, asOf }: TallySpan) {
  return sql`a.jurisdiction_id = ${jurisdictionId} and a.voided = 0 and a.received_at >= ${since} and a.received_at <= ${asOf}`;
}

/** What counts: neither void, nor a duplicate, nor withdrawn. */
function counting(jurisdictionId: number, span: TallySpan) {
  return sql`${receivedIn(jurisdictionId, span)}
    and not (a.state = 'closed' and coalesce(a.outcome, '') in ('duplicate', 'withdrawn'))`;
}

/** Whether nothing has moved an appeal since the moment as of which it counts: its row says who held it then. */
const isSettled = ({ asOf }: TallySpan) => sql`coalesce(a.standing_since, a.received_at) <= ${asOf}`;

/** How many appeals count for each unit, by channel, of those that stand as they stood; null for what no unit held. */
export async function countSettled(
  db: Db,
  jurisdictionId: number,
  span: TallySpan,
): Promise<{ readonly unitId: number | null; readonly channel: Channel; readonly count: number }[]> {
  const { rows } = await sql<{ unitId: number | null; channel: Channel; count: number }>`
    select a.holder_id as unit_id, a.channel as channel, count(*) as count from appeal as a
      where ${counting(jurisdictionId, span)} and ${isSettled(span)} group by a.holder_id, a.channel`.execute(
    db,
  );
  return rows;
}

/** The appeals that count and that were moved since: their history tells who held them. */
export async function listMovedSince(
  db: Db,
  jurisdictionId: number,
  span: TallySpan,
): Promise<{ readonly id: number; readonly channel: Channel }[]> {
  const { rows } = await sql<{ id: number; channel: Channel }>`
    select a.id as id, a.channel as channel from appeal as a
      where ${counting(jurisdictionId, span)} and not ${isSettled(span)} order by a.id`.execute(db);
  return rows;
}

/** The ids of the appeals that count for a unit, of those that stand as they stood, in the order in which they came in. */
export async function listSettledIds(
  db: Db,
  jurisdictionId: number,
  span: TallySpan,
  of: { readonly unitId: number; readonly channel: Channel | undefined },
): Promise<number[]> {
  const inChannel = of.channel === undefined ? sql`` : sql`and a.channel = ${of.channel}`;
  const { rows } = await sql<{ id: number }>`
    select a.id as id from appeal as a where ${counting(jurisdictionId, span)} and ${isSettled(span)}
      and a.holder_id = ${of.unitId} ${inChannel} order by a.received_at, a.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many appeals of a year do not count, because they are duplicates or were withdrawn. */
export async function countLeftOut(
  db: Db,
  jurisdictionId: number,
  span: TallySpan,
): Promise<{ readonly duplicate: number; readonly withdrawn: number }> {
  const { rows } = await sql<{ outcome: string; count: number }>`
    select a.outcome as outcome, count(*) as count from appeal as a
      where ${receivedIn(jurisdictionId, span)} and a.state = 'closed' and a.outcome in ('duplicate', 'withdrawn') group by a.outcome`.execute(
    db,
  );
  const countOf = (outcome: string): number => rows.find((row) => row.outcome === outcome)?.count ?? 0;
  return { duplicate: countOf('duplicate'), withdrawn: countOf('withdrawn') };
}

/** In how many appeals that count each unit has assisted. */
export async function countAssisted(
  db: Db,
  jurisdictionId: number,
  span: TallySpan,
): Promise<{ readonly unitId: number; readonly count: number }[]> {
  const { rows } = await sql<{ unitId: number; count: number }>`
    select p.unit_id as unit_id, count(distinct p.appeal_id) as count from appeal_party as p join appeal as a on a.id = p.appeal_id
      where "role" = 'assist' and ${counting(jurisdictionId, span)} group by p.unit_id`.execute(db);
  return rows;
}
