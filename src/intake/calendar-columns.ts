import type { CalendarRow } from '../domain/calendar-plan.ts';
import type { ReadTable } from './columns.ts';
import { parseTable } from './columns.ts';
import type { TableTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import { wordReader, parseDayCell, parseText } from './values.ts';

const kindWords = {
  off: ['放假', '休', '休息', '假', '放假日', '节假日', '法定节假日'],
  work: ['上班', '班', '补班', '调休上班', '工作日', '调休'],
} as const;

const columns = {
  day: {
    headers: ['day', '日期', 'date', '开始日期', '起始日期', 'from'],
    parse: parseDayCell,
    isRequired: true,
  },
  until: { headers: ['until', 'to', '至', '结束日期', '截止日期', '止'], parse: parseDayCell },
  kind: {
    headers: ['kind', '类型', '安排', '休班', '放假/上班'],
    parse: wordReader(kindWords),
    isRequired: true,
  },
  name: { headers: ['name', 'holiday', '名称', '节日', '节日名称', '假期'], parse: parseText },
} as const;

/** Reads a sheet as the special days of a year: days off and weekend days that are worked, one a row or from one to another. */
export function parseCalendarRows(
  sheet: Sheet,
  terms?: TableTerms,
): ReadTable<typeof columns> & { readonly days: readonly CalendarRow[] } {
  const table = parseTable(sheet, columns, terms);
  const days = table.rows.flatMap(({ place, values: { day, until, kind, name } }): CalendarRow[] =>
    day === undefined || kind === undefined
      ? []
      : [{ place, day, until: until ?? day, kind, name: name ?? '' }],
  );
  return { ...table, days };
}
