import type { MatterRow } from '../domain/matter.ts';
import type { ReadTable } from './columns.ts';
import { parseTable } from './columns.ts';
import type { TableTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import { parseText } from './values.ts';

const columns = {
  group: { headers: ['group', '一级事项', '事项大类', '大类', '一级分类', '一级类别'], parse: parseText },
  name: {
    headers: ['matter', '诉求事项', '二级事项', '事项', '事项小类', '小类', '二级分类', '二级类别'],
    parse: parseText,
    isRequired: true,
  },
  detail: { headers: ['detail', '三级事项', '三级分类', '三级类别', '细类', '事项细类'], parse: parseText },
} as const;

/**
 * Reads a sheet as a list of matters. Where it has three levels the lowest one names the matter, and it stands under the two above:
 * `住房城乡建设／物业管理`; where a row has no third level, the second names it.
 */
export function parseMatterRows(
  sheet: Sheet,
  terms?: TableTerms,
): ReadTable<typeof columns> & { readonly matters: readonly MatterRow[] } {
  const table = parseTable(sheet, columns, terms);
  const matters = table.rows.flatMap(({ place, values: { group, name, detail } }): MatterRow[] => {
    if (name === undefined) return [];
    if (detail === undefined) return [{ place, group, name }];
    return [{ place, group: group === undefined ? name : `${group}／${name}`, name: detail }];
  });
  return { ...table, matters };
}
