import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

export const calendarViews: Texts['views']['calendar'] = {
  title: '工作日历',
  year: '年度',
  off: '放假天数',
  work: '周末上班天数',
  source: '来源',
  builtIn: '内置',
  batch: (number) => `第 ${n(number)} 批导入`,
  ofYear: (year) => `${n(year)} 年放假与调休`,
  day: '日期',
  weekday: '星期',
  kind: '安排',
  kinds: { off: '放假', work: '上班' },
  name: '节日',
  plan: (file, year) => `${n(year)} 年工作日历（${file}）`,
  counts: (added, gone, unchanged) => `新增 ${n(added)}，取消 ${n(gone)}，不变 ${n(unchanged)}`,
  gone: '不再特殊安排',
  moved: (count) => `到期日有变动：${n(count)} 件`,
  number: '诉求',
  before: '原到期日',
  after: '新到期日',
  unknown: '未知',
  fewDays: (year, days) => `${n(year)} 年将只有 ${n(days)} 天放假`,
  goneDays: (days) => `取消原有安排 ${n(days)} 天`,
  ask: (what) => `${what}。是否继续？`,
};
