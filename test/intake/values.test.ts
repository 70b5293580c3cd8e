import { describe, expect, it } from 'vitest';
import { parseCount, parseYear } from '../../src/intake/values.ts';

const place = { file: 'f.csv', row: 2 };

describe('counts', () => {
  it.each([
    ['1023', 1023],
    ['1,023', 1023],
    ['１０２３', 1023],
    ['１，０２３', 1023],
    ['1023件', 1023],
    ['1022.0', 1022],
    ['0', 0],
  ])('%s', (written, value) => {
    expect(parseCount(written, '热线', place)).toEqual({ ok: true, value });
  });

  it.each([
    ['1.38E+10', 'count-scientific'],
    ['9.67万', 'count-rounded'],
    ['-5', 'count-negative'],
    ['10.5', 'count-fraction'],
    ['1,02', 'count-not-a-number'],
    ['约100', 'count-not-a-number'],
    ['999999999999', 'count-too-large'],
  ])('%s is refused as %s', (written, code) => {
    expect(parseCount(written, '热线', place)).toMatchObject({ ok: false, problem: { code, place } });
  });
});

it.each([
  ['2021', 2021],
  ['2021年', 2021],
  ['２０２１年度', 2021],
])('reads the year %s', (written, value) => {
  expect(parseYear(written, '年度', place)).toEqual({ ok: true, value });
});

it.each(['21', '1899', 'MMXXI'])('refuses the year %s', (written) => {
  expect(parseYear(written, '年度', place).ok).toBe(false);
});
