import { Readable } from 'node:stream';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome, TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';

interface Checked {
  readonly bulletin: string | null;
  readonly name: string | null;
  readonly printed: string;
  readonly verdict: string;
  readonly cause: string | null;
}
interface Result {
  readonly percentages: readonly (Checked & { num: number; den: number; computed: string | null; base: number | null; baseName: string | null; meant: number | null })[];
  readonly sums: readonly (Checked & { parts: readonly number[]; total: number; sum: number; part: number | null; meant: number | null; missing: number })[];
  readonly changes: readonly Checked[];
  readonly means: readonly Checked[];
  readonly unchecked: number;
  readonly bulletins: readonly { readonly bulletin: string | null; readonly follows: number; readonly doesNotFollow: number; readonly unchecked: number }[];
} // prettier-ignore

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'bulletins');
const fourteen = readFileSync(join(fixtures, 'published.json'), 'utf8');

/** Checks a file and gives what programs get of it. */
async function verify(name: string, content: string | Uint8Array, ...more: string[]): Promise<Result> {
  const desk = setUpDesk();
  const { code, out, err } = await desk.liaison('report', 'verify', desk.write(name, content), ...more, '--json');
  if (code !== 0 && code !== 7) throw new Error(err);
  const result = JSON.parse(out) as Result;
  const all = [...result.percentages, ...result.sums, ...result.changes, ...result.means];
  expect(code).toBe(all.some(({ verdict }) => verdict === 'does-not-follow') ? 7 : 0);
  return result;
} // prettier-ignore

async function refuse(name: string, content: string | Uint8Array, ...more: string[]): Promise<Outcome> {
  const desk = setUpDesk();
  const outcome = await desk.liaison('report', 'verify', desk.write(name, content), ...more);
  expect(outcome.out).toBe('');
  return outcome;
}

const piped = (text: string | Uint8Array, lang: 'en' | 'zh' = 'en'): TestDesk =>
  setUpDesk({ lang, input: Readable.from([Buffer.from(text)]) });

/** What each of the fourteen says that does not simply follow, by its own marks, read by hand; everything else of it follows. */
const odd: Readonly<Record<string, readonly (readonly [what: string, printed: string, verdict: string, cause: string | null])[]>> = {
  'Dezhou July': [],
  'Dezhou May': [],
  'Yichun 2023-05 monthly report (no. 74)': [],
  'Fengcheng 2024-12': [
    ['help', '4.44', 'truncated', null],
    ['suggestion', '3.16', 'truncated', null],
    ['market/closed', '14.62', 'truncated', null],
  ],
  "Gao'an 2023-10": [
    ['satisfied: (closed-dissatisfied)/closed', '99.68', 'does-not-follow', null],
  ],
  'Hengdong 2025-Q1': [],
  'Xiangyin 2023-01': [
    ['health as printed', '3.59', 'does-not-follow', 'misprinted-count'],
    ['yoy -101', '-6.44', 'does-not-follow', null],
    ['1408', '1310', 'does-not-follow', 'part-misprinted'],
  ],
  'Junshan 2020': [
    ['dissatisfied/called back', '0.98', 'does-not-follow', 'rounded-up'],
    ['December dissatisfied/accepted', '9.39', 'does-not-follow', null],
  ],
  'Lianyungang 2019-06': [['61822', '63458', 'does-not-follow', 'part-missing']],
  'Changji 2025-04': [['5932', '4567', 'does-not-follow', 'counted-twice-possible']],
  'Jiangyin 2023-09': [],
  'Weinan mailbox 2024-Q2': [['report', '3.63', 'takes-the-rest', null]],
  'Tongchuan mailbox 2025-Q1': [
    ['housing', '30.2', 'does-not-follow', null],
    ['property', '12.3', 'does-not-follow', 'rounded-up'],
    ['environment', '4.4', 'does-not-follow', 'rounded-up'],
    ['labour', '5.9', 'does-not-follow', null],
    ['government', '5.2', 'does-not-follow', null],
    ['other', '10.2', 'does-not-follow', null],
    ['proposal', '10.2', 'does-not-follow', null],
    ['help', '29.4', 'truncated', null],
  ],
  'India GRAI 2023 (groups)': [],
}; // prettier-ignore

