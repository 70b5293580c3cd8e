import type { Texts } from '../shape.ts';

export const menu: Texts['menu'] = {
  what: '要做什么？',
  which: (group) => group.replace(/：$/u, ''),
  next: (step) => `下一步：${step}`,
  begin: '开始：新建数据库，按步骤完成一年的工作',
  queue: (count) => `逐件办理待办诉求（${String(count)} 件）`,
  overdue: (count) => `查看超期诉求（${String(count)} 件）`,
  unpublished: (count) => `发布名册变更（${String(count)} 个单位）`,
  log: '登记诉求',
  leave: '退出',
};
