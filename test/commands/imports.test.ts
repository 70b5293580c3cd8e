import { describe, expect, it } from 'vitest';
import { setUpDesk } from '../support/desk.ts';
import { dezhou, setUpDezhou } from '../support/seeds.ts';

interface ErrorDocument {
  error: {
    code: string;
    message: string;
    hint: string | null;
    problems: { code: string; row: number; column?: number; message: string }[];
  };
}

describe('unit import', () => {
  it('adds all units, and a second time changes nothing and says so', async () => {
    const desk = await setUpDezhou('init');
    expect(await desk.json('unit', 'import', dezhou('units.csv'))).toMatchObject({
      encoding: 'utf-8',
      rows: 34,
      counts: { added: 34, changed: 0 },
      batch: 1,
    });
    const again = await desk.liaison('unit', 'import', dezhou('units.csv'));
    expect(again.code).toBe(0);
    expect(again.out).toContain('Nothing has changed; nothing was written.');
  });

  it('gives codes to a file without codes, and plans exactly what it applies', async () => {
    const desk = await setUpDezhou('init');
    desk.write('units.csv', '单位名称,分组\n市信访局,党委部门\n市档案馆,直属\n');
    const dry = (await desk.json('unit', 'import', 'units.csv', '--dry-run')) as { batch: null };
    expect(await desk.json('unit', 'list')).toEqual([]);
    const real = (await desk.json('unit', 'import', 'units.csv')) as object;
    expect({ ...dry, dryRun: false, batch: 1 }).toEqual(real);
    expect(await desk.json('unit', 'list')).toMatchObject([
      { code: 'DZ-001', name: '市信访局', group: '党委部门', sort: 1 },
      { code: 'DZ-002', name: '市档案馆', sort: 2 },
    ]);
  });

  it('changes what differs and finds the unit by its former name', async () => {
    const desk = await setUpDezhou('units');
    desk.write('units.csv', '单位编码,单位名称\nDZ-004,市公安局（新）\n');
    const { out } = await desk.liaison('unit', 'import', 'units.csv');
    expect(out).toContain('DZ-004 市公安局  name   市公安局  市公安局（新）');
    expect(await desk.json('unit', 'show', '市公安局')).toMatchObject({
      code: 'DZ-004',
      name: '市公安局（新）',
    });
  });

  it('names all problems at once, with line and column, and writes nothing', async () => {
    const desk = await setUpDezhou('init');
    desk.write(
      'units.csv',
      '单位名称,类别,序号\n市信访局,部门,1\n市信访局,部门,x\n,部门,3\n市档案馆,兵团,4\n',
    );
    const { code, err, out } = await desk.liaison('unit', 'import', 'units.csv', '--json');
    expect([code, out]).toEqual([3, '']);
    const { error } = JSON.parse(err) as ErrorDocument;
    expect(error.problems.map(({ code: of, row, column }) => [of, row, column])).toEqual([
      ['name-twice', 3, undefined],
      ['count-not-a-number', 3, 3],
      ['value-missing', 4, 1],
      ['value-not-allowed', 5, 2],
    ]);
    expect(await desk.json('unit', 'list')).toEqual([]);
    expect(await desk.json('import', 'list')).toEqual([]);
  });
});

