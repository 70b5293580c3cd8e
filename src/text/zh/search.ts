import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

export const searchViews: Texts['views']['search'] = {
  title: (words) => `含“${words}”的诉求`,
  ofPhone: '该电话的诉求',
  ofCaller: '该诉求人的诉求',
  found: (shown, total) =>
    total === null
      ? `显示 ${n(shown)} 件，另有更多（--all 全部显示）`
      : shown < total
        ? `共 ${n(total)} 件，显示 ${n(shown)} 件（--all 全部显示）`
        : `共 ${n(total)} 件`,
  where: '所在之处',
  fields: { title: '标题', text: '内容', reply: '答复', note: '备注', basis: '依据', remark: '说明' },
  notSearched:
    '已脱敏的姓名和号码、保密诉求的内容不在查找范围内；诉求人电话可用 --phone 加全号查找，姓名可用 --caller 加全名、--reason 加事由查找。',
  number: '编号',
  phone: '电话',
  caller: '诉求人',
  logged: '按电话查找已记入个人信息查阅记录。',
  loggedCaller: '按姓名查找及其事由已记入个人信息查阅记录。',
  similar: '有相似的未办结诉求：',
  why: { phone: '电话相同', place: '地点与事项相同', text: '内容相近' },
  line: (number, why, title, holder) => `${number}（${why}）：${title}，${holder}`,
  askLink: (number) => `与 ${number} 是同一件吗？是则登记为其重复件。`,
};
