import { describe, expect, it } from 'vitest';
import { isWithdrawn } from '../../src/domain/office.ts';
import { hasEnded, overlap } from '../../src/domain/span.ts';
import { endedAmong } from '../../src/domain/unit.ts';

const until = '2022-03-01';

describe('what has ended', () => {
  it.each([
    ['the day before its until day', '2022-02-28', false],
    ['on its until day, on which it holds no more', '2022-03-01', true],
    ['the day after', '2022-03-02', true],
    ['by now, whatever day it is', undefined, true],
  ])('%s', (_when, day, expected) => {
    expect(hasEnded({ until }, day)).toBe(expected);
    if (day !== undefined) expect(isWithdrawn({ name: '办公室', withdrawnOn: until }, day)).toBe(expected);
  });

  it('is never what has no until day', () => {
    expect([hasEnded({ until: null }), hasEnded({ until: null }, '9999-12-31')]).toEqual([false, false]);
  });

  it('gives way to what begins on its until day', () => {
    const one = { from: '2022-01-01', until };
    expect(overlap(one, { from: '2022-03-01', until: null })).toBe(false);
    expect(overlap(one, { from: '2022-02-28', until: null })).toBe(true);
    expect(overlap(one, { from: '2022-02-01', until: '2022-02-01' })).toBe(false);
  });

  it('is a unit that was undone too', () => {
    const has = endedAmong(
      new Map([
        [1, { until: null }],
        [2, { until }],
      ]),
    );
    expect([1, 2, 3].map(has)).toEqual([false, true, true]);
  });
});
