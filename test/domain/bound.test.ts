import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstInside,
  lastInside,
  parseLowerBound,
  parseUpperBound,
  writeLowerBound,
} from '../../src/domain/bound.ts';

describe('a lower bound', () => {
  it.each([
    ['1000+', 1000, true],
    ['１０００＋', 1000, true],
    ['1,000+', 1000, true],
    ['>=1000', 1000, true],
    ['≥1000', 1000, true],
    ['1000以上', 1000, true],
    ['1000件及以上', 1000, true],
    ['1000件以上', 1000, true],
    ['over:1000', 1000, false],
    ['OVER:1000', 1000, false],
    ['>1000', 1000, false],
    ['＞1000', 1000, false],
    ['超过1000件', 1000, false],
    ['0+', 0, true],
  ])('%s', (text, number, included) => {
    expect(parseLowerBound(text)).toEqual({ number, included });
  });

  it.each(['1000', '', '+1000', '-5+', '1.5+', 'under:5', '以上', '99999999999999999999+', '超过1000以下'])(
    '%s is none',
    (text) => {
      expect(parseLowerBound(text)).toBeUndefined();
    },
  );
});

describe('an upper bound', () => {
  it.each([
    ['upto:50', 50, true],
    ['<=50', 50, true],
    ['50以下', 50, true],
    ['不超过50件', 50, true],
    ['under:50', 50, false],
    ['<50', 50, false],
    ['不满50', 50, false],
  ])('%s', (text, number, included) => {
    expect(parseUpperBound(text)).toEqual({ number, included });
  });
});

it('reads what it writes, and knows the numbers inside', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.boolean(), (number, included) => {
      const bound = { number, included };
      expect(parseLowerBound(writeLowerBound(bound))).toEqual(bound);
      expect(parseUpperBound(`${included ? 'upto' : 'under'}:${String(number)}`)).toEqual(bound);
      expect(firstInside(bound)).toBe(included ? number : number + 1);
      expect(lastInside(bound)).toBe(included ? number : number - 1);
    }),
  );
});
