import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

interface Report {
  readonly sections: readonly {
    readonly name: string;
    readonly rows: readonly {
      key: string;
      cells: readonly { name: string; numerator: number | null; value: string | null }[];
    }[];
  }[];
}

const report = (desk: TestDesk, ...words: string[]): Promise<Report> =>
  desk.json('report', ...words) as Promise<Report>;
const cell = ({ sections }: Report, section: string, key: string, name: string) =>
  sections
    .find((one) => one.name === section)
    ?.rows.find((row) => row.key === key)
    ?.cells.find((one) => one.name === name)?.numerator;
const log = async (desk: TestDesk, time: string, ...more: string[]): Promise<string> =>
  (
    (await desk.json(
      'appeal',
      'log',
      '--kind',
      '投诉',
      '--channel',
      '热线',
      '--title',
      '路灯',
      '--time',
      time,
      ...more,
    )) as { number: string }
  ).number;
const isSound = async (desk: TestDesk): Promise<void> => {
  expect(((await desk.json('database', 'check')) as { findings: unknown[] }).findings).toEqual([]);
};

describe('what reports count is kept right', () => {
  it('when working hours change: days before are counted by the old ones', async () => {
    const desk = await setUpDezhou('units');
    const number = await log(desk, '2022-03-01 09:00', '--to', '市公安局');
    await desk.json('appeal', 'accept', number, '--time', '2022-03-02 09:00');
    await desk.json('appeal', 'reply', number, '--text', '已办', '--time', '2022-03-03 09:00');
    const today = await log(desk, '2022-04-07 09:00', '--to', '市公安局');
    await desk.json('appeal', 'accept', today, '--time', '2022-04-08 09:00');
    await desk.json('appeal', 'reply', today, '--text', '已办', '--time', '2022-04-08 10:00');
    const mean = async (): Promise<unknown> =>
      cell(await report(desk, 'clocks', '--period', '2022-03'), 'clock-accept', 'all', 'mean');
    const before = await mean();
    await desk.json('jurisdiction', 'set', '--work-hours', '08:00-20:00');
    expect(await mean()).toBe(before);
    await isSound(desk);
    await desk.json('jurisdiction', 'set', '--work-hours', '07:00-19:00', '--time-zone', 'Asia/Tokyo');
    await isSound(desk);
  });

  it('when a unit goes into another: who led then led then', async () => {
    const desk = await setUpDezhou('units');
    await log(desk, '2022-01-12 09:00', '--to', '市体育局');
    const second = await log(desk, '2022-01-12 09:10', '--to', '市公安局');
    await desk.json(
      'appeal',
      'transfer',
      second,
      '--to',
      '市体育局',
      '--reason',
      '非本单位职责',
      '--time',
      '2022-01-12 10:00',
    );
    const january = () => report(desk, 'units', '--period', '2022-01');
    const [was] = (await january()).sections;
    const merged = (await desk.json(
      'unit',
      'merge',
      '市体育局',
      '--into',
      '市教育局',
      '--on',
      '2022-03-01',
    )) as object;
    expect(merged).toBeDefined();
    const [is] = (await january()).sections;
    expect(is?.rows).toEqual(was?.rows);
    await isSound(desk);
  });

  it('when work is sent back that is not closed, and when the citizen says yes or no alone', async () => {
    const desk = await setUpDezhou('units');
    const number = await log(desk, '2022-03-01 09:00', '--to', '市公安局');
    const at = (verb: string, time: string, ...more: string[]) =>
      desk.json('appeal', verb, number, '--time', time, ...more);
    await at('accept', '2022-03-01 10:00');
    await at('reply', '2022-03-02 10:00', '--text', '已办');
    await at('review', '2022-03-03 10:00', '--asked-by', '群众', '--result', '重办');
    await at('accept', '2022-03-03 11:00');
    await at('reply', '2022-03-04 10:00', '--text', '真的办了');
    await at('callback', '2022-03-05 10:00', '--reached', '是', '--solved', '是', '--satisfied-result', '是');
    await at('close', '2022-03-05 11:00', '--outcome', '已解决');
    const march = await report(desk, 'summary', '--period', '2022-03');
    const counts = [
      'received',
      'reopened',
      'closed',
      'open',
      'due',
      'on-time',
      'redone',
      'graded',
      'satisfied',
    ];
    expect(counts.map((name) => cell(march, 'figures', name, 'count'))).toEqual([1, 0, 1, 0, 2, 2, 1, 1, 1]);
    const unreplied = await report(desk, 'summary', '--from', '2022-03-03', '--to', '2022-03-03');
    expect(['opening', 'closed', 'open'].map((name) => cell(unreplied, 'figures', name, 'count'))).toEqual([
      1, 0, 1,
    ]);
    await isSound(desk);
  });
});

