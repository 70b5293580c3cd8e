import { n } from '../numbers.ts';
import type { Texts } from '../shape.ts';

/** 核对通报数字的用语。 */
export const verifyViews: Texts['views']['verify'] = {
  title: (file) => `${file} 核对结果`,
  ask: '请输入一行数字，如“直接答复 36516/54706 66.75%”或“36516+18190=54706”（直接回车结束）',
  notALine: '既不是占比也不是合计，例如：直接答复 36516/54706 66.75%，或 36516+18190=54706',
  input: '输入内容',
  bulletin: '通报',
  unnamed: '（未注明）',
  all: '合计',
  kind: '类型',
  item: '项目',
  figures: '算式',
  printed: '印刷值',
  computed: '计算值',
  verdict: '结论',
  why: '说明',
  kinds: { percentage: '占比', sum: '合计', change: '增减', mean: '日均' },
  aDay: (num, days) => `${n(num)}/${n(days)} 天`,
  explained: (verdict, why) => `${verdict}：${why}`,
  verdicts: {
    follows: '相符',
    truncated: '截去尾数',
    'largest-remainder': '按最大余数凑整',
    'takes-the-rest': '末项凑足一百',
    'other-base': '基数不同',
    'does-not-follow': '不符',
  },
  short: {
    follows: '相符',
    truncated: '截尾',
    'largest-remainder': '余数',
    'takes-the-rest': '凑足',
    'other-base': '他基数',
    'does-not-follow': '不符',
  },
  ofBase: (base, name) => `以 ${n(base)}（${name}）为基数`,
  overDays: (days) => `按 ${n(days)} 天计算`,
  bases: {
    total: '合计数',
    sum: '各项实际之和',
    denominator: '其他占比的基数',
    part: '合计中的一项',
    numerator: '其他项目件数',
    now: '本期数',
  },
  causes: {
    'no-base': () => '没有基数',
    'left-out': () => '有基数而未印数值',
    sign: () => '正负号相反',
    'rounded-up': () => '应舍而入',
    'points-not-percent': () => '印的是差额本身，是百分点而非百分比',
    'misplaced-point': () => '小数点错位',
    'misprinted-count': ({ count, meant }) => `正是 ${n(meant)} 件的占比，${n(count)} 疑为误印`,
    'digits-transposed': () => '相邻两位数字颠倒',
    complement: () => '正是其余各项的占比',
  },
  sumCauses: {
    'part-misprinted': ({ part, meant, missing }) =>
      `${n(part ?? 0)} 疑为 ${n(meant)} 之误` +
      (missing === 0 ? '' : missing > 0 ? `；改后仍少 ${n(missing)}` : `；改后仍多 ${n(-missing)}`),
    'total-misprinted': ({ meant }) => `合计疑为 ${n(meant)} 之误`,
    'digit-misprinted': ({ missing }) =>
      `${missing > 0 ? `少 ${n(missing)}` : `多 ${n(-missing)}`}；疑有一位数字误印，不止一处可能`,
    'counted-twice-possible': ({ part, missing }) =>
      `多 ${n(-missing)}；${part === null ? '' : `其中 ${n(part)} `}可能重复计数`,
    'part-missing': ({ missing }) => `少 ${n(missing)}；可能漏列一项`,
  },
  unchecked: (changes) => `增减幅度未附件数、无法核对的有 ${n(changes)} 项`,
};
