import type { PersonalFields } from '../domain/appeal.ts';
import type { Db } from './db.ts';
import { recordReading } from './engine/personal.ts';
import { correctedField, formerField } from './personal-texts.ts';

/** The personal texts of appeals, by appeal; purged ones are absent. */
export async function listPersonalFields(
  db: Db,
  appealIds: readonly number[],
): Promise<Map<number, PersonalFields>> {
  const fields = new Map<number, PersonalFields>();
  // SQLite and PostgreSQL both bound the number of parameters of one query.
  for (let at = 0; at < appealIds.length; at += 500) {
    const some = appealIds.slice(at, at + 500);
    await recordReading(db, { appeals: some });
    const rows = await db
      .selectFrom('personalText')
      .select(['appealId', 'field', 'text'])
      .where('appealId', 'in', some)
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
    const some = appealIds.slice(at, at + 500);
    await recordReading(db, { appeals: some });
    const rows = await db
      .selectFrom('personalText')
      .select(['appealId', 'eventSeq', 'field', 'text'])
      .where('appealId', 'in', some)
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
