import type { Place, Problem } from '../../problems.ts';
import type { AppealRow, AppealTable } from '../../intake/appeal-columns.ts';
import { openAppeals } from '../../intake/appeal-columns.ts';
import type { SourceTerms } from '../../intake/source.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import { renameSource } from '../../intake/source-file.ts';
import { parseFittingSheet, parseSource } from '../../intake/source.ts';
import type { Appeal } from '../../domain/appeal.ts';
import type { UnitRef } from '../../domain/appeal-event.ts';
import type { LifeUnits } from '../../domain/life.ts';
import { listLife } from '../../domain/life.ts';
import { maskText } from '../../domain/masking.ts';
import { hasEnded } from '../../domain/span.ts';
import { instantOf, localDay } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { NameReading, UnitMatch } from '../../domain/unit-finder.ts';
import { makeUnitFinder } from '../../domain/unit-finder.ts';
import { hasNumberedAppeals, listAppealsNumbered } from '../../store/appeals.ts';
import type { Db } from '../../store/db.ts';
import { listNamedUnits } from '../../store/units.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { SuccessorNames } from '../unit/find-unit.ts';
import { findSuccessorNames } from '../unit/find-unit.ts';
import { recordCorrection } from '../appeal/prepare-act.ts';
import { referTo } from '../appeal/hand-over.ts';
import type { IncomingAppeal } from '../appeal/record-appeals.ts';
import { recordAppeals } from '../appeal/record-appeals.ts';
import type { AppealAgain, AppealComparison, AppealDifference } from '../privacy/compare-appeals.ts';
import { compareAppeals } from '../privacy/compare-appeals.ts';
import { AppealSurvey, lifeOf, Marks } from './appeal-survey.ts';
import type { ContinuedAppeal, CourseDifference } from '../privacy/continue-appeals.ts';
import { continueAppeals } from '../privacy/continue-appeals.ts';
import { recordContinued } from '../appeal/record-courses.ts';
import type { ImportTask, Tick } from './import-file.ts';
import { describeRead, forEachRow } from './import-file.ts';

/** What an import of appeals writes: how much, and what of the register decides it; the rows themselves stand in the file. */
export interface AppealPlan {
  /** How many appeals are new. */
  readonly added: number;
  /** The units that words of the file stand for, by the place of the word; null for one that stands for none. */
  readonly units: readonly (UnitRef | null)[];
  /** What the file tells further of appeals that are in the register already. */
  readonly continued: readonly ContinuedAppeal[];
  /** What is set right of appeals that are in the register already, by their external number, and what else differs of them. */
  readonly corrections: AppealComparison['corrections'];
  readonly differences: readonly (AppealDifference | CourseDifference)[];
  /** Appeals of the file that are in the register as they stand there. */
  readonly unchanged: number;
  readonly problems: readonly Problem[];
  readonly readings: readonly NameReading[];
}

/** Rows of a file that are looked up in the register in one go. */
const portion = 500;

/**
 * Reads a file of appeals, as hotline systems export them, and says how it is imported. Of one that is there already by its external number
 * what may be corrected is set right, the rest is pointed out. The file is gone through once to check it and once more to write it; its rows
 * are never held.
 */
export async function prepareAppealImport(
  work: LocalWork,
  terms: SourceTerms & { readonly source: SourceFile; readonly tick?: Tick },
): Promise<ImportTask<AppealPlan>> {
  const { source, tick } = terms;
  const { jurisdiction } = work;
  const read = await parseSource(source, terms);
  const table = parseFittingSheet(read, (sheet) => openAppeals(sheet, jurisdiction.timeZone, terms.headers));
  const units = await listNamedUnits(work.store.db, jurisdiction.id);
  const finder = makeUnitFinder(units, jurisdiction.name);
  const survey = new AppealSurvey(work, { table, fileName: source.name, finder });
  let count = 0;
  for (const row of table.eachAppeal()) {
    survey.add(row);
    count += 1;
    const pause = tick?.(count);
    if (pause !== undefined) await pause;
  }
  const notes = table.notes();
  const found = {
    ...notes,
    rows: { length: notes.rowCount },
    problems: [...notes.problems, ...survey.problems],
  };
  const shown = renameSource(source, hideCitizens(source.name, survey.callersInName));
  /** Places of the rows that are in the register already, as the last plan found them. */
  let registered = new Marks(survey.lines.length);
  return {
    ...describeRead('appeals', shown, read, found),
    plan: async (db, planTick) => {
      const { plan, there } = await planAppeals(db, work, { survey, table, tick: planTick });
      registered = there;
      return plan;
    },
    count: ({ added, corrections, continued }) => ({
      added,
      changed: corrections.length,
      ...(continued.length === 0 ? {} : { continued: continued.length }),
    }),
    apply: async (trx, plan, _batch, operation, applyTick) => {
      const incoming = eachIncoming({ survey, table, units: plan.units, registered });
      const all = plan.added + plan.continued.length + plan.corrections.length;
      await recordAppeals(trx, work, operation, incoming, (done) => applyTick(done, all));
      await recordContinued(trx, work, operation, {
        appeals: plan.continued,
        tick: (done) => applyTick(plan.added + done, all),
      });
      await forEachRow(plan.corrections, applyTick, (one) => recordCorrection(trx, work, operation, one));
    },
  };
}

