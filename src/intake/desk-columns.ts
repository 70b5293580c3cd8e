import type { Role } from '../domain/desk.ts';
import { roles } from '../domain/desk.ts';
import { isPersonGiven } from '../domain/desk-plan.ts';
import type { DeskPeople, DeskRow, PersonInput } from '../domain/desk-plan.ts';
import type { HeaderTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import type { ReadTable } from './columns.ts';
import { readTable } from './columns.ts';
import { readDay, readPhoneList, readText, wordReader } from './values.ts';
import { tierWords } from '../domain/words.ts';

const columns = {
  unit: {
    headers: ['unit', '单位名称', '单位', '承办单位', '部门', 'name', 'department', 'code', '单位编码'],
    read: readText,
    isRequired: true,
  },
  form: { headers: ['form', '设置形式', '设置类别', 'tier'], read: wordReader(tierWords) },
  name: { headers: ['desk', '机构名称', '群众工作机构', '机构（岗位）名称'], read: readText },
  sign: { headers: ['sign', '加挂牌子名称', '牌子', '挂牌名称'], read: readText },
  hostOffice: { headers: ['host office', '挂靠内设机构', '加挂机构'], read: readText },
  replacedOffice: { headers: ['replaced office', '撤销内设机构', '撤一'], read: readText },
  duties: { headers: ['duties', '职责', '主要职责', '工作职责'], read: readText },
  hours: { headers: ['hours', '值班时间', '办公时间'], read: readText },
  phones: { headers: ['phone', 'phones', '联系电话', '办公电话', '电话'], read: readPhoneList },
  establishedOn: { headers: ['established on', '设立日期', '成立日期'], read: readDay },
  documentNo: { headers: ['document no', '批复文号', '文号'], read: readText },
  confirmedOn: { headers: ['confirmed on', '核实日期', '确认日期'], read: readDay },
  leaderInCharge: { headers: ['leader in charge', '分管负责人', '分管领导'], read: readText },
  leaderInChargePost: { headers: ['leader in charge post', '分管负责人职务'], read: readText },
  head: { headers: ['head', '负责人', '科室负责人'], read: readText },
  headPost: { headers: ['head post', '负责人职务'], read: readText },
  headPhone: { headers: ['head phone', '负责人电话'], read: readPhoneList },
  liaison: { headers: ['liaison', '联络员'], read: readText },
  liaisonPost: { headers: ['liaison post', '联络员职务', '联络员岗位'], read: readText },
  liaisonPhone: { headers: ['liaison phone', '联络员电话'], read: readPhoneList },
  mobile: { headers: ['mobile', '手机', '联络员手机', '手机号码'], read: readPhoneList },
} as const;

/** Reads a sheet as desks with their people. */
export function readDeskRows(
  sheet: Sheet,
  headers?: HeaderTerms,
): ReadTable<typeof columns> & { readonly desks: readonly DeskRow[] } {
  const table = readTable(sheet, columns, headers);
  const desks = table.rows.flatMap(({ place, values }): DeskRow[] => {
    const { unit, leaderInCharge, leaderInChargePost, head, headPost, headPhone } = values;
    const { liaison, liaisonPost, liaisonPhone, mobile, ...desk } = values;
    if (unit === undefined) return [];
    const given: Record<Role, PersonInput> = {
      'leader-in-charge': { name: leaderInCharge, post: leaderInChargePost },
      head: { name: head, post: headPost, phone: headPhone },
      liaison: { name: liaison, post: liaisonPost, phone: liaisonPhone, mobile },
    };
    const people: DeskPeople = {};
    for (const role of roles) {
      if (isPersonGiven(given[role])) people[role] = given[role];
    }
    return [{ ...desk, place, unit, people }];
  });
  return { ...table, desks };
}
