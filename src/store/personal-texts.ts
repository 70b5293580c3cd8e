import { sql } from 'kysely';
import type { Db, Trx } from './db.ts';
import type { PersonalFields } from '../domain/appeal.ts';

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
