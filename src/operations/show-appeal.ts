import type { Appeal, PersonalFields } from '../domain/appeal.ts';
import type { Course, CourseEvent } from '../domain/course.ts';
import { allowedVerbs, readCourse } from '../domain/course.ts';
import type { Desk } from '../domain/desk.ts';
import { maskName, maskPhone, maskText } from '../domain/masking.ts';
import { getAppeal, listEvents, listEventTexts, listPersonalFields } from '../store/appeals.ts';
import type { Db } from '../store/database.ts';
import { listDesks } from '../store/desks.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import type { Ruling } from '../store/rulings.ts';
import { listRulingsOf } from '../store/rulings.ts';

/** An appeal with its course; everything personal is masked. */
export interface AppealDetails {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
  readonly course: Course;
  readonly events: readonly (CourseEvent & { readonly text: string | null })[];
  readonly rulings: readonly Ruling[];
  readonly allowed: readonly string[];
  /** Desk of the unit that leads it now. */
  readonly desk: Desk | undefined;
}

/** Shows personal fields as every output may: name and phone masked, and both wherever they stand in the texts. */
export function maskPersonal(fields: PersonalFields | undefined): PersonalFields {
  if (fields === undefined) return { caller: null, phone: null, title: '', text: null };
  const { caller, phone, title, text } = fields;
  return {
    caller: caller === null ? null : maskName(caller),
    phone: phone === null ? null : maskPhone(phone),
    title: maskText(title, fields),
    text: text === null ? null : maskText(text, fields),
  };
}

/** Reads an appeal with its whole course. */
export async function readAppeal(db: Db, jurisdiction: Jurisdiction, number: string): Promise<AppealDetails> {
  const appeal = await getAppeal(db, jurisdiction.id, number);
  const events = await listEvents(db, appeal.id);
  const texts = await listEventTexts(db, appeal.id);
  const fields = (await listPersonalFields(db, [appeal.id])).get(appeal.id);
  const known = { caller: fields?.caller ?? null, phone: fields?.phone ?? null };
  const course = readCourse(events);
  const rulings = await listRulingsOf(db, appeal.id);
  const desks =
    course.holder === null ? undefined : await listDesks(db, jurisdiction.id, { unitId: course.holder.id });
  return {
    appeal,
    personal: maskPersonal(fields),
    course,
    events: events.map((event) => {
      const text = texts.get(event.seq);
      return { ...event, text: text === undefined ? null : maskText(text, known) };
    }),
    rulings: rulings.map((ruling) => ({ ...ruling, basis: maskText(ruling.basis, known) })),
    allowed: allowedVerbs(course),
    desk: course.holder === null ? undefined : desks?.get(course.holder.id),
  };
}
