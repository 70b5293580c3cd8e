import { describe, expect, it } from 'vitest';
import { findMissingFonts, isAtLeast, neededCalendarYears, neededSpace } from '../../src/domain/checkup.ts';

describe('a checkup', () => {
  it.each([
    ['2.31', '2.28', true],
    ['2.28', '2.28', true],
    ['2.3', '2.28', false],
    ['2.28.9000', '2.28', true],
    ['3.0', '2.34', true],
    ['2', '2.1', false],
  ])('%s is at least %s: %s', (version, least, is) => {
    expect(isAtLeast(version, least)).toBe(is);
  });

  it('wants the holidays of the next year from November on', () => {
    expect(neededCalendarYears('2026-10-31')).toEqual([2026]);
    expect(neededCalendarYears('2026-11-01')).toEqual([2026, 2027]);
  });

  it('wants room for three times the database', () => {
    expect([neededSpace(0), neededSpace(1e9)]).toEqual([2e8, 3e9]);
  });

  it('finds the fonts of official papers by their names on any system', () => {
    expect(findMissingFonts(['simfang.ttf', 'simhei.ttf', 'simkai.ttf', 'simsun.ttc', 'FZXBSJW.TTF'])).toEqual({ missing: [], hasOther: true }); // prettier-ignore
    expect(
      findMissingFonts(['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', '宋体']).missing,
    ).toEqual([]);
    expect(findMissingFonts(['方正小标宋_GBK', '仿宋']).missing).toEqual(['黑体', '楷体', '宋体']);
    expect(findMissingFonts(['Noto Sans CJK SC'])).toMatchObject({ hasOther: true });
    expect(findMissingFonts(['DejaVu Sans'])).toEqual({ missing: ['方正小标宋', '仿宋', '黑体', '楷体', '宋体'], hasOther: false }); // prettier-ignore
  });
});
