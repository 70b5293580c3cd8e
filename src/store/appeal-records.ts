import type { State } from '../domain/appeal.ts';
import type { Party } from '../domain/appeal-parties.ts';
import type { CourseEvent } from '../domain/appeal-event.ts';
import type { DeadlineFacts } from '../domain/deadline.ts';
import { toEvent, selectEvents } from './appeal-events.ts';
import type { Db } from './db.ts';
import { recordReading } from './engine/personal.ts';

/** An event with everything its digest covers. */
export interface EventRecord {
  readonly event: CourseEvent;
  readonly fromUnitId: number | null;
  readonly toUnitId: number | null;
  readonly rulingId: number | null;
  /** What it says, as it is written. */
  readonly data: string;
  readonly digest: string;
}

/** An appeal with all that is kept of it, as it stands in the tables. */
export interface AppealRecord extends DeadlineFacts {
  readonly id: number;
  readonly jurisdictionId: number;
  readonly number: string;
  readonly receivedAt: string;
  readonly state: State;
  readonly outcome: string | null;
  readonly holderId: number | null;
  readonly hopCount: number;
  readonly returnPending: number;
  readonly voided: number;
  readonly reworks: number;
  readonly dueOn: string | null;
  readonly place: string | null;
  readonly externalNumber: string | null;
  readonly matter: string | null;
  readonly confidential: number;
  readonly year: number;
  readonly serial: number;
  readonly standingSince: string | null;
  readonly sentSince: string | null;
  readonly deadline: string | null;
  readonly purgedOn: string | null;
  readonly events: readonly EventRecord[];
  readonly texts: readonly {
    readonly eventSeq: number | null;
    readonly field: string;
    readonly text: string;
    readonly salt: string;
  }[];
  /** Who led and who assisted, then and now, by the parties on record. */
  readonly parties: readonly Party[];
  /** Digits by which its phones are found. */
  readonly phones: readonly string[];
}

/** Reads appeals with all that is kept of them, in their order, after one; so many at most. */
export async function listAppealRecords(db: Db, after: number, limit: number): Promise<AppealRecord[]> {
  const appeals = await db
    .selectFrom('appeal')
    .select([
      'id', 'jurisdictionId', 'number', 'receivedAt', 'state', 'outcome', 'holderId', 'hopCount', 'returnPending', 'voided', 'reworks', 'dueOn',
      'place', 'externalNumber', 'kind', 'channel', 'priority', 'matter', 'confidential', 'year', 'serial', 'standingSince', 'sentSince', 'deadline', 'purgedOn',
    ])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute(); // prettier-ignore
  const ids = appeals.map(({ id }) => id);
  if (ids.length === 0) return [];
  await recordReading(db, { appeals: ids });
  const events = gather(
    await selectEvents(db)
      .select(['event.appealId', 'event.digest', 'event.fromUnitId', 'event.toUnitId', 'event.rulingId'])
      .where('event.appealId', 'in', ids)
      .orderBy('event.appealId')
      .orderBy('event.seq')
      .execute(),
  ); // prettier-ignore
  const texts = gather(
    await db
      .selectFrom('personalText')
      .select(['appealId', 'eventSeq', 'field', 'text', 'salt'])
      .where('appealId', 'in', ids)
      .orderBy('id')
      .execute(),
  );
  const parties = gather(
    await db
      .selectFrom('appealParty')
      .select(['appealId', 'unitId', 'role', 'office', 'since', 'until'])
      .where('appealId', 'in', ids)
      .orderBy('id')
      .execute(),
  );
  const phones = gather(
    await db.selectFrom('appealPhone').select(['appealId', 'digits']).where('appealId', 'in', ids).execute(),
  );
  return appeals.map(({ priority, ...appeal }) => {
    return {
      ...appeal,
      priority: priority === 'urgent' ? 'urgent' : 'normal',
      events: (events.get(appeal.id) ?? []).map((row) => ({
        event: toEvent(row),
        fromUnitId: row.fromUnitId,
        toUnitId: row.toUnitId,
        rulingId: row.rulingId,
        data: row.data,
        digest: row.digest,
      })),
      texts: texts.get(appeal.id) ?? [],
      parties: parties.get(appeal.id) ?? [],
      phones: (phones.get(appeal.id) ?? []).map(({ digits }) => digits),
    };
  });
}

function gather<Row extends { readonly appealId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const gathered = new Map<number, Row[]>();
  for (const row of rows) {
    const there = gathered.get(row.appealId);
    if (there === undefined) gathered.set(row.appealId, [row]);
    else there.push(row);
  }
  return gathered;
}
