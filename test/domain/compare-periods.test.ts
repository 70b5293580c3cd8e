import { describe, expect, it } from 'vitest';
import { periodBefore, periodYearBefore } from '../../src/domain/compare-periods.ts';
import { parsePeriod, spanPeriod } from '../../src/domain/period.ts';
import type { Period } from '../../src/domain/period.ts';
import { rankRates } from '../../src/domain/rank.ts';

const period = (text: string): Period => {
  const [from = '', last] = text.split(' ');
  const read = last === undefined ? parsePeriod(from) : spanPeriod(from, last);
  if (read === undefined) throw new Error(text);
  return read;
};

describe('the period before and that of the year before', () => {
  it.each([
    ['2024-03', '2024-02', '2023-03'],
    ['2024-02', '2024-01', '2023-02'],
    ['2025-Q1', '2024-Q4', '2024-Q1'],
    ['2025', '2024', '2024'],
    ['2024-03-01 2024-03-10', '2024-02-20 2024-02-29', '2023-03-01 2023-03-10'],
    ['2025-W01', '2024-W52', '2024-W01'],
    ['2021-W01', '2020-W53', '2020-W01'],
    ['2021-01-01 2021-04-30', '2020-09-01 2020-12-31', '2020-01-01 2020-04-30'],
  ])('of %s are %s and %s', (of, before, yearBefore) => {
    expect([periodBefore(period(of)), periodYearBefore(period(of))]).toEqual([
      period(before),
      period(yearBefore),
    ]);
  });

  it.each([['2024-02-29 2024-02-29'], ['2024-02-20 2024-02-29'], ['2020-W53']])(
    'of %s the year before has no such days',
    (of) => {
      expect(periodYearBefore(period(of))).toBeUndefined();
    },
  );
});

it('rates are ranked exactly: ties share a place, small bases have none', () => {
  const rate = (numerator: number, denominator: number) => ({ numerator, denominator });
  expect(rankRates([rate(9, 10), rate(18, 20), rate(3, 3), rate(1, 3), rate(100, 100), rate(89_999, 100_000)])).toEqual([2, 2, null, null, 1, 4]); // prettier-ignore
});
