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
  tally: (year) => `${n(year)}年办理量清点`,
  tallied: (counted, withoutUnit, duplicates, withdrawn) =>
    `计入 ${n(counted)} 件；无承办单位 ${n(withoutUnit)} 件、重复 ${n(duplicates)} 件、撤回 ${n(withdrawn)} 件，不计入`,
  yearNotOver: (day) => `该年度尚未结束，清点至 ${day}。`,
  fromAppeals: '按诉求清点',
  inForce: '在用件数',
  difference: '差额',
  assisted: '协办',
  runsRead: (runs) => `第 ${runs} 号归类结果按其他件数作出，不受影响。`,
  confirmTake: (count, year) => `将 ${n(year)} 年的 ${n(count)} 项件数改为按诉求清点的数？`,
  talliedFor: (unit, year) => `${n(year)}年计入${unit}的诉求`,
  set: (unit, year, channel, before, after) => `${unit} ${n(year)} 年${channel}：${before} → ${n(after)}。`,
  runsUnchanged: (runs) => `第 ${runs} 号归类结果按原件数作出，不受影响。`,
  sourceOf: (file, row) => (row === null ? file : `${file}:${n(row)}`),
};
