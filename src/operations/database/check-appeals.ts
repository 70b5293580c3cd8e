import type { Party } from '../../domain/appeal-parties.ts';
import { partiesOf } from '../../domain/appeal-parties.ts';
import { appealNumber } from '../../domain/appeal.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import { dueOf, rulesCodeOf, unlessMissing } from '../../domain/counting-rules.ts';
import { hopFaults } from '../../domain/course-check.ts';
import { foldCourse, standingSince } from '../../domain/course.ts';
import { foldFacts } from '../../domain/rounds.ts';
import { sentSince } from '../../domain/stops.ts';
import { usualRules } from '../../domain/deadline-presets.ts';
import type { Personal } from '../../domain/masking.ts';
import { maskText } from '../../domain/masking.ts';
import { phoneKeys } from '../../domain/phone.ts';
import type { AppealRecord, EventRecord } from '../../store/appeal-records.ts';
import { listAppealRecords } from '../../store/appeal-records.ts';
import { listKeptFacts, writeFacts } from '../../store/appeal-facts.ts';
import { listTokens, listSearchSizes } from '../../store/search-index.ts';
import { correctedField } from '../../store/personal-texts.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import type { Db } from '../../store/db.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import { listPurgedOn, listPurgedUntil } from '../../store/purges.ts';
import { listEndedUnits } from '../../store/units.ts';
import type { Counts, Report } from './check-findings.ts';
import { digestOf, sha256 } from '../kernel/digest.ts';

/** Appeals that are read in one go. */
const portion = 500;

/** Holds every appeal against its history: events, texts, standing, parties, fields, due day, and what the search knows of it. */
export async function checkAppeals(db: Db, report: Report, checked: Counts): Promise<void> {
  const clocks = new Map<number, CountingRules>();
  const areaCodes = new Map<number, string | null>();
  for (const one of await listJurisdictions(db)) {
    clocks.set(one.id, await getCountingRules(db, one));
    areaCodes.set(one.id, one.areaCode);
  }
  const purgedOn = await listPurgedOn(db);
  const purged = await listPurgedUntil(db);
  const ended = await listEndedUnits(db);
  for (let after = 0; ;) {
    const records = await listAppealRecords(db, after, portion);
    const last = records.at(-1);
    // In a damaged table rows come out of their order.
    const isLast = last === undefined || last.id <= after;
    // What the search knows of them, and of none that is there.
    const sizes = await listSearchSizes(db, after, isLast ? undefined : last.id);
    const kept = await listKeptFacts(
      db,
      records.map(({ id }) => id),
    );
    const written: { readonly id: number; readonly number: string; readonly size: number | undefined }[] = [];
    for (const record of records) {
      checked.appeals += 1;
      checked.events += record.events.length;
      checked.texts += record.texts.length;
      await checkEvents(record, purged.get(record.id) ?? 0, report);
      checkStanding(record, clocks.get(record.jurisdictionId), ended, report);
      const clock = clocks.get(record.jurisdictionId);
      if (clock !== undefined && (kept.get(record.id) ?? '') !== writeWanted(clock, record))
        report('figures-differ', record.number);
      checkFields(record, purgedOn.get(record.id) ?? null, report);
      const areaCode = areaCodes.get(record.jurisdictionId) ?? null;
      if (!havePhones(record, areaCode)) report('search-missing', record.number, 'phone');
      const size = sizes.get(record.id);
      const hasWords = record.texts.length > 0;
      if (!hasWords && (size !== undefined || record.phones.length > 0))
        report('search-leftover', record.number);
      sizes.delete(record.id);
      if (hasWords) written.push({ ...record, size });
    }
    await checkWords(db, written, report);
    for (const id of sizes.keys()) report('search-leftover', id);
    if (isLast) break;
    after = last.id;
  }
}

/** What reports are to count of an appeal, by its history. */
function writeWanted(counting: CountingRules, record: AppealRecord): string {
  const history = record.events.map(({ event }) => event);
  if (history.length === 0) return '';
  return writeFacts({ appeal: record, facts: foldFacts(counting, record, history) });
}

