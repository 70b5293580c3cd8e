import { describe, expect, it } from 'vitest';
import { setUpDezhou } from '../support/seeds.ts';

interface Line {
  readonly name: string;
  readonly year: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Imports a file of volumes and gives the counts that stand then. */
async function importVolumes(content: string, ...options: string[]) {
  const desk = await setUpDezhou('units');
  desk.write('v.csv', content);
  const { code, err, out } = await desk.liaison('volume', 'import', 'v.csv', ...options);
  const lines = (await desk.json('volume', 'list')) as Line[];
  return { desk, code, err, out, lines: lines.map(({ name, year, counts }) => ({ name, year, counts })) };
}

const police = { name: '市公安局', year: 2021, counts: { hotline: 5, online: 3 } };

describe('headers of two levels', () => {
  it.each([
    ['a group over two columns', '单位,年度,办理量,\n,,热线,网办\n市公安局,2021,5,3\n'],
    ['below a title', '2021年办理情况,,,\n单位,年度,办理量,\n,,热线,网办\n市公安局,2021,5,3\n'],
    ['with words repeated below', '单位,年度,办理量,\n单位,年度,热线,网办\n市公安局,2021,5,3\n'],
    ['years over channels', '单位,2021年,\n,热线,网办\n市公安局,5,3\n'],
    ['channels over years', '单位,热线,网办\n,2021年,2021年\n市公安局,5,3\n'],
  ])('%s', async (_name, content) => {
    expect((await importVolumes(content)).lines).toEqual([police]);
  });

  it.each([
    ['under a group', '序号,单位名称,办理量,\n,,热线,网办\n1,市公安局,5,3\n2,市教育局,6,4\n'],
    ['of words nobody knows', '单位名称,情况,\n,甲类,乙类\n市公安局,5,3\n市教育局,6,4\n'],
    [
      'cells merged down into it',
      '<table><tr><td rowspan=2>单位名称<td colspan=2>情况<tr><td>甲<td>乙<tr><td>市公安局<td>5<td>3<tr><td>市教育局<td>6<td>4</table>',
    ],
  ])('are no units: %s', async (_name, content) => {
    const desk = await setUpDezhou('init');
    desk.write('u.xls', content);
    const plan = await desk.json('unit', 'import', 'u.xls');
    expect(plan).toMatchObject({ counts: { added: 2 }, rowsLeftOut: [] });
  });

  it('are not made of the first row of data', async () => {
    const desk = await setUpDezhou('init');
    desk.write('u.csv', '单位名称,简称\n市公安局,公安局\n市教育局,\n');
    expect(await desk.json('unit', 'import', 'u.csv')).toMatchObject({ counts: { added: 2 } });
  });

  it('are refused where the levels contradict each other', async () => {
    const { code, err, lines } = await importVolumes('单位,年度,热线,\n,,网办,来信\n市公安局,2021,5,3\n');
    expect([code, lines]).toEqual([3, []]);
    expect(err).toContain('热线/网办');
  });
});

describe('forms of a file', () => {
  it('a column per year, with and without a channel', async () => {
    const wide = await importVolumes('单位,2020年,2021\n市公安局,7,9\n市教育局,,4\n');
    expect(wide.lines).toEqual([
      { name: '市公安局', year: 2020, counts: { total: 7 } },
      { name: '市教育局', year: 2021, counts: { total: 4 } },
      { name: '市公安局', year: 2021, counts: { total: 9 } },
    ]);
    const channels = await importVolumes('单位,2021年热线,网办2021年度\n市公安局,5,3\n合计,5,3\n');
    expect(channels.lines).toEqual([police]);
  });

  it('of a column per year one year is taken with --year', async () => {
    const { lines } = await importVolumes('单位,2020年,2021年\n市公安局,7,9\n', '--year', '2021');
    expect(lines).toEqual([{ name: '市公安局', year: 2021, counts: { total: 9 } }]);
    const none = await importVolumes('单位,2020年,2021年\n市公安局,7,9\n', '--year', '2019');
    expect([none.code, none.err]).toEqual([3, expect.stringContaining('2019年')]);
  });

  it('a row per unit, year and channel, each count with its row', async () => {
    const { lines, desk } = await importVolumes(
      '单位,年度,渠道,件数\n市公安局,2021,热线,5\n市教育局,2021,热线,2\n市公安局,2021,网办,3\n合计,,,10\n',
    );
    expect(lines).toEqual([{ name: '市教育局', year: 2021, counts: { hotline: 2 } }, police]);
    await desk.json('tier', 'classify', '--year', '2021');
    expect(await desk.json('tier', 'explain', '市公安局')).toMatchObject({
      sources: [
        { channel: 'hotline', row: 2 },
        { channel: 'online', row: 4 },
      ],
    });
  });

  it('a row per unit and channel twice is a problem with both rows', async () => {
    const { code, err } = await importVolumes(
      '单位,年度,渠道,件数\n市公安局,2021,热线,5\n市公安局,2021,热线,6\n',
    );
    expect([code, err]).toEqual([3, expect.stringContaining('v.csv:3')]);
  });

  it('a total of a long file is checked', async () => {
    const { code, err } = await importVolumes('单位,年度,渠道,件数\n市公安局,2021,热线,5\n合计,,,6\n');
    expect([code, err]).toEqual([3, expect.stringContaining('add up to 5')]);
  });

  it('two forms at once are refused', async () => {
    const { code } = await importVolumes('单位,年度,2021年,热线\n市公安局,2021,5,5\n');
    expect(code).toBe(3);
  });
});

describe('--map', () => {
  const file = '责任部门,年度,热线受理,网办\n市公安局,2021,5,3\n';

  it('gives a header to a column, by its key or any of its names', async () => {
    const { lines, err } = await importVolumes(file, '--map', '热线受理=hotline', '--map', '责任部门=单位');
    expect(lines).toEqual([police]);
    expect(err).toContain('“热线受理” is read as: hotline');
  });

  it('is remembered for files of that shape, and only for them', async () => {
    const { desk } = await importVolumes(
      file,
      '--map',
      '热线受理=热线',
      '--map',
      '责任部门=单位',
      '--save-map',
    );
    desk.write('w.csv', file.replace('5,3', '6,4').replace('热线受理', ' 热线\u3000受理'));
    expect(await desk.json('volume', 'import', 'w.csv')).toMatchObject({ counts: { changed: 2 } });
    desk.write('x.csv', '责任部门,年度,热线受理\n市公安局,2021,5\n');
    expect((await desk.liaison('volume', 'import', 'x.csv')).code).toBe(3);
  });

  it('refuses a pair that says nothing, and --save-map alone', async () => {
    const { code } = await importVolumes(file, '--map', '热线受理');
    const alone = await importVolumes('单位,年度,热线\n市公安局,2021,5\n', '--save-map');
    expect([code, alone.code]).toEqual([2, 2]);
  });
});

describe('rounded counts', () => {
  it('are taken with --allow-rounded and marked', async () => {
    const { lines, out, desk } = await importVolumes(
      '单位,年度,热线\n市公安局,2021,9.67万\n',
      '--allow-rounded',
    );
    expect(lines).toEqual([{ name: '市公安局', year: 2021, counts: { hotline: 96700 } }]);
    expect(out).toContain('Counts given rounded, marked as such: 1');
    await desk.json('tier', 'classify', '--year', '2021');
    expect((await desk.liaison('tier', 'explain', '市公安局')).out).toContain('hotline (rounded)');
  });

  it('are refused without', async () => {
    const { code, lines, err } = await importVolumes('单位,年度,热线\n市公安局,2021,9.67万\n');
    expect([code, lines]).toEqual([3, []]);
    expect(err).toContain('--allow-rounded');
  });
});

it('names the runs that read a count which an import changes', async () => {
  const desk = await setUpDezhou('adopted');
  desk.write('v.csv', '单位,年度,热线\n市公安局,2021,5\n');
  const { code, err } = await desk.liaison('volume', 'import', 'v.csv');
  expect([code, err]).toEqual([2, expect.stringContaining('run 1')]);
  expect(await desk.json('volume', 'import', 'v.csv', '--yes')).toMatchObject({ runs: [1] });
});
