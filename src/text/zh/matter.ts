import type { Texts } from '../shape.ts';

export const matterViews: Texts['views']['matter'] = {
  title: '诉求事项',
  group: '一级事项',
  name: '诉求事项',
  appeals: '件数',
  lead: '主办单位',
  notListed: '不在清单内',
  gone: '不再列入',
  askGone: (names) => `以下事项不再列入清单：${names}。是否继续？`,
};
