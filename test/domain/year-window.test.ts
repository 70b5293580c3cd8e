import { describe, expect, it } from 'vitest';
import { findWindow, isSteady } from '../../src/domain/year-window.ts';

const reach = { from: '2021-01-01', last: '2023-03-05' };
const terms = { year: 2022, today: '2023-03-10', reach };

describe('the months before and after a day', () => {
  it.each([
    // The month of the day counts on neither side; no more than the year, and as many before.
    ['2022-01-18', {}, '2021-02-01 2022-01-01', '2022-02-01 2023-01-01', 11, false],
    // The first of a month begins the months after.
    ['2022-07-01', {}, '2022-01-01 2022-07-01', '2022-07-01 2023-01-01', 6, false],
    // Twelve at most, though fourteen went by.
    [
      '2021-10-20',
      { reach: { from: '2019-05-02', last: '2023-01-01' } },
      '2020-10-01 2021-10-01',
      '2021-11-01 2022-11-01',
      12,
      false,
    ],
    // The database is whole for nine months before only: as many after, however many there were.
    ['2021-10-20', {}, '2021-01-01 2021-10-01', '2021-11-01 2022-08-01', 9, true],
    // It begins in the middle of January: that month is not whole.
    [
      '2021-04-01',
      { reach: { from: '2021-01-05', last: '2022-12-31' } },
      '2021-02-01 2021-04-01',
      '2021-04-01 2021-06-01',
      2,
      true,
    ],
    // It ends in May: there is nothing to count after that.
    [
      '2022-01-18',
      { reach: { from: '2021-01-01', last: '2022-05-02' } },
      '2021-09-01 2022-01-01',
      '2022-02-01 2022-06-01',
      4,
      true,
    ],
    // The month of today is not over.
    ['2022-01-18', { today: '2022-04-30' }, '2021-11-01 2022-01-01', '2022-02-01 2022-04-01', 2, false],
    [
      '2022-12-31',
      { year: 2023, today: '2023-02-01' },
      '2022-11-01 2022-12-01',
      '2023-01-01 2023-02-01',
      1,
      false,
    ],
  ] as const)('%s %j: %s against %s', (day, more, before, after, months, isShort) => {
    const window = findWindow(day, { ...terms, ...more });
    if (window.kind === 'none') throw new Error(window.why);
    const write = ({ from, until }: typeof window.before): string => `${from} ${until}`;
    const found = [write(window.before), write(window.after), window.months, window.isShort];
    expect(found).toEqual([before, after, months, isShort]);
  });

  it.each([
    [null, {}, 'no-day'],
    ['2023-01-01', {}, 'after-year'],
    ['2022-12-02', {}, 'no-months-after'],
    ['2022-03-18', { today: '2022-04-30' }, 'no-months-after'],
    ['2022-03-18', { reach: null }, 'no-appeals'],
    ['2022-03-18', { reach: { from: '2021-01-01', last: '2022-03-31' } }, 'ends-before'],
    ['2021-01-18', {}, 'not-whole'],
    ['2021-02-18', { reach: { from: '2021-01-02', last: '2022-12-31' } }, 'not-whole'],
    ['2020-05-01', {}, 'not-whole'],
  ] as const)('%s %j: none, %s', (day, more, why) => {
    expect(findWindow(day, { ...terms, ...more })).toEqual({ kind: 'none', day, why });
  });
});

describe('a unit for which nothing changed', () => {
  const time = { from: '2021-02-01', until: '2023-01-01' };
  it.each([
    // No run said anything then: that of today does.
    [[], 'designated', true],
    [[], 'attached', false],
    [[], null, false],
    [[{ on: '2022-01-17', tier: 'designated' }], 'designated', true],
    // It was attached before, and became designated in that time.
    [[{ on: '2021-01-17', tier: 'attached' }, { on: '2022-01-17', tier: 'designated' }], 'designated', false],
    // Attached once, long before the time began.
    [[{ on: '2019-01-17', tier: 'attached' }, { on: '2020-01-17', tier: 'designated' }], 'designated', true],
    // What came after the time is no change in it.
    [[{ on: '2021-01-17', tier: 'designated' }, { on: '2023-01-17', tier: 'dedicated' }], 'dedicated', true],
  ] as const)('%j, now %s: %s', (past, now, steady) => {
    expect(isSteady(past, time, now)).toBe(steady);
  }); // prettier-ignore
});
