import { AppError } from '../../errors.ts';
import type { MovedDue } from '../../domain/calendar-plan.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { presetFor, schemePresets } from '../../domain/scheme-presets.ts';
import type { Trx } from '../../store/db.ts';
import type { JurisdictionValues } from '../../store/jurisdictions.ts';
import {
  getJurisdiction,
  insertJurisdiction,
  listJurisdictions,
  markUsual,
  updateJurisdiction,
} from '../../store/jurisdictions.ts';
import { getDeadlineRules, insertDeadlineUse } from '../../store/deadlines.ts';
import { getScheme, insertScheme, insertSchemeUse } from '../../store/schemes.ts';
import type { LocalWork, Operation, Work } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { changeRegister } from '../kernel/change-register.ts';
import type { CountingRules } from '../../domain/counting-rules.ts';
import type { Day } from '../../domain/time.ts';
import { earliestDay, localDay, startOfDay } from '../../domain/time.ts';
import { makeHoursOn } from '../../domain/working-hours.ts';
import { listHoursChanges } from '../../store/operation-changes.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import { listAnsweredSince, recountAllFacts, recountFacts } from '../../store/recount-facts.ts';
import { recountDues } from '../appeal/recount-dues.ts';

/** An appeal is led by at most three units before a ruling is needed, unless the jurisdiction says otherwise. */
const defaultUnitLimit = 3;

/** A jurisdiction as it is set up; a county belongs to the only city there is unless one is named. */
export interface NewJurisdiction {
  readonly code: string;
  readonly name: string;
  readonly level: Jurisdiction['level'];
  readonly timeZone: string;
  readonly areaCode: string | null;
  readonly issuers: readonly string[];
  readonly recipients: readonly string[];
  /** Code of the city it belongs to. */
  readonly parent?: string | undefined;
  readonly unitLimit?: number | undefined;
  readonly workHours?: string | undefined;
  /** Code of its scheme, else the one the tool brings for its level. */
  readonly schemeCode?: string | undefined;
  /** Code of the deadline rules it goes by, for whatever it has received; else those the tool goes by where nobody decided. */
  readonly rulesCode?: string | undefined;
}

/** Fills a new database: its first jurisdiction, and the schemes the tool brings. */
export async function fillDatabase(asked: Work, jurisdiction: NewJurisdiction): Promise<Jurisdiction> {
  return transaction(asked, async (trx, operation, work) => {
    for (const scheme of schemePresets) await insertScheme(trx, null, scheme);
    const result = await recordJurisdiction(trx, work, operation, jurisdiction);
    return { result, summary: { jurisdiction: jurisdiction.code, ...decidedOf(jurisdiction) } };
  });
}

/** Adds a jurisdiction to a database that has one. Errors: `jurisdiction-taken`, `parent-not-a-city`, `scheme-not-found`. */
export async function addJurisdiction(asked: Work, jurisdiction: NewJurisdiction): Promise<Jurisdiction> {
  return transaction(asked, async (trx, operation, work) => {
    const all = await listJurisdictions(trx);
    const { code, name } = jurisdiction;
    if (all.some((one) => one.code === code)) throw new AppError('jurisdiction-taken', { name: code });
    refuseTakenJurisdictionName(all, name);
    const result = await recordJurisdiction(trx, work, operation, jurisdiction);
    return { result, summary: { jurisdiction: code, ...decidedOf(jurisdiction) } };
  });
}

/** What somebody decided of schemes and deadline rules; nothing where the tool's own hold. */
function decidedOf({ schemeCode, rulesCode }: NewJurisdiction): Record<string, string> {
  return {
    ...(schemeCode === undefined ? {} : { scheme: schemeCode }),
    ...(rulesCode === undefined ? {} : { deadline: rulesCode }),
  };
}

function refuseTakenJurisdictionName(all: readonly Jurisdiction[], name: string): void {
  if (all.some((one) => one.name === name)) throw new AppError('jurisdiction-taken', { name });
}

