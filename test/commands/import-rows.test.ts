import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dumpDatabase } from '../support/dump.ts';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

const importVolumes = (desk: TestDesk, ...args: string[]) =>
  desk.liaison('volume', 'import', 'v.csv', '--year', '2021', ...args);

async function setUpFile(content: string): Promise<TestDesk> {
  const desk = await setUpDezhou('units');
  desk.write('v.csv', content);
  return desk;
}

describe('--skip-bad', () => {
  const file =
    '单位名称,热线,网办\n市公安局,5,1\n没有的局,6,1\n市教育局,7①,1\n市财政局,8,1\n市财政局,9,1\n市民政局,3,1\n合计,38,6\n';

  it('imports the good rows, writes the others with the reason, and takes them in once they are mended', async () => {
    const desk = await setUpFile(file);
    const dry = await importVolumes(desk, '--skip-bad', 'bad.csv', '--json', '--dry-run');
    expect(JSON.parse(dry.out)).toMatchObject({
      rows: 2,
      counts: { added: 4 },
      rowsNotImported: { count: 4, file: 'bad.csv' },
    });
    const { code, err } = await importVolumes(desk, '--skip-bad', 'bad.csv');
    expect([code, err]).toEqual([0, expect.stringContaining('not imported: 4; they are in bad.csv')]);
    expect(err).toContain('Totals of the file were not checked');
    const bad = readFileSync(join(desk.folder, 'bad.csv'), 'utf8');
    expect(bad.split('\r\n').map((line) => line.split(',').slice(0, 3).join())).toEqual([
      '\ufeff单位名称,热线,网办', '没有的局,6,1', '市教育局,7①,1', '市财政局,8,1', '市财政局,9,1', '',
    ]); // prettier-ignore
    expect(bad).toContain('“7①” has a mark');
    // What it holds may be personal.
    expect(statSync(join(desk.folder, 'bad.csv')).mode & 0o777).toBe(0o600);
    desk.write(
      'bad.csv',
      bad
        .replace('没有的局', '市商务局')
        .replace('7①', '7')
        .replace(/市财政局,9.*\r\n/u, ''),
    );
    expect(await desk.json('volume', 'import', 'bad.csv', '--year', '2021')).toMatchObject({
      counts: { added: 6 },
      unknownColumns: [],
    });
  });

  it('says in a dry run how many there are, and writes nothing', async () => {
    const desk = await setUpFile(file);
    const before = dumpDatabase(desk.database);
    const { code, err } = await importVolumes(desk, '--skip-bad', 'bad.csv', '--dry-run');
    expect([code, err]).toEqual([0, expect.stringContaining('would not be imported: 4')]);
    expect([existsSync(join(desk.folder, 'bad.csv')), dumpDatabase(desk.database)]).toEqual([false, before]);
  });

  it.each([
    ['a file without a good row', '单位名称,热线\n没有的局,6\n', 3, 'No row of v.csv'],
    ['a total that differs and nothing else', '单位名称,热线\n市公安局,6\n合计,7\n', 3, '合计'],
    ['cells merged over rows', undefined, 3, 'merged'],
  ])('refuses %s', async (_name, content, code, said) => {
    const desk = await setUpFile(
      content ?? '<table><tr><td>单位名称<td>热线<tr><td>市公安局<td rowspan=2>5<tr><td>市教育局</table>',
    );
    const outcome = await importVolumes(desk, '--skip-bad', 'bad.csv');
    expect([outcome.code, outcome.err]).toEqual([code, expect.stringContaining(said)]);
    expect(existsSync(join(desk.folder, 'bad.csv'))).toBe(false);
  });

  it('is never written over the database, the file itself, or under another ending', async () => {
    const desk = await setUpFile(file);
    for (const name of ['v.csv', 'bad.txt', 'no/bad.csv'])
      expect([name, (await importVolumes(desk, '--skip-bad', name)).code]).not.toEqual([name, 0]);
    expect(readFileSync(join(desk.folder, 'v.csv'), 'utf8')).toBe(file);
    expect(await desk.json('import', 'list')).toHaveLength(1);
  });

  it('keeps the order number and the texts of appeals as they stand', async () => {
    const desk = await setUpDezhou('units');
    desk.write(
      'a.csv',
      '工单编号,受理时间,渠道,诉求性质,标题,内容,承办单位\nA1,2022-02-07 09:20,热线,投诉,路灯,"一、坏了\n二、很黑",市公安局\nA2,2022-02-30,热线,投诉,"=路灯","a,""b""",市公安局\n',
    );
    const done = await desk.json('appeal', 'import', 'a.csv', '--skip-bad', 'bad.csv');
    expect(done).toMatchObject({ counts: { added: 1 }, rowsNotImported: { count: 1 } });
    const bad = readFileSync(join(desk.folder, 'bad.csv'), 'utf8');
    desk.write('bad.csv', bad.replace('2022-02-30', '2022-02-28'));
    await desk.json('appeal', 'import', 'bad.csv');
    const shown = (await desk.json('appeal', 'show', 'A2', '--reveal', '--reason', '核对')) as object;
    expect(shown).toMatchObject({ title: '=路灯', text: 'a,"b"' });
  });
});

