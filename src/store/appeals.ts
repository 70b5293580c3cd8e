import { sql } from 'kysely';
import type { Db } from './db.ts';
import type { Appeal, Kind, Outcome, PersonalFields, State, Priority } from '../domain/appeal.ts';
import type { CourseEvent, EventData, Link, UnitRef } from '../domain/course.ts';
import type { Day } from '../domain/time.ts';
import type { Channel } from '../domain/volume.ts';
import { usualRules } from '../domain/deadline-presets.ts';
import { AppError } from '../errors.ts';

function select(db: Db, jurisdictionId: number) {
  return db
    .selectFrom('appeal')
    .leftJoin('unit', 'unit.id', 'appeal.holderId')
    .select([
      'appeal.id',
      'appeal.number',
      'appeal.externalNumber',
      'appeal.kind',
      'appeal.channel',
      'appeal.matter',
      'appeal.place',
      'appeal.confidential',
      'appeal.receivedAt',
      'appeal.state',
      'appeal.hopCount',
      'appeal.returnPending',
      'appeal.standingSince',
      'appeal.priority',
      'appeal.dueOn',
      'appeal.deadline',
      'appeal.sentSince',
      'appeal.purgedOn',
      'unit.id as holderId',
      'unit.code as holderCode',
      'unit.name as holderName',
      'unit.untilDay as holderUntil',
    ])
    .where('appeal.jurisdictionId', '=', jurisdictionId);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function read(row: Row): Appeal {
  const {
    holderId,
    holderCode,
    holderName,
    holderUntil,
    confidential,
    returnPending,
    standingSince,
    priority,
    deadline,
    ...rest
  } = row;
  const holder =
    holderId === null || holderCode === null || holderName === null
      ? null
      : { id: holderId, code: holderCode, name: holderName, until: holderUntil };
  return {
    ...rest,
    confidential: confidential === 1,
    priority: priority === 'urgent' ? 'urgent' : 'normal',
    deadline: deadline ?? usualRules,
    returnPending: returnPending === 1,
    standingSince: standingSince ?? rest.receivedAt,
    holder,
  };
}

/** Which appeals a list is of; what is not said does not limit it. */
export interface AppealFilter {
  readonly states?: readonly State[] | undefined;
  readonly kind?: Kind | undefined;
  /** The unit that leads, or assists, or either. */
  readonly unit?: { readonly id: number; readonly as: 'lead' | 'assist' | 'any' } | undefined;
  /** Received from this instant on, and before that one. */
  readonly since?: string | undefined;
  readonly before?: string | undefined;
  readonly hopsFrom?: number | undefined;
  /** Due on this day or later, and on that day or earlier. */
  readonly dueFrom?: string | undefined;
  readonly dueUntil?: string | undefined;
  readonly ids?: readonly number[] | undefined;
}

/** Lists appeals in the order in which they came in. */
export async function listAppeals(
  db: Db,
  jurisdictionId: number,
  filter: AppealFilter = {},
): Promise<Appeal[]> {
  const { states, kind, unit, since, before, hopsFrom, dueFrom, dueUntil, ids } = filter;
  let query = select(db, jurisdictionId);
  if (states !== undefined) query = query.where('appeal.state', 'in', states);
  if (kind !== undefined) query = query.where('appeal.kind', '=', kind);
  if (since !== undefined) query = query.where('appeal.receivedAt', '>=', since);
  if (before !== undefined) query = query.where('appeal.receivedAt', '<', before);
  if (dueFrom !== undefined) query = query.where('appeal.dueOn', '>=', dueFrom);
  if (dueUntil !== undefined) query = query.where('appeal.dueOn', '<=', dueUntil);
  if (ids !== undefined) query = query.where('appeal.id', 'in', ids);
  if (hopsFrom !== undefined) query = query.where('appeal.hopCount', '>=', hopsFrom);
  if (unit !== undefined) {
    const { id, as } = unit;
    query = query.where((eb) => {
      const assists = eb.exists(
        eb
          .selectFrom('appealParty as party')
          .select('party.id')
          .whereRef('party.appealId', '=', 'appeal.id')
          .where('party.unitId', '=', id)
          .where('party.role', '=', 'assist')
          .where('party.until', 'is', null),
      );
      if (as === 'assist') return assists;
      const leads = eb('appeal.holderId', '=', id);
      return as === 'lead' ? leads : eb.or([leads, assists]);
    });
  }
  return (await query.orderBy('appeal.receivedAt').orderBy('appeal.id').execute()).map(read);
}

/** Gets an appeal by its own number or the number it has elsewhere. */
export async function getAppeal(db: Db, jurisdictionId: number, number: string): Promise<Appeal> {
  const wanted = number.normalize('NFKC').trim();
  const rows = await select(db, jurisdictionId)
    .where((eb) => eb.or([eb('appeal.number', '=', wanted), eb('appeal.externalNumber', '=', wanted)]))
    .execute();
  const row = rows.find((one) => one.number === wanted) ?? rows[0];
  if (row === undefined) throw new AppError('appeal-not-found', { number });
  return read(row);
}

/** How many appeals are in each state. */
export async function countAppeals(db: Db, jurisdictionId: number): Promise<Partial<Record<State, number>>> {
  const rows = await db
    .selectFrom('appeal')
    .select(({ fn }) => ['state' as const, fn.countAll<number>().as('count')])
    .where('jurisdictionId', '=', jurisdictionId)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** How many appeals in these states are due between two days, both included. */
export async function countDueBetween(
  db: Db,
  jurisdictionId: number,
  states: readonly State[],
  from: Day,
  until: Day,
): Promise<number> {
  const { count } = await db
    .selectFrom('appeal')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', 'in', states)
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', until)
    .executeTakeFirstOrThrow();
  return count;
}

/** Since when each appeal that is sent and not accepted is with its unit, and under which rules it was received. */
export async function listSentSince(
  db: Db,
  jurisdictionId: number,
): Promise<{ readonly state: 'sent'; readonly sentSince: string | null; readonly deadline: string }[]> {
  const rows = await db
    .selectFrom('appeal')
    .select(['sentSince', 'deadline'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', '=', 'sent')
    .execute();
  return rows.map(({ sentSince, deadline }) => ({
    state: 'sent',
    sentSince,
    deadline: deadline ?? usualRules,
  }));
}

/** The next number of a year, counted within the transaction that writes it. */
export async function nextSerial(db: Db, jurisdictionId: number, year: number): Promise<number> {
  const { max } = await db
    .selectFrom('appeal')
    .select(({ fn }) => fn.max('serial').as('max'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return ((max as number | null) ?? 0) + 1;
}

export async function findExternalNumber(
  db: Db,
  jurisdictionId: number,
  externalNumber: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('appeal')
    .select('number')
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb.or([eb('externalNumber', '=', externalNumber), eb('number', '=', externalNumber)]))
    .executeTakeFirst();
  return row?.number;
}

/** Lists the external numbers of all appeals: many are looked up faster than one by one. */
export async function listExternalNumbers(db: Db, jurisdictionId: number): Promise<Set<string>> {
  const rows = await db
    .selectFrom('appeal')
    .select('externalNumber')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('externalNumber', 'is not', null)
    .execute();
  return new Set(rows.flatMap((row) => row.externalNumber ?? []));
}

export async function insertAppeal(
  db: Db,
  jurisdictionId: number,
  appeal: {
    readonly year: number;
    readonly serial: number;
    readonly number: string;
    readonly externalNumber: string | null;
    readonly kind: Kind;
    readonly channel: Channel;
    readonly matter: string | null;
    readonly place: string | null;
    readonly confidential: boolean;
    readonly receivedAt: string;
    readonly priority: Priority;
    readonly deadline: string;
  },
): Promise<number> {
  const { id } = await db
    .insertInto('appeal')
    .values({
      ...appeal,
      jurisdictionId,
      confidential: appeal.confidential ? 1 : 0,
      state: 'unassigned',
      standingSince: appeal.receivedAt,
      outcome: null,
      holderId: null,
      dueOn: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes who leads an appeal and where it stands. Expects how it stood; another standing by now is a conflict. */
export async function updateStanding(
  db: Db,
  appeal: Pick<Appeal, 'id' | 'number'>,
  expected: { readonly state: State; readonly holderId: number | null },
  standing: {
    readonly state: State;
    readonly holderId: number | null;
    readonly outcome: Outcome | null;
    readonly hopCount: number;
    readonly returnPending: boolean;
    readonly standingSince: string;
    readonly sentSince: string | null;
  },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('appeal')
    .set({ ...standing, returnPending: standing.returnPending ? 1 : 0 })
    .where('id', '=', appeal.id)
    .where('state', '=', expected.state)
    .where('holderId', expected.holderId === null ? 'is' : '=', expected.holderId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new AppError('conflict', { what: appeal.number });
}

/** Fields of an appeal's own row that can be set right. */
export interface AppealFields {
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly matter?: string;
  readonly place?: string;
  readonly priority?: Priority;
}

export async function updateAppealFields(db: Db, appealId: number, fields: AppealFields): Promise<void> {
  if (Object.keys(fields).length === 0) return;
  await db.updateTable('appeal').set(fields).where('id', '=', appealId).execute();
}

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
  return rows.map(readEvent);
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
export function readEvent(row: EventRow): CourseEvent {
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
    data: readData(row.data),
  };
}

/** What an event says; the digests of its personal texts are for who verifies them. */
function readData(json: string): EventData {
  const { texts: _texts, ...data } = JSON.parse(json) as EventData & { readonly texts?: unknown };
  return data;
}

function unitRef(id: number | null, code: string | null, name: string | null): UnitRef | null {
  return id === null || code === null || name === null ? null : { id, code, name };
}

export async function insertEvent(
  db: Db,
  event: {
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
  },
): Promise<void> {
  await db.insertInto('appealEvent').values(event).execute();
}

/** A personal text as it is kept: apart from what vouches for it. */
export interface NewPersonalText {
  readonly appealId: number;
  /** Null for what belongs to the appeal itself. */
  readonly eventSeq: number | null;
  readonly field: string;
  readonly text: string;
  readonly salt: string;
}

export async function insertPersonalTexts(db: Db, texts: readonly NewPersonalText[]): Promise<void> {
  if (texts.length === 0) return;
  await db
    .insertInto('personalText')
    .values([...texts])
    .execute();
}

/** The personal texts of appeals, by appeal; purged ones are absent. */
export async function listPersonalFields(
  db: Db,
  appealIds: readonly number[],
): Promise<Map<number, PersonalFields>> {
  const fields = new Map<number, PersonalFields>();
  // SQLite and PostgreSQL both bound the number of parameters of one query.
  for (let at = 0; at < appealIds.length; at += 500) {
    const rows = await db
      .selectFrom('personalText')
      .select(['appealId', 'field', 'text'])
      .where('appealId', 'in', appealIds.slice(at, at + 500))
      .where((eb) => eb.or([eb('eventSeq', 'is', null), eb('field', 'like', `${correctedField('')}%`)]))
      .orderBy('id')
      .execute();
    for (const { appealId, field, text } of rows) {
      const there = fields.get(appealId) ?? { caller: null, phone: null, title: '', text: null };
      const name = field.replace(correctedField(''), '');
      const { caller, phone, former = [] } = there;
      const isOther = name !== field && (name === 'caller' || name === 'phone');
      fields.set(appealId, {
        ...there,
        [name]: text,
        ...(isOther ? { former: [...former, { caller, phone }] } : {}),
      });
    }
  }
  return fields;
}

/** Under which name an event keeps a personal field of the appeal that it sets right. */
export function correctedField(field: string): string {
  return `corrected.${field}`;
}

/** Under which name an event keeps what a field was that it sets right. */
export function formerField(field: string): string {
  return `former.${field}`;
}

/** What was written with each event of an appeal, by the event's number; what it set right of the appeal is not among it. */
export async function listEventTexts(
  db: Db,
  appealId: number,
): Promise<Map<number, { readonly field: string; readonly text: string }[]>> {
  const texts = (await listEventTextsOf(db, [appealId])).get(appealId) ?? [];
  return Map.groupBy(texts, ({ seq }) => seq);
}

/** What was written with the events of appeals, by appeal, in its order; what set a field right is not among it. */
export async function listEventTextsOf(
  db: Db,
  appealIds: readonly number[],
): Promise<Map<number, readonly { readonly seq: number; readonly field: string; readonly text: string }[]>> {
  const texts = new Map<number, { seq: number; field: string; text: string }[]>();
  for (let at = 0; at < appealIds.length; at += 500) {
    const rows = await db
      .selectFrom('personalText')
      .select(['appealId', 'eventSeq', 'field', 'text'])
      .where('appealId', 'in', appealIds.slice(at, at + 500))
      .where('eventSeq', 'is not', null)
      .where('field', 'not like', `${correctedField('')}%`)
      .where('field', 'not like', `${formerField('')}%`)
      .orderBy('id')
      .execute();
    for (const { appealId, eventSeq, field, text } of rows) {
      const line = { seq: eventSeq ?? 0, field, text };
      const there = texts.get(appealId);
      if (there === undefined) texts.set(appealId, [line]);
      else there.push(line);
    }
  }
  return texts;
}

/** Writes what an appeal of an older version lacks beside its due day. */
export async function updateClockFields(
  db: Db,
  appealId: number,
  fields: { readonly dueOn: Day | null; readonly deadline: string; readonly sentSince: string | null },
): Promise<void> {
  await db.updateTable('appeal').set(fields).where('id', '=', appealId).execute();
}

/** Moves the due day of an appeal. */
export async function updateDue(db: Db, appealId: number, dueOn: Day | null): Promise<void> {
  await db.updateTable('appeal').set({ dueOn }).where('id', '=', appealId).execute();
}

/** Keeps the digits by which the phones of an appeal are found. */
export async function insertPhones(db: Db, appealId: number, digits: readonly string[]): Promise<void> {
  for (const one of new Set(digits)) {
    await db.insertInto('appealPhone').values({ appealId, digits: one }).execute();
  }
}

/** Numbers, in the tables, of the appeals of a phone. */
export async function listAppealsOfPhone(
  db: Db,
  jurisdictionId: number,
  digits: readonly string[],
): Promise<number[]> {
  if (digits.length === 0) return [];
  const rows = await db
    .selectFrom('appealPhone as phone')
    .innerJoin('appeal', 'appeal.id', 'phone.appealId')
    .select('appeal.id')
    .distinct()
    .where('phone.digits', 'in', digits)
    .where('appeal.jurisdictionId', '=', jurisdictionId)
    .orderBy('appeal.id', 'desc')
    .execute();
  return rows.map(({ id }) => id);
}

/** Numbers, in the tables, of open appeals about the same place and matter. */
export async function listAppealsAt(
  db: Db,
  jurisdictionId: number,
  at: { readonly place: string; readonly matter: string },
): Promise<number[]> {
  const rows = await db
    .selectFrom('appeal')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', 'in', ['unassigned', 'sent', 'accepted', 'replied'])
    .where('place', '=', at.place)
    .where('matter', '=', at.matter)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id }) => id);
}

/** Numbers, in the tables, of appeals one of whose texts holds some signs in one of their writings, the newest first; confidential ones are left out. */
export async function listAppealsWithText(
  db: Db,
  jurisdictionId: number,
  writings: readonly string[],
): Promise<number[]> {
  const patterns = writings.map((signs) => `%${signs.replace(/[\\%_]/gu, '\\$&')}%`);
  const rows = await db
    .selectFrom('personalText as written')
    .innerJoin('appeal', 'appeal.id', 'written.appealId')
    .select('appeal.id')
    .distinct()
    .where('appeal.jurisdictionId', '=', jurisdictionId)
    .where('appeal.confidential', '=', 0)
    .where((eb) =>
      eb.or(patterns.map((pattern) => sql<boolean>`${sql.ref('written.text')} like ${pattern} escape '\\'`)),
    )
    .orderBy('appeal.id', 'desc')
    .execute();
  return rows.map(({ id }) => id);
}

/** Ends the part every unit has in an appeal, before it is written anew. */
export async function endParties(
  db: Db,
  appealId: number,
  role: 'lead' | 'assist',
  until: string,
): Promise<void> {
  await db
    .updateTable('appealParty')
    .set({ until })
    .where('appealId', '=', appealId)
    .where('role', '=', role)
    .where('until', 'is', null)
    .execute();
}

export async function insertParty(
  db: Db,
  party: {
    readonly appealId: number;
    readonly unitId: number;
    readonly role: 'lead' | 'assist';
    readonly office?: string | undefined;
    readonly since: string;
  },
): Promise<void> {
  await db
    .insertInto('appealParty')
    .values({ ...party, office: party.office ?? null, until: null })
    .execute();
}

/** Numbers of the open appeals a unit leads. */
export async function listOpenAppeals(db: Db, unitId: number): Promise<{ number: string }[]> {
  return db
    .selectFrom('appeal')
    .select('number')
    .where('holderId', '=', unitId)
    .where('state', 'not in', ['replied', 'closed'])
    .orderBy('number')
    .execute();
}

/** Numbers of the open appeals that a unit, or an office of it, assists. */
export async function listAssistedAppeals(db: Db, unitId: number): Promise<{ number: string }[]> {
  return db
    .selectFrom('appealParty as party')
    .innerJoin('appeal', 'appeal.id', 'party.appealId')
    .select('appeal.number')
    .distinct()
    .where('party.unitId', '=', unitId)
    .where('party.role', '=', 'assist')
    .where('party.until', 'is', null)
    .where('appeal.state', 'not in', ['replied', 'closed'])
    .orderBy('appeal.number')
    .execute();
}

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
    const { link } = readData(row.data);
    return link === undefined ? [] : [{ kind: link.kind, number: row.number }];
  });
}