const oddOf = ({ percentages, sums }: Result, bulletin: string | null) =>
  [
    ...percentages.map((one) => ({ ...one, what: one.name })),
    ...sums.map((one) => ({ ...one, what: String(one.sum), printed: String(one.total) })),
  ]
    .filter((one) => one.bulletin === bulletin && one.verdict !== 'follows')
    .map(({ what, printed, verdict, cause }) => [what, printed.replace(/%$/u, ''), verdict, cause]);

describe('the fourteen published bulletins', () => {
  it.each(Object.entries(odd))('%s', async (bulletin, expected) => {
    expect(oddOf(await verify('published.json', fourteen), bulletin)).toEqual(expected);
  });

  it('are all there, each figure once and in its order, with what was counted', async () => {
    const given = JSON.parse(fourteen) as readonly {
      readonly bulletin: string;
      readonly identities: readonly { readonly parts: readonly number[]; readonly total: number }[];
      readonly percentages: readonly { readonly name: string; readonly printed: string }[];
    }[];
    const found = await verify('published.json', fourteen);
    expect(found.percentages.map(({ bulletin, name, printed }) => [bulletin, name, printed])).toEqual(
      given.flatMap(({ bulletin, percentages }) => percentages.map(({ name, printed }) => [bulletin, name, printed])),
    );
    expect(found.sums.map(({ bulletin, parts, total }) => [bulletin, parts, total])).toEqual(
      given.flatMap(({ bulletin, identities }) => identities.map(({ parts, total }) => [bulletin, parts, total])),
    );
    expect(found.bulletins.map(({ bulletin }) => bulletin)).toEqual(given.map(({ bulletin }) => bulletin));
    expect(found.bulletins.map(({ doesNotFollow }) => doesNotFollow)).toEqual([0, 0, 0, 0, 1, 0, 3, 2, 1, 1, 0, 0, 7, 0]);
    expect(found.changes).toMatchObject([{ bulletin: "Gao'an 2023-10", name: 'open mom', verdict: 'follows' }]);
    expect(found.means).toMatchObject([{ bulletin: 'Hengdong 2025-Q1', printed: '230', verdict: 'follows' }]);
    expect([found.unchecked, found.bulletins.map(({ unchecked }) => unchecked)]).toEqual(
      [18, [0, 0, 9, 0, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0]],
    );
  }); // prettier-ignore

  it('have their causes in figures', async () => {
    const { percentages, sums } = await verify('published.json', fourteen);
    expect(percentages.find(({ name }) => name === 'health as printed')).toMatchObject({ computed: '11.22', meant: 47 }); // prettier-ignore
    expect(sums.filter(({ verdict }) => verdict !== 'follows')).toMatchObject([
      { sum: 1408, part: 147, meant: 47, missing: 2 },
      { sum: 61822, part: null, meant: null, missing: 1636 },
      { sum: 5932, part: null, meant: null, missing: -1365 },
    ]);
  });

  it.each(['published.csv', 'published-gbk.csv', 'published.xlsx', 'published-lines.txt'])('read the same from %s', async (file) => {
    const [told, json] = [await verify(file, readFileSync(join(fixtures, file))), await verify('published.json', fourteen)];
    const bare = (printed: string) => printed.replace(/%$/u, '');
    expect(told.percentages.map((one) => ({ ...one, printed: bare(one.printed) }))).toEqual(json.percentages);
    // A sum of one part is none that would be typed.
    expect(told.sums).toEqual(json.sums);
    for (const bulletin of Object.keys(odd)) expect(oddOf(told, bulletin)).toEqual(odd[bulletin]);
  }); // prettier-ignore

  it('stand beside a text with every verdict once', async () => {
    const { percentages, sums } = await verify('v.txt', readFileSync(join(fixtures, 'verdicts.txt')));
    const told = [...percentages, ...sums].map(({ name, verdict, cause }) => [name, verdict, cause]);
    expect(told.filter(([, verdict]) => verdict !== 'follows')).toEqual([
      ['按期办结', 'other-base', null],
      ['满意', 'truncated', null],
      ['住建', 'largest-remainder', null],
      ['举报', 'takes-the-rest', null],
      ['卫生', 'does-not-follow', 'misprinted-count'],
      ['不满意', 'does-not-follow', 'rounded-up'],
      ['办理单位', 'does-not-follow', 'counted-twice-possible'],
    ]);
    expect(percentages.find(({ name }) => name === '按期办结')).toMatchObject({
      base: 18190,
      baseName: '交办',
    });
  });

  it('hold none of the answers', () => {
    expect(fourteen).not.toMatch(/"(?:follows|note|computed|holds|sum)"/u);
    expect(fourteen.match(/"source"/gu)).toHaveLength(14);
  });
});