async function recordJurisdiction(
  trx: Trx,
  { now: at, by }: Work,
  operation: Operation,
  { parent, schemeCode, rulesCode, unitLimit, workHours, ...values }: NewJurisdiction,
): Promise<Jurisdiction> {
  const cities = (await listJurisdictions(trx)).filter((one) => one.level === 'municipal');
  const only = values.level === 'county' && cities.length === 1 ? cities[0] : undefined;
  const above = parent === undefined ? only : await getCity(trx, parent, values.level);
  const jurisdictionId = await insertJurisdiction(trx, {
    ...values,
    parentId: above?.id ?? null,
    unitLimit: unitLimit ?? defaultUnitLimit,
    workHours: workHours ?? null,
  });
  const scheme = await getScheme(trx, jurisdictionId, schemeCode ?? presetFor(values.level));
  const { code, fromVolumeYear } = scheme;
  await operation.seal({ schemeUse: code, jurisdiction: values.code, fromVolumeYear });
  await insertSchemeUse(trx, {
    jurisdictionId,
    schemeCode: scheme.code,
    fromVolumeYear: scheme.fromVolumeYear,
    at,
    by,
    operationId: operation.id,
  });
  if (rulesCode !== undefined) {
    const rules = await getDeadlineRules(trx, jurisdictionId, rulesCode);
    await insertDeadlineUse(trx, {
      jurisdictionId,
      code: rules.code,
      fromDay: earliestDay,
      at,
      by,
      operationId: operation.id,
    });
  }
  return getJurisdiction(trx, values.code);
}

/** The city a county belongs to. Errors: `parent-not-a-city` for anything but a county under a city. */
async function getCity(trx: Trx, code: string, level: Jurisdiction['level']): Promise<Jurisdiction> {
  const city = await getJurisdiction(trx, code);
  if (city.level !== 'municipal' || level !== 'county') {
    throw new AppError('parent-not-a-city', { parent: city.code });
  }
  return city;
}

/** Fields of a jurisdiction that can be set. */
export interface JurisdictionChanges {
  readonly name?: string | undefined;
  readonly parent?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly areaCode?: string | undefined;
  readonly issuers?: readonly string[] | undefined;
  readonly recipients?: readonly string[] | undefined;
  readonly unitLimit?: number | undefined;
  readonly workHours?: string | undefined;
}

/** Sets fields of a jurisdiction. Editions keep what they printed. Errors: `jurisdiction-taken`, `parent-not-a-city`. */
export async function setJurisdiction(
  asked: LocalWork,
  { parent, ...changes }: JurisdictionChanges,
): Promise<{ readonly jurisdiction: Jurisdiction; readonly moved: readonly MovedDue[] }> {
  const { id, code, level } = asked.jurisdiction;
  return changeRegister(asked, async (trx, _operation, work) => {
    if (changes.name !== undefined) {
      refuseTakenJurisdictionName(
        (await listJurisdictions(trx)).filter((one) => one.id !== id),
        changes.name,
      );
    }
    const values: Partial<JurisdictionValues> = {
      ...changes,
      ...(parent === undefined ? {} : { parentId: (await getCity(trx, parent, level)).id }),
    };
    await updateJurisdiction(trx, id, values);
    const result = await getJurisdiction(trx, code);
    // Days are counted where the jurisdiction is, and by the calendar of its city.
    const isMoved = changes.timeZone !== undefined || parent !== undefined;
    const moved = isMoved ? await recountDues(trx, result, work.now) : [];
    const today = localDay(work.now, result.timeZone);
    const counting = await countingWith(trx, result, { before: work.jurisdiction.workHours, today });
    if (isMoved) await recountAllFacts(trx, id, counting);
    else if (changes.workHours !== undefined) {
      const ids = await listAnsweredSince(trx, id, startOfDay(today, result.timeZone));
      await recountFacts(trx, id, { counting, ids });
    }
    return { result: { jurisdiction: result, moved }, summary: { jurisdiction: code, moved: moved.length } };
  });
}

/** What times are counted by once this change is on record: new hours hold from today, and the days before are counted by those that held then. */
async function countingWith(
  trx: Trx,
  jurisdiction: Jurisdiction,
  { before, today }: { readonly before: string | null; readonly today: Day },
): Promise<CountingRules> {
  const { id, timeZone, workHours: after } = jurisdiction;
  const counting = await getCountingRules(trx, jurisdiction);
  if (before === after) return counting;
  const changes = [...(await listHoursChanges(trx, id, timeZone)), { fromDay: today, before, after }];
  return { ...counting, hoursOn: makeHoursOn(changes, after) };
}

/** Makes a jurisdiction the one that is meant where none is named. */
export async function makeUsual(asked: LocalWork): Promise<Jurisdiction> {
  const { jurisdiction } = asked;
  return changeRegister(asked, async (trx, operation) => {
    await markUsual(trx, jurisdiction.id, operation.id);
    return { result: jurisdiction, summary: { jurisdiction: jurisdiction.code } };
  });
}
