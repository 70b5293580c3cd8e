import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

export const logViews: Texts['views']['log'] = {
  title: '操作记录',
  one: (number) => `第 ${n(number)} 号操作`,
  count: (shown, all) => (shown === all ? `共 ${n(all)} 条` : `显示 ${n(shown)} 条，共 ${n(all)} 条`),
  number: '序号',
  at: '时间',
  by: '操作人',
  command: '命令',
  about: '内容',
  hash: '校验值',
  state: '状态',
  undone: (number) => `已撤销（${n(number)}）`,
  undoneBy: (number) => `已由第 ${n(number)} 号操作撤销`,
  identity: { same: '同一单位', new: '另一单位' },
  facts: {
    added: '新增', appeal: '诉求', appeals: '诉求', batch: '导入批次', before: '原值', after: '现值', calendar: '日历', changed: '变更',
    channel: '渠道', deadline: '期限规则', edition: '期号', entries: '条目', fields: '内容', file: '文件', findings: '问题', forms: '采集表', from: '自', gone: '取消',
    headers: '记住表头', hop: '转办', identity: '同一或另一', into: '并入', jurisdiction: '辖区', lead: '牵头单位', moved: '变动', names: '确定名称',
    newUnits: '新单位', office: '内设机构', on: '日期', operation: '撤销操作', reason: '原因', removed: '删去', ruling: '裁定', run: '归类结果', scheme: '标准', shown: '显示',
    study: '专题研究', subject: '对象', supersedes: '取代', template: '模板', texts: '文字', to: '转往', undoes: '撤销批次', unit: '单位', units: '单位', until: '落实期限', verb: '事项',
    withdrawnOn: '撤销日期', year: '年度',
  },
}; // prettier-ignore