describe('a JSON file', () => {
  it('may be one bulletin, with texts and numbers, and fields nobody knows', async () => {
    const one = {
      bulletin: '7月',
      follows: false,
      identities: [{ parts: ['36,516', 18190], total: '54706', holds: false }],
      percentages: [
        { name: '直接答复', num: 36516, den: 54706, printed: 66.75, follows: false, computed: '1' },
        { num: 36516, den: 54706, printed: '６６．７５％' },
        { num: 5, den: 0, printed: '—' },
        { name: '按期', num: 17529, den: 54706, printed: '96.37' },
      ],
      changes: [{ name: '环比', printed: '持平' }, { num: 5, den: 90, printed: '5.00' }],
      dailyMean: [{ num: 54706, days: 30, printed: '1764.71' }],
    }; // prettier-ignore
    const found = await verify('任意.doc', JSON.stringify(one));
    expect(found.percentages.map(({ verdict, base }) => [verdict, base])).toEqual([
      ...[['follows', null], ['follows', null], ['follows', null], ['other-base', 18190]],
    ]); // prettier-ignore
    expect(found.sums).toMatchObject([{ verdict: 'follows', sum: 54706, bulletin: '7月' }]);
    expect(found.changes).toMatchObject([{ cause: 'points-not-percent' }]);
    expect(found.means).toMatchObject([{ verdict: 'other-base', base: 31 }]);
    expect(found.unchecked).toBe(1);
  });

  it('is told with the places of everything that is wrong', async () => {
    const forms = JSON.stringify([{ percentages: [{ num: 1, den: 3 }] }, 7, { title: 'x' }, { identities: [{ parts: [], total: 1 }] }]); // prettier-ignore
    const { code, err } = await refuse('b.json', forms);
    expect(code).toBe(3);
    for (const path of ['[0].percentages[0].printed', '[1]', '[2].percentages', '[3].identities[0].parts'])
      expect(err).toContain(`b.json ${path} `);
    const figures = JSON.stringify({ bulletin: 'x', percentages: [{ num: 1.5, den: -3, printed: 'viel' }], identities: [{ parts: ['x'], total: 1 }], dailyMean: { num: 3, days: 'y', printed: '1' } }); // prettier-ignore
    const { err: second } = await refuse('b.json', figures);
    for (const path of ['percentages[0].num', 'percentages[0].den', 'percentages[0].printed', 'identities[0].parts[0]', 'dailyMean.days'])
      expect(second).toContain(`b.json ${path} `);
  }); // prettier-ignore

  it.each([
    ['[{"percentages":[}', 'line 1, column 18'],
    ['{"percentages": 5}', 'b.json percentages “percentages”: 5'],
    ['[]', 'b.json is empty'],
    ['{}', 'percentages'],
  ])('%s is refused', async (content, said) => {
    const { code, err } = await refuse('b.json', content);
    expect([code, err]).toEqual([3, expect.stringContaining(said)]);
    expect(err).toContain('hint:');
  });
});

