import { sql } from 'kysely';
import { bareCode } from '../domain/plain-width.ts';
import type { Db, Trx } from './db.ts';
import type { Appeal, Kind, State, Priority } from '../domain/appeal.ts';
import type { Standing } from '../domain/course.ts';
import type { Day, Instant } from '../domain/time.ts';
import type { Channel } from '../domain/volume.ts';
import { usualRules } from '../domain/deadline-presets.ts';
import { AppError } from '../errors.ts';

/** The jurisdiction as no index knows it: where ids are given, the engine would else read all appeals of a jurisdiction to find them. */
const byIdFirst = sql<number>`+"appeal"."jurisdiction_id"`;

/** Appeals of a jurisdiction, with the unit that leads each; `byId` where ids are given, by which the engine is to look for them. */
export function selectAppeals(
  db: Db,
  jurisdictionId: number,
  { byId = false }: { readonly byId?: boolean } = {},
) {
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
      'appeal.voided',
      'appeal.reworks',
      'unit.id as holderId',
      'unit.code as holderCode',
      'unit.name as holderName',
      'unit.untilDay as holderUntil',
    ])
    .where(byId ? byIdFirst : 'appeal.jurisdictionId', '=', jurisdictionId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAppeals>['executeTakeFirstOrThrow']>>;

export function toAppeal(row: Row): Appeal {
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
    voided,
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
    rulesCode: deadline ?? usualRules,
    returnPending: returnPending === 1,
    isVoided: voided === 1,
    standingSince: standingSince ?? rest.receivedAt,
    holder,
  };
}

/** Lists appeals by the numbers they have elsewhere, in no order; none whose import was undone. */
export async function listAppealsNumbered(
  db: Db,
  jurisdictionId: number,
  externalNumbers: readonly string[],
): Promise<Appeal[]> {
  if (externalNumbers.length === 0) return [];
  // One that is void has none.
  const rows = await selectAppeals(db, jurisdictionId)
    .where('appeal.externalNumber', 'in', externalNumbers)
    .execute();
  return rows.map(toAppeal);
}

/** Lists appeals by their own numbers, in no order. */
export async function listAppealsOfNumbers(
  db: Db,
  jurisdictionId: number,
  numbers: readonly string[],
): Promise<Appeal[]> {
  const rows = await selectAppeals(db, jurisdictionId).where('appeal.number', 'in', numbers).execute();
  return rows.map(toAppeal);
}

/** Whether any appeal has a number elsewhere. */
export async function hasNumberedAppeals(db: Db, jurisdictionId: number): Promise<boolean> {
  const row = await db
    .selectFrom('appeal')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('externalNumber', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Gets an appeal by its own number or the number it has elsewhere; else by its own without zeros (2026-31) and, in the newest year
 * there are appeals of, without the year (31). Errors: `appeal-not-found`.
 */
export async function getAppeal(db: Db, jurisdictionId: number, number: string): Promise<Appeal> {
  const wanted = bareCode(number);
  const rows = await selectAppeals(db, jurisdictionId)
    .where((eb) => eb.or([eb('appeal.number', '=', wanted), eb('appeal.externalNumber', '=', wanted)]))
    .execute();
  const row =
    rows.find((one) => one.number === wanted) ?? rows[0] ?? (await findShort(db, jurisdictionId, wanted));
  if (row === undefined) throw new AppError('appeal-not-found', { number });
  return toAppeal(row);
}

/** Gets an appeal by its id, one of an import that was undone too. */
export async function getAppealById(db: Db, jurisdictionId: number, id: number): Promise<Appeal> {
  return toAppeal(
    await selectAppeals(db, jurisdictionId, { byId: true })
      .where('appeal.id', '=', id)
      .executeTakeFirstOrThrow(),
  );
}

async function findShort(db: Db, jurisdictionId: number, wanted: string) {
  const { year, serial } = /^(?:(?<year>\d{4})-)?(?<serial>\d{1,6})$/u.exec(wanted)?.groups ?? {};
  if (serial === undefined) return undefined;
  return selectAppeals(db, jurisdictionId)
    .where('appeal.serial', '=', Number(serial))
    .where('appeal.year', '=', (eb) =>
      year === undefined
        ? eb
            .selectFrom('appeal')
            .select(({ fn }) => fn.max('appeal.year').as('newest'))
            .where('appeal.jurisdictionId', '=', jurisdictionId)
        : eb.val(Number(year)),
    )
    .executeTakeFirst();
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

/** The row of an appeal as it is taken in, before anything has become of it. */
export interface NewAppealRow {
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
}

export async function insertAppeal(trx: Trx, jurisdictionId: number, appeal: NewAppealRow): Promise<number> {
  const { id } = await trx
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
  trx: Trx,
  appeal: Pick<Appeal, 'id' | 'number'>,
  expected: { readonly state: State; readonly holderId: number | null },
  standing: Standing,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('appeal')
    .set({ ...standing, returnPending: standing.returnPending ? 1 : 0 })
    .where('id', '=', appeal.id)
    .where('state', '=', expected.state)
    .where('holderId', expected.holderId === null ? 'is' : '=', expected.holderId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new AppError('conflict', { what: appeal.number });
}

/** Writes where an appeal stands, and its due day, by its history; it was read in the same transaction. */
export async function updateCourse(
  trx: Trx,
  appealId: number,
  standing: Standing & { readonly dueOn: Day | null },
): Promise<void> {
  await trx
    .updateTable('appeal')
    .set({ ...standing, returnPending: standing.returnPending ? 1 : 0 })
    .where('id', '=', appealId)
    .execute();
}

/** Closes appeals that are void from a moment on, their numbers elsewhere being free again: where they stand then is the same for all. */
export async function closeVoided(trx: Trx, appealIds: readonly number[], at: Instant): Promise<void> {
  await trx
    .updateTable('appeal')
    .set({
      state: 'closed',
      outcome: null,
      returnPending: 0,
      standingSince: at,
      voided: 1,
      externalNumber: null,
    })
    .where('id', 'in', appealIds)
    .execute();
}

/** Marks an appeal as void, its number elsewhere being free again, or takes the mark away. */
export async function updateVoided(
  trx: Trx,
  appealId: number,
  { isVoided, externalNumber }: { readonly isVoided: boolean; readonly externalNumber: string | null },
): Promise<void> {
  await trx
    .updateTable('appeal')
    .set({ voided: isVoided ? 1 : 0, externalNumber })
    .where('id', '=', appealId)
    .execute();
}

/** Fields of an appeal's own row that can be set right. */
export interface AppealFields {
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly matter?: string;
  readonly place?: string;
  readonly priority?: Priority;
}

export async function updateAppealFields(trx: Trx, appealId: number, fields: AppealFields): Promise<void> {
  if (Object.keys(fields).length === 0) return;
  await trx.updateTable('appeal').set(fields).where('id', '=', appealId).execute();
}

/** Writes what an appeal of an older version lacks beside its due day. */
export async function updateTimeFields(
  trx: Trx,
  appealId: number,
  fields: { readonly dueOn: Day | null; readonly deadline: string; readonly sentSince: string | null },
): Promise<void> {
  await trx.updateTable('appeal').set(fields).where('id', '=', appealId).execute();
}

/** Moves the due day of an appeal. */
export async function updateDue(trx: Trx, appealId: number, dueOn: Day | null): Promise<void> {
  await trx.updateTable('appeal').set({ dueOn }).where('id', '=', appealId).execute();
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