describe('volume import', () => {
  it('reads the file of a Chinese Excel', async () => {
    const desk = await setUpDezhou('units');
    expect(await desk.json('volume', 'import', dezhou('volumes-2021.csv'))).toMatchObject({
      encoding: 'gb18030',
      years: [2021],
      counts: { added: 68, changed: 0, newUnits: 0 },
      withoutCount: [],
    });
  });

  it('counts a unit that ended later among those without a count', async () => {
    const desk = await setUpDezhou('units');
    await desk.liaison('unit', 'retire', '市委宣传部', '--reason', '机构改革', '--on', '2022-01-01');
    desk.write('v.csv', '单位,热线\n市公安局,900\n');
    const withoutCount = async (year: string) => {
      const plan = await desk.json('volume', 'import', 'v.csv', '--year', year, '--dry-run');
      return (plan as { withoutCount: unknown[] }).withoutCount.length;
    };
    expect(await withoutCount('2021')).toBe(33);
    expect(await withoutCount('2022')).toBe(32);
  });

  it('stops at an unknown name, suggests, and names the two ways on', async () => {
    const desk = await setUpDezhou('units');
    desk.write('v.csv', '单位,年度,热线\n市场监督局,2021,10\n市公安局,2021,5\n');
    const { code, err } = await desk.liaison('volume', 'import', 'v.csv');
    expect(code).toBe(3);
    expect(err).toContain('v.csv:2');
    expect(err).toContain('Did you mean: 市市场监督管理局');
    expect(err).toContain('liaison unit alias 市市场监督管理局 市场监督局');
    expect(err).toContain('volume import --add-units');
    expect(await desk.json('volume', 'list')).toEqual([]);
    await desk.liaison('unit', 'alias', '市市场监督管理局', '市场监督局');
    expect((await desk.liaison('volume', 'import', 'v.csv')).code).toBe(0);
  });

  it('starts a first year from one file of names and counts', async () => {
    const desk = await setUpDezhou('init');
    desk.write('v.csv', '承办单位,热线办理量,网办件数\n市公安局,900,200\n市审计局,3,\n');
    const refused = await desk.liaison('volume', 'import', 'v.csv', '--year', '2021', '--add-units');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('Add these units: 2?');
    expect(await desk.json('unit', 'list')).toEqual([]);
    expect(
      await desk.json('volume', 'import', 'v.csv', '--year', '2021', '--add-units', '--yes'),
    ).toMatchObject({
      newUnits: ['市公安局', '市审计局'],
      counts: { added: 3, newUnits: 2 },
    });
    expect(await desk.json('unit', 'list')).toMatchObject([{ code: 'DZ-001' }, { code: 'DZ-002' }]);
  });

  it('keeps an older count when a new one comes, and shows both', async () => {
    const desk = await setUpDezhou('draft');
    desk.write('v.csv', '单位,年度,热线\n市公安局,2021,3000\n');
    const { out } = await desk.liaison('volume', 'import', 'v.csv');
    expect(out).toMatch(/市公安局\s+2021\s+hotline\s+2876\s+3000/u);
    expect(await desk.json('tier', 'explain', '市公安局')).toMatchObject({
      volume: 3517,
      changedSince: true,
    });
    expect(await desk.json('unit', 'show', '市公安局')).toMatchObject({
      volumes: [{ year: 2021, counts: { hotline: 3000, online: 641 } }],
    });
  });

  it.each([
    ['a unit twice in a year', '单位,年度,热线\n市公安局,2021,1\nDZ-004,2021,2\n', 'unit-twice'],
    ['a total that does not add up', '单位,年度,热线,网办,合计\n市公安局,2021,1,2,4\n', 'total-disagrees'],
    [
      'code and name of two units',
      '单位编码,单位名称,年度,热线\nDZ-004,市教育局,2021,1\n',
      'code-and-name-differ',
    ],
    ['a row without a count', '单位,年度,热线\n市公安局,2021,\n', 'volume-empty'],
    ['a year that is not the one said', '单位,年度,热线\n市公安局,2020,5\n', 'years-differ'],
    ['a cell too many', '单位,年度,热线\n市公安局,2021,1,203\n', 'cells-too-many'],
    ['text that lost its characters', '单位,年度,热线\n????,2021,1\n', 'text-destroyed'],
  ])('refuses %s', async (_name, content, problem) => {
    const desk = await setUpDezhou('units');
    desk.write('v.csv', content);
    const { code, err } = await desk.liaison('volume', 'import', 'v.csv', '--year', '2021', '--json');
    expect(code).toBe(3);
    expect((JSON.parse(err) as ErrorDocument).error.problems.map((one) => one.code)).toContain(problem);
    expect(await desk.json('volume', 'list')).toEqual([]);
  });

  it('skips title rows above the header and names columns it leaves out', async () => {
    const desk = await setUpDezhou('units');
    desk.write('v.csv', '2021年度办理量统计表,,,\n单位,年度,热线,备注\n市公安局,2021,7,好\n');
    const { code, err } = await desk.liaison('volume', 'import', 'v.csv');
    expect(code).toBe(0);
    expect(err).toContain('Rows above the header left out: 1');
    expect(err).toContain('Columns left out: 备注');
  });
});

it('never takes a row of data for the header', async () => {
  const desk = await setUpDezhou('init');
  desk.write('u.csv', '机构,所属类别\n甲局,部门\n乙局,部门\n');
  const { code, err } = await desk.liaison('unit', 'import', 'u.csv', '--json');
  expect(code).toBe(3);
  expect((JSON.parse(err) as ErrorDocument).error.code).toBe('header-not-found');
});

it('takes question marks within Chinese for what they are', async () => {
  const desk = await setUpDezhou('units');
  desk.write('a.csv', '工单编号,受理时间,渠道,诉求性质,标题\n1,2022-02-07 09:20,热线,投诉,到底谁管???\n');
  expect(await desk.json('appeal', 'import', 'a.csv')).toMatchObject({ counts: { added: 1 } });
});

