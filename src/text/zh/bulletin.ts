import { n } from '../numbers.ts';

/** What commands say of bulletins in Chinese. */
export const bulletinViews = {
  title: '通报',
  columns: {
    number: '期号',
    period: '统计期',
    publishedOn: '发布日期',
    documentNo: '文号',
    title: '标题',
    corrects: '更正',
  },
  issue: (number: number) => `第 ${n(number)} 期通报`,
  period: '统计期',
  published: (number: number, documentNo: string) => `第 ${n(number)} 期通报已发布（${documentNo}）。`,
  ownFigures: (values: string) => `另行写入、不是本期指标的数字：${values}`,
  corrects: (number: number) => `更正第 ${n(number)} 期`,
  correctedBy: (number: number) => `已由第 ${n(number)} 期更正`,
  correction: (cell: string, before: string, after: string) => `${cell}：${before} → ${after}`,
  corrections: '更正内容',
  cells: '文中指标',
  cell: '指标',
  value: '数值',
  part: '分子/分母',
  typed: (values: string) => `另行写入而与某一指标数值相同的数字，请核对所指是否一致：${values}`,
  sameAs: (value: string, name: string) => `${value}（${name}）`,
  notIntact: (number: number) => `第 ${n(number)} 期通报与发布时不一致！`,
  intact: '与发布时一致',
  digest: '校验码',
  own: '另行写入的数字',
  unfinished: (day: string) => `统计期未结束：数字截至 ${day}，结束后才能发布。`,
};
