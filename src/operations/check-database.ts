import type { Clock } from '../domain/clock.ts';
import { dueOf, rulesCodeOf, unlessMissing } from '../domain/clock.ts';
import { appealNumber } from '../domain/appeal.ts';
import { readCourse, sentSince, standingSince } from '../domain/course.ts';
import { usualRules } from '../domain/deadline-presets.ts';
import type { Personal } from '../domain/masking.ts';
import { maskText } from '../domain/masking.ts';
import { phoneKeys } from '../domain/phone.ts';
import { hopFaults } from '../domain/course-check.ts';
import { correctedField } from '../store/appeals.ts';
import { listRunUnits, listRuns } from '../store/classifications.ts';
import type { AppealRecord, EventRecord } from '../store/appeal-records.ts';
import { listAppealRecords } from '../store/appeal-records.ts';
import { readClock } from '../store/clock.ts';
import type { Db, Store } from '../store/database.ts';
import { listEditions } from '../store/editions.ts';
import { checkSearch, listSearchable } from '../store/engine/search.ts';
import { listJurisdictions } from '../store/jurisdictions.ts';
import type { OperationRow } from '../store/operations.ts';
import { listOperations } from '../store/operations.ts';
import { listPurgedOn, listPurgedUntil } from '../store/purges.ts';
import type { Seal, SealedTable } from '../store/seals.ts';
import { findLastSealed, listSeals, sealedTables } from '../store/seals.ts';
import { digestRun } from './classify-units.ts';
import { digestOf, sha256 } from './digest.ts';
import { readEdition } from './read-edition.ts';
import { contentLine, digestRows } from './seal-rows.ts';

/** Something that is not as it was written, by its code, with what a person needs to find it. */
export interface Finding {
  readonly code: FindingCode;
  /** The appeal, run, edition, table or operation it is about. */
  readonly subject: string;
  /** What exactly: rows from and to, the field, what the engine says. */
  readonly detail: string;
}