/** Holds how many words the search has of appeals against their texts of now. */
async function checkWords(
  db: Db,
  appeals: readonly { readonly id: number; readonly number: string; readonly size: number | undefined }[],
  report: Report,
): Promise<void> {
  const words = await listTokens(
    db,
    appeals.map(({ id }) => id),
  );
  for (const { id, number, size } of appeals) {
    const wanted = words.get(id) ?? '';
    const count = wanted === '' ? 0 : wanted.split(' ').length;
    if (size === undefined || (size === 0 && count > 0)) report('search-missing', number);
    else if (size !== count) report('search-differs', number, `${String(size)} ≠ ${String(count)}`);
  }
}

/** Holds every event against its digest, and every text against the event that vouches for it. */
async function checkEvents(
  { number, events, texts, place }: AppealRecord,
  purgedUntil: number,
  report: Report,
): Promise<void> {
  const vouched = new Map<string, string>();
  for (const { event, fromUnitId, toUnitId, rulingId, data, digest } of events) {
    const { seq, at, recordedAt, by, action, reason } = event;
    const content = { at, recordedAt, by, action, fromUnitId, toUnitId, reason, rulingId, data };
    if ((await digestOf({ appeal: number, seq, ...content })) !== digest)
      report('event-altered', number, seq);
    for (const [field, textDigest] of Object.entries(listVouched(data))) {
      const isOfAppeal = field.startsWith('appeal.');
      const key = isOfAppeal ? `/${field.slice('appeal.'.length)}` : `${String(seq)}/${field}`;
      vouched.set(key, textDigest);
    }
  }
  const there = new Set<string>();
  for (const { eventSeq, field, text, salt } of texts) {
    const key = `${eventSeq === null ? '' : String(eventSeq)}/${field}`;
    const digest = there.has(key) ? undefined : vouched.get(key);
    there.add(key);
    if (digest === undefined) report('text-unvouched', number, key);
    else if ((await sha256(`${salt}\n${text}`)) !== digest) report('text-altered', number, key);
    if ((eventSeq ?? 1) <= purgedUntil) report('text-after-purge', number, key);
  }
  for (const key of vouched.keys()) {
    const seq = Number(key.split('/')[0] === '' ? 1 : key.split('/')[0]);
    if (seq > purgedUntil && !there.has(key)) report('text-missing', number, key);
  }
  if (purgedUntil > 0 && place !== null && !isCorrectedAfter(events, purgedUntil))
    report('text-after-purge', number, 'place');
}

/** A place that was set right after a purge is there rightly. */
function isCorrectedAfter(events: readonly EventRecord[], seq: number): boolean {
  return events.some(
    ({ event }) => event.seq > seq && (event.data.corrected ?? []).some(({ field }) => field === 'place'),
  );
}

function listVouched(data: string): Readonly<Record<string, string>> {
  const { texts = {} } = JSON.parse(data) as { readonly texts?: Readonly<Record<string, string>> };
  return texts;
}

/** Holds what stands in the row of an appeal, and its parties, against what its history says. */
function checkStanding(
  record: AppealRecord,
  counting: CountingRules | undefined,
  ended: ReadonlySet<number>,
  report: Report,
): void {
  const { number, receivedAt, events } = record;
  const history = events.map(({ event }) => event);
  const faults = hopFaults(history, receivedAt);
  for (const fault of faults) report('hops-broken', number, fault);
  if (history.length === 0) return;
  const course = foldCourse(history);
  const holder = course.holder?.id ?? null;
  const { holderId, state } = record;
  if (holderId !== holder) report('holder-differs', number);
  const isLed = state === 'sent' || state === 'accepted' || state === 'replied';
  if ((state === 'unassigned' && holderId !== null) || (isLed && holderId === null))
    report('standing-impossible', number, state);
  if ((state === 'sent' || state === 'accepted') && holderId !== null && ended.has(holderId))
    report('holder-ended', number);
  const parties = partiesOf(history).map(writeParty).sort();
  if (parties.join() !== record.parties.map(writeParty).sort().join()) report('parties-differ', number);
  const isSame =
    record.state === course.state &&
    record.outcome === course.outcome &&
    record.hopCount === course.hops.length &&
    (record.returnPending === 1) === (course.pendingReturn !== null) &&
    (record.voided === 1) === course.isVoided &&
    record.reworks === course.reworks;
  if (!isSame) report('standing-differs', number);
  // Of one that is void no days are counted any more.
  if (counting === undefined || course.isVoided) return;
  const due = unlessMissing(() => dueOf(counting, record, history), null)?.on ?? null;
  if (due !== record.dueOn) report('due-differs', number, `${record.dueOn ?? '–'} ≠ ${due ?? '–'}`);
}

