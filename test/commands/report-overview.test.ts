import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import { yearFile } from '../support/year.ts';

interface Due {
  readonly name: string | null;
  readonly due: number;
  readonly onTime: number;
  readonly rate: string | null;
  readonly lateOpen: number;
  readonly overdue: number;
}
interface Overview {
  readonly run: { counts: object; volume: number; units: { name: string; tier: string | null }[] } | null;
  readonly moves: { before: object; units: { name: string; move: string }[] } | null;
  readonly received: number;
  readonly handed: number;
  readonly overdue: number;
  readonly due: { readonly units: readonly Due[]; readonly all: Due };
  readonly handOvers: readonly { from: { name: string }; to: { name: string }; count: number }[];
  readonly edition: { number: number; publishedOn: string } | null;
  readonly unpublished: number | null;
  readonly desksOpen: number | null;
  readonly waiting: readonly { wait: string; count: number }[];
}

const overview = (desk: TestDesk, ...more: string[]): Promise<Overview> =>
  desk.json('report', 'overview', '--period', '2021', ...more) as Promise<Overview>;

async function pageOf(desk: TestDesk): Promise<string> {
  const { code, err } = await desk.liaison('report', 'overview', '--period', '2021', '-o', 'overview.html');
  expect([code, err]).toEqual([0, expect.any(String)]);
  return readFileSync(join(desk.folder, 'overview.html'), 'utf8');
}

/** What a page says, without its markup. */
const wordsOf = (page: string): string =>
  page
    .slice(page.indexOf('<body>'))
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

describe('report overview of a year', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await setUpDezhou('published');
    await desk.json('appeal', 'import', yearFile('appeals-2021.csv'));
    await desk.json('appeal', 'import-history', yearFile('handovers-2021.csv'));
  });

  it('has the figures that the other verbs have', async () => {
    const shown = await overview(desk);
    const status = (await desk.json('status')) as {
      counts: object;
      due: { overdue: number };
      desksIncomplete: number;
    };
    expect(shown.run).toMatchObject({ number: 1, year: 2021, counts: status.counts, volume: 26_044 });
    expect([shown.overdue, shown.desksOpen]).toEqual([status.due.overdue, status.desksIncomplete]);
    expect(shown.edition).toEqual({ number: 1, publishedOn: '2022-01-18' });
    expect(shown.unpublished).toBe(0);
    const units = (await desk.json('report', 'units', '--period', '2021')) as {
      sections: {
        name: string;
        rows: { key: string; cells: { name: string; numerator: number; value: string | null }[] }[];
      }[];
    };
    const timely = units.sections.find(({ name }) => name === 'timeliness')?.rows ?? [];
    const cell = (key: string, name: string) =>
      timely.find((row) => row.key === key)?.cells.find((one) => one.name === name);
    expect(shown.due.all).toMatchObject({
      due: cell('all', 'due')?.numerator,
      onTime: cell('all', 'on-time')?.numerator,
      rate: cell('all', 'on-time-rate')?.value,
    });
    const police = shown.due.units.find(({ name }) => name === '市公安局');
    expect(police).toMatchObject({
      due: cell('DZ-004', 'due')?.numerator,
      onTime: cell('DZ-004', 'on-time')?.numerator,
    });
    expect(shown.due.units.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(shown.overdue);
    const circles = (await desk.json('report', 'circles', '--period', '2021')) as {
      moves: { from: { name: string }; to: { name: string }; count: number }[];
    };
    expect(shown.handOvers).toEqual(circles.moves.map(({ from, to, count }) => ({ from, to, count })));
    const queue = (await desk.json('appeal', 'list')) as { wait: string }[];
    expect(shown.waiting.reduce((sum, { count }) => sum + count, 0)).toBe(queue.length);
  });

  it('is one page in Chinese without script and network, red for what is late alone', async () => {
    const page = await pageOf(desk);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/)/u);
    const words = wordsOf(page);
    for (const said of [
      '德州市群众诉求承办概况',
      '统计期 2021-01-01 至 2021-12-31',
      '承办单位 34 个',
      '单独设立 8 个',
      '加挂牌子 16 个',
      '专人专岗 10 个',
      '2021 年办理量 26044 件',
      '本期受理 2000 件 其中转办 1525 件',
      '现行名册 第 1 期 2022-01-18 发布，无未发布的变动',
      '机构岗位待完善 0 个 没有影响发布的问题',
      '以往年度没有生效的归类结果可比',
      '涉及 24 个单位，仅列转办最多的 12 个',
      '指标口径',
    ])
      expect(words).toContain(said);
    expect(page.match(/<div class="card bad">/gu)).toHaveLength(1);
    expect(page).toContain('<svg');
  });

  it('stands in a terminal in both languages', async () => {
    const { out } = await desk.liaison('report', 'overview', '--period', '2021');
    expect(
      out
        .split('\n\n')
        .slice(0, 3)
        .join('\n\n')
        .replace(/head of the log \w+/u, 'head of the log x'),
    ).toMatchInlineSnapshot(`
      "德州市: at a glance

      period 2021-01-01 to 2021-12-31
      counted 2022-04-08 12:00; head of the log x

      units                   34   in the scheme
      dedicated               8
      attached                16
      designated              10
      volume of 2021          26044   run 1, 德编〔2022〕1号
      received in the period  2000   1525 of them handed to units
      overdue now             14   on 2022-04-08
      current edition         edition 1   2022-01-18, nothing unpublished
      desks open              0   nothing keeps one out of a roster"
    `);
    const { out: chinese } = await desk.liaison(
      'report',
      'overview',
      '--period',
      '2021',
      '--lang',
      'zh',
      '--definitions',
    );
    for (const said of ['市公安局', '│', '现逾期', '退回待审定', '指标口径', '现逾期未答复'])
      expect(chinese).toContain(said);
  });

  it('has its figures in text files and workbooks too', async () => {
    expect((await desk.liaison('report', 'overview', '--period', '2021', '-o', 'o.xlsx')).code).toBe(0);
    expect((await desk.liaison('report', 'overview', '--period', '2021', '-o', 'o.csv')).code).toBe(0);
    expect(readFileSync(join(desk.folder, 'o.csv'), 'utf8')).toContain('市公安局,3517,dedicated');
    expect((await desk.liaison('report', 'overview', '--period', '2021', '-o', 'o.docx')).code).toBe(2);
  });

  it('marks a period that is not over', async () => {
    const { out } = await desk.liaison('report', 'overview', '--period', '2022');
    expect(out).toContain('the period is not over: up to 2022-04-08');
  });
});

