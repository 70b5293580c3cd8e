import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

/** Appeals of 2022 and what became of them; the numbers are those they get, in this order. */
async function setUpYear(): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  desk.setTime('2023-03-01T04:00:00Z');
  const log = async (channel: string, time: string, to?: string): Promise<string> => {
    const { number } = (await desk.json(
      ...['appeal', 'log', '--kind', 'request', '--channel', channel, '--title', '路灯不亮', '--time', time],
      ...(to === undefined ? [] : ['--to', to]),
    )) as { number: string };
    return number;
  };
  const act = (verb: string, number: string, time: string, ...more: string[]) =>
    desk.json('appeal', verb, number, '--time', time, ...more);
  const close = async (number: string, day: string): Promise<void> => {
    await act('accept', number, `${day} 09:00`);
    await act('reply', number, `${day} 10:00`, '--text', '已修好');
    await act('close', number, `${day} 11:00`, '--outcome', 'solved');
  };
  // Closed by the unit that held it, after a hand-over.
  const first = await log('hotline', '2022-02-07 09:00', '市公安局');
  await act('transfer', first, '2022-02-08 09:00', '--to', '市水利局', '--reason', 'wrong-unit');
  await close(first, '2022-02-09');
  // With one unit at the end of the year, closed by another.
  const second = await log('hotline', '2022-12-30 09:00', '市公安局');
  await act('transfer', second, '2023-01-05 09:00', '--to', '市民政局', '--reason', 'wrong-unit');
  await close(second, '2023-01-06');
  // Received on the last evening of the year, and on the first morning of the next.
  await log('online', '2022-12-31 23:59', '市水利局');
  await log('online', '2023-01-01 00:00', '市水利局');
  // Answered by the hotline itself, withdrawn, a duplicate, at the transfer desk.
  const direct = await log('hotline', '2022-03-01 09:00');
  await act('close', direct, '2022-03-01 09:30', '--outcome', 'answered');
  const withdrawn = await log('hotline', '2022-03-02 09:00', '市水利局');
  await act('close', withdrawn, '2022-03-03 09:00', '--outcome', 'withdrawn');
  const twice = await log('hotline', '2022-03-04 09:00', '市水利局');
  await act('link', twice, '2022-03-04 10:00', '--duplicate-of', first);
  await act('close', twice, '2022-03-04 11:00', '--outcome', 'duplicate');
  await log('letter', '2022-04-01 09:00');
  // Reopened and closed once more.
  const again = await log('visit', '2022-05-05 09:00', '市水利局');
  await close(again, '2022-05-06');
  await act('reopen', again, '2022-05-10 09:00', '--text', '又坏了');
  await close(again, '2022-05-11');
  // One assists.
  const shared = await log('hotline', '2022-06-01 09:00', '市水利局');
  await act('assist', shared, '2022-06-01 10:00', '--add', '市民政局');
  return desk;
}

const channelsOf = (tally: unknown): unknown =>
  Object.fromEntries(
    (tally as { units: { name: string; channels: { channel: string; tallied: number }[] }[] }).units.map(
      ({ name, channels }) => [
        name,
        Object.fromEntries(
          channels.filter(({ tallied }) => tallied > 0).map(({ channel, tallied }) => [channel, tallied]),
        ),
      ],
    ),
  );

describe('volume tally', () => {
  it('counts each appeal once, for the unit that held it at its end or at the end of the year', async () => {
    const desk = await setUpYear();
    const tally = await desk.json('volume', 'tally', '2022');
    expect(tally).toMatchObject({
      counted: 5,
      withoutUnit: 2,
      duplicates: 1,
      withdrawn: 1,
      isYearOver: true,
    });
    expect(channelsOf(tally)).toEqual({
      市水利局: { hotline: 2, online: 1, visit: 1 },
      市公安局: { hotline: 1 },
      市民政局: {},
    });
    expect(JSON.stringify(tally)).toContain('"name":"市民政局","channels":[],"assisted":1');
    // The appeals behind it.
    const behind = async (...terms: string[]): Promise<string[]> =>
      ((await desk.json('volume', 'tally', '2022', ...terms)) as { number: string }[]).map(
        ({ number }) => number,
      );
    expect(await behind('--unit', '市水利局')).toEqual([
      '2022-000001',
      '2022-000008',
      '2022-000009',
      '2022-000003',
    ]);
    expect(await behind('--unit', '市公安局', '--channel', '热线')).toEqual(['2022-000002']);
    expect(await behind('--unit', '市民政局')).toEqual([]);
    // The year after has what came in then.
    expect(channelsOf(await desk.json('volume', 'tally', '2023'))).toEqual({ 市水利局: { online: 1 } });
    expect(await desk.json('volume', 'tally', '2023')).toMatchObject({ isYearOver: false });
    expect((await desk.liaison('volume', 'tally', '2024')).code).not.toBe(0);
  }, 60_000);

  it('stands beside the counts in force, takes their place as an import does, and is undone as one', async () => {
    const desk = await setUpYear();
    await desk.json(
      'volume',
      'set',
      '市水利局',
      '2022',
      '--channel',
      'hotline',
      '--count',
      '9',
      '--reason',
      '漏计',
    );
    await desk.json(
      'volume',
      'set',
      '市公安局',
      '2022',
      '--channel',
      'total',
      '--count',
      '7',
      '--reason',
      '合计',
    );
    const table = (await desk.liaison('volume', 'tally', '2022')).out;
    expect(table).toMatch(/市水利局\s+hotline\s+2\s+9\s+-7/u);
    expect(table).toMatch(/市公安局\s+total\s+1\s+7\s+-6/u);
    expect(table).toMatch(/total\s+5\s+16\s+-11\s+1/u);
    const refused = await desk.liaison('volume', 'tally', '2022', '--take', '--unit', '市水利局');
    expect(refused.code).toBe(2);
    const taken = (await desk.json('volume', 'tally', '2022', '--take', '--yes')) as { batch: number };
    const counts = async (): Promise<unknown> =>
      ((await desk.json('volume', 'list', '--year', '2022')) as { name: string; counts: object }[]).map(
        ({ name, counts: of }) => [name, of],
      );
    expect(await counts()).toEqual([
      ['市公安局', { hotline: 1 }],
      ['市水利局', { hotline: 2, online: 1, visit: 1 }],
    ]);
    expect((await desk.liaison('volume', 'list', '--year', '2022')).out).toContain('2022年诉求清点');
    // Taken once it differs no more.
    expect(await desk.json('volume', 'tally', '2022')).toMatchObject({ changes: 0 });
    expect(await desk.json('volume', 'tally', '2022', '--take', '--yes')).toMatchObject({ batch: null });
    await desk.json('import', 'undo', String(taken.batch), '--yes');
    expect(await counts()).toEqual([
      ['市公安局', { total: 7 }],
      ['市水利局', { hotline: 9 }],
    ]);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  }, 60_000);

  it('speaks Chinese', async () => {
    const desk = await setUpYear();
    desk.setEnv('LIAISON_LANG', 'zh');
    const { out } = await desk.liaison('volume', 'tally', '2022');
    expect(out).toContain('计入 5 件；无承办单位 2 件、重复 1 件、撤回 1 件，不计入');
    expect((await desk.liaison('volume', 'tally', '2023')).out).toContain('该年度尚未结束');
  }, 60_000);
});
