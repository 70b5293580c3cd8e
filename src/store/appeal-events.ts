import type { SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Db, Trx } from './db.ts';
import type { CourseEvent, EventData, UnitRef } from '../domain/appeal-event.ts';
import { eventsInForce, isSuccession } from '../domain/appeal-event.ts';

/** An event by which an appeal was linked to another; written as the index of them is. */
export const isLink = sql<SqlBool>`"event"."action" = 'link'`;

/** Events with the units and rulings they name. */
export function selectEvents(db: Db) {
  return db
    .selectFrom('appealEvent as event')
    .leftJoin('unit as fromUnit', 'fromUnit.id', 'event.fromUnitId')
    .leftJoin('unit as toUnit', 'toUnit.id', 'event.toUnitId')
    .leftJoin('ruling', 'ruling.id', 'event.rulingId')
    .leftJoin('unit as lead', 'lead.id', 'ruling.leadId')
    .select([
      'event.seq',
      'event.at',
      'event.recordedAt',
      'event.by',
      'event.action',
      'event.reason',
      'event.data',
      'fromUnit.id as fromId',
      'fromUnit.code as fromCode',
      'fromUnit.name as fromName',
      'toUnit.id as toId',
      'toUnit.code as toCode',
      'toUnit.name as toName',
      'ruling.number as ruling',
      'lead.id as leadId',
      'lead.code as leadCode',
      'lead.name as leadName',
    ]);
}

/** Lists the history of an appeal, oldest first. */
export async function listEvents(db: Db, appealId: number): Promise<CourseEvent[]> {
  const rows = await selectEvents(db).where('event.appealId', '=', appealId).orderBy('event.seq').execute();
  return rows.map(toEvent);
}

/** Lists the histories of several appeals, each oldest first, by the ids of the appeals. */
export async function listEventsOf(
  db: Db,
  appealIds: readonly number[],
): Promise<ReadonlyMap<number, readonly CourseEvent[]>> {
  const rows = await selectEvents(db)
    .select('event.appealId')
    .where('event.appealId', 'in', appealIds)
    .orderBy('event.appealId')
    .orderBy('event.seq')
    .execute();
  const events = new Map<number, CourseEvent[]>(appealIds.map((id) => [id, []]));
  for (const row of rows) events.get(row.appealId)?.push(toEvent(row));
  return events;
}

/** The imports that told the events of an appeal, by the number of each event. */
export async function listEventBatches(
  db: Db,
  appealId: number,
): Promise<
  ReadonlyMap<number, { readonly number: number; readonly file: string; readonly tab: string | null }>
> {
  const rows = await db
    .selectFrom('appealEvent as event')
    .innerJoin('batch', 'batch.operationId', 'event.operationId')
    .select(['event.seq', 'batch.number', 'batch.file', 'batch.tab'])
    .where('event.appealId', '=', appealId)
    .where('batch.kind', '!=', 'undo')
    .execute();
  return new Map(rows.map(({ seq, ...batch }) => [seq, batch]));
}

/** Acts that make the course of an appeal: who leads it, and what became of it. */
const courseActs = [
  'transfer', 'recall', 'accept', 'return', 'decide', 'rule', 'assist', 'reply', 'callback', 'review', 'close', 'reopen',
] as const satisfies readonly CourseEvent['action'][]; // prettier-ignore

/**
 * Those of some appeals whose course was recorded here, by their ids: something was done that no import told. What followed from the end of a
 * unit is no act of anybody's; what was undone is none any more.
 */
export async function listOwnActs(db: Db, appealIds: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await selectEvents(db)
    .select('event.appealId')
    .where('event.appealId', 'in', appealIds)
    .where('event.action', 'in', [...courseActs, 'undo'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('batch')
            .select('batch.id')
            .whereRef('batch.operationId', '=', 'event.operationId')
            .where('batch.kind', '!=', 'undo'),
        ),
      ),
    )
    .orderBy('event.appealId')
    .orderBy('event.seq')
    .execute();
  const own = new Set<number>();
  for (const [id, events] of Map.groupBy(rows, ({ appealId }) => appealId)) {
    const acts = eventsInForce(events.map(toEvent)).filter(({ action }) => action !== 'undo');
    if (acts.some((event) => event.data.source === undefined && !isSuccession(event))) own.add(id);
  }
  return own;
}

/** A row of an event with the units it names. */
export interface EventRow {
  readonly seq: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly action: CourseEvent['action'];
  readonly reason: CourseEvent['reason'];
  readonly data: string;
  readonly fromId: number | null;
  readonly fromCode: string | null;
  readonly fromName: string | null;
  readonly toId: number | null;
  readonly toCode: string | null;
  readonly toName: string | null;
  readonly ruling: number | null;
  readonly leadId: number | null;
  readonly leadCode: string | null;
  readonly leadName: string | null;
}

/** Reads the row of an event. */
export function toEvent(row: EventRow): CourseEvent {
  return {
    seq: row.seq,
    at: row.at,
    recordedAt: row.recordedAt,
    by: row.by,
    action: row.action,
    reason: row.reason,
    ruling: row.ruling,
    lead: unitRef(row.leadId, row.leadCode, row.leadName),
    from: unitRef(row.fromId, row.fromCode, row.fromName),
    to: unitRef(row.toId, row.toCode, row.toName),
    data: parseEventData(row.data),
  };
}

/** What an event says, from the text it is kept as. */
export function parseEventData(json: string): EventData {
  const { texts: _texts, ...data } = JSON.parse(json) as EventData & { readonly texts?: unknown };
  return data;
}

function unitRef(id: number | null, code: string | null, name: string | null): UnitRef | null {
  return id === null || code === null || name === null ? null : { id, code, name };
}

/** The row of an event, its number in the table aside. */
export interface NewEvent {
  readonly appealId: number;
  readonly seq: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly action: CourseEvent['action'];
  readonly fromUnitId: number | null;
  readonly toUnitId: number | null;
  readonly reason: CourseEvent['reason'];
  readonly rulingId: number | null;
  readonly data: string;
  readonly digest: string;
  readonly operationId: number;
}

export async function insertEvent(trx: Trx, event: NewEvent): Promise<void> {
  await trx.insertInto('appealEvent').values(event).execute();
}
