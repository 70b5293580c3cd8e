import type { SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Db, Trx } from './db.ts';
import { insertRows } from './engine/bulk.ts';
import type { Sought } from './engine/personal.ts';
import { appealsWith, recordReading } from './engine/personal.ts';

/** A personal text as it is kept: apart from what vouches for it. */
export interface NewPersonalText {
  readonly appealId: number;
  /** Null for what belongs to the appeal itself. */
  readonly eventSeq: number | null;
  readonly field: string;
  readonly text: string;
  readonly salt: string;
}

export async function insertPersonalTexts(trx: Trx, texts: readonly NewPersonalText[]): Promise<void> {
  if (texts.length === 0) return;
  await trx
    .insertInto('personalText')
    .values([...texts])
    .execute();
}

/** Writes personal texts of many appeals at once. */
export async function insertManyTexts(trx: Trx, texts: readonly NewPersonalText[]): Promise<void> {
  const columns = ['appealId', 'eventSeq', 'field', 'text', 'salt'] as const;
  const values = texts.flatMap((one) => [one.appealId, one.eventSeq, one.field, one.text, one.salt]);
  await insertRows(trx, { table: 'personalText', columns }, values);
}

/** Under which name an event keeps a personal field of the appeal that it sets right. */
export function correctedField(field: string): string {
  return `corrected.${field}`;
}

/** Under which name an event keeps what a field was that it sets right. */
export function formerField(field: string): string {
  return `former.${field}`;
}

/** Numbers, in the tables, of appeals whose caller is, or once was, written so, spaces aside, the newest first. */
export async function listAppealsOfCaller(db: Db, jurisdictionId: number, name: string): Promise<number[]> {
  return listSought(db, jurisdictionId, { caller: name });
}

/** Numbers, in the tables, of the appeals of a phone, the newest first. */
export async function listAppealsOfPhone(
  db: Db,
  jurisdictionId: number,
  digits: readonly string[],
): Promise<number[]> {
  return digits.length === 0 ? [] : listSought(db, jurisdictionId, { phones: digits });
}

/** Numbers, in the tables, of appeals one of whose texts holds some signs in one of their writings, the newest first; confidential ones are left out. */
export async function listAppealsWithText(
  db: Db,
  jurisdictionId: number,
  writings: readonly string[],
): Promise<number[]> {
  return listSought(db, jurisdictionId, { text: writings }, { isOpenToAll: true });
}

/** Puts on record what is sought, and lists the appeals that have it. */
async function listSought(
  db: Db,
  jurisdictionId: number,
  sought: Sought,
  { isOpenToAll = false } = {},
): Promise<number[]> {
  await recordReading(db, sought);
  const query = db
    .selectFrom('appeal')
    .select('appeal.id')
    .where('appeal.jurisdictionId', '=', jurisdictionId)
    .where('appeal.voided', '=', 0)
    .where(sql<SqlBool>`"appeal"."id" in (${appealsWith(db, sought)})`)
    .orderBy('appeal.id', 'desc');
  const rows = await (isOpenToAll ? query.where('appeal.confidential', '=', 0) : query).execute();
  return rows.map(({ id }) => id);
}
