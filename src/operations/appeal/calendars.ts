import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { AppError } from '../../errors.ts';
import type { CalendarPlan, CalendarRow, MovedDue } from '../../domain/calendar-plan.ts';
import { compareNotices, parseNotice } from '../../domain/calendar-plan.ts';
import type { CalendarYear } from '../../domain/calendar.ts';
import { makeCalendar } from '../../domain/calendar.ts';
import { parseCalendarRows } from '../../intake/calendar-columns.ts';
import { parseHolidayFile } from '../../intake/holiday-file.ts';
import type { SourceFile } from '../../intake/source-file.ts';
import type { SourceTerms } from '../../intake/source.ts';
import { parseFittingSheet, parseSource } from '../../intake/source.ts';
import { updateDue } from '../../store/appeals.ts';
import { hasOwnYear, insertCalendarYear, listCalendarYears } from '../../store/calendar.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import { recountAllFacts } from '../../store/recount-facts.ts';
import type { Db } from '../../store/db.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import type { ImportTask } from '../import/import-file.ts';
import { describeRead, noNotes } from '../import/import-file.ts';
import { listMovedDues } from './recount-dues.ts';
import type { LocalWork } from '../kernel/transaction.ts';

/** Reads a file as the special days of a year and says which due days move with it. Errors: `calendar-year-unclear` when the days are of several years and none is named. */
export async function prepareCalendarImport(
  work: LocalWork,
  terms: SourceTerms & { readonly year?: number | undefined } & { readonly source: SourceFile },
): Promise<ImportTask<CalendarPlan>> {
  const { jurisdiction } = work;
  const { source } = terms;
  const { described, rows } = await parseRows(source, terms);
  const year = terms.year ?? findYear(source.name, rows);
  const { notice, problems } = parseNotice(rows, { year, source: source.name });
  return {
    ...described,
    plan: (db) => planCalendar(db, work, notice, problems),
    count: ({ added, gone, moved }) => ({ added: added.length, gone: gone.length, moved: moved.length }),
    apply: async (trx, plan, batch) => {
      await insertCalendarYear(trx, jurisdiction.id, batch.id, plan.notice);
      for (const one of await listMoves(trx, work, plan.notice)) await updateDue(trx, one.id, one.after);
      for (const one of await listConcerned(trx, jurisdiction))
        await recountAllFacts(trx, one.id, await getCountingRules(trx, one));
    },
  };
}

async function parseRows(
  source: SourceFile,
  terms: SourceTerms & { readonly year?: number | undefined },
): Promise<{
  readonly described: ReturnType<typeof describeRead>;
  readonly rows: readonly CalendarRow[];
}> {
  const json = await parseHolidayFile(source);
  if (json !== undefined) {
    const table = { ...noNotes, rows: json, problems: [] };
    return { described: describeRead('calendar', source, { encoding: 'json' }, table), rows: json };
  }
  const read = await parseSource(source, terms);
  const table = parseFittingSheet(read, (sheet) => parseCalendarRows(sheet, terms.headers), terms);
  // A calendar with days left out would be another one.
  const { written: _rows, ...described } = table;
  return { described: describeRead('calendar', source, read, described), rows: table.days };
}

/** The year most days are of; a notice for a year may hold the last days of the one before. */
function findYear(file: string, rows: readonly CalendarRow[]): number {
  const years = [...new Set(rows.map(({ day }) => Number(day.slice(0, 4))))].sort((a, b) => a - b);
  const last = years.at(-1);
  // Where no row could be read, what is wrong with each is told.
  if (last === undefined) return 0;
  const others = rows.filter(
    ({ day }) => Number(day.slice(0, 4)) !== last && !day.startsWith(`${String(last - 1)}-12`),
  );
  if (others.length > 0) throw new AppError('calendar-year-unclear', { file, years });
  return last;
}

async function planCalendar(
  db: Db,
  work: Pick<LocalWork, 'jurisdiction' | 'now'>,
  notice: CalendarYear,
  problems: CalendarPlan['problems'],
): Promise<CalendarPlan> {
  const { jurisdiction } = work;
  const inForce = (await listCalendarYears(db, jurisdiction.id)).find(({ year }) => year === notice.year);
  const moved = problems.length > 0 ? [] : await listMoves(db, work, notice);
  return {
    notice,
    ...compareNotices(inForce, notice),
    moved: moved.map(({ id: _id, ...one }) => one),
    problems,
  };
}

/** Appeals whose due day moves with a notice, answered ones too, so that what is listed and what is counted stay one: those of the jurisdiction, and of its counties that have no notice of their own. */
async function listMoves(
  db: Db,
  { jurisdiction, now }: Pick<LocalWork, 'jurisdiction' | 'now'>,
  notice: CalendarYear,
): Promise<(MovedDue & { readonly id: number })[]> {
  const moves: (MovedDue & { readonly id: number })[] = [];
  for (const one of await listConcerned(db, jurisdiction)) {
    if (one.id !== jurisdiction.id && (await hasOwnYear(db, one.id, notice.year))) continue;
    const years = (await listCalendarYears(db, one.id)).filter(({ year }) => year !== notice.year);
    const counting = { ...(await getCountingRules(db, one)), calendar: makeCalendar([...years, notice]) };
    moves.push(...(await listMovedDues(db, one, { counting, now })));
  }
  return moves;
}

/** A jurisdiction and its counties, which count by its calendar where they have none of their own. */
async function listConcerned(db: Db, { id: ownId, code }: Jurisdiction): Promise<Jurisdiction[]> {
  return (await listJurisdictions(db)).filter(({ id, parent }) => id === ownId || parent === code);
}
