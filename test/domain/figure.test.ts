import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeOf,
  makeCount,
  makeRate,
  medianOf,
  percentileOf,
  percentOf,
  pointsOf,
  tenthsOf,
} from '../../src/domain/figure.ts';

describe('a rate', () => {
  it.each([
    [23, 160, '14.38'],
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [1, 8, '12.50'],
    // Halves go up: 0.005 and 0.015 of a percent.
    [1, 20_000, '0.01'],
    [3, 20_000, '0.02'],
    [0, 7, '0.00'],
    [7, 7, '100.00'],
    [8, 7, '114.29'],
    // What a product of floating point numbers gets wrong: 1.005 % is 1.01, not 1.00.
    [201, 20_000, '1.01'],
    [1_258, 7_554, '16.65'],
    [9_007_199_254_740_991, 9_007_199_254_740_991, '100.00'],
  ])('%i of %i is %s', (numerator, denominator, said) => {
    expect(percentOf({ numerator, denominator })).toBe(said);
  });

  it('has no value without a base', () => {
    expect(percentOf({ numerator: 0, denominator: 0 })).toBeNull();
    expect(percentOf(makeCount('hops', 5))).toBeNull();
    expect(makeRate('returned', 3, makeCount('handed', 9))).toEqual({
      ...{ name: 'returned', numerator: 3, denominator: 9, base: 'handed' },
    });
  });

  it('is never further from the quotient than half of its last figure', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (numerator, denominator) => {
        const hundredths = Number(percentOf({ numerator, denominator })) * 100;
        const exact = (numerator * 10_000) / denominator;
        expect(Math.abs(Math.round(hundredths) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });
});

it('hours of minutes have one decimal, half up', () => {
  expect([0, 3, 2, 59, 60, 243_069].map((minutes) => tenthsOf(minutes, 60))).toEqual([
    ...['0.0', '0.1', '0.0', '1.0', '1.0', '4051.2'],
  ]);
});

it('the middle of numbers is one of them, or between two', () => {
  expect([[], [5], [9, 1], [1, 2], [3, 1, 2], [4, 1, 3, 2]].map(medianOf)).toEqual([null, 5, 5, 2, 2, 3]);
});

describe('a change', () => {
  it.each([
    [182, 158, '15.19'],
    [206, 233, '-11.59'],
    [3, 8, '-62.50'],
    [1, 1, '0.00'],
    [5, 0, null],
    [5, null, null],
    [0, 7, '-100.00'],
    [100_001, 100_000, '0.00'],
  ])('of a count to %i from %s is %s percent', (now, before, change) => {
    expect(changeOf(now, before)).toBe(change);
  });

  it.each([
    [[111, 128], [101, 118], '1.13'],
    [[1, 2], [1, 2], '0.00'],
    [[1, 3], [1, 2], '-16.67'],
    [[0, 0], [1, 2], null],
    [[1, 2], [0, 0], null],
  ] as const)('of a rate to %j from %j is %s points', ([n1, d1], [n2, d2], points) => {
    expect(pointsOf({ numerator: n1, denominator: d1 }, { numerator: n2, denominator: d2 })).toBe(points);
  });
});

it('percentiles are by nearest rank, the middle of two half up', () => {
  const of = (...values: number[]) => values.map((minutes) => ({ minutes, count: 1 }));
  expect([percentileOf(of(1, 2, 3, 4), 50), percentileOf(of(1, 2, 4), 50), percentileOf([], 50)]).toEqual([3, 2, null]);
  expect(percentileOf(of(...Array.from({ length: 10 }, (_, at) => at + 1)), 90)).toBe(9);
  expect(percentileOf([{ minutes: 5, count: 19 }, { minutes: 90, count: 2 }], 90)).toBe(5);
  expect(percentileOf([{ minutes: 5, count: 17 }, { minutes: 90, count: 3 }], 90)).toBe(90);
}); // prettier-ignore