/** The name of a file without the citizens that are in it. */
function hideCitizens(name: string, callers: ReadonlySet<string>): string {
  return [...callers].reduce((shown, caller) => maskText(shown, { caller, phone: null }), name);
}

/** A row that can be taken in, and its place among them. */
interface PlacedRow {
  readonly row: AppealRow;
  readonly place: number;
}

/** Reads the rows of a file that can be taken in once more, in its order. */
function* eachSurveyed({ lines }: AppealSurvey, table: AppealTable): Generator<PlacedRow> {
  let place = 0;
  for (const row of table.eachAgain((line) => line === lines.at(place))) {
    yield { row, place };
    place += 1;
  }
  if (place < lines.length) throw new Error(`line ${String(lines.at(place))} is gone`);
}

interface SurveyedFile {
  readonly survey: AppealSurvey;
  readonly table: AppealTable;
}

/** Reads the appeals of a file that are new once more, in the order in which they were received: that is the order of their numbers. */
function* eachIncoming({
  survey,
  table,
  units,
  registered,
}: SurveyedFile & {
  readonly units: AppealPlan['units'];
  readonly registered: Marks;
}): Generator<IncomingAppeal> {
  const { lines } = survey;
  const take = ({ row, place }: PlacedRow): IncomingAppeal => {
    const { place: at, site, unit: _unit, sentAt, receivedAt, life: told, ...appeal } = row;
    const named = findUnits(survey, units, place);
    const { lead } = named;
    const life = told === undefined ? null : listLife(told, named);
    const sent =
      lead === null || life !== null
        ? null
        : { unitId: lead.id, at: sentAt ?? receivedAt, isUndated: sentAt === undefined };
    return {
      appeal: { ...appeal, ...(site === undefined ? {} : { place: site }) },
      ...{ receivedAt, sent, life, row: at.row ?? 0 },
    };
  };
  const order = survey.orderWithout(registered);
  if (order === undefined) {
    for (const one of eachSurveyed(survey, table)) if (!registered.has(one.place)) yield take(one);
    return;
  }
  for (const place of order) {
    const row = table.readAgain(lines.at(place));
    if (row === undefined) throw new Error(`line ${String(lines.at(place))} is gone`);
    yield take({ row, place });
  }
}

/** Whether a unit that has ended since was there when an appeal of it was over. */
function wasThere({ until }: Pick<Unit, 'until'>, closed: number, timeZone: string): boolean {
  return until !== null && closed > 0 && localDay(instantOf(closed), timeZone) < until;
}

/** The units that a row names. */
function findUnits(survey: AppealSurvey, units: AppealPlan['units'], place: number): LifeUnits {
  return {
    lead: units[survey.units.at(place)] ?? null,
    assists: (survey.assists.get(place) ?? []).flatMap((word) => units[word] ?? []),
  };
}