describe('a report of a county', () => {
  it('lists the appeals of the county behind its figures', async () => {
    const desk = await setUpDezhou('units');
    await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC', '--level', 'county');
    await desk.json('unit', 'add', '县公安局', '--in', 'PC');
    await log(desk, '2022-03-01 09:00', '--to', '县公安局', '--in', 'PC');
    const asked = ['--in', 'DZ', '--county', '平川县', '--period', '2022-03'];
    expect(cell(await report(desk, 'summary', ...asked), 'figures', 'received', 'count')).toBe(1);
    expect(await desk.json('report', 'summary', ...asked, '--appeals', 'received')).toHaveLength(1);
    expect(
      cell(
        await report(desk, 'summary', '--in', 'DZ', '--period', '2022-03'),
        'figures',
        'received',
        'count',
      ),
    ).toBe(0);
  });
});

describe('a row of a report that is narrowed', () => {
  it('is one of what it is narrowed to', async () => {
    const desk = await setUpDezhou('units');
    await log(desk, '2022-03-01 09:00', '--to', '市公安局');
    await log(desk, '2022-03-01 09:00', '--to', '市教育局');
    const list = (...more: string[]) =>
      desk.json('report', 'units', '--period', '2022-03', '--appeals', 'handed', ...more);
    expect(await list('--unit', '市公安局', '--row', 'group:department/none')).toHaveLength(1);
    expect(
      (
        await desk.liaison(
          'report',
          'units',
          '--period',
          '2022-03',
          '--appeals',
          'handed',
          '--unit',
          '市公安局',
          '--row',
          '市教育局',
        )
      ).code,
    ).toBe(4);
    expect(
      (
        await desk.liaison(
          'report',
          'channels',
          '--period',
          '2022-03',
          '--channel',
          '热线',
          '--appeals',
          'received',
          '--row',
          'online',
        )
      ).code,
    ).toBe(4);
  });
});

describe('days', () => {
  it('are held against the same day of the year before, across a leap day', async () => {
    const desk = await setUpDezhou('units');
    desk.setTime('2026-01-02T12:00:00Z');
    for (const day of ['2024-01-01', '2024-02-28', '2024-02-29', '2024-03-01', '2024-12-31', '2025-03-02'])
      await log(desk, `${day} 09:00`);
    const series = await report(desk, 'series', '--period', '2025', '--by', 'day');
    const past = (day: string) => cell(series, 'day', day, 'year-before');
    expect(['2025-01-01', '2025-02-28', '2025-03-01', '2025-03-02', '2025-12-31'].map(past)).toEqual([
      1, 1, 1, 0, 1,
    ]);
  });

  it('begin later where summer time begins at midnight', async () => {
    const desk = setUpDesk();
    await desk.json('init', '--name', '某市', '--code', 'MS', '--time-zone', 'Africa/Cairo');
    desk.setTime('2026-11-26T12:00:00Z');
    await log(desk, '2026-04-24 09:00');
    const day = await report(desk, 'summary', '--from', '2026-04-24', '--to', '2026-04-24');
    expect(cell(day, 'figures', 'received', 'count')).toBe(1);
  });

  it('that have not come have no mean', async () => {
    const desk = await setUpDezhou('units');
    const future = await report(desk, 'summary', '--period', '2023-05');
    const row = future.sections[0]?.rows.find(({ key }) => key === 'received');
    expect(row?.cells.find(({ name }) => name === 'per-day')).toMatchObject({ denominator: 0, value: null });
  });
});

describe('a matter that the list has under another', () => {
  it('is found under it by the filter as the report has it there, and a row holds no more than its cell counts', async () => {
    const desk = await setUpDezhou('units');
    desk.write('list.csv', '一级事项,二级事项\n城乡建设,路灯照明\n城乡建设,供热\n市容,其他\n其他,杂项\n');
    await desk.json('matter', 'import', 'list.csv');
    for (const matter of ['路灯照明', '路灯照明', '供热', '其他', '杂项', '杂项', '杂项'])
      await log(desk, '2022-03-01 09:00', '--matter', matter);
    const whole = await report(desk, 'matters', '--period', '2022-03');
    const behind = async (...more: string[]): Promise<number> =>
      ((await desk.json('report', ...more, '--period', '2022-03', '--appeals', 'received')) as unknown[])
        .length;
    for (const [key, count] of [
      ['城乡建设', 3],
      ['城乡建设/路灯照明', 2],
      ['其他', 3],
      ['市容/其他', 1],
    ] as const) {
      expect([key, cell(whole, 'matters', key, 'received')]).toEqual([key, count]);
      expect([key, await behind('matters', '--row', key)]).toEqual([key, count]);
    }
    // By its name alone it is found where no row has that for its key.
    expect(await behind('matters', '--row', '供热')).toBe(1);
    const narrowed = async (matter: string): Promise<unknown> =>
      cell(
        await report(desk, 'summary', '--period', '2022-03', '--matter', matter),
        'figures',
        'received',
        'count',
      );
    expect([await narrowed('城乡建设'), await narrowed('城乡建设/路灯照明'), await narrowed('供热')]).toEqual(
      [3, 2, 1],
    );
    // A name is any level of a matter.
    expect(await narrowed('其他')).toBe(4);
    expect(
      (await desk.liaison('report', 'circles', '--period', '2022-03', '--matter', '城乡建设')).code,
    ).toBe(0);
  });
});