describe('where something is missing', () => {
  it('says so in its place', async () => {
    const words = wordsOf(await pageOf(await setUpDezhou('init')));
    for (const said of [
      '承办单位 0 个',
      '设置类别 — 尚无审定的归类结果',
      '年办理量 — 尚无审定的归类结果',
      '本期受理 0 件 尚无诉求',
      '现逾期未答复 0 件 无逾期',
      '现行名册 — 尚未发布名册',
      '机构岗位待完善 — 尚无审定的归类结果',
      '尚无审定的归类结果，不列办理量与设置类别',
      '各单位到期与逾期 尚无诉求',
      '单位间转办 尚无诉求',
      '转办席没有待处理的诉求',
    ])
      expect(words).toContain(said);
    const shown = await overview(await setUpDezhou('draft'));
    expect(shown).toMatchObject({
      run: null,
      moves: null,
      edition: null,
      unpublished: null,
      desksOpen: null,
    });
  });
});

describe('with two years of runs and sixty units', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await setUpDezhou('adopted');
    const names = Array.from({ length: 26 }, (_, at) => `市第${String(at + 1)}事务中心`);
    desk.write('more.csv', ['单位名称,类别', ...names.map((name) => `${name},事业单位`), ''].join('\n'));
    await desk.json('unit', 'import', 'more.csv');
    const run = (await desk.json('tier', 'list')) as { units: { name: string; volume: number }[] };
    const volumes = [
      ...run.units.map(
        ({ name, volume }) => `${name},2022,${String(name === '市医疗保障局' ? 1200 : volume)}`,
      ),
      ...names.map((name, at) => `${name},2022,${String(at * 3)}`),
    ];
    desk.write('volumes.csv', ['单位名称,年份,合计', ...volumes, ''].join('\n'));
    desk.setTime('2023-02-08T04:00:00Z');
    await desk.json('volume', 'import', 'volumes.csv');
    await desk.json('tier', 'classify', '--year', '2022');
    await desk.json('tier', 'adopt', '2', '--document-no', '德编〔2023〕1号', '--date', '2023-01-17');
  });

  it('names the units whose tier is another', async () => {
    const shown = await overview(desk);
    expect(shown.moves?.before).toEqual({ number: 1, year: 2021 });
    expect(shown.moves?.units.filter(({ move }) => move !== 'new')).toEqual([
      expect.objectContaining({
        name: '市医疗保障局',
        move: 'raised',
        before: 'attached',
        after: 'dedicated',
      }),
    ]);
    expect(shown.run?.units).toHaveLength(60);
  });

  it('draws every unit', async () => {
    const page = await pageOf(desk);
    expect(wordsOf(page)).toContain('承办单位 60 个');
    expect(page.match(/>市第\d+事务中心</gu)?.length).toBeGreaterThanOrEqual(26);
    expect(wordsOf(page)).toMatch(/市医疗保障局 1000 1200 \+200 加挂牌子 → 单独设立/u);
  });
});