describe('volume set', () => {
  it('corrects one count, keeps the one before and leaves runs as they were', async () => {
    const desk = await setUpDezhou('adopted');
    const set = [
      'volume',
      'set',
      '市财政局',
      '2021',
      '--channel',
      '热线',
      '--count',
      '61',
      '--reason',
      '漏计',
    ];
    const { code, out } = await desk.liaison(...set);
    expect(code).toBe(0);
    expect(out).toBe(
      '市财政局, 2021, hotline: 44 → 61.\nRuns that read the count before stay as they were: 1.\n',
    );
    expect(await desk.json('tier', 'explain', '市财政局')).toMatchObject({ volume: 49, changedSince: true });
    expect(await desk.json('tier', 'classify', '--year', '2021')).toMatchObject({
      run: 2,
      counts: { attached: 17 },
    });
    expect((await desk.liaison('tier', 'explain', '市财政局', '--run', '2')).out).toContain(
      'hotline: set by hand on 2022-04-08 by tester: 漏计',
    );
    expect(await desk.json(...set)).toMatchObject({ before: 61, after: 61, runs: [] });
  });
});

describe('rows that hold no data', () => {
  const head = '序号,单位,年度,热线,网办\n';

  it('are left out and said, after their sums were checked', async () => {
    const desk = await setUpDezhou('units');
    desk.write(
      'v.csv',
      `${head}1,市公安局,2021,"1,000",5\n2,市教育局,2021,10,-\n,小计,,1010,5\n3,市民政局,2021,3,无\n,合 计,,1013,5\n注：不含来信来访,,,,\n`,
    );
    expect(await desk.json('volume', 'import', 'v.csv', '--dry-run')).toMatchObject({
      counts: { added: 4 },
      rowsLeftOut: [
        { label: '小计', row: 4 },
        { label: '合 计', row: 6 },
        { label: '注：不含来信来访', row: 7 },
      ],
    });
    expect((await desk.liaison('volume', 'import', 'v.csv')).err).toContain('Row 6 left out: 合 计');
  });

  it('stop the import with both figures when a sum does not add up', async () => {
    const desk = await setUpDezhou('units');
    desk.write('v.csv', `${head}1,市公安局,2021,1000,5\n2,市教育局,2021,10,1\n,合计,,1011,6\n`);
    const { code, err } = await desk.liaison('volume', 'import', 'v.csv');
    expect(code).toBe(3);
    expect(err).toContain('v.csv:4:4 “合计”: “热线” says 1011, but the rows above add up to 1010.');
  });
});

it('points out volumes three times the year before and a year that is not over', async () => {
  const desk = await setUpDezhou('volumes');
  desk.write('v.csv', '单位,年度,热线\n市审计局,2022,70\n市公安局,2022,3000\n');
  const { code, out } = await desk.liaison('volume', 'import', 'v.csv');
  expect(code).toBe(0);
  expect(out).toContain('Look again: 市审计局 has 70 in 2022, after 7 the year before.');
  expect(out).not.toContain('Look again: 市公安局');
  expect(out).toContain('The year 2022 is not over');
});

describe('desk import', () => {
  it('takes the tier in force as the form when the file does not say it', async () => {
    const desk = await setUpDezhou('adopted');
    desk.write('d.csv', '单位,机构名称,联系电话\n市公安局,群众工作科,5550104\n');
    await desk.json('desk', 'import', 'd.csv');
    expect(await desk.json('desk', 'show', '市公安局')).toMatchObject({
      form: 'dedicated',
      phones: '5550104',
    });
  });

  it('finds two phones run together', async () => {
    const desk = await setUpDezhou('adopted');
    desk.write('d.csv', '单位,联系电话\n市公安局,2851344128533376\n');
    const { code, err } = await desk.liaison('desk', 'import', 'd.csv');
    expect(code).toBe(3);
    expect(err).toContain('d.csv:2:2 “联系电话”: “2851344128533376” looks like two phone numbers');
  });
});

it('lists imports with file, encoding, who and when', async () => {
  const desk = await setUpDezhou('published');
  expect(await desk.json('import', 'list')).toMatchObject([
    {
      number: 1,
      kind: 'units',
      file: 'units.csv',
      encoding: 'utf-8',
      rows: 34,
      by: 'tester',
      at: '2022-04-08T04:00:00Z',
    },
    { number: 2, kind: 'volumes', encoding: 'gb18030' },
    { number: 3, kind: 'desks' },
    { number: 4, kind: 'offices' },
  ]);
});

it('names a file that is not there', async () => {
  const desk = setUpDesk();
  await desk.liaison('init', '--name', '德州市', '--code', 'DZ');
  const { code, err } = await desk.liaison('unit', 'import', 'nowhere.csv');
  expect(code).toBe(4);
  expect(err).toContain('There is no file nowhere.csv.');
});
