import type { HeaderTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import type { ReadTable } from './columns.ts';
import { readTable } from './columns.ts';
import type { UnitRow } from '../domain/unit-plan.ts';
import { readCount, readText, wordReader } from './values.ts';
import { categoryWords } from '../domain/words.ts';

const columns = {
  code: { headers: ['code', '单位编码', '编码', '代码'], read: readText },
  name: {
    headers: ['name', '单位名称', '名称', '单位', '承办单位', '部门', 'unit', 'department'],
    read: readText,
    isRequired: true,
  },
  shortName: { headers: ['short name', '简称', '单位简称'], read: readText },
  category: { headers: ['category', '类别', '单位类别'], read: wordReader(categoryWords) },
  group: { headers: ['group', '分组', '组别'], read: readText },
  sort: { headers: ['sort', '序号', '排序', 'no', 'number'], read: readCount },
  parent: { headers: ['parent', '上级单位', '主管单位', '主管部门'], read: readText },
  leader: { headers: ['leader', '第一责任人', 'first responsible person'], read: readText },
  leaderTitle: { headers: ['title', '职务'], read: readText },
  officeLimit: { headers: ['office limit', '内设机构限额', '内设机构数'], read: readCount },
  outsideReason: {
    headers: ['outside reason', '不纳入原因', '不列入原因', 'outside the scheme', '不纳入设置标准'],
    read: readText,
  },
} as const;

/** Reads a sheet as a list of units. */
export function readUnitRows(
  sheet: Sheet,
  headers?: HeaderTerms,
): ReadTable<typeof columns> & { readonly units: readonly UnitRow[] } {
  const table = readTable(sheet, columns, headers);
  const units = table.rows.flatMap(({ place, values }) =>
    values.name === undefined ? [] : [{ ...values, place, name: values.name }],
  );
  return { ...table, units };
}
