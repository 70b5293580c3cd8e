import type { Unit } from './unit.ts';

/** Headers of a column of units, whatever the file is about. */
export const unitNameHeaders = [
  'name',
  '单位名称',
  '名称',
  '单位',
  '承办单位',
  '部门',
  'unit',
  'department',
  '主办单位',
  '承办部门',
  '责任单位',
  '部门名称',
  '承办单位名称',
] as const;

/**
 * What the columns of a list of units may be headed by: the first word that a list is written with in English, the first Chinese one in Chinese,
 * so that what is written goes in again.
 */
export const unitColumnHeaders = {
  code: ['code', '单位编码', '编码', '代码', '单位代码'],
  name: unitNameHeaders,
  shortName: ['short name', '简称', '单位简称'],
  category: ['category', '类别', '单位类别'],
  group: ['group', '分组', '组别'],
  sort: ['sort', '序号', '排序', 'no', 'number'],
  parent: ['parent', '上级单位', '主管单位', '主管部门'],
  leader: ['leader', '第一责任人', 'first responsible person', '主要负责人', '单位主要负责人'],
  leaderTitle: ['title', '职务'],
  officeLimit: ['office limit', '内设机构限额', '内设机构数'],
  outsideReason: ['outside reason', '不纳入原因', '不列入原因', 'outside the scheme', '不纳入设置标准'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type UnitColumn = keyof typeof unitColumnHeaders;

/** A unit with all that a list of units may say of it. */
export interface UnitLine {
  readonly unit: Unit;
  readonly parent: string | null;
  readonly leader: { readonly name: string; readonly title: string | null } | null;
}