export const findingCodes = [
  'file-damaged',
  'part-unreadable',
  'reference-lost',
  'refusal-missing',
  'operation-missing',
  'operation-altered',
  'operation-unlinked',
  'seals-altered',
  'rows-altered',
  'rows-missing',
  'rows-unsealed',
  'run-altered',
  'edition-altered',
  'event-altered',
  'text-altered',
  'text-missing',
  'text-unvouched',
  'text-after-purge',
  'hops-broken',
  'standing-differs',
  'field-differs',
  'holder-differs',
  'count-differs',
  'due-differs',
  'search-damaged',
  'search-missing',
  'search-leftover',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** What a check looked at, and what it found. */
export interface DatabaseCheck {
  readonly findings: readonly Finding[];
  /** How much was looked at, by sort. */
  readonly checked: Readonly<
    Record<'operations' | 'rows' | 'runs' | 'editions' | 'appeals' | 'events' | 'texts', number>
  >;
  /** Rows of an older version that no operation has sealed yet; the next change does. */
  readonly unsealed: number;
}

type Report = (code: FindingCode, subject: string | number, detail?: string | number) => void;
type Counts = { -readonly [Sort in keyof DatabaseCheck['checked']]: number };

/** Tells how far a check is: which part is being looked at. */
export type CheckProgress = (part: CheckPart) => void;

export const checkParts = ['file', 'references', 'operations', 'runs', 'editions', 'appeals'] as const;
export type CheckPart = (typeof checkParts)[number];

/**
 * Checks that a database is as it was written: the file, its references, the chain of operations and what each sealed, runs,
 * editions, every event with its texts, hops, who holds what, counts, and that nothing is left of what was purged. It reads
 * only, and mends nothing.
 */
export async function checkDatabase(
  store: Pick<Store, 'db' | 'care'>,
  tell: CheckProgress = () => undefined,
): Promise<DatabaseCheck> {
  const findings: Finding[] = [];
  const checked: Counts = { operations: 0, rows: 0, runs: 0, editions: 0, appeals: 0, events: 0, texts: 0 };
  const report: Report = (code, subject, detail = '') => {
    findings.push({ code, subject: String(subject), detail: String(detail) });
  };
  let unsealed = 0;
  const { db, care } = store;
  // The engine checks its index by a statement that writes, so before the reading begins.
  const fault = await checkSearch(db);
  if (fault !== undefined) report('search-damaged', 'appeal_search', fault);
  const parts: Readonly<Record<CheckPart, () => Promise<void> | void>> = {
    file: () => {
      for (const fault of care.listFaults()) report('file-damaged', 'file', fault);
    },
    references: () => {
      for (const { table, row, parent } of care.listLostReferences())
        report('reference-lost', table, `${String(row ?? '?')} → ${parent}`);
      const refusing = care.listRefusals();
      for (const table of [...Object.keys(sealedTables), 'operation', 'operationSeal']) {
        if (!refusing.has(snake(table))) report('refusal-missing', snake(table));
      }
    },
    operations: async () => {
      unsealed = await checkOperations(db, report, checked);
    },
    runs: () => checkRuns(db, report, checked),
    editions: () => checkEditions(db, report, checked),
    appeals: () => checkAppeals(db, report, checked),
  };
  await care.atOneMoment(async () => {
    for (const part of checkParts) {
      tell(part);
      try {
        await parts[part]();
      } catch (error) {
        // A damaged file may break any reading; the other parts are looked at all the same.
        report('part-unreadable', part, error instanceof Error ? error.message : String(error));
      }
    }
  });
  return { findings, checked, unsealed };
}

function snake(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

async function checkOperations(db: Db, report: Report, checked: Counts): Promise<number> {
  const operations = await listOperations(db);
  const sealsOf = Map.groupBy(await listSeals(db), ({ operationId }) => operationId);
  let isSealing = false;
  let before: OperationRow | undefined;
  for (const operation of operations) {
    checked.operations += 1;
    const { id, hash, previousHash, digest } = operation;
    if (id !== (before?.id ?? 0) + 1) report('operation-missing', (before?.id ?? 0) + 1);
    const { hash: _hash, ...covered } = operation;
    if ((await digestOf(covered)) !== hash) report('operation-altered', id);
    if (previousHash !== (before?.hash ?? '')) report('operation-unlinked', id);
    const seals = sealsOf.get(id) ?? [];
    const expected = countSeals(operation.summary);
    // From the first that seals on, all do; before it are those of an older version.
    isSealing ||= expected !== undefined;
    if (isSealing) {
      const lines = seals.map(({ operationId: _id, ...seal }): Seal => seal);
      if (lines.length !== expected || (await digestOf(inOrder(lines))) !== digest)
        report('seals-altered', id);
    }
    sealsOf.delete(id);
    before = operation;
  }
  for (const id of sealsOf.keys()) report('seals-altered', id);
  return checkSealedRows(db, { seals: await listSeals(db), isSealing }, report, checked);
}

/** How many seals an operation has by its own words; undefined for one of an older version. */
function countSeals(summary: string): number | undefined {
  const { seals } = JSON.parse(summary) as { readonly seals?: number };
  return seals;
}

/** Lines of an operation in the order in which its digest was taken: the content first, then the tables in theirs. */
function inOrder(lines: readonly Seal[]): Seal[] {
  const order = [contentLine, ...Object.keys(sealedTables)];
  return [...lines].sort((a, b) => order.indexOf(a.tableName) - order.indexOf(b.tableName));
}

async function checkSealedRows(
  db: Db,
  {
    seals,
    isSealing,
  }: { readonly seals: readonly (Seal & { readonly operationId: number })[]; readonly isSealing: boolean },
  report: Report,
  checked: Counts,
): Promise<number> {
  const byTable = Map.groupBy(seals, ({ tableName }) => tableName);
  let unsealed = 0;
  for (const table of Object.keys(sealedTables) as SealedTable[]) {
    let after = 0;
    const lines = [...(byTable.get(table) ?? [])].sort((a, b) => a.lastId - b.lastId);
    for (const { operationId, firstId, lastId, digest } of lines) {
      const rows = await digestRows(db, table, after, lastId);
      const span = `${String(firstId)}–${String(lastId)} (operation ${String(operationId)})`;
      if (rows?.lastId !== lastId || rows.firstId !== firstId) report('rows-missing', snake(table), span);
      else if (rows.digest !== digest) report('rows-altered', snake(table), span);
      checked.rows += lastId - firstId + 1;
      after = lastId;
    }
    const last = await findLastSealed(db, table);
    const rest = await digestRows(db, table, last, Number.MAX_SAFE_INTEGER);
    if (rest === undefined) continue;
    const count = rest.lastId - rest.firstId + 1;
    // Before the first seal they are of an older version.
    if (!isSealing) unsealed += count;
    else report('rows-unsealed', snake(table), `${String(rest.firstId)}–${String(rest.lastId)}`);
  }
  return unsealed;
}

async function checkRuns(db: Db, report: Report, checked: Counts): Promise<void> {
  for (const { id: jurisdictionId, code } of await listJurisdictions(db)) {
    for (const run of await listRuns(db, jurisdictionId)) {
      checked.runs += 1;
      const units = await listRunUnits(db, run.id);
      const subject = `${code} ${String(run.number)}`;
      if (units.length !== run.unitCount)
        report('count-differs', subject, `${String(units.length)} ≠ ${String(run.unitCount)}`);
      if ((await digestRun(code, run.year, run.scheme, units)) !== run.digest) report('run-altered', subject);
    }
  }
}

async function checkEditions(db: Db, report: Report, checked: Counts): Promise<void> {
  for (const jurisdiction of await listJurisdictions(db)) {
    for (const { number, entryCount } of await listEditions(db, jurisdiction.id)) {
      checked.editions += 1;
      const { entries, isIntact } = await readEdition(db, jurisdiction, number);
      const subject = `${jurisdiction.code} ${String(number)}`;
      if (entries.length !== entryCount)
        report('count-differs', subject, `${String(entries.length)} ≠ ${String(entryCount)}`);
      if (!isIntact) report('edition-altered', subject);
    }
  }
}

/** Appeals that are read in one go. */
const portion = 500;

async function checkAppeals(db: Db, report: Report, checked: Counts): Promise<void> {
  const clocks = new Map<number, Clock>();
  const areaCodes = new Map<number, string | null>();
  for (const one of await listJurisdictions(db)) {
    clocks.set(one.id, await readClock(db, one));
    areaCodes.set(one.id, one.areaCode);
  }
  const purgedOn = await listPurgedOn(db);
  const purged = await listPurgedUntil(db);
  const searchable = new Set(await listSearchable(db));
  for (let after = 0; ;) {
    const records = await listAppealRecords(db, after, portion);
    for (const record of records) {
      checked.appeals += 1;
      checked.events += record.events.length;
      checked.texts += record.texts.length;
      await checkEvents(record, purged.get(record.id) ?? 0, report);
      checkStanding(record, clocks.get(record.jurisdictionId), report);
      checkFields(record, purgedOn.get(record.id) ?? null, report);
      const areaCode = areaCodes.get(record.jurisdictionId) ?? null;
      if (!havePhones(record, areaCode)) report('search-missing', record.number, 'phone');
      const hasWords = record.texts.length > 0;
      if (hasWords && !searchable.has(record.id)) report('search-missing', record.number);
      if (!hasWords && (searchable.has(record.id) || record.phones.length > 0))
        report('search-leftover', record.number);
      searchable.delete(record.id);
    }
    const last = records.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  for (const id of searchable) report('search-leftover', id);
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
    there.add(key);
    const digest = vouched.get(key);
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
function checkStanding(record: AppealRecord, clock: Clock | undefined, report: Report): void {
  const { number, receivedAt, events } = record;
  const history = events.map(({ event }) => event);
  const faults = hopFaults(history, receivedAt);
  for (const fault of faults) report('hops-broken', number, fault);
  if (history.length === 0) return;
  const course = readCourse(history);
  const holder = course.holder?.id ?? null;
  const [lead = null, ...more] = record.leads;
  if (record.holderId !== holder || lead !== holder || more.length > 0) report('holder-differs', number);
  const key = (id: number, office: string | null | undefined): string => `${String(id)}/${office ?? ''}`;
  const assists = course.assists.map(({ id, office }) => key(id, office)).sort();
  const onRecord = record.assists.map(({ unitId, office }) => key(unitId, office)).sort();
  const isSame =
    record.state === course.state &&
    record.outcome === course.outcome &&
    record.hopCount === course.hops.length &&
    (record.returnPending === 1) === (course.pendingReturn !== null) &&
    assists.join() === onRecord.join();
  if (!isSame) report('standing-differs', number);
  if (clock === undefined) return;
  const due = unlessMissing(() => dueOf(clock, record, history), null)?.on ?? null;
  if (due !== record.dueOn) report('due-differs', number, `${record.dueOn ?? '–'} ≠ ${due ?? '–'}`);
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
  const { received } = first.data;
  // An appeal of an older version does not say what it was taken in as.
  if (received === undefined) return;
  const stated: Record<string, unknown> = { ...received };
  for (const { data } of history) {
    for (const { field, after } of data.corrected ?? []) if (after !== undefined) stated[field] = after;
  }
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
  if (stated['matter'] !== matter && stated['matter'] !== (matter === null ? null : maskText(matter, known)))
    report('field-differs', number, 'matter');
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