describe('a table', () => {
  it('may lack the base, when it is said, and has rows of totals', async () => {
    const table =
      '2025年7月受理情况\n类别,件数,占比\n咨询,36516,66.75%\n求助,18190,33.25%\n合计,54706,100%\n';
    const { code, err } = await refuse('b.csv', table);
    expect([code, err]).toEqual([3, expect.stringContaining('den / 分母')]);
    const found = await verify('b.csv', table, '--set', '分母=54706');
    expect(found.percentages.map(({ name, verdict }) => [name, verdict])).toEqual(
      [['咨询', 'follows'], ['求助', 'follows'], ['合计', 'follows']],
    ); // prettier-ignore
    const mapped = await verify('b.csv', '类别,受理,共,占比\n甲,1,3,33.34\n', '--map', '受理=分子', '--map', '共=分母'); // prettier-ignore
    expect(mapped.percentages).toMatchObject([{ num: 1, den: 3, cause: 'rounded-up' }]);
  });

  it('has sums beside percentages; — where there is no base; a bulletin named once', async () => {
    const found = await verify('b.csv', '通报,名称,分子,分母,占比,分项,合计\n7月,直接,36516,54706,66.75,,\n,全部,,,,36516＋18190,"54,706"\n8月,回访,0,0,—,,\n'); // prettier-ignore
    expect(found.percentages).toMatchObject([
      { bulletin: '7月', verdict: 'follows' },
      { bulletin: '8月', num: 0, den: 0, printed: '—', verdict: 'follows' },
    ]);
    expect(found.sums).toMatchObject([{ bulletin: '7月', name: '全部', parts: [36516, 18190], verdict: 'follows' }]); // prettier-ignore
  });

  it('is one though its days read like percentages, its first line like a title, or it is a page', async () => {
    const dated = '通报,名称,分子,分母,月份,占比\n年报,甲,1,3,2023/05,33.33\n';
    expect((await verify('b.csv', dated)).percentages).toMatchObject([
      { num: 1, den: 3, verdict: 'follows' },
    ]);
    const titled = '# 7月通报\n名称,分子,分母,占比\n甲,1,3,33.33\n';
    expect((await verify('b.csv', titled)).percentages).toMatchObject([{ name: '甲', verdict: 'follows' }]);
    const page = '<table><tr><th>名称</th><th>分子</th><th>分母</th><th>占比</th></tr><tr><td>甲</td><td>1</td><td>3</td><td>33.33%</td></tr></table>'; // prettier-ignore
    expect((await verify('b.xls', page)).percentages).toMatchObject([{ name: '甲', verdict: 'follows' }]);
  });

  it('is told with the places of what is wrong in it', async () => {
    const { code, err } = await refuse('b.csv', '名称,分子,分母,占比,分项,合计\n甲,x,54706,6y,,\n乙,5,54706,,,\n丙,,,,3+b,\n丁,5,-3,1,,\n'); // prettier-ignore
    expect(code).toBe(3);
    for (const place of ['b.csv:2:2', 'b.csv:2:4', 'b.csv:3:4', 'b.csv:4:5', 'b.csv:4:6', 'b.csv:5:3'])
      expect(err).toContain(place);
    expect(err).toContain('places that cannot be read: 6.');
  });

  it('of several tabs is one bulletin each, unless a tab is named', async () => {
    const xlsx = await import('@e965/xlsx');
    const book = xlsx.utils.book_new();
    for (const [tab, printed] of [['6月', 33.33], ['7月', 33.34]] as const) // prettier-ignore
      xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['名称', '分子', '分母', '占比'], ['甲', 1, 3, printed]]), tab); // prettier-ignore
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['说明'], ['只有文字']]), '说明');
    const bytes = xlsx.write(book, { type: 'buffer' }) as Uint8Array;
    const both = await verify('b.xlsx', bytes);
    expect(both.percentages.map(({ bulletin, verdict }) => [bulletin, verdict])).toEqual(
      [['6月', 'follows'], ['7月', 'does-not-follow']],
    ); // prettier-ignore
    const one = await verify('b.xlsx', bytes, '--tab', '6月');
    expect(one.percentages).toHaveLength(1);
    const { code, err } = await refuse('b.xlsx', bytes, '--tab', '说明');
    expect([code, err]).toEqual([3, expect.stringContaining('header')]);
  });
});

