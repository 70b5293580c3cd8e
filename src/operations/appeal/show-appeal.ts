import { AppError } from '../../errors.ts';
import type { Appeal, PersonalFields } from '../../domain/appeal.ts';
import type { Course, CourseEvent, EventData, Link, Stop, ToldEvent } from '../../domain/course.ts';
import { lastStop, listStops, foldCourse } from '../../domain/course.ts';
import type { CourseVerb } from '../../domain/course-rules.ts';
import { allowedVerbs } from '../../domain/course-rules.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import { isRecallInTime, rulesOf } from '../../domain/counting-rules.ts';
import type { AppealTimes } from '../../domain/appeal-times.ts';
import { foldTimes } from '../../domain/appeal-times.ts';
import type { Desk } from '../../domain/desk.ts';
import type { DeadlineRules } from '../../domain/deadline.ts';
import { decideExtension } from '../../domain/deadline.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import type { Personal } from '../../domain/masking.ts';
import { maskName, maskOrderNumber, maskPhone, maskText } from '../../domain/masking.ts';
import { getAppeal } from '../../store/appeals.ts';
import { listLinksTo } from '../../store/appeal-links.ts';
import { listEventTexts, listPersonalFields } from '../../store/personal-texts.ts';
import { listEvents } from '../../store/appeal-events.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import type { Db } from '../../store/db.ts';
import { findLiaisonOn, listDesks } from '../../store/desks.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Ruling } from '../../store/rulings.ts';
import { listRulingsOf } from '../../store/rulings.ts';

/** An appeal with its course; everything personal is masked. */
export interface AppealDetails {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
  readonly course: Course;
  readonly events: readonly ToldEvent[];
  readonly rulings: readonly Ruling[];
  /** Appeals of which was said how they stand to this one. */
  readonly linkedFrom: readonly Link[];
  readonly allowed: readonly CourseVerb[];
  /** Desk of the unit that leads it now. */
  readonly desk: Desk | undefined;
  readonly clocks: AppealTimes;
  /** Whether personal texts are as they were written. */
  readonly isRevealed: boolean;
}

/** What is known to be personal of an appeal. */
export function knownOf(fields: PersonalFields | undefined): Personal {
  return { caller: fields?.caller ?? null, phone: fields?.phone ?? null, former: fields?.former };
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

/** Shows an appeal's own row as every output may: a place may be a citizen's home, and a matter is written by hand where there is no list. */
export function maskAppeal(appeal: Appeal, fields: PersonalFields | undefined): Appeal {
  const known = knownOf(fields);
  const mask = (text: string | null): string | null => (text === null ? null : maskText(text, known));
  const { place, matter, externalNumber } = appeal;
  return {
    ...appeal,
    place: mask(place),
    matter: mask(matter),
    externalNumber: externalNumber === null ? null : maskOrderNumber(externalNumber, known),
  };
}

/** Reads an appeal with its whole course and its clocks, all that is personal masked unless it is to be revealed. */
export async function getShownAppeal(
  db: Db,
  jurisdiction: Jurisdiction,
  number: string,
  terms: { readonly now: Instant; readonly reveal?: boolean },
): Promise<AppealDetails> {
  const isRevealed = terms.reveal === true;
  const mask = (text: string): string => (isRevealed ? text : maskText(text, known));
  const appeal = await getAppeal(db, jurisdiction.id, number);
  const events = await listEvents(db, appeal.id);
  const texts = await listEventTexts(db, appeal.id);
  const fields = (await listPersonalFields(db, [appeal.id])).get(appeal.id);
  if (isRevealed && fields === undefined && texts.size === 0 && appeal.purgedOn !== null)
    throw new AppError('appeal-purged', { number: appeal.number, on: appeal.purgedOn });
  const known = knownOf(fields);
  const course = foldCourse(events);
  const rulings = await listRulingsOf(db, appeal.id);
  const counting = await getCountingRules(db, jurisdiction);
  const clocks = foldTimes(counting, appeal, events, terms.now);
  const rules = rulesOf(counting, events);
  const desks =
    course.holder === null ? undefined : await listDesks(db, jurisdiction.id, { unitId: course.holder.id });
  return {
    appeal: isRevealed ? appeal : maskAppeal(appeal, fields),
    personal: isRevealed && fields !== undefined ? fields : maskPersonal(fields),
    course,
    events: events.map((event) => ({
      ...event,
      data: maskCorrected(event.data, mask),
      texts: (texts.get(event.seq) ?? []).map(({ field, text }) => ({ field, text: mask(text) })),
    })),
    rulings: rulings.map((ruling) => ({ ...ruling, basis: mask(ruling.basis) })),
    linkedFrom: await listLinksTo(db, jurisdiction.id, appeal.number),
    allowed: allowedVerbs(course).filter((verb) =>
      isInTime(verb, { counting: counting, events, clocks, rules, now: terms.now }),
    ),
    desk: course.holder === null ? undefined : desks?.get(course.holder.id),
    clocks,
    isRevealed,
  };
}

/** Whether the time for what a verb does is not over: a return or a recall after its window, an extension beyond the rules are refused. */
function isInTime(
  verb: CourseVerb,
  facts: {
    readonly counting: CountingRules;
    readonly events: readonly CourseEvent[];
    readonly clocks: AppealTimes;
    readonly rules: DeadlineRules | undefined;
    readonly now: Instant;
  },
): boolean {
  const { counting, events, rules, now } = facts;
  const { due, stints } = facts.clocks;
  const today = localDay(now, counting.timeZone);
  if (verb === 'recall') return isRecallInTime(counting, events, now);
  if (verb === 'extend')
    return (
      rules !== undefined &&
      due !== null &&
      decideExtension(rules, due, { days: 1, today }).kind === 'allowed'
    );
  const returnBy = stints[lastStop(events)?.hop ?? -1]?.returnBy ?? null;
  return verb !== 'return' || returnBy === null || today <= returnBy;
}

/** A matter that was set right was written by hand where there is no list. */
function maskCorrected(data: EventData, mask: (text: string) => string): EventData {
  if (data.corrected === undefined) return data;
  const corrected = data.corrected.map(({ field, before, after }) => ({
    field,
    ...(before === undefined ? {} : { before: mask(before) }),
    ...(after === undefined ? {} : { after: mask(after) }),
  }));
  return { ...data, corrected };
}

/** Reads the stops of an appeal, each with the liaison of the day on which it was sent there. */
export async function listShownStops(
  db: Db,
  jurisdiction: Jurisdiction,
  events: readonly CourseEvent[],
): Promise<(Stop & { readonly liaison: string | null })[]> {
  const stops: (Stop & { readonly liaison: string | null })[] = [];
  for (const stop of listStops(events)) {
    const day = localDay(stop.sentAt, jurisdiction.timeZone);
    stops.push({ ...stop, liaison: (await findLiaisonOn(db, stop.unit.id, day)) ?? null });
  }
  return stops;
}
