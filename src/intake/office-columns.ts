import type { OfficeRow } from '../domain/office.ts';
import type { ReadTable } from './columns.ts';
import { parseTable } from './columns.ts';
import type { HeaderTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import { parseDayCell, parseText } from './values.ts';

const columns = {
  unit: {
    headers: ['unit', '单位名称', '单位', '承办单位', '部门', 'department', 'unit code', '单位编码'],
    parse: parseText,
    isRequired: true,
  },
  name: {
    headers: ['office', '内设机构', '内设机构名称', '科室', '科室名称'],
    parse: parseText,
    isRequired: true,
  },
  withdrawnOn: { headers: ['withdrawn on', '撤销日期', '撤销时间'], parse: parseDayCell },
} as const;

/** Reads a sheet as internal offices of units. */
export function parseOfficeRows(
  sheet: Sheet,
  headers?: HeaderTerms,
): ReadTable<typeof columns> & { readonly offices: readonly OfficeRow[] } {
  const table = parseTable(sheet, columns, headers);
  const offices = table.rows.flatMap(({ place, values: { unit, name, withdrawnOn } }): OfficeRow[] =>
    unit === undefined || name === undefined ? [] : [{ place, unit, name, withdrawnOn }],
  );
  return { ...table, offices };
}
