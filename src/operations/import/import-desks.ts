import type { Problem } from '../../problems.ts';
import { isAppError } from '../../errors.ts';
import { isFormOut } from '../../domain/desk-check.ts';
import type { DeskPlan, DeskRow } from '../../domain/desk-plan.ts';
import { planDesks } from '../../domain/desk-plan.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { hasEnded } from '../../domain/span.ts';
import type { Leader } from '../../domain/unit.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import type { NameReading } from '../../domain/unit-finder.ts';
import { makeUnitFinder } from '../../domain/unit-finder.ts';
import type { DeskTable } from '../../intake/desk-columns.ts';
import { parseDeskRows } from '../../intake/desk-columns.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { SourceTerms } from '../../intake/source.ts';
import { parseFittingSheet, parseSource } from '../../intake/source.ts';
import { listTiersInForce } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import { listDesks, recordDesk } from '../../store/desks.ts';
import { listFormsSent } from '../../store/forms.ts';
import { listLeaders, listNamedUnits } from '../../store/units.ts';
import { findSuccessorNames } from '../unit/find-unit.ts';
import type { ImportTask } from './import-file.ts';
import { describeRead, forEachRow, noNotes } from './import-file.ts';
import type { LocalWork } from '../kernel/transaction.ts';

/** A first responsible person as a file has it, and as the register does. */
export interface LeaderDifference {
  readonly code: string;
  readonly unit: string;
  readonly registered: Leader | null;
  readonly told: Leader;
}

/** What an import of desks changes, and which units' forms have not come back. */
export interface DeskImportPlan extends DeskPlan {
  /** Names of units that were sent a form, are not in these files, and have not answered otherwise. */
  readonly unanswered: readonly string[];
  /** First responsible persons that the files have otherwise than the register; they are told, for they are of the unit and not of its desk. */
  readonly leaders: readonly LeaderDifference[];
  readonly readings: readonly NameReading[];
}

/** Reads a file of desks, or a form that a unit filled in, and says how it is imported. */
export async function prepareDeskImport(
  work: LocalWork,
  terms: SourceTerms & { readonly source: SourceFile },
): Promise<ImportTask<DeskImportPlan>> {
  const { jurisdiction, now } = work;
  const { source } = terms;
  const { read, table } = await parseDesks(source, terms);
  const rows = confirmForms(table, localDay(now, jurisdiction.timeZone));
  return makeTask(jurisdiction, now, rows, describeRead('desks', source, read, table));
}

/**
 * Reads a folder of forms and says how they are merged, all at once: a file that cannot be read is a problem beside those
 * inside the others.
 */
export async function prepareDeskFolderImport(
  work: LocalWork,
  terms: SourceTerms & { readonly folder: { readonly name: string; readonly files: readonly SourceFile[] } },
): Promise<ImportTask<DeskImportPlan>> {
  const { jurisdiction, now } = work;
  const { folder } = terms;
  const rows: DeskRow[] = [];
  const problems: Problem[] = [];
  const unknown = new Set<string>();
  const encodings = new Set<string>();
  const today = localDay(now, jurisdiction.timeZone);
  for (const source of folder.files) {
    try {
      const { read, table } = await parseDesks(source, terms);
      rows.push(...confirmForms(table, today));
      problems.push(...table.problems);
      encodings.add(read.encoding);
      for (const header of table.unknownHeaders) unknown.add(header);
    } catch (error) {
      if (!isAppError(error)) throw error;
      problems.push(...error.problems);
      if (error.problems.length > 0) continue;
      const { code, details } = error;
      problems.push({ code: 'file-not-read', place: { file: source.name }, details: { code, details } });
    }
  }
  const source = { name: folder.name, bytes: Buffer.concat(folder.files.map(({ bytes }) => bytes)) };
  return makeTask(jurisdiction, now, rows, {
    kind: 'desks',
    source,
    encoding: [...encodings].sort().join(' '),
    rows: rows.length,
    problems,
    notes: { ...noNotes, unknownHeaders: [...unknown] },
    savesMap: false,
    answers: [],
  });
}

async function parseDesks(source: SourceFile, terms: SourceTerms) {
  const read = await parseSource(source, terms);
  return { read, table: parseFittingSheet(read, (sheet) => parseDeskRows(sheet, terms.headers)) };
}

/** A form that comes back confirms what it says, on the day it comes in unless it says another. */
function confirmForms({ desks, isForm }: DeskTable, today: string): DeskRow[] {
  return desks.map((desk) => (isForm ? { ...desk, confirmedOn: desk.confirmedOn ?? today } : desk));
}

function makeTask(
  jurisdiction: Jurisdiction,
  now: Instant,
  rows: readonly DeskRow[],
  described: Omit<ImportTask<DeskImportPlan>, 'plan' | 'count' | 'apply'>,
): ImportTask<DeskImportPlan> {
  const today = localDay(now, jurisdiction.timeZone);
  return {
    ...described,
    plan: (db) => planImport(db, jurisdiction, rows, today),
    count: ({ added, changed }) => ({ added: added.length, changed: changed.length }),
    apply: (trx, plan, _batch, _operation, tick) =>
      forEachRow([...plan.added, ...plan.changed], tick, ({ unit, before, after }) =>
        recordDesk(trx, unit.id, before, after, today),
      ),
  };
}

async function planImport(
  db: Db,
  jurisdiction: Jurisdiction,
  rows: readonly DeskRow[],
  today: Day,
): Promise<DeskImportPlan> {
  const { id } = jurisdiction;
  const desks = await listDesks(db, id);
  const tiers = await listTiersInForce(db, id);
  const named = await listNamedUnits(db, id);
  const finder = makeUnitFinder(named, jurisdiction.name);
  const plan = planDesks(rows, {
    finder,
    deskOf: (unitId) => desks.get(unitId),
    tierOf: (unitId) => tiers.get(unitId),
    successorsOf: await findSuccessorNames(db, jurisdiction),
    today,
  });
  const confirmed = new Map(
    rows.flatMap(({ unit, confirmedOn }) => {
      const match = finder.find(unit);
      return match.kind === 'found' && confirmedOn !== undefined
        ? [[match.unit.id, confirmedOn] as const]
        : [];
    }),
  );
  const sent = await listFormsSent(db, id);
  const unanswered = named.filter(({ unit }) => {
    const on = sent.get(unit.id);
    const confirmedOn = confirmed.get(unit.id) ?? desks.get(unit.id)?.confirmedOn;
    return on !== undefined && !hasEnded(unit) && isFormOut(on, confirmedOn);
  });
  const registered = await listLeaders(db, id);
  const leaders = rows.flatMap(({ unit: name, leader: told }): LeaderDifference[] => {
    const match = finder.find(name);
    if (told === undefined || match.kind !== 'found') return [];
    const { id: unitId, code, name: unit } = match.unit;
    const own = registered.get(unitId) ?? null;
    const isSame = own?.name === told.name && (told.title === null || own.title === told.title);
    return isSame ? [] : [{ code, unit, registered: own, told }];
  });
  return {
    ...plan,
    leaders,
    readings: finder.readings(),
    unanswered: unanswered.map(({ unit }) => unit.name),
  };
}
