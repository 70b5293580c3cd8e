import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

export const studyViews: Texts['views']['study'] = {
  title: (number) => `第 ${n(number)} 号专题研究`,
  listTitle: '专题研究',
  cut: (shown, all) => `共 ${n(all)} 次，列出前 ${n(shown)} 次；更多请加 --limit`,
  number: '号',
  unit: '单位',
  on: '会议日期',
  matter: '事项',
  decision: '议定事项',
  until: '落实期限',
  leader: '第一责任人',
  state: '状态',
  result: '落实情况',
  by: '登记人',
  closedBy: '销号人',
  appeals: '涉及诉求',
  open: '待落实',
  late: '逾期未落实',
  closedOn: (day) => `${day} 已落实`,
  wentInto: (name) => `已并入${name}`,
  toClose: (number) => `liaison study close ${n(number)} --result 落实情况`,
  status: '专题研究议定事项',
  statusOf: (open, late) => `待落实 ${n(open)} 项，其中逾期 ${n(late)} 项`,
  statusNext: (until, unit, leader) => `最早的须于 ${until} 前落实：${unit}${leader}`,
};
