import { describe, expect, it } from 'vitest';
import {
  parseCode,
  parseCount,
  parseDayCell,
  parseName,
  parsePhoneList,
  parseUnitWord,
  parseYear,
  timeReader,
} from '../../src/intake/values.ts';

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
    // As programs and people write it: thousands by spaces, signs nobody sees, an apostrophe that keeps a text.
    ['1 023', 1023],
    ['1\u00a0023', 1023],
    ['12\u2009345\u2009678', 12_345_678],
    ['\u202d80\u202c', 80],
    ['\ufeff10', 10],
    ["'120", 120],
    ['1023 件', 1023],
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
    ['120①', 'count-marked'],
    ['100²', 'count-marked'],
    ['80⑵', 'count-marked'],
    ['10₃', 'count-marked'],
    ['120*', 'count-marked'],
    ['120（注1）', 'count-not-a-number'],
    ['120 (1)', 'count-marked'],
    ['①②', 'count-not-a-number'],
    ['㉑', 'count-not-a-number'],
    ['Ⅻ', 'count-not-a-number'],
    ['١٢٠', 'count-not-a-number'],
    ['½', 'count-not-a-number'],
    ['120\n35', 'count-several'],
    ['120 35', 'count-several'],
    ['120/35', 'count-several'],
    ['1 0 0', 'count-not-a-number'],
    ['12 34', 'count-several'],
    ['1.120', 'count-fraction'],
    ['120%', 'count-not-a-number'],
    ['+120', 'count-not-a-number'],
    ['0x10', 'count-not-a-number'],
    ['1\u001f20', 'count-not-a-number'],
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

describe('codes and order numbers', () => {
  it.each([
    ["'001", '001'],
    ['２０２２０２０７', '20220207'],
    ['W\u200b1', 'W1'],
    ['\ufeffA-1', 'A-1'],
    ['W①', 'W①'],
  ])('%s', (written, value) => {
    expect(parseCode(written, '编号', place)).toEqual({ ok: true, value });
  });

  it.each([
    ['1.1E+17', 'count-scientific'],
    ['3.0', 'code-not-exact'],
    ['????', 'text-destroyed'],
  ])('%s is refused as %s', (written, code) => {
    expect(parseCode(written, '编号', place)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('names', () => {
  it.each([
    ['王　某', '王某'],
    ['市 教 育 局', '市教育局'],
    ['市住房和城乡\n建设局', '市住房和城乡建设局'],
    ['John  Smith', 'John Smith'],
    ['阿不都·热依木', '阿不都·热依木'],
  ])('%s', (written, value) => {
    expect(parseName(written, '姓名', place)).toEqual({ ok: true, value });
  });

  it.each([
    ['0', 'name-not-valid'],
    ['FALSE', 'name-not-valid'],
    ['13812345678', 'name-not-valid'],
    ['张?', 'text-destroyed'],
    ['李□', 'text-destroyed'],
    ['???', 'text-destroyed'],
  ])('%s is refused as %s', (written, code) => {
    expect(parseName(written, '姓名', place)).toMatchObject({ ok: false, problem: { code } });
  });

  it('of units may be their codes', () => {
    expect(parseUnitWord('ＤＺ-003', '单位', place)).toEqual({ ok: true, value: 'DZ-003' });
    expect(parseUnitWord('市教育局（本级）', '单位', place)).toEqual({ ok: true, value: '市教育局（本级）' });
  });
});

describe('phones', () => {
  it.each([
    '+86-534-5550101',
    '0086-534-5550101',
    '+86 19900000001',
    '（0534）5550101',
    '值班0：5550101转801、值班1：5550102',
  ])('%s', (written) => {
    expect(parsePhoneList(written, '电话', place).ok).toBe(true);
  });

  it.each([
    ['5345550101', 'phone-zero-lost'],
    ['5345550101.0', 'phone-zero-lost'],
    ['534-5550101', 'phone-zero-lost'],
    ['5550101①', 'phone-not-valid'],
    ['+1-555-0100', 'phone-not-valid'],
  ])('%s is refused as %s', (written, code) => {
    expect(parsePhoneList(written, '电话', place)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('days and times', () => {
  const parseTime = timeReader('Asia/Shanghai');

  it.each([
    ['2022-02-07 09:20:00.0', '2022-02-07T01:20:00Z'],
    ['2022-02-07T09:20:00+08:00', '2022-02-07T01:20:00Z'],
    ['2022-02-07T01:20:00.000Z', '2022-02-07T01:20:00Z'],
    ['2022-02-06T20:20:00-0500', '2022-02-07T01:20:00Z'],
    ['2022/2/7 上午9:20', '2022-02-07T01:20:00Z'],
    ['2022年2月7日下午3点20分', '2022-02-07T07:20:00Z'],
    ['2022-02-07 上午12:05', '2022-02-06T16:05:00Z'],
    ['2022-02-07 中午12:30', '2022-02-07T04:30:00Z'],
    ['2022-02-07 晚上8:00', '2022-02-07T12:00:00Z'],
    ['2022-02-07 9:20:15 PM', '2022-02-07T13:20:15Z'],
    ['20220207092000', '2022-02-07T01:20:00Z'],
    ['202202070920', '2022-02-07T01:20:00Z'],
    ['2022-02-07\u00a009:20', '2022-02-07T01:20:00Z'],
    ['2022-02-07 9时', '2022-02-07T01:00:00Z'],
  ])('%s', (written, value) => {
    expect(parseTime(written, '时间', place)).toEqual({ ok: true, value });
  });

  it.each([
    ['44599.38', 'time-serial'],
    ['07/02/2022 09:20', 'time-order'],
    ['22-2-7 9:20', 'time-not-valid'],
    ['2022-02-30', 'time-not-valid'],
    ['2022-02-07 24:00', 'time-not-valid'],
    ['2022-02-07 上午15:20', 'time-not-valid'],
    ['2022-02-07 晚上12:00', 'time-not-valid'],
    ['2022-02-07 0920', 'time-not-valid'],
  ])('%s is refused as %s', (written, code) => {
    expect(parseTime(written, '时间', place)).toMatchObject({ ok: false, problem: { code } });
  });

  it('are read in the order that is said', () => {
    expect(parseTime('2/7/2022 9:20', '时间', place, { dates: 'mdy' })).toMatchObject({
      value: '2022-02-07T01:20:00Z',
    });
    expect(parseDayCell('2/7/2022', '日期', place, { dates: 'dmy' })).toMatchObject({ value: '2022-07-02' });
    // A day that begins with the year has one order only.
    expect(parseDayCell('2022-02-07', '日期', place, { dates: 'dmy' })).toMatchObject({
      value: '2022-02-07',
    });
  });

  it.each(['1899-12-30', '1900-01-00', '1970-01-01', '1989-12-31'])('%s is none', (written) => {
    expect(parseDayCell(written, '日期', place).ok).toBe(false);
  });
});
