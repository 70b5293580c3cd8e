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
    expect(await desk.json('log', 'show', number)).toEqual(last);
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