describe('problems that say the same', () => {
  it('are told once, the most frequent first, with how often and where', async () => {
    const rows = Array.from({ length: 300 }, (_, at) =>
      at % 3 === 0
        ? `没有的局,${String(at)}`
        : at % 100 === 1
          ? `市公安局,约${String(at)}`
          : `甲乙公司,${String(at)}`,
    );
    const desk = await setUpFile(`单位名称,热线\n${rows.join('\n')}\n`);
    const { err } = await importVolumes(desk);
    const lines = err.split('\n');
    expect(lines.find((line) => line.includes('v.csv:3:'))).toBeDefined();
    expect(err.indexOf('甲乙公司')).toBeLessThan(err.indexOf('没有的局'));
    expect(err).toMatch(/“甲乙公司”.*\(198 times; also/u);
    expect(err).toMatch(/“没有的局”.*\(100 times; also 5, 8, …\)/u);
    expect(lines.length).toBeLessThan(24);
    const { error } = JSON.parse((await importVolumes(desk, '--json')).err.split('\n').at(-2) ?? '') as {
      error: { problems: unknown[]; groups: { count: number; first: { row: number } }[] };
    };
    expect(error.problems).toHaveLength(300);
    expect(error.groups.map(({ count }) => count).slice(0, 3)).toEqual([198, 100, 1]);
  });

  it('are never longer than a screen, however many names and headers there are', async () => {
    const names = Array.from({ length: 500 }, (_, at) => `编造的第${String(at)}公司,1`);
    const desk = await setUpFile(`单位名称,热线\n${names.join('\n')}\n`);
    const { err } = await importVolumes(desk);
    expect(err.split('\n').length).toBeLessThan(40);
    expect(err).toContain('486 more of these');
    desk.write('h.csv', `${Array.from({ length: 20_000 }, (_, at) => `列${String(at)}`).join()}\n1\n`);
    const headers = await desk.liaison('volume', 'import', 'h.csv', '--year', '2021');
    expect([headers.code, headers.err.length < 3000]).toEqual([3, true]);
  });
});

describe('columns and words that a file writes otherwise', () => {
  it('are mapped, given and set aside, and all of it is kept for files of the same shape', async () => {
    const desk = await setUpDezhou('units');
    const write = (name: string, number: string): string =>
      desk.write(
        name,
        `编号,来电时间,来源,诉求标题,承办单位,二级分类\n${number},2/7/2022 9:20,微信公众平台,路灯,市公安,其他\n`,
      );
    write('a.csv', 'A1');
    const said = [
      ['--map', '二级分类='],
      ['--map-value', '来源:微信公众平台=online'],
      ['--map-value', '承办单位：市公安=市公安局'],
      ['--set', 'kind=complaint'],
      ['--dates', 'mdy'],
    ].flat();
    expect((await desk.liaison('appeal', 'import', 'a.csv')).code).toBe(3);
    const { out, err, code } = await desk.liaison('appeal', 'import', 'a.csv', ...said, '--save-map');
    expect([code, err]).toEqual([0, expect.stringContaining('“二级分类” is set aside')]);
    expect(err).toContain('“来源”: “微信公众平台” is read as online');
    expect(err).toContain('kind is complaint in every row');
    expect(out).toContain('Imported as batch');
    write('b.csv', 'A2');
    await desk.json('appeal', 'import', 'b.csv');
    expect(await desk.json('appeal', 'list', '--all')).toMatchObject([
      { externalNumber: 'A1', kind: 'complaint', channel: 'online', receivedAt: '2022-02-07T01:20:00Z' },
      { externalNumber: 'A2', kind: 'complaint', channel: 'online', holder: '市公安局' },
    ]);
  });

  it.each([
    ['a header of a channel that is not read', '单位,热线受理量,网办\n市公安局,5,6\n', [], 3, '--map "热线受理量=hotline"'],
    ['the same, set aside', '单位,热线受理量,网办\n市公安局,5,6\n', ['--map', '热线受理量='], 0, 'is set aside'],
    ['a phone to be called is no channel', '单位,热线,联系电话\n市公安局,5,2310001\n', [], 0, 'left out: 联系电话'],
    ['a measure in brackets', '单位,热线（件）,网办(单位：件)\n市公安局,5,6\n', [], 0, 'rows: 1'],
    ['a first row with words of headers', '单位,热线\n其他,\n市公安局,5\n', [], 3, '其他 has no count'],
    ['a mapped column that is empty in the first row', '单位,受理\n市公安局,\n市教育局,5\n', ['--map', '受理=hotline'], 3, 'has no count'],
    ['a column of what is not there', '单位,热线\n市公安局,5\n', ['--map-value', '渠道:微信=online'], 2, '渠道'],
    ['a delimiter that is said', '单位;热线\n市公安局;5\n', ['--delimiter', ';'], 0, 'rows: 1'],
    ['commas inside the cells of a file with semicolons', '单位;热线;备注\n市公安局;5;一,二,三\n市教育局;6;一,二,三\n', [], 0, 'rows: 2'],
    ['NULL and the like', '单位,热线,网办\n市公安局,5,NULL\n市教育局,6,-\n', [], 0, 'Read as nothing: NULL × 1, - × 1'],
  ] as const)('%s', async (_name, content, options, code, said) => {
    const desk = await setUpFile(content);
    const outcome = await importVolumes(desk, ...options);
    expect([outcome.code, outcome.err.replaceAll(/\s+/gu, ' ')]).toEqual([code, expect.stringContaining(said)]);
  }); // prettier-ignore

  it('a total that differs from counts on record names both, and how to set them right', async () => {
    const desk = await setUpFile('单位,热线,网办\n市公安局,5,6\n');
    await importVolumes(desk);
    desk.write('v.csv', '单位,合计\n市公安局,20\n');
    const { code, err } = await importVolumes(desk);
    expect([code, err]).toEqual([3, expect.stringContaining('hotline 5, online 6')]);
    expect(err).toContain('liaison volume set 市公安局');
  });
});

describe('the year of counts', () => {
  const titled = (title: string): string => `${title},,\n单位,热线,网办\n市公安局,5,6\n`;

  it('is asked about where the title says another, and refused without a terminal', async () => {
    const desk = await setUpFile(titled('2020年度群众诉求办理量'));
    const refused = await importVolumes(desk, '--yes');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--year-is-right')]);
    const no = await desk.answer([['Are these', 'n']], 'volume', 'import', 'v.csv', '--year', '2021');
    expect(no.code).toBe(130);
    const yes = await desk.answer([['Are these', 'y']], 'volume', 'import', 'v.csv', '--year', '2021');
    expect(yes.code).toBe(0);
  });

  it.each([
    ['2021年1—11月办理量', 2],
    ['2021年上半年办理量', 2],
    ['2021年（1-12月）办理量', 0],
    ['2021年度办理量', 0],
    ['办理量统计（填报日期：2022年1月5日）', 0],
  ])('%s ends with %i', async (title, code) => {
    const desk = await setUpFile(titled(title));
    expect((await importVolumes(desk)).code).toBe(code);
    expect((await importVolumes(desk, '--year-is-right')).code).toBe(0);
  });

  it('of counts that a run in force read: they are asked about, with the sums before and after', async () => {
    const desk = await setUpDezhou('adopted');
    desk.write('v.csv', '单位,年度,热线\n市公安局,2021,5\n');
    const { code, err } = await desk.liaison('volume', 'import', 'v.csv');
    expect([code, err]).toEqual([2, expect.stringContaining('run 1')]);
    const dry = await desk.liaison('volume', 'import', 'v.csv', '--dry-run');
    expect(dry.out).toMatch(/All counts of 2021: \d+ before, \d+ after/u);
    expect((await desk.liaison('volume', 'import', 'v.csv', '--yes')).code).toBe(0);
  });
});

describe('appeals that are there already', () => {
  const head = '工单编号,受理时间,渠道,诉求性质,标题,内容,诉求人,联系电话,承办单位\n';
  const row = (changes: Partial<Record<'time' | 'kind' | 'title' | 'phone' | 'number', string>> = {}): string =>
    [
      changes.number ?? 'A1', changes.time ?? '2022-02-07 09:20', '热线', changes.kind ?? '投诉', changes.title ?? '路灯不亮', '很黑', '王小明', changes.phone ?? '19900000001', '市公安局',
    ].join(); // prettier-ignore
  const setUp = async (): Promise<TestDesk> => {
    const desk = await setUpDezhou('units');
    desk.write('a.csv', `${head}${row()}\n`);
    await desk.json('appeal', 'import', 'a.csv');
    return desk;
  };

  it.each([
    ['="A1"', '199 0000 0001'],
    ["'A1", '+86 199-0000-0001'],
    ['Ａ1', '19900000001'],
    ['A\u200b1', '19900000001'],
  ])('%s with %s is the same, and nothing has changed', async (number, phone) => {
    const desk = await setUp();
    desk.write('a.csv', `${head}${row({ number: number.startsWith('=') ? `"=""A1"""` : number, phone })}\n`);
    expect(await desk.json('appeal', 'import', 'a.csv')).toMatchObject({
      counts: { added: 0, changed: 0 },
      unchanged: 1,
      differences: [],
      batch: null,
    });
  });

  it('are corrected where that may be, from what to what, and the rest is pointed out', async () => {
    const desk = await setUp();
    desk.write('a.csv', `${head}${row({ kind: '求助', title: '路灯坏了', time: '2022-02-07 10:00' })}\n`);
    const { code, out } = await desk.liaison('appeal', 'import', 'a.csv');
    expect([code, out]).toEqual([0, expect.stringContaining('differs, stays as it is')]);
    expect(out).toMatch(/kind +complaint +request/u);
    expect(out).not.toContain('路灯坏了');
    const shown = (await desk.json('appeal', 'show', 'A1', '--reveal', '--reason', '核对')) as object;
    expect(shown).toMatchObject({ kind: 'request', title: '路灯坏了', receivedAt: '2022-02-07T01:20:00Z' });
    expect((await desk.liaison('database', 'check')).code).toBe(0);
    // Once more it differs in nothing but what stays.
    expect(await desk.json('appeal', 'import', 'a.csv')).toMatchObject({ batch: null, unchanged: 0 });
  });
});

describe('a folder of forms', () => {
  it('names what in it is no spreadsheet', async () => {
    const desk = await setUpDezhou('adopted');
    const folder = join(desk.folder, 'forms');
    mkdirSync(join(folder, '更多'), { recursive: true });
    desk.write('forms/a.csv', '单位,电话,设置形式\n市公安局,0534-5550001,designated\n');
    desk.write('forms/说明.pdf', '%PDF-');
    desk.write('forms/~$a.xlsx', 'x');
    symlinkSync(join(folder, 'a.csv'), join(folder, 'b.csv'));
    const { code, err } = await desk.liaison('desk', 'import', 'forms', '--dry-run');
    expect([code, err]).toEqual([0, expect.stringContaining('no spreadsheets: 3')]);
    expect(await desk.json('desk', 'import', 'forms')).toMatchObject({
      notRead: ['b.csv', '更多/', '说明.pdf'],
    });
  });
});
