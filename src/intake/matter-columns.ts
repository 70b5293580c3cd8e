import type { MatterRow } from '../domain/matter.ts';
import type { ReadTable } from './columns.ts';
import { parseTable } from './columns.ts';
import type { HeaderTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import { parseText } from './values.ts';

const columns = {
  group: { headers: ['group', '一级事项', '事项大类', '大类', '一级分类'], parse: parseText },
  name: {
    headers: ['matter', '诉求事项', '二级事项', '事项', '事项小类', '小类', '二级分类'],
    parse: parseText,
    isRequired: true,
  },
} as const;

/** Reads a sheet as a list of matters. */
export function parseMatterRows(
  sheet: Sheet,
  headers?: HeaderTerms,
): ReadTable<typeof columns> & { readonly matters: readonly MatterRow[] } {
  const table = parseTable(sheet, columns, headers);
  const matters = table.rows.flatMap(({ place, values: { group, name } }): MatterRow[] =>
    name === undefined ? [] : [{ place, group, name }],
  );
  return { ...table, matters };
}
