import type { DeadlineRules } from './deadline.ts';

/** Bengbu 2019: a unit accepts within one working day. Provincial rules are silent about it. */
const acceptInOneDay = {
  days: 1,
  dayKind: 'working',
  start: 'next-day',
  source: '蚌埠市2019年规定：1个工作日内签收',
} as const;

/** Shandong's provincial line of 2017: yellow a working day before the limit, red from the first working day after it. */
const warning = {
  yellow: 1,
  red: 1,
  source: '山东省2017年省级热线规定：到期前1个工作日黄牌，逾期第1个工作日起红牌',
} as const;

/** Shandong 2020: five working days for all kinds; a return within two, with reason; complex cases generally up to ten more. */
const shandong2020: DeadlineRules = {
  code: 'shandong-2020',
  name: '山东省2020年规定',
  source:
    '山东省2020年政务服务热线规定：5个工作日办结；不属本单位职责的2个工作日内说明理由退回；情况复杂的可延期，一般不超过10个工作日',
  cases: [{ days: 5, dayKind: 'working', start: 'next-day' }],
  accept: acceptInOneDay,
  return: { days: 2, dayKind: 'working', start: 'next-day' },
  extension: {
    times: 1,
    days: 10,
    dayKind: 'working',
    source: '10个工作日：山东省2020年规定；到期前申请、以一次为限：山东省2017年省级热线规定',
  },
  rework: null,
  warning,
};

/** Guangdong 2022: by kind. The rules name five kinds; praise and others are taken with requests. */
const guangdong2022: DeadlineRules = {
  code: 'guangdong-2022',
  name: '广东省2022年规定',
  source: '广东省2022年规定：咨询2个工作日，求助、建议10个工作日，投诉、举报15个工作日',
  cases: [
    { kinds: ['consultation'], days: 2, dayKind: 'working', start: 'next-day' },
    { kinds: ['complaint', 'tipoff'], days: 15, dayKind: 'working', start: 'next-day' },
    { kinds: ['request', 'suggestion'], days: 10, dayKind: 'working', start: 'next-day' },
    { days: 10, dayKind: 'working', start: 'next-day', source: '规定未列明表扬及其他，比照求助' },
  ],
  accept: acceptInOneDay,
  return: null,
  extension: null,
  rework: null,
  warning,
};

/** Deadline rules the tool brings. */
export const deadlinePresets: readonly DeadlineRules[] = [shandong2020, guangdong2022];

/** The rules that hold where a jurisdiction has taken no others. */
export const usualRules = shandong2020.code;
