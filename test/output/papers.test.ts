// What papers are made with: pieces that stay whole, columns, rows taller than a page, contacts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialDocumentNo, openDocumentNo } from '../../src/domain/document-number.ts';
import { breakLines, fitColumns, printedWidth, splitTall } from '../../src/output/papers/fit-columns.ts';
import { dialAddress } from '../../src/output/roster/dial.ts';
import { writeContacts } from '../../src/output/roster/vcard.ts';
import { hoursLines, phoneLines, splitWhole } from '../../src/output/whole-pieces.ts';
import { unbrokenPieces, wrapText } from '../../src/output/wrap.ts';

describe('what is never broken inside', () => {
  it.each([
    ['电话0534-5550104转8001（夜间）', ['0534-5550104转8001']],
    ['工作日8:30-12:00、13:30-17:30', ['8:30-12:00', '13:30-17:30']],
    ['自2022年1月18日起', ['2022年1月18日']],
    ['1月8日', ['1月8日']],
    ['德组字〔2022〕16号', ['〔2022〕16号']],
    ['共1,023件，96.37%', ['1,023', '96.37']],
    ['+86 199', ['+86', '199']],
    ['无', []],
  ])('of %s', (text, whole) => {
    expect(splitWhole(text).flatMap((piece) => (piece.isWhole ? [piece.text] : []))).toEqual(whole);
    expect(
      splitWhole(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('stands on one line wherever it fits, and no line ends with an opening bracket or quotation mark', () => {
    const sign = fc.constantFrom(
      ...Array.from('市局“”（）《》、，。；夜间ab '),
      '0534-5550101',
      '8:30-12:00',
      '2022年1月18日',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), fc.integer({ min: 24, max: 60 }), (signs, width) => {
        const text = signs.join('');
        const lines = wrapText(text, width);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《“]$/u);
        // What stays whole, with the signs that stay at it, is longer than a line only where it is all of one.
        for (const piece of unbrokenPieces(text).filter((one) => printedWidth(one) <= width))
          expect(lines.some((line) => line.includes(piece.trim()))).toBe(true);
      }),
    );
  });

  it('a spell of hours and a phone have a line of their own', () => {
    expect(hoursLines('工作日8:30-12:00、13:30-17:30；周六9:00-11:30，14:00-16:00；汛期24小时')).toBe(
      '工作日8:30-12:00、\n13:30-17:30；\n周六9:00-11:30，\n14:00-16:00；\n汛期24小时',
    );
    expect(hoursLines('上午8:30至12:00')).toBe('上午8:30至12:00');
    expect(phoneLines('0534-5550101（白天、夜间）、0534-5550102；12345')).toBe(
      '0534-5550101（白天、夜间）\n0534-5550102\n12345',
    );
  });
});

describe('columns', () => {
  const cell = fc.constantFrom('市公安局', '负责本单位群众诉求的签收、协调办理和答复反馈。'.repeat(8), '0534-5550104转8001', '工作日8:30-12:00、', '', '1'); // prettier-ignore
  it('fill the room, and none is narrower than what stays whole in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const widths = fitColumns(['单位', '职责', '联系电话'], rows, 120);
        expect(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 120)).toBeLessThan(0.01);
        for (const [at, width] of widths.entries())
          for (const row of rows)
            for (const piece of unbrokenPieces(row[at] ?? ''))
              expect(width).toBeGreaterThanOrEqual(printedWidth(piece));
      }),
    );
  });

  it('give a line with a phone or time its end where it must be', () => {
    expect(breakLines('周六、周日及法定节假日9:00-11:30、', 26)).toBe('周六、周日及法定节假日\n9:00-11:30、');
    expect(breakLines('负责本单位群众诉求的签收、协调办理', 12)).toBe('负责本单位群众诉求的签收、协调办理');
  });

  it('part a row that is too tall between lines, lose nothing and tell again whose it is', () => {
    const duties = Array.from({ length: 50 }, (_, at) => `第${String(at + 1)}项`).join('\n');
    const parts = splitTall(['1', '市局', duties], [6, 10, 20], { first: 10, most: 25 }, (text, at) => (at < 2 ? `${text}（续）` : null)); // prettier-ignore
    expect(parts.map((row) => row[2]?.split('\n').length)).toEqual([10, 20, 20]);
    expect(parts.map((row) => row[1])).toEqual(['市局', '市局（续）', '市局（续）']);
    expect(parts.map((row) => row[2]).join('\n')).toBe(duties);
    const words = 'one two three four five six seven';
    const [first, ...rest] = splitTall([words], [12], { first: 2, most: 9 }, () => null);
    expect([first, ...rest].map((row) => row?.[0]).join(' ')).toBe(words);
  });
});

