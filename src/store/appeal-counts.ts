import { sql } from 'kysely';
import type { State } from '../domain/appeal.ts';
import { states, unanswered } from '../domain/appeal.ts';
import { usualRules } from '../domain/deadline-presets.ts';
import type { LateSpan } from './appeal-lists.ts';
import type { Db } from './db.ts';
import { asItLies } from './engine/scan.ts';

// Counts are asked unit by unit and state by state: so the engine finds them in its indexes without looking at what it counts.

/** The appeals of a jurisdiction that are in a state; written as the indexes have it. */
function inState(jurisdictionId: number, state: State) {
  return sql`a.jurisdiction_id = ${jurisdictionId} and a.voided = 0 and a.state = ${sql.lit(state)}`;
}

/** How many appeals are in each state. */
export async function countStates(db: Db, jurisdictionId: number): Promise<Partial<Record<State, number>>> {
  const counts: Partial<Record<State, number>> = {};
  for (const state of states) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from appeal as a where ${inState(jurisdictionId, state)}`.execute(db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) counts[state] = count;
  }
  return counts;
}

/** What is overdue of the appeals that one unit leads. */
export interface OverdueCount {
  /** Null for what no unit leads. */
  readonly unitId: number | null;
  readonly count: number;
  /** The earliest due day of them. */
  readonly oldest: string;
}

/** Counts by unit what is still to be answered and was due on a day or earlier. */
export async function countOverdue(db: Db, jurisdictionId: number, until: string): Promise<OverdueCount[]> {
  const counts = new Map<number | null, OverdueCount>();
  for (const state of unanswered) {
    const overdue = (holder: ReturnType<typeof sql>) =>
      sql`from appeal as a where ${inState(jurisdictionId, state)} and a.holder_id ${holder} and a.due_on <= ${until}`;
    const { rows } = await sql<{ unitId: number | null; count: number; oldest: string | null }>`
      select u.id as unit_id, (select count(*) ${overdue(sql`= u.id`)}) as count, (select min(a.due_on) ${overdue(sql`= u.id`)}) as oldest
        from unit as u where u.jurisdiction_id = ${jurisdictionId}
      union all select null, (select count(*) ${overdue(sql`is null`)}), (select min(a.due_on) ${overdue(sql`is null`)})`.execute(
      db,
    );
    for (const { unitId, count, oldest } of rows) {
      if (oldest === null) continue;
      const there = counts.get(unitId) ?? { unitId, count: 0, oldest };
      const first = there.oldest < oldest ? there.oldest : oldest;
      counts.set(unitId, { unitId, count: there.count + count, oldest: first });
    }
  }
  return [...counts.values()];
}

/** Counts by unit what was sent and not accepted in time. */
export async function countLate(
  db: Db,
  jurisdictionId: number,
  spans: readonly LateSpan[],
): Promise<{ readonly unitId: number; readonly count: number }[]> {
  const ofSpan = ({ rules, from, before }: LateSpan) => {
    const late = (deadline: ReturnType<typeof sql>) =>
      sql`(select count(*) from appeal as a where ${inState(jurisdictionId, 'sent')} and a.holder_id = u.id and a.deadline ${deadline}
        and a.sent_since >= ${from} and a.sent_since < ${before})`;
    // Appeals of an older version say nothing of their rules: those of Shandong.
    const own = late(sql`= ${rules}`);
    return rules === usualRules ? sql`${own} + ${late(sql`is null`)}` : own;
  };
  if (spans.length === 0) return [];
  const { rows } = await sql<{ unitId: number; count: number }>`
    select u.id as unit_id, ${sql.join(spans.map(ofSpan), sql` + `)} as count
      from unit as u where u.jurisdiction_id = ${jurisdictionId}`.execute(db);
  return rows.filter(({ count }) => count > 0);
}

/** Counts what was sent and waits for the transfer desk though it is not late: returned, with a unit that has ended, without a due day. */
export async function countSentWaiting(
  db: Db,
  jurisdictionId: number,
  spans: readonly LateSpan[],
): Promise<number> {
  const lateIn = spans.map(
    ({ rules, from, before }) =>
      sql`coalesce(a.deadline, ${usualRules}) = ${rules} and a.sent_since >= ${from} and a.sent_since < ${before}`,
  );
  const isLate = lateIn.length === 0 ? sql`0` : sql.join(lateIn, sql` or `);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from appeal as a where ${inState(jurisdictionId, 'sent')}
      and (a.return_pending = 1 or a.due_on is null or a.holder_id in (select id from unit where until_day is not null))
      and not (${isLate})`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Counts what is still to be answered and due between two days, or has no due day, or stands before all others. */
export async function countOpen(
  db: Db,
  jurisdictionId: number,
  soon: { readonly from: string; readonly until: string } | null,
): Promise<{
  readonly dueSoon: number | null;
  readonly withoutDue: number;
  readonly urgent: number;
  readonly escalated: number;
}> {
  const count = async (narrow: ReturnType<typeof sql>): Promise<number> => {
    let sum = 0;
    for (const state of unanswered) {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from appeal as a where ${inState(jurisdictionId, state)} and ${narrow}`.execute(
        db,
      );
      sum += rows[0]?.count ?? 0;
    }
    return sum;
  };
  // Unit by unit the engine goes to the days asked for.
  const countDays = async (days: ReturnType<typeof sql>): Promise<number> =>
    (await count(sql`a.holder_id is null and ${days}`)) +
    (await count(sql`a.holder_id in (select id from unit) and ${days}`));
  return {
    dueSoon:
      soon === null ? null : await countDays(sql`a.due_on >= ${soon.from} and a.due_on <= ${soon.until}`),
    withoutDue: await countDays(sql`a.due_on is null`),
    // Written as their indexes are.
    urgent: await countFew(db, jurisdictionId, sql`a.priority = 'urgent'`),
    escalated: await countFew(db, jurisdictionId, sql`a.reworks >= 3`),
  };
}

/** Counts what is still to be answered and has an index of its own, of few: with a plus the engine is kept from those of many. */
async function countFew(db: Db, jurisdictionId: number, which: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from appeal as a where ${which} and +a.jurisdiction_id = ${jurisdictionId} and +a.voided = 0
      and ${asItLies(db, 'a.state')} in (${sql.join(unanswered.map((state) => sql.lit(state)))})`.execute(db);
  return rows[0]?.count ?? 0;
}