/** A party on one line, to be compared. */
function writeParty({ unitId, role, office, since, until }: Party): string {
  return [unitId, role, office ?? '', since, until ?? ''].join(' ');
}

/** Holds what an appeal was taken in as, and what was set right since, against its own row. */
function checkFields(record: AppealRecord, purgedOn: string | null, report: Report): void {
  const { number, events, year, serial } = record;
  if (appealNumber(year, serial) !== number) report('field-differs', number, 'number');
  if (record.purgedOn !== purgedOn) report('field-differs', number, 'purgedOn');
  const history = events.map(({ event }) => event);
  const [first] = history;
  if (first === undefined) return;
  if ((record.deadline ?? usualRules) !== rulesCodeOf(first)) report('field-differs', number, 'deadline');
  if (record.sentSince !== sentSince(history)) report('field-differs', number, 'sentSince');
  const place = lastPlace(record);
  if (place !== undefined && place !== record.place) report('field-differs', number, 'place');
  const { received } = first.data;
  // An appeal of an older version does not say what it was taken in as.
  if (received === undefined) return;
  // One that was taken in since places are sealed, and has none there.
  if (
    place === undefined &&
    received.externalNumber !== undefined &&
    record.place !== null &&
    purgedOn === null
  )
    report('field-differs', number, 'place');
  const stated: Record<string, unknown> = { ...received };
  for (const { data } of history) {
    for (const { field, after } of data.corrected ?? []) if (after !== undefined) stated[field] = after;
  }
  const external = record.voided === 1 ? null : received.externalNumber;
  if (received.externalNumber !== undefined && external !== record.externalNumber)
    report('field-differs', number, 'externalNumber');
  const { kind, channel, priority, matter } = record;
  const known = callerOf(record);
  const own: Readonly<Record<string, unknown>> = {
    kind,
    channel,
    priority,
    confidential: record.confidential === 1,
  };
  for (const [field, value] of Object.entries(own)) {
    if (stated[field] !== value) report('field-differs', number, field);
  }
  if (record.standingSince !== standingSince(history)) report('field-differs', number, 'standingSince');
  if (!isMatter(stated['matter'], matter, known)) report('field-differs', number, 'matter');
}

/** The place of an appeal as it was written last; undefined where no event vouches for one. */
function lastPlace({ texts }: AppealRecord): string | undefined {
  const places = texts.filter(
    ({ eventSeq, field }) => (eventSeq === null && field === 'place') || field === correctedField('place'),
  );
  return places.sort((a, b) => (a.eventSeq ?? 0) - (b.eventSeq ?? 0)).at(-1)?.text;
}

/**
 * Whether a matter is the one that an event states, as everybody may see it. A version before may have masked less or more of it: what it
 * left to be seen must stand in the matter, in its order.
 */
function isMatter(stated: unknown, matter: string | null, known: Personal): boolean {
  if (stated === matter || typeof stated !== 'string' || matter === null) return stated === matter;
  if (stated === maskText(matter, known)) return true;
  if (!stated.includes('*')) return false;
  let from = 0;
  return stated
    .split(/[^\p{L}]+/u)
    .every((part) => (from = matter.indexOf(part, from) + 1) > 0 && (from += part.length - 1) >= 0);
}

/** Who an appeal was taken in from, as far as that is there. */
function callerOf({ texts }: AppealRecord): Personal {
  const of = (field: string): string | null =>
    texts.find((one) => one.eventSeq === null && one.field === field)?.text ?? null;
  return { caller: of('caller'), phone: of('phone') };
}

/** Whether every phone of an appeal can be found by its digits, and no other. */
function havePhones({ texts, phones }: AppealRecord, areaCode: string | null): boolean {
  const written = texts.filter(({ field }) => field === 'phone' || field === correctedField('phone'));
  const plain = written.flatMap(({ text }) => phoneKeys(text, areaCode));
  // A landline was written with the area code of its day.
  const local = (digits: string): string => digits.slice(-7);
  return (
    plain.every((digits) => phones.some((one) => one === digits || local(one) === local(digits))) &&
    phones.every((digits) => plain.some((one) => one === digits || local(one) === local(digits)))
  );
}