describe('a document number', () => {
  it.each([
    ['德组字[2022]3号', '德组字〔2022〕3号'],
    ['德组字(2022)3号', '德组字〔2022〕3号'],
    ['德组字（2022）3号', '德组字〔2022〕3号'],
    ['德组字【 2022 】3号', '德组字〔2022〕3号'],
    ['德组字〔2022〕3号', '德组字〔2022〕3号'],
    ['会议纪要（二）', '会议纪要（二）'],
    ['德组字2022-3', '德组字2022-3'],
  ])('%s is written %s', (typed, official) => {
    expect(officialDocumentNo(typed)).toBe(official);
  });

  it('is left open in a draft behind the mark of the one before', () => {
    expect(openDocumentNo('德组字[2022]16号', '2023')).toBe('德组字〔2023〕　　号');
    expect(openDocumentNo(undefined, '2023')).toBe('〔2023〕　　号');
  });
});

describe('contacts', () => {
  const entry = {
    number: 1, unitCode: 'DZ-001', unit: '市教育局', group: '政府部门', tier: 'attached', desk: '群众工作科', sign: '信访办公室',
    phones: ['0534-5550104转8001（夜间）', '12345'], hours: '工作日8:30-12:00', duties: '一；二,三\n四', address: '东方红路1号；西门',
    internal: { firstResponsible: null, leaderInCharge: null, head: '金某丙', headPost: '科长', headPhone: '0534-5550109', liaison: '李某丙', liaisonPost: null, mobile: '19900010001', confirmedOn: null },
  } as never; // prettier-ignore
  const unfold = (text: string): string => text.replaceAll('\r\n ', '');

  it('hold what is published, each line short enough, signs that part escaped', () => {
    const text = writeContacts([entry], { isInternal: false, day: '2022-01-18' });
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const plain = unfold(text);
    expect(plain).toContain('FN:市教育局 群众工作科（信访办公室）\r\n');
    expect(plain).toContain('TEL;TYPE=WORK,VOICE:05345550104,8001\r\nTEL;TYPE=WORK,VOICE:12345\r\n');
    expect(plain).toContain('一；二\\,三\\n四');
    expect(plain).toContain('ADR;TYPE=WORK:;;东方红路1号；西门;;;;\r\n');
    expect(plain).not.toMatch(/金某丙|19900010001/u);
  });

  it('of an internal copy hold people too', () => {
    const plain = unfold(writeContacts([entry], { isInternal: true, day: '2022-01-18' }));
    expect(plain.match(/BEGIN:VCARD/gu)).toHaveLength(3);
    expect(plain).toContain('FN:李某丙 市教育局联络员\r\n');
    expect(plain).toContain('TEL;TYPE=CELL:19900010001\r\n');
    expect(plain).toContain('TITLE:科长\r\n');
  });

  it.each([
    ['0534-5550104', 'tel:05345550104'],
    ['0534-5550104转8001（夜间）', 'tel:05345550104,8001'],
    ['12345', 'tel:12345'],
    ['19900010001', 'tel:19900010001'],
    ['夜间值班', undefined],
  ])('%s is dialled as %s', (phone, address) => {
    expect(dialAddress(phone)).toBe(address);
  });
});
