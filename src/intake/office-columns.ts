import type { OfficeRow } from '../domain/office.ts';
import type { ReadTable } from './columns.ts';
import { parseTable } from './columns.ts';
import type { TableTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import { unitHeaders } from './usual-headers.ts';
import { parseDayCell, parseName, parseUnitWord } from './values.ts';

const columns = {
  unit: {
    headers: [...unitHeaders.filter((header) => header !== 'name'), 'unit code', '单位编码'],
    parse: parseUnitWord,
    isRequired: true,
  },
  name: {
    headers: ['office', '内设机构', '内设机构名称', '科室', '科室名称'],
    parse: parseName,
    isRequired: true,
  },
  withdrawnOn: { headers: ['withdrawn on', '撤销日期', '撤销时间'], parse: parseDayCell },
} as const;

/** Reads a sheet as internal offices of units. */
export function parseOfficeRows(
  sheet: Sheet,
  terms?: TableTerms,
): ReadTable<typeof columns> & { readonly offices: readonly OfficeRow[] } {
  const table = parseTable(sheet, columns, terms);
  const offices = table.rows.flatMap(({ place, values: { unit, name, withdrawnOn } }): OfficeRow[] =>
    unit === undefined || name === undefined ? [] : [{ place, unit, name, withdrawnOn }],
  );
  return { ...table, offices };
}
