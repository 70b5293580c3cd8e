import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

export const volumeViews: Texts['views']['volume'] = {
  title: (name) => `${name}年办理量`,
  year: '年度',
  unit: '单位',
  sum: '合计',
  cut: (shown, all) => `共 ${n(all)} 行，显示前 ${n(shown)} 行；要多显示请用 --limit`,
  total: '总计',
  source: '来源',
  set: (unit, year, channel, before, after) => `${unit} ${n(year)} 年${channel}：${before} → ${n(after)}。`,
  runsUnchanged: (runs) => `第 ${runs} 号归类结果按原件数作出，不受影响。`,
  sourceOf: (file, row) => (row === null ? file : `${file}:${n(row)}`),
};
