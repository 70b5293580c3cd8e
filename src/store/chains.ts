import { sql } from 'kysely';
import type { Action, EventData } from '../domain/appeal-event.ts';
import type { Instant } from '../domain/time.ts';
import { parseEventData } from './appeal-events.ts';
import type { Db } from './db.ts';
import { asItLies, holdsText } from './engine/scan.ts';

/** The appeals a report is of: those received in a span of time, its end not included, and that a unit has led at some time if one is named. */
export interface ReportScope {
  readonly from: Instant;
  readonly until: Instant;
  readonly unitId?: number | undefined;
  /** Only appeals of these matters, kinds and channels, and that one of these units has led at some time. */
  readonly matters?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly unitIds?: readonly number[] | undefined;
}

/** What appeals a report counts; void ones never. The table is read as it lies: by an index the engine would go to most of it row by row. */
function inScope(db: Db, jurisdictionId: number, scope: ReportScope) {
  const { from, until, unitId, unitIds, matters, kinds, channels } = scope;
  const ledBy = (ids: readonly number[] | undefined) =>
    ids === undefined
      ? sql``
      : sql`and exists (select 1 from appeal_party as led where led.appeal_id = a.id and led.unit_id in (${sql.join(ids)}) and led."role" = 'lead')`;
  const among = (column: string, values: readonly string[] | undefined) =>
    values === undefined ? sql`` : sql`and a.${sql.raw(column)} in (${sql.join(values)})`;
  const about = sql`${among('matter', matters)} ${among('kind', kinds)} ${among('channel', channels)}`;
  const [place, voided, at] = ['a.jurisdiction_id', 'a.voided', 'a.received_at'].map((column) =>
    asItLies(db, column),
  );
  return sql`${place} = ${jurisdictionId} and ${voided} = 0 and ${at} >= ${from} and ${at} < ${until} ${ledBy(unitId === undefined ? undefined : [unitId])} ${ledBy(unitIds)} ${about}`;
}

/** How many appeals one unit alone has led, by the unit, their matter, and whether they are closed. */
export interface StraightCount {
  readonly holderId: number | null;
  readonly matter: string | null;
  readonly isClosed: boolean;
  readonly count: number;
}

/** Counts the appeals of which there was no more than the first hand-over. */
export async function countStraight(
  db: Db,
  jurisdictionId: number,
  scope: ReportScope,
): Promise<StraightCount[]> {
  const { rows } = await sql<{
    holderId: number | null;
    matter: string | null;
    isClosed: number;
    count: number;
  }>`
    select a.holder_id as holder_id, a.matter as matter, a.state = 'closed' as is_closed, count(*) as count from appeal as a
      where ${inScope(db, jurisdictionId, scope)} and a.hop_count = 1 group by 1, 2, 3`.execute(db);
  return rows.map((row) => ({ ...row, isClosed: row.isClosed === 1 }));
}

/** Lists them, in the order in which they came in; only closed ones where that is asked for. */
export async function listStraight(
  db: Db,
  jurisdictionId: number,
  scope: ReportScope,
  { isClosed }: { readonly isClosed: boolean },
): Promise<{ readonly id: number; readonly holderId: number | null; readonly matter: string | null }[]> {
  const { rows } = await sql<{ id: number; holderId: number | null; matter: string | null }>`
    select a.id as id, a.holder_id as holder_id, a.matter as matter from appeal as a
      where ${inScope(db, jurisdictionId, scope)} and a.hop_count = 1 ${isClosed ? sql`and a.state = 'closed'` : sql``}
      order by a.received_at, a.id`.execute(db);
  return rows;
}

/** A stay of an appeal that was handed on, with what the appeal is. */
export interface StayRow {
  readonly appealId: number;
  readonly unitId: number;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly matter: string | null;
  readonly holderId: number | null;
  readonly isClosed: boolean;
}

/** Lists the stays of the appeals that were handed on, in the order in which they were recorded, each in its own. */
export async function listStays(db: Db, jurisdictionId: number, scope: ReportScope): Promise<StayRow[]> {
  const { rows } = await sql<Omit<StayRow, 'isClosed'> & { id: number; isClosed: number }>`
    select p.id as id, a.id as appeal_id, p.unit_id as unit_id, p.since as since, p.until as until, a.matter as matter, a.holder_id as holder_id,
           a.state = 'closed' as is_closed
      from appeal as a join appeal_party as p on p.appeal_id = a.id and p."role" = 'lead'
      where ${inScope(db, jurisdictionId, scope)} and a.hop_count > 1`.execute(db);
  // Sorted here: the engine would write so many rows out to do it.
  return rows
    .sort((a, b) => a.appealId - b.appealId || (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id - b.id))
    .map(({ id: _id, ...row }) => ({ ...row, isClosed: row.isClosed === 1 }));
}

/** An event by which a hand-over was more than one: recalled, decided, or one that this tool would not have made. */
export interface MarkedEvent {
  readonly appealId: number;
  readonly seq: number;
  readonly at: Instant;
  readonly action: Action;
  readonly fromId: number | null;
  readonly toId: number | null;
  readonly data: EventData;
}

/** Lists such events of the appeals that were handed on, and those that take events back. */
export async function listMarkedEvents(
  db: Db,
  jurisdictionId: number,
  scope: ReportScope,
): Promise<MarkedEvent[]> {
  const { rows } = await sql<Omit<MarkedEvent, 'data'> & { data: string }>`
    select e.appeal_id as appeal_id, e.seq as seq, e.at as at, e.action as action, e.from_unit_id as from_id, e.to_unit_id as to_id, e.data as data
      from appeal as a join appeal_event as e on e.appeal_id = a.id
      where ${inScope(db, jurisdictionId, scope)} and a.hop_count > 1
        and (e.action in ('recall', 'decide', 'undo') or (e.action = 'transfer' and ${holdsText(db, sql`e.data`, '"wouldRefuse"')}))
      order by a.id, e.seq`.execute(db);
  return rows.map(({ data, ...row }) => ({ ...row, data: parseEventData(data) }));
}
