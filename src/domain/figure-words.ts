import type { FigureName } from './figure-names.ts';

/** What figures are called in Chinese: at the head of a column, in the text of a bulletin, and where the appeals behind one are asked for. */
export const figureWords: Readonly<Record<FigureName, string>> = {
  opening: '期初在办',
  received: '受理',
  direct: '直接答复',
  ended: '未答复而结束',
  handed: '转办',
  waiting: '待派单',
  reopened: '重办立单',
  closed: '办结',
  open: '期末在办',
  'handed-on-time': '转办按期答复',
  'handed-late': '转办逾期答复',
  'handed-undue': '转办无期限已答复',
  'handed-open': '转办未答复',
  due: '到期',
  'on-time': '按期',
  'late-closed': '逾期已答',
  'late-open': '逾期未答',
  extended: '延期',
  overdue: '期末逾期',
  returned: '退单',
  upheld: '退单成立',
  'transferred-on': '转出',
  redone: '重办',
  assisted: '协办',
  'called-back': '回访',
  reached: '接通',
  'solved-asked': '解决评价',
  solved: '解决',
  graded: '有效评价',
  satisfied: '满意',
  'very-satisfied': '非常满意',
  'grade-satisfied': '评价为满意',
  'basically-satisfied': '基本满意',
  dissatisfied: '不满意',
  'very-dissatisfied': '非常不满意',
  'plain-yes': '仅答满意',
  'plain-no': '仅答不满意',
  answered: '本期答复',
  accepted: '有签收记录',
  'in-window': '按时签收',
};

/** Rates that have a name of their own in Chinese. */
const rateWords: Readonly<Partial<Record<FigureName, string>>> = {
  direct: '直接答复率',
  handed: '转办率',
  'on-time': '按期率',
  'handed-on-time': '按期答复率',
  solved: '解决率',
  satisfied: '满意率',
  reached: '接通率',
  'in-window': '及时签收率',
};

/** What the rate of a figure is called in Chinese. */
export function rateWord(name: FigureName): string {
  return rateWords[name] ?? `${figureWords[name]}占比`;
}
