import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

interface Logged {
  readonly operation: number;
  readonly by: string;
  readonly command: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const list = async (desk: TestDesk, ...options: readonly string[]): Promise<readonly Logged[]> =>
  (await desk.json('log', 'list', ...options)) as readonly Logged[];

/** A city with a leader set by one, an appeal logged and transferred by another. */
async function setUpLog(): Promise<{ readonly desk: TestDesk; readonly appeal: string }> {
  const desk = await setUpDezhou('adopted');
  await desk.json('--as', '甲某', 'unit', 'set', '市公安局', '--leader', '丙某');
  const { number } = (await desk.json(
    '--as', '乙某', 'appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--to', '市公安局', '--title', '路灯不亮',
  )) as { number: string }; // prettier-ignore
  await desk.json(
    '--as', '乙某', 'appeal', 'transfer', number, '--to', '市教育局', '--reason', '非本单位职责',
  ); // prettier-ignore
  return { desk, appeal: number };
}

describe('log list', () => {
  it('tells what was done, the newest last, and narrows it', async () => {
    const { desk, appeal } = await setUpLog();
    const all = await list(desk);
    expect(all.map(({ operation }) => operation)).toEqual(all.map((_, index) => index + 1));
    expect(all.at(-1)).toMatchObject({ by: '乙某', command: 'appeal transfer' });
    expect((await list(desk, '--by', '甲某')).map(({ command }) => command)).toEqual(['unit set']);
    expect((await list(desk, '--appeal', appeal)).map(({ command }) => command)).toEqual([
      'appeal log',
      'appeal transfer',
    ]);
    const ofUnit = await list(desk, '--unit', '公安局');
    expect(ofUnit.map(({ command }) => command)).toContain('unit set');
    expect(ofUnit.length).toBeLessThan(all.length);
    const units = await list(desk, '--noun', 'unit');
    expect(new Set(units.map(({ command }) => command.split(' ')[0]))).toEqual(new Set(['unit']));
    expect(await list(desk, '--limit', '2')).toEqual(all.slice(-2));
    expect(await list(desk, '--until', '1999-12-31')).toEqual([]);
    expect(await list(desk, '--since', '1999-12-31')).toEqual(all);
  });

  it('of a unit tells of the imports that changed it, and of acts on several appeals at once', async () => {
    const desk = await setUpDezhou('adopted');
    const commands = async (...terms: readonly string[]): Promise<readonly string[]> =>
      (await list(desk, ...terms)).map(({ command }) => command);
    const before = await commands('--unit', '市公安局');
    expect(before).toEqual(expect.arrayContaining(['unit import', 'volume import']));
    desk.write('d.csv', '单位名称,设置形式,职责\n市公安局,单独设立,签收\n');
    await desk.json('desk', 'import', 'd.csv');
    expect(await commands('--unit', '市公安局')).toEqual([...before, 'desk import']);
    expect(await commands('--unit', '市教育局')).not.toContain('desk import');
    const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯'];
    const first = (await desk.json(...log)) as { number: string };
    const second = (await desk.json(...log)) as { number: string };
    await desk.json('appeal', 'transfer', first.number, second.number, '--to', '市公安局');
    for (const { number } of [first, second])
      expect(await commands('--appeal', number)).toEqual(['appeal log', 'appeal transfer']);
    expect((await commands('--unit', '市公安局')).at(-1)).toBe('appeal transfer');
  });

  it('of a unit tells what took an import back', async () => {
    const desk = await setUpDezhou('units');
    desk.write('v.csv', '单位名称,年度,热线\n市教育局,2020,7\n');
    await desk.json('volume', 'import', 'v.csv');
    const imports = (await desk.json('import', 'list')) as { number: number }[];
    await desk.json('import', 'undo', String(imports.at(-1)?.number), '--yes');
    const last = async (unit: string): Promise<readonly string[]> =>
      (await list(desk, '--unit', unit)).slice(-2).map(({ command }) => command);
    expect(await last('市教育局')).toEqual(['volume import', 'import undo']);
    expect(await last('市公安局')).not.toContain('import undo');
  });

  it('tells the appeal of a city from that of a county with the same number', async () => {
    const { desk, appeal } = await setUpLog();
    await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC', '--area-code', '0534');
    const county = ['--in', 'PC'];
    const { number } = (await desk.json(
      ...county, 'appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '井盖',
    )) as { number: string }; // prettier-ignore
    expect(number).toBe(appeal);
    expect((await list(desk, ...county, '--appeal', number)).map(({ command }) => command)).toEqual([
      'appeal log',
    ]);
    expect(await list(desk, '--in', 'DZ', '--appeal', appeal)).toHaveLength(2);
  });

  it('says how many of how many it shows, in the words of the office', async () => {
    const { desk } = await setUpLog();
    const all = await list(desk);
    const { out } = await desk.liaison('--lang', 'zh', 'log', 'list', '--limit', '1');
    expect(out).toMatch(new RegExp(`1 .*${String(all.length)}`, 'u'));
    expect(out).toContain('乙某');
  });

  it.each([
    [['--unit', '没有的局'], 4],
    [['--appeal', '202203999999'], 4],
    [['--since', '不是日子'], 2],
  ])('%j is refused', async (options, code) => {
    const { desk } = await setUpLog();
    expect((await desk.liaison('log', 'list', ...options)).code).toBe(code);
  });
});

describe('log show', () => {
  it('shows one entry with its facts, and takes no number of a person into them', async () => {
    const { desk } = await setUpLog();
    const set = ['volume', 'set', '市公安局', '2021', '--channel', '热线', '--count', '3', '--reason'];
    expect((await desk.liaison(...set, '来电 13912345678 说多报')).code).toBe(5);
    await desk.json(...set, '多报一件');
    const last = (await list(desk)).at(-1);
    const number = String(last?.operation);
    expect(await desk.json('log', 'show', number)).toEqual({ ...last, changes: [] });
    const { out } = await desk.liaison('log', 'show', number);
    expect(out).toContain('volume set');
    expect(out).toMatch(/before +2876\n(?:.*\n)*reason +多报一件/u);
    expect(last?.facts).toEqual({
      unit: 'DZ-004',
      year: 2021,
      channel: 'hotline',
      before: 2876,
      after: 3,
      reason: '多报一件',
    });
  });

  it('says how far the numbers go where there is none', async () => {
    const { desk } = await setUpLog();
    const newest = (await list(desk)).length;
    const { code, err } = await desk.liaison('log', 'show', '9999');
    expect([code, err]).toEqual([4, expect.stringContaining(String(newest))]);
  });
});
