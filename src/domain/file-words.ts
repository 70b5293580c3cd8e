// Words that the files of other systems use for codes, and nobody types.
import type { State } from './appeal.ts';
import type { HistoryAction } from './history.ts';
import { outcomeWords, satisfactionWords, stateWords, yesNoWords } from './input-words.ts';
import type { Grade } from './satisfaction.ts';

/** What a column of statuses says beside where an appeal stands: how it ended. */
export const fileStateWords: Readonly<
  Record<State | 'declined' | 'withdrawn' | 'duplicate', readonly string[]>
> = {
  ...stateWords,
  declined: outcomeWords.declined,
  withdrawn: [...outcomeWords.withdrawn, '已撤销', '已撤回', '作废', '已作废', '撤销'],
  duplicate: outcomeWords.duplicate,
};

/** What a log of hand-overs calls what was done (环节). */
export const historyActionWords: Readonly<Record<HistoryAction, readonly string[]>> = {
  log: ['受理', '登记', '接件', '来电登记', '工单登记', '创建', 'create'],
  transfer: [
    ...[
      '退回改派',
      '派单',
      '分派',
      '派发',
      '首次派单',
      '改派',
      '重派',
      '转派',
      '转办',
      '转交',
      '移交',
      '交办',
      '二次派单',
    ],
    ...['下派', '再派单', '重新派单', 'dispatch', 'assign', 'reassign'],
  ],
  accept: ['签收', '接单', '接收', '接件签收', 'accepted'],
  return: ['退回', '退单', '退件', '申请退回', '退回申请', '申请退单', '回退', 'reject'],
  reply: [
    '答复',
    '回复',
    '反馈',
    '办理反馈',
    '答复办理',
    '办理答复',
    '处理反馈',
    '提交办理结果',
    '办理完成',
    '上报结果',
  ],
  close: ['办结', '结案', '归档', '办结归档', '审核办结', '完结', '关闭', '办结审核', 'closed'],
  callback: ['回访', '电话回访', '满意度回访', '回访完成'],
  redo: ['重办', '返工', '发回重办', '重新办理', '二次办理', '退回重办', 'reopen'],
  extend: ['延期', '同意延期', '延期通过', '批准延期', '已延期'],
  remind: ['催办', '督办', '提醒'],
  assist: ['协办', '会办', '添加协办'],
  hold: ['部门办理', '承办', '办理', '处理', '办理中', '处理中', '单位办理', '承办单位办理', '待办'],
  note: [
    ...[
      '备注',
      '审核',
      '补充',
      '查看',
      '记录',
      '情况说明',
      '申请延期',
      '延期申请',
      '延期审核',
      '延期审批',
      '驳回延期',
    ],
    ...['不同意延期', '退回审核', '审核通过', '评价', '挂起', '解挂', '阅办'],
  ],
};

/** What a log of hand-overs calls the transfer desk, where it is no unit of the register. */
export const transferDeskWords: Readonly<Record<'transfer-desk', readonly string[]>> = {
  'transfer-desk': [
    ...[
      '转办席',
      '转办区',
      '12345',
      '12345热线',
      '12345中心',
      '市12345',
      '市12345热线',
      '市12345中心',
      '热线',
    ],
    ...[
      '热线中心',
      '热线平台',
      '受理中心',
      '派单员',
      '话务中心',
      '热线办',
      '市热线办',
      '话务员',
      'transfer desk',
    ],
  ],
};

/** Whether the hotline answered an appeal itself, or handed it over. */
export const handlingWords: Readonly<Record<'direct' | 'handed', readonly string[]>> = {
  direct: ['直接答复', '直接办理', '直接解答', '即时答复', '在线解答', '当场答复', '自办'],
  handed: ['转办', '派单', '交办', '转派', '工单转办', '转办件'],
};

/** What files say to yes and no of an appeal: that it was extended, the citizen reached, the matter solved. */
export const extendedWords: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: [...yesNoWords.yes, '已延期', '延期'],
  no: [...yesNoWords.no, '未延期', '不延期'],
};

export const reachedWords: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: [...yesNoWords.yes, '已接通', '接通', '成功', '回访成功', '已回访'],
  no: [...yesNoWords.no, '未接通', '无人接听', '无法接通', '拒接', '关机', '停机', '空号', '失败', '回访失败', '未回访'],
}; // prettier-ignore

export const solvedWords: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: [...yesNoWords.yes, '已解决', '解决', '全部解决'],
  no: [...yesNoWords.no, '未解决', '没有解决', '部分解决', '未完全解决'],
};

/** How stars are written: `5星`, `五星`, `★★★★★`. */
function starWords(stars: number): string[] {
  const sign = Array.from('一二三四五')[stars - 1] ?? '';
  return [`${String(stars)}星`, `${sign}星`, `${sign}颗星`, '★'.repeat(stars)];
}

/** What files say of it: grades, or stars; a bare figure says neither, and is asked about. And what they say where nobody was asked. */
export const ratingWords: Readonly<Record<Grade | 'yes' | 'no' | 'none', readonly string[]>> = {
  'very-satisfied': [...satisfactionWords['very-satisfied'], ...starWords(5)],
  satisfied: [...satisfactionWords.satisfied, ...starWords(4)],
  'basically-satisfied': [...satisfactionWords['basically-satisfied'], '一般', '较满意', ...starWords(3)],
  dissatisfied: [...satisfactionWords.dissatisfied, ...starWords(2)],
  'very-dissatisfied': [...satisfactionWords['very-dissatisfied'], ...starWords(1)],
  yes: ['是', '√'],
  no: ['否'],
  none: ['未评价', '未评', '未参评', '未参与评价', '未表态', '拒绝评价', '不评价', '未回访'],
};
