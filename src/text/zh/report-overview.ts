import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

/** 概况报表的用语。 */
export const overviewReportViews: Texts['views']['overviewReport'] = {
  title: (name) => `${name}群众诉求承办概况`,
  cards: {
    units: '承办单位',
    volume: (year) => `${n(year)} 年办理量`,
    noVolume: '年办理量',
    received: '本期受理',
    overdue: '现逾期未答复',
    edition: '现行名册',
    desks: '机构岗位待完善',
    tiers: '设置类别',
  },
  figure: '指标',
  value: '数值',
  remark: '说明',
  countUnits: (count) => `${n(count)} 个`,
  countAppeals: (count) => `${n(count)} 件`,
  inScheme: (noCount) => (noCount === 0 ? '纳入设置标准' : `纳入设置标准；归类时无办理量 ${n(noCount)} 个`),
  ofRun: (number, documentNo) => `第 ${n(number)} 号归类结果，${documentNo}`,
  noRun: '尚无审定的归类结果',
  handed: (handed) => `其中转办 ${n(handed)} 件`,
  noAppeals: '尚无诉求',
  nothingLate: '无逾期',
  onDay: (day) => `截至 ${day}`,
  editionOf: (number) => `第 ${n(number)} 期`,
  editionState: (day, unpublished) =>
    unpublished === null || unpublished === 0
      ? `${day} 发布，无未发布的变动`
      : `${day} 发布，${n(unpublished)} 个单位的变动尚未发布`,
  noEdition: '尚未发布名册',
  desksBlocked: '有影响发布的问题',
  noDesksBlocked: '没有影响发布的问题',
  sections: {
    cards: '主要数据',
    volumes: '年办理量与设置类别',
    moves: '设置类别变动',
    matrix: '单位间转办',
    due: '各单位到期与逾期',
    waiting: '转办席待处理',
  },
  noVolumes: '尚无审定的归类结果，不列办理量与设置类别',
  movesSince: (before, beforeYear, year) =>
    `${n(beforeYear)} 年度（第 ${n(before)} 号归类结果）至 ${n(year)} 年度；数字为年办理量`,
  noMoves: (year) => `与 ${n(year)} 年度相比，各单位设置类别均无变动`,
  noRunBefore: '以往年度没有生效的归类结果可比',
  matrixRead: '本期受理的诉求，行为转出，列为接收',
  matrixCut: (shown, all) =>
    `涉及 ${n(all)} 个单位，仅列转办最多的 ${n(shown)} 个；全部见“转办与循环情况”报表`,
  noHandOvers: '本期受理的诉求没有在单位之间转办的',
  onTimeRate: '按期率%',
  overdueNow: '现逾期',
  timely: '时效',
  dueRead: (day) => `到期按到期日计入本期，不论何时受理；现逾期截至 ${day}`,
  nothingDue: '本期无到期诉求，现无逾期',
  wait: '原因',
  waits: '件数',
  nothingWaits: '转办席没有待处理的诉求',
  all: '合计',
  bars: { onTime: '按期', lateClosed: '逾期已答', lateOpen: '逾期未答' },
  definitions: [
    ['年办理量', '现行归类结果各单位按设置标准所计渠道的办理量之和'],
    ['现逾期未答复', '统计时到期日已过而尚未答复的诉求，归现主办单位'],
    ['机构岗位待完善', '按现行归类结果应设机构（岗位）、有影响名册发布问题的单位'],
    ['转办席待处理', '退单待审定、未派单、未按时签收、承办单位已撤销、无到期日的诉求'],
    ['单位间转办', '由一个单位转到另一个单位的次数，转办席首次派单不计'],
  ],
};
