import type { Problem } from '../../problems.ts';
import type { AppealRow } from '../../intake/appeal-columns.ts';
import { parseAppealRows } from '../../intake/appeal-columns.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import { renameSource } from '../../intake/source-file.ts';
import type { SourceTerms } from '../../intake/source.ts';
import { parseFittingSheet, parseSource } from '../../intake/source.ts';
import type { Appeal } from '../../domain/appeal.ts';
import { earliestTime } from '../../domain/appeal.ts';
import { holdsPersonal, maskCell, maskText } from '../../domain/masking.ts';
import { hasEnded } from '../../domain/span.ts';
import type { Unit } from '../../domain/unit.ts';
import type { NameReading } from '../../domain/unit-finder.ts';
import { makeUnitFinder } from '../../domain/unit-finder.ts';
import { listAppeals } from '../../store/appeals.ts';
import type { Db } from '../../store/db.ts';
import { listNamedUnits } from '../../store/units.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { findSuccessorNames } from '../unit/find-unit.ts';
import type { ImportTask } from './import-file.ts';
import { describeRead, forEachRow } from './import-file.ts';
import { recordAppeal } from '../appeal/log-appeal.ts';
import { recordCorrection } from '../appeal/prepare-act.ts';
import type { AppealAgain, AppealComparison } from '../privacy/compare-appeals.ts';
import { compareAppeals } from '../privacy/compare-appeals.ts';

/** What an import of appeals writes. */
export interface AppealPlan {
  readonly added: readonly { readonly row: AppealRow; readonly unit: Unit | null }[];
  /** What is set right of appeals that are in the register already, by their external number, and what else differs of them. */
  readonly corrections: AppealComparison['corrections'];
  readonly differences: AppealComparison['differences'];
  /** Appeals of the file that are in the register as they stand there. */
  readonly unchanged: number;
  readonly problems: readonly Problem[];
  readonly readings: readonly NameReading[];
}

/**
 * Reads a file of appeals, as hotline systems export them, and says how it is imported. Of one that is there already by its external number
 * what may be corrected is set right, the rest is pointed out.
 */
export async function prepareAppealImport(
  work: LocalWork,
  terms: SourceTerms & { readonly source: SourceFile },
): Promise<ImportTask<AppealPlan>> {
  const { source } = terms;
  const { jurisdiction } = work;
  const read = await parseSource(source, terms);
  const table = parseFittingSheet(read, (sheet) =>
    parseAppealRows(sheet, jurisdiction.timeZone, terms.headers),
  );
  return {
    ...describeRead('appeals', renameSource(source, hideCitizens(source.name, table.appeals)), read, table),
    plan: (db) => planAppeals(db, work, table),
    count: ({ added, corrections }) => ({ added: added.length, changed: corrections.length }),
    apply: async (trx, plan, _batch, operation, tick) => {
      await forEachRow(plan.added, tick, async ({ row, unit }) => {
        const { place: _place, site, unit: _unit, sentAt, receivedAt, ...appeal } = row;
        const course = { receivedAt, unit, sentAt: sentAt ?? receivedAt };
        await recordAppeal(trx, work, operation, { ...appeal, place: site }, course);
      });
      await forEachRow(plan.corrections, tick, (one) => recordCorrection(trx, work, operation, one));
    },
  };
}

/** The name of a file without the citizens that are in it. */
function hideCitizens(name: string, rows: readonly AppealRow[]): string {
  const callers = new Set(rows.flatMap(({ caller }) => caller ?? []));
  // Only those that can be in it: names are looked for in every writing, which takes its time.
  return [...callers]
    .filter(
      (caller) => name.includes(Array.from(caller).slice(-2).join('')) || name.includes(caller.slice(0, 2)),
    )
    .reduce((shown, caller) => maskText(shown, { caller, phone: null }), name);
}

async function planAppeals(
  db: Db,
  work: LocalWork,
  { appeals: rows, placeOf }: Pick<ReturnType<typeof parseAppealRows>, 'appeals' | 'placeOf'>,
): Promise<AppealPlan> {
  const { jurisdiction, now } = work;
  const finder = makeUnitFinder(await listNamedUnits(db, jurisdiction.id), jurisdiction.name);
  const registered = new Map(
    (await listAppeals(db, jurisdiction.id)).flatMap((appeal) =>
      appeal.externalNumber === null ? [] : [[appeal.externalNumber, appeal] as const],
    ),
  );
  const there: { readonly appeal: Appeal; readonly again: AppealAgain }[] = [];
  const successorsOf = await findSuccessorNames(db, jurisdiction);
  const problems: Problem[] = [];
  const first = new Map<string, AppealRow>();
  const added: AppealPlan['added'][number][] = [];
  for (const row of rows) {
    const { place } = row;
    const known = { caller: row.caller ?? null, phone: row.phone ?? null };
    if (holdsPersonal(row.externalNumber, known)) {
      const at = placeOf(row, 'externalNumber');
      problems.push({ code: 'number-personal', place: at, details: { column: 'external number' } });
      continue;
    }
    const twice = first.get(row.externalNumber);
    if (twice !== undefined) {
      const details = { unitCode: row.externalNumber, first: twice.place };
      problems.push({ code: 'code-twice', place: placeOf(row, 'externalNumber'), details });
      continue;
    }
    first.set(row.externalNumber, row);
    const sentAt = row.sentAt ?? row.receivedAt;
    if (row.receivedAt < earliestTime) {
      const at = placeOf(row, 'receivedAt');
      problems.push({ code: 'time-too-early', place: at, details: { earliest: earliestTime.slice(0, 10) } });
      continue;
    }
    if (row.receivedAt > now || sentAt > now || sentAt < row.receivedAt) {
      problems.push({ code: 'times-not-in-order', place, details: {} });
      continue;
    }
    const appeal = registered.get(row.externalNumber);
    if (appeal !== undefined) {
      there.push({ appeal, again: { ...row, place: row.site } });
      continue;
    }
    const match = row.unit === undefined ? undefined : finder.find(row.unit);
    if (match?.kind === 'unknown') {
      // In a row that is shifted the caller stands where the unit is looked for.
      const name = maskText(maskCell(row.unit ?? ''), known);
      const details = { name, suggestions: match.suggestions };
      problems.push({ code: 'unit-unknown', place: placeOf(row, 'unit'), details });
    } else if (match?.kind === 'ambiguous') {
      const matches = match.units.map((unit) => `${unit.code} ${unit.name}`);
      const at = placeOf(row, 'unit');
      problems.push({ code: 'unit-ambiguous', place: at, details: { name: row.unit ?? '', matches } });
    } else if (match?.kind === 'found' && hasEnded(match.unit)) {
      const { id, name, until } = match.unit;
      const details = { name, until, successors: successorsOf(id) };
      problems.push({ code: 'unit-ended', place: placeOf(row, 'unit'), details });
    } else added.push({ row, unit: match?.unit ?? null });
  }
  // Numbers are given in the order in which the appeals came in, whatever the order of the file.
  added.sort((a, b) =>
    a.row.receivedAt < b.row.receivedAt ? -1 : a.row.receivedAt > b.row.receivedAt ? 1 : 0,
  );
  return { added, ...(await compareAppeals(db, work, there)), problems, readings: finder.readings() };
}