async function planAppeals(
  db: Db,
  work: LocalWork,
  file: SurveyedFile & { readonly tick: Tick | undefined },
): Promise<{ readonly plan: AppealPlan; readonly there: Marks }> {
  const { jurisdiction } = work;
  const { survey, table } = file;
  const finder = makeUnitFinder(await listNamedUnits(db, jurisdiction.id), jurisdiction.name);
  const matches = survey.words.map(({ word }) => finder.find(word));
  const successorsOf = await findSuccessorNames(db, jurisdiction);
  const units = matches.map((match) => (match.kind === 'found' ? referTo(match.unit) : null));
  const { there, comparison } = await compareRegistered(db, work, { ...file, units });
  const problems: Problem[] = [];
  const check = (word: number, place: number, column: 'unit' | 'assists'): void => {
    const match = matches[word];
    // Who takes over from a unit that has ended is known of an appeal that is there.
    if (match?.kind === 'found' && there.has(place)) return;
    if (
      match === undefined ||
      (match.kind === 'found' && wasThere(match.unit, survey.closed.at(place), jurisdiction.timeZone))
    )
      return;
    const at = table.placeOf(survey.lines.at(place), column);
    problems.push(...listUnitProblems(match, { shown: survey.words[word]?.shown ?? '', at }, successorsOf));
  };
  for (let place = 0; place < survey.units.length; place += 1) {
    check(survey.units.at(place), place, 'unit');
    for (const word of survey.assists.get(place) ?? []) check(word, place, 'assists');
  }
  const readings = finder.readings();
  const added = survey.lines.length - there.count;
  return { plan: { added, units, ...comparison, problems, readings }, there };
}

/** What is wrong with a unit that a file names; nothing with one that can be handed to. */
export function listUnitProblems(
  match: UnitMatch,
  { shown: name, at: place }: { readonly shown: string; readonly at: Place },
  successorsOf: SuccessorNames,
): Problem[] {
  switch (match.kind) {
    case 'unknown':
      return [{ code: 'unit-unknown', place, details: { name, suggestions: match.suggestions } }];
    case 'ambiguous': {
      const matches = match.units.map((unit) => `${unit.code} ${unit.name}`);
      return [{ code: 'unit-ambiguous', place, details: { name, matches } }];
    }
    case 'found': {
      const { unit } = match;
      if (!hasEnded(unit)) return [];
      const details = { name: unit.name, until: unit.until, successors: successorsOf(unit.id) };
      return [{ code: 'unit-ended', place, details }];
    }
  }
}

/** Finds which appeals of a file are in the register already, and compares them; by the portion, so that few are held at a time. */
async function compareRegistered(
  db: Db,
  work: LocalWork,
  {
    survey,
    table,
    tick,
    units,
  }: SurveyedFile & { readonly tick: Tick | undefined; readonly units: AppealPlan['units'] },
): Promise<{
  readonly there: Marks;
  readonly comparison: Pick<AppealPlan, 'corrections' | 'continued' | 'differences' | 'unchanged'>;
}> {
  const there = new Marks(survey.lines.length);
  const corrections: AppealComparison['corrections'][number][] = [];
  const continued: ContinuedAppeal[] = [];
  const differences: AppealPlan['differences'][number][] = [];
  let unchanged = 0;
  const compare = async (rows: ReadonlyMap<string, PlacedRow>): Promise<void> => {
    const appeals = await listAppealsNumbered(db, work.jurisdiction.id, [...rows.keys()]);
    const found = new Map(appeals.map((appeal) => [appeal.externalNumber, appeal]));
    const pairs: { appeal: Appeal; again: AppealAgain }[] = [];
    const lives: Parameters<typeof continueAppeals>[2][number][] = [];
    for (const [number, { row, place }] of rows) {
      const appeal = found.get(number);
      if (appeal === undefined) continue;
      there.mark(place);
      pairs.push({ appeal, again: { ...row, place: row.site } });
      const line = row.place.row ?? 0;
      lives.push({ appeal, row: line, life: lifeOf(row), units: findUnits(survey, units, place) });
    }
    const compared = await compareAppeals(db, work, pairs);
    corrections.push(...compared.corrections);
    const further = await continueAppeals(db, work, lives);
    continued.push(...further.continued);
    const all = [...compared.differences, ...further.differences];
    differences.push(...all);
    const others = new Set([...all, ...further.continued].map(({ number }) => number));
    unchanged += pairs.filter(({ appeal }) => !others.has(appeal.number)).length;
  };
  if (await hasNumberedAppeals(db, work.jurisdiction.id)) {
    let rows = new Map<string, PlacedRow>();
    for (const one of eachSurveyed(survey, table)) {
      rows.set(one.row.externalNumber, one);
      if (rows.size < portion) continue;
      await compare(rows);
      rows = new Map();
      await tick?.(one.place + 1, survey.lines.length);
    }
    await compare(rows);
  }
  return { there, comparison: { corrections, continued, differences, unchanged } };
}