describe('typed text', () => {
  it('is read line by line, with names that have digits of their own', async () => {
    const lines = [
      ...['直接答复 36516/54706 66.75%', '36516+18190=54706', '办理单位 5216+455+261=4567'],
      ...[
        '12345热线36,516／54,706 ６６．７５％',
        '110 261/38447 0.68',
        'yoy -101 -101/1411 -7.16',
        'a/b: 5/0 —',
      ],
    ];
    const desk = piped(`${lines.join('\r\n')}\n`);
    const { code, out } = await desk.liaison('report', 'verify', '-', '--json');
    const { percentages, sums } = JSON.parse(out) as Result;
    expect(code).toBe(7);
    expect(percentages.map(({ name, num, den, verdict }) => [name, num, den, verdict])).toEqual([
      ['直接答复', 36516, 54706, 'follows'],
      ['12345热线', 36516, 54706, 'follows'],
      ['110', 261, 38447, 'follows'],
      ['yoy -101', -101, 1411, 'follows'],
      ['a/b', 5, 0, 'follows'],
    ]);
    expect(sums.map(({ name, sum, verdict }) => [name, sum, verdict])).toEqual([
      [null, 54706, 'follows'],
      ['办理单位', 5932, 'does-not-follow'],
    ]);
  });

  it('names bad lines by their number, and a text without any is no table', async () => {
    const { code, err } = await piped('直接答复 36516/54706 66.75%\n\n随便\n3+4=\n').liaison('report', 'verify', '-'); // prettier-ignore
    expect([code, err]).toEqual([3, expect.stringContaining('stdin:3 “随便”')]);
    expect(err).toContain('stdin:4 “3+4=”');
    expect(await piped('66.75\n').liaison('report', 'verify', '-')).toMatchObject({ code: 3, err: expect.stringContaining('stdin:1') as string }); // prettier-ignore
    expect(await piped('').liaison('report', 'verify', '-')).toMatchObject({ code: 3 });
    expect(await piped('# 只有标题\n').liaison('report', 'verify', '-')).toMatchObject({ code: 3 });
  });

  it('is asked for at a terminal, until a line is empty; a line that says nothing is asked for again', async () => {
    const desk = setUpDesk();
    const question = 'A line with figures';
    for (const args of [[], ['-']]) {
      const { code, out, err } = await desk.answer(
        [
          [question, '直接答复 36516/54706 66.70%\r'],
          [question, 'nothing\r'],
          ['no percentage and no sum', '\b\b\b\b\b\b\b36516+18190=54706\r'],
          [question, '\r'],
        ],
        'report',
        'verify',
        ...args,
      );
      expect([code, out, err]).toEqual([7, expect.stringContaining('直接答复'), expect.anything()]);
      expect(out).toContain('36516/54706');
    }
    // No line at all: then a file is asked for.
    const none = await desk.answer(
      [
        [question, '\r'],
        ['File', '\u001b'],
      ],
      'report',
      'verify',
    );
    expect(none.code).toBe(130);
  });

  it('is asked of nobody without a terminal', async () => {
    const { code, err } = await setUpDesk().liaison('report', 'verify');
    expect([code, err]).toEqual([2, expect.stringContaining('<file>')]);
  });
});

