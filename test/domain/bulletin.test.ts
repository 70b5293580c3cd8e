import { describe, expect, it } from 'vitest';
import type { BulletinCell } from '../../src/domain/bulletin.ts';
import { checkWritten, parseBulletin, refillBulletin } from '../../src/domain/bulletin.ts';
import { namePeriod } from '../../src/domain/bulletin-draft.ts';

const cell = (value: string): BulletinCell => ({ value, numerator: 1, denominator: null });
const cells = new Map([
  ['受理', cell('1182')],
  ['按期率', cell('86.72%')],
  ['受理环比', cell('上升15.19%')],
  ['按期率环比', cell('下降1.13个百分点')],
]);
const check = (...lines: string[]) =>
  checkWritten(
    { title: '2021年5月通报', period: '', lines: lines.map((text, at) => ({ row: at + 5, text })) },
    cells,
  );

describe('the text of a bulletin', () => {
  it('has a head, and notes that are not printed', () => {
    expect(parseBulletin('统计期：2021-05-01 至 2021-05-31\r\n标题: 通报\n※ 说明\n\n一、总体情况\n')).toEqual(
      {
        ...{ title: '通报', period: '2021-05-01 至 2021-05-31' },
        lines: [{ row: 5, text: '一、总体情况' }],
      },
    );
    expect(parseBulletin('一、总体情况')).toEqual({ missing: ['统计期', '标题'] });
  });

  it('is printed with the values of its cells, also of those without one', () => {
    const { lines, used, faults } = check('一、总体情况', '（一）受理', '受理{受理=1182}件、{受理}件，环比{受理环比=上升15.19%}。');
    expect(faults).toEqual([]);
    expect(lines.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', '一、总体情况'],
      ['subheading', '（一）受理'],
      ['text', '受理1182件、1182件，环比上升15.19%。'],
    ]);
    expect(used).toEqual(['受理', '受理环比']);
  }); // prettier-ignore

  it('is wrong where a cell says another value, or is none, each with its place', () => {
    expect(check('受理{受理=1183}件，{按时率=1%}').faults).toEqual([
      { kind: 'cell-differs', row: 5, column: 3, name: '受理', said: '1183', is: '1182' },
      { kind: 'cell-unknown', row: 5, column: 14, name: '按时率' },
    ]);
  });

  it.each([
    ['2021年5月、第2季度、第3期、5月31日、2021-05-31、12345热线、德组字〔2022〕15号、（2022）15号'],
    ['受理1182件，按期率86.72%，环比下降1.13个百分点'],
    ['受理1,182件、１１８２件、１，１８２件'],
    ['5个工作日内答复，08:30上班，附件2，2021-000813'],
    ['1. 第一项'],
    ['（1）第一项'],
    ['上半年、一件事一次办'],
    ['5月1日至8日，10:30，完成、成立、组成'],
    ['86.72%的诉求按期'],
    ['受理{受理＝1182}件'],
    ['分别为1182，1182件'],
  ])('holds no number of its own: %s', (text) => {
    expect(check(text).faults).toEqual([]);
  });

  it.each([
    ['受理1183件', '1183'],
    ['占86.7%', '86.7%'],
    ['占８６．７％', '86.7%'],
    ['约1.2万件', '1.2万'],
    ['上升1.2个百分点', '1.2个百分点'],
    ['百分之八十七', '百分之八十七'],
    ['一千一百八十三件', '一千一百八十三'],
    ['其中7个单位', '7'],
    ['通过App456件', '456'],
    ['受理12345件', '12345'],
    ['平均用时12.5日', '12.5'],
    ['满意率99：50', '99'],
    ['77日办结', '77'],
    ['十件', '十'],
    ['九百九十九人', '九百九十九'],
    ['三分之一', '三分之一'],
    ['两成', '两成'],
    ['千分之三', '千分之三'],
    ['翻一番', '翻一番'],
    ['1,183件', '1,183'],
    ['满意度99.9', '99.9'],
    ['增长300%', '300%'],
  ])('holds one: %s', (text, value) => {
    expect(check(text).faults[0]).toMatchObject({ kind: 'own-figure', row: 5, value });
  });

  it.each([
    ['上升1.13个百分点', 'other-way'],
    ['下降15.19%', 'other-way'],
    ['受理{受理=1182件', 'brace-broken'],
    ['受理}件', 'brace-broken'],
  ])('is wrong: %s', (text, kind) => {
    expect(check(text).faults.map((fault) => fault.kind)).toContain(kind);
  });

  it('names the figure that a number typed by hand is the same as', () => {
    expect(check('受理1,182件，上升15.19%').typed).toEqual([
      ['1,182', '受理'],
      ['15.19%', '受理环比'],
    ]);
  });

  it('takes numbers of what it quotes word for word', () => {
    const written = { title: '', period: '', lines: [{ row: 1, text: '更换路灯15盏' }] };
    expect(checkWritten(written, cells, ['更换路灯15盏']).faults).toEqual([]);
    const other = { ...written, lines: [{ row: 1, text: '更换路灯15盏，另有15盏；德州5G办' }] };
    expect(checkWritten(other, cells, ['更换路灯15盏', '德州5G办']).faults).toMatchObject([{ value: '15' }]);
  });

  it('is filled with the figures of another period', () => {
    expect(refillBulletin('受理{受理=9}件{不认识=1}', cells)).toBe('受理{受理=1182}件{不认识=1}');
  });
});

it.each([
  ['2021-01-01', '2022-01-01', '2021年'],
  ['2021-12-01', '2022-01-01', '2021年12月'],
  ['2021-10-01', '2022-01-01', '2021年第四季度'],
  ['2021-02-01', '2021-05-01', '2021年2月1日至2021年4月30日'],
  ['2024-02-29', '2024-03-01', '2024年2月29日'],
])('%s to before %s is called %s', (from, until, name) => {
  expect(namePeriod({ from, until })).toBe(name);
});
