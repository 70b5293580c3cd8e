import { describe, expect, it } from 'vitest';
import { parsePhone, parsePhones, writePhone } from '../../src/domain/phone.ts';

describe('one phone', () => {
  it.each([
    ['13812345678', 'mobile', '13812345678'],
    ['138-1234-5678', 'mobile', '13812345678'],
    ['+86 138 1234 5678', 'mobile', '13812345678'],
    ['１３８１２３４５６７８', 'mobile', '13812345678'],
    ['0534-2851344', 'landline', '0534-2851344'],
    ['(0534)2851344', 'landline', '0534-2851344'],
    ['2851344', 'landline', '0534-2851344'],
    ['010-12345', undefined, ''],
    ['12345', 'short', '12345'],
    ['95588', 'short', '95588'],
    ['400-123-4567', 'service', '4001234567'],
    ['2851344转8001', 'landline', '0534-2851344转8001'],
    ['2851344#8001', 'landline', '0534-2851344转8001'],
    ['0534-2851344-8001', 'landline', '0534-2851344转8001'],
    ['12a45', undefined, ''],
    ['1381234567', undefined, ''],
    ['', undefined, ''],
  ])('%s', (written, kind, printed) => {
    const phone = parsePhone(written);
    expect(phone?.kind).toBe(kind);
    if (phone !== undefined) expect(writePhone(phone, '0534')).toBe(printed);
  });
});

describe('a list of phones', () => {
  it('is parted by the usual signs', () => {
    const reading = parsePhones('2851344、2853337；0534-2851345/13812345678');
    expect(reading.kind === 'phones' && reading.phones.map((phone) => phone.number)).toEqual([
      '2851344',
      '2853337',
      '2851345',
      '13812345678',
    ]);
  });

  it('finds two numbers run together', () => {
    expect(parsePhones('2851344128533376')).toEqual({ kind: 'run-together', part: '2851344128533376' });
    expect(parsePhones('05342851344、28513442853337')).toEqual({
      kind: 'run-together',
      part: '28513442853337',
    });
  });

  it('says which part is none', () => {
    expect(parsePhones('2851344、见公告')).toEqual({ kind: 'not-a-phone', part: '见公告' });
  });
});

describe('notes beside a phone', () => {
  it.each([
    ['0534-2310001（夜间）', '0534-2310001（夜间）'],
    ['2310001(值班室)', '0534-2310001（值班室）'],
    ['值班：0534-2310001', '0534-2310001（值班）'],
    ['0534-2310001转8001（工作日8:30-12:00）', '0534-2310001转8001（工作日8:30-12:00）'],
    ['（0534）2310001', '0534-2310001'],
    ['13800000000（微信同号）', '13800000000（微信同号）'],
  ])('%s', (text, written) => {
    const reading = parsePhones(text);
    expect(
      reading.kind === 'phones' ? reading.phones.map((phone) => writePhone(phone, '0534')) : reading,
    ).toEqual([written]);
  });

  it('may hold the signs that part phones', () => {
    const reading = parsePhones('0534-2310001（周一、周三）、13800000000（夜间，节假日）');
    expect(reading).toMatchObject({
      kind: 'phones',
      phones: [{ note: '周一、周三' }, { note: '夜间,节假日' }],
    });
  });

  it('is no phone by itself', () => {
    expect(parsePhones('见公示（夜间）').kind).toBe('not-a-phone');
  });
});