describe('what is shown', () => {
  const mixed = '# 德州 7月\n直接答复 36516/54706 66.75%\n按期 17529/54706 96.37\n36516+18190=54706\n# 渭南 二季度\n举报 10/276 3.62\n求助 41/139 29.4\n办理单位 5216+455+261=4567\n'; // prettier-ignore

  it('is what does not simply follow, then the counts, in English', async () => {
    const { code, out } = await piped(mixed).liaison('report', 'verify', '-');
    expect(code).toBe(7);
    expect(`\n${out}`).toMatchInlineSnapshot(`
      "
      Figures of the input

      德州 7月

      item  figures      printed  computed  verdict
      ────  ───────────  ───────  ────────  ──────────────────────────────────────
      按期  17529/54706    96.37     32.04  other base: of 18190 (a part of a sum)

      渭南 二季度

      item      figures           printed  computed  verdict
      ────────  ────────────────  ───────  ────────  ─────────────────────────────────
      求助      41/139               29.4     29.50  cut off
      办理单位  5216 + 455 + 261     4567      5932  does not follow: 1365 too many;
                                                     some may be counted twice

      bulletin     follows  cut off  remainder  rest  other base  not
      ───────────  ───────  ───────  ─────────  ────  ──────────  ───
      德州 7月           2        0          0     0           1    0
      渭南 二季度        1        1          0     0           0    1
      all                3        1          0     0           1    1
      "
    `);
  });

  it('is the same in Chinese', async () => {
    const { code, out } = await piped(mixed, 'zh').liaison('report', 'verify', '-');
    expect(code).toBe(7);
    expect(`\n${out}`).toMatchInlineSnapshot(`
      "
      输入内容 核对结果

      德州 7月

      项目  算式         印刷值  计算值  结论
      ────  ───────────  ──────  ──────  ────────────────────────────────────────
      按期  17529/54706   96.37   32.04  基数不同：以 18190（合计中的一项）为基数

      渭南 二季度

      项目      算式              印刷值  计算值  结论
      ────────  ────────────────  ──────  ──────  ───────────────────────────
      求助      41/139              29.4   29.50  截去尾数
      办理单位  5216 + 455 + 261    4567    5932  不符：多 1365；可能重复计数

      通报         相符  截尾  余数  凑足  他基数  不符
      ───────────  ────  ────  ────  ────  ──────  ────
      德州 7月        2     0     0     0       1     0
      渭南 二季度     1     1     0     0       0     1
      合计            3     1     0     0       1     1
      "
    `);
  });

  it('is everything with --all, and all of it in CSV', async () => {
    const { out } = await piped(mixed).liaison('report', 'verify', '-', '--all');
    expect(out).toContain('直接答复');
    const { out: csv } = await piped(mixed).liaison('report', 'verify', '-', '--format', 'csv');
    expect(csv.split('\r\n').map((line) => line.split(',').length)).toEqual([8, 8, 8, 8, 8, 8, 8, 1]);
    expect(csv).toContain('德州 7月,percentage,按期,17529/54706,96.37,32.04,other base,of 18190 (a part of a sum)'); // prettier-ignore
    const { out: md } = await piped(mixed, 'zh').liaison('report', 'verify', '-', '--format', 'md');
    expect(md).toContain('| 按期 | 17529/54706 | 96.37 | 32.04 |');
  });

  it.each(['en', 'zh'] as const)('fits 80 and 120 columns in %s, with the widest bulletins', async (lang) => {
    for (const width of [80, 120]) {
      const desk = setUpDesk({ lang });
      desk.setEnv('COLUMNS', String(width));
      // Of the names only how long they are matters.
      const named = lang === 'en' ? fourteen : fourteen.replaceAll(/(?<="(?:name|bulletin)": ")[^"]+/gu, (name) => '名'.repeat(Math.ceil(name.length / 2))); // prettier-ignore
      desk.write('published.json', named);
      const { code, out } = await desk.liaison('report', 'verify', 'published.json', '--all');
      expect(code).toBe(7);
      const { displayWidth } = await import('../../src/output/wrap.ts');
      for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('says that no figures were given, and needs no database', async () => {
    const desk = setUpDesk();
    const file = desk.write('b.json', '{"changes":[{"name":"同比","printed":"-24.85"}]}');
    const { code, out } = await desk.liaison('report', 'verify', file);
    expect([code, out]).toEqual([0, expect.stringContaining('not checked: 1')]);
    expect(existsSync(desk.database)).toBe(false);
  });

  it('ends by 7 in every form of output', async () => {
    for (const form of ['table', 'json', 'csv', 'md', 'xlsx'])
      expect((await piped('1/3 33.34').liaison('report', 'verify', '-', '--format', form)).code).toBe(7);
    const desk = setUpDesk();
    desk.write('b.txt', '1/3 33.34');
    expect((await desk.liaison('report', 'verify', 'b.txt', '-o', 'out.csv')).code).toBe(7);
    expect((await desk.liaison('report', 'verify', 'b.txt', '-o', 'b.txt')).code).toBe(5);
  });
});
