import type { HeaderTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import type { ReadTable } from './columns.ts';
import { parseTable } from './columns.ts';
import type { UnitRow } from '../domain/unit-plan.ts';
import { parseCount, parseText, wordReader } from './values.ts';
import { categoryWords } from '../domain/input-words.ts';

const columns = {
  code: { headers: ['code', '单位编码', '编码', '代码'], parse: parseText },
  name: {
    headers: ['name', '单位名称', '名称', '单位', '承办单位', '部门', 'unit', 'department'],
    parse: parseText,
    isRequired: true,
  },
  shortName: { headers: ['short name', '简称', '单位简称'], parse: parseText },
  category: { headers: ['category', '类别', '单位类别'], parse: wordReader(categoryWords) },
  group: { headers: ['group', '分组', '组别'], parse: parseText },
  sort: { headers: ['sort', '序号', '排序', 'no', 'number'], parse: parseCount },
  parent: { headers: ['parent', '上级单位', '主管单位', '主管部门'], parse: parseText },
  leader: { headers: ['leader', '第一责任人', 'first responsible person'], parse: parseText },
  leaderTitle: { headers: ['title', '职务'], parse: parseText },
  officeLimit: { headers: ['office limit', '内设机构限额', '内设机构数'], parse: parseCount },
  outsideReason: {
    headers: ['outside reason', '不纳入原因', '不列入原因', 'outside the scheme', '不纳入设置标准'],
    parse: parseText,
  },
} as const;

/** Reads a sheet as a list of units. */
export function parseUnitRows(
  sheet: Sheet,
  headers?: HeaderTerms,
): ReadTable<typeof columns> & { readonly units: readonly UnitRow[] } {
  const table = parseTable(sheet, columns, headers);
  const units = table.rows.flatMap(({ place, values }) =>
    values.name === undefined ? [] : [{ ...values, place, name: values.name }],
  );
  return { ...table, units };
}
