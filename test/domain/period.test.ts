import { describe, expect, it } from 'vitest';
import { lastOfPeriod, parsePeriod, spanPeriod } from '../../src/domain/period.ts';

describe('a period', () => {
  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025年', '2025-01-01', '2025-12-31'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2024-2', '2024-02-01', '2024-02-29'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['２０２５年５月', '2025-05-01', '2025-05-31'],
    ['2025-Q1', '2025-01-01', '2025-03-31'],
    ['2025q4', '2025-10-01', '2025-12-31'],
    ['2025年第二季度', '2025-04-01', '2025-06-30'],
    // ISO 8601: the first week of a year is that with its first Thursday.
    ['2025-W01', '2024-12-30', '2025-01-05'],
    ['2021-W01', '2021-01-04', '2021-01-10'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2025-W21', '2025-05-19', '2025-05-25'],
  ])('%s is from %s to %s', (text, from, last) => {
    const period = parsePeriod(text);
    expect([period?.from, period && lastOfPeriod(period)]).toEqual([from, last]);
  });

  it.each(['', '25', '2025-13', '2025-00', '2025-Q5', '2025-W00', '2025-W53', '2025-05-01', 'May 2025'])(
    '%j is none',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it('goes from a day to a day, both included', () => {
    expect(spanPeriod('2025-05-31', '2025-06-01')).toEqual({ from: '2025-05-31', until: '2025-06-02' });
    expect(spanPeriod('2025-06-01', '2025-05-31')).toBeUndefined();
  });
});
