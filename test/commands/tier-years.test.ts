import { copyDatabase } from '../support/test-server.ts';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { fixtures, setUpDezhou } from '../support/seeds.ts';

const file = (name: string): string => join(fixtures, 'reorganised', name);

/** Three years of a city whose units were renamed, merged, split and ended; each year classified when it was over. */
const story: readonly (string | readonly [time: string])[] = [
  ['2020-01-10T02:00:00Z'],
  'init --name 荣新市 --code RX',
  `unit import ${file('units.csv')}`,
  'scheme new --code rx-2019 --dedicated over:1000 --attached over:50 --source 试点办法 --from-volume-year 2019',
  'scheme use rx-2019',
  `volume import ${file('volumes-2019.csv')}`,
  'tier classify --year 2019',
  'tier adopt 1 --document-no 荣编〔2020〕1号',
  ['2021-01-10T02:00:00Z'],
  'unit retire 市粮食局 --on 2020-06-30 --reason 机构改革',
  'unit add 市大数据局',
  `volume import ${file('volumes-2020.csv')}`,
  'tier classify --year 2020',
  'tier adopt 2 --document-no 荣编〔2021〕1号',
  ['2022-01-10T02:00:00Z'],
  'unit rename 市商务局 市商务和投资促进局 --on 2021-02-01',
  'unit merge 市体育局 --into 市文化和旅游局 --on 2021-03-01',
  'unit add 市园林绿化中心',
  'unit split 市城市管理局 --into 市城市管理局 市园林绿化中心 --on 2021-07-01',
  'unit add 市工业和信息化局',
  'unit add 市科技服务局',
  'unit split 市经济和信息化局 --into 市工业和信息化局 市科技服务局 --on 2021-09-01',
  `volume import ${file('volumes-2021.csv')}`,
  'tier classify --year 2021',
  'tier adopt 3 --document-no 荣编〔2022〕1号',
];

interface Comparison {
  units: {
    name: string;
    move: string;
    isRenamed: boolean;
    before: { volume: number; standing: string } | null;
    after: { volume: number; standing: string } | null;
    cameOf: { name: string }[];
    wentInto: { name: string }[];
  }[];
}

let desk: TestDesk;
beforeAll(async () => {
  desk = setUpDesk();
  for (const step of story) {
    if (typeof step === 'string') await desk.json(...step.split(' '));
    else desk.setTime(step[0]);
  }
});

function tell({ units }: Comparison): string[] {
  return units
    .filter(({ move, isRenamed, cameOf }) => move !== 'same' || isRenamed || cameOf.length > 0)
    .map(({ name, move, isRenamed, before, after, cameOf, wentInto }) =>
      [
        move,
        name,
        `${String(before?.volume ?? '-')}→${String(after?.volume ?? '-')}`,
        ...(isRenamed ? ['renamed'] : []),
        ...cameOf.map((one) => `of ${one.name}`),
        ...wentInto.map((one) => `into ${one.name}`),
      ].join(' '),
    );
}

describe('tier compare', () => {
  it('tells from 2019 to 2020 who moved, came and ended', async () => {
    expect(tell((await desk.json('tier', 'compare', '2019', '2020')) as Comparison)).toEqual([
      'raised 市教育局 980→1010',
      'lowered 市文化和旅游局 52→48',
      'lowered 市民政局 55→41',
      'new 市大数据局 -→75',
      'gone 市粮食局 30→-',
    ]);
  });

  it('tells from 2020 to 2021 who was renamed, merged and split', async () => {
    expect(tell((await desk.json('tier', 'compare', '2020', '2021')) as Comparison)).toEqual([
      'same 市商务和投资促进局 88→88 renamed',
      'raised 市文化和旅游局 48→104 of 市体育局',
      'lowered 市城市管理局 1250→960 into 市园林绿化中心',
      'raised 市水利局 45→54',
      'new 市园林绿化中心 -→170 of 市城市管理局',
      'new 市工业和信息化局 -→40 of 市经济和信息化局',
      'new 市科技服务局 -→12 of 市经济和信息化局',
      'gone 市体育局 42→- into 市文化和旅游局',
      'gone 市经济和信息化局 130→- into 市工业和信息化局 into 市科技服务局',
    ]);
  });

  it('spans three years, by years and by runs alike', async () => {
    const byYear = (await desk.json('tier', 'compare', '2019', '2021')) as Comparison;
    expect(await desk.json('tier', 'compare', '--runs', '1', '3')).toEqual(byYear);
    expect(tell(byYear)).toContain('raised 市教育局 980→1070');
    expect(tell(byYear)).toContain('gone 市粮食局 30→-');
    expect(byYear.units).toHaveLength(14);
    // Back in time a unit that came would be called gone.
    expect(await desk.json('tier', 'compare', '2021', '2019')).toEqual(byYear);
    expect((await desk.liaison('tier', 'compare', '2020', '2021', '--format', 'csv')).out).toContain(
      'was split, part went to 市园林绿化中心',
    );
  });

  it('prints what changed, in Chinese', async () => {
    const { out } = await desk.liaison('tier', 'compare', '2019', '2020', '--lang', 'zh');
    expect(out).toMatchInlineSnapshot(`
      "2019 年度第 1 号 → 2020 年度第 2 号

      单独设立 2 → 3，加挂牌子 5 → 3，专人专岗 3 → 4，合计 10 → 10
      上升 1，下降 2，新增 1，撤销 1，不变 6

      变动  单位            2019  2020  增减  设置类别             备注
      ────  ──────────────  ────  ────  ────  ───────────────────  ──────
      上升  市教育局         980  1010   +30  加挂牌子 → 单独设立
      下降  市文化和旅游局    52    48    −4  加挂牌子 → 专人专岗
      下降  市民政局          55    41   −14  加挂牌子 → 专人专岗
      新增  市大数据局              75        加挂牌子
      撤销  市粮食局          30              专人专岗             已撤销
      "
    `);
  });

  it('refuses half a comparison, and a year without a run', async () => {
    expect((await desk.liaison('tier', 'compare', '2019')).code).toBe(2);
    expect((await desk.liaison('tier', 'compare', '--runs', '1')).code).toBe(2);
    const { code, err } = await desk.liaison('tier', 'compare', '2018', '2021');
    expect([code, err]).toEqual([4, expect.stringContaining('2018')]);
  });
});

describe('tier explain', () => {
  it('adds what a merged unit had, and says where it came from', async () => {
    const { out } = await desk.liaison('tier', 'explain', '市体育局', '--year', '2021');
    expect(out).toMatchInlineSnapshot(`
      "市文化和旅游局: attached

      run                   Run 3: volume year 2021, scheme rx-2019; adopted on
                            2022-01-10 by 荣编〔2022〕1号
      市体育局              ended on 2021-03-01 and went into 市文化和旅游局; counted
                            there
      counted               hotline 70 + online 25 = 95
      市体育局 (merged)     hotline 7 + online 2 = 9, added: it ended on 2021-03-01
      volume                104
      clause                clause 2 of rx-2019: more than 50, up to 1000 → attached
                            (the name added to an existing office)
      source of the rule    试点办法
      source of the figure  hotline: volumes-2021.csv line 5 (batch 4)
                            online: volumes-2021.csv line 5 (batch 4)
                            市体育局 hotline: volumes-2021.csv line 6 (batch 4)
                            市体育局 online: volumes-2021.csv line 6 (batch 4)
      to the next tier      897 more, 54 less
      the year before       2020: 48, designated
      "
    `);
  });

  it('does not divide what a split unit had', async () => {
    expect(await desk.json('tier', 'explain', '市工业和信息化局')).toMatchObject({
      volume: 40,
      tier: 'designated',
      predecessors: [
        { name: '市经济和信息化局', how: 'split', isCounted: false, counts: { hotline: 90, online: 40 } },
      ],
    });
  });

  it('names the units that a split one went into, and that an ended one is gone', async () => {
    const split = await desk.liaison('tier', 'explain', '市经济和信息化局', '--year', '2021');
    expect([split.code, split.err]).toEqual([5, expect.stringContaining('市工业和信息化局, 市科技服务局')]);
    const ended = await desk.liaison('tier', 'explain', '市粮食局', '--year', '2021');
    expect([ended.code, ended.err]).toEqual([5, expect.stringContaining('2020-06-30')]);
    expect(await desk.json('tier', 'explain', '市粮食局', '--year', '2019')).toMatchObject({ volume: 30 });
  });

  it('knows an old run by its names, and tells the name of today', async () => {
    expect(await desk.json('tier', 'explain', '市商务和投资促进局', '--run', '1')).toMatchObject({
      name: '市商务局',
      nameNow: '市商务和投资促进局',
      tier: 'attached',
    });
  });

  it('sets the verdict of the year before beside it, of the run then in force', async () => {
    const lastYear = { year: 2020, run: 2, volume: 45, tier: 'designated' };
    expect(await desk.json('tier', 'explain', '市水利局')).toMatchObject({ lastYear });
    const copy = setUpDesk();
    copyDatabase(desk.database, copy.database);
    copy.setTime('2022-02-01T02:00:00Z');
    await copy.json(
      'volume',
      'set',
      '市水利局',
      '2020',
      '--channel',
      'hotline',
      '--count',
      '90',
      '--reason',
      '漏计',
    );
    await copy.json('tier', 'classify', '--year', '2020');
    await copy.json('tier', 'adopt', '4', '--document-no', 'x', '--reason', '更正', '--allow-missing');
    expect(await copy.json('tier', 'explain', '市水利局', '--run', '3')).toMatchObject({ lastYear });
  });
});

it('a part split off a unit that later goes into it whole counts all of it once', async () => {
  const desk = await setUpDezhou('volumes');
  const explain = () => desk.json('tier', 'explain', '市审计局') as Promise<{ volume: number }>;
  await desk.json('unit', 'split', '市财政局', '--into', '市财政局', '市审计局', '--on', '2021-02-01');
  await desk.json('tier', 'classify', '--year', '2021');
  expect((await explain()).volume).toBe(7);
  await desk.json('unit', 'merge', '市财政局', '--into', '市审计局', '--on', '2021-09-01');
  await desk.json('tier', 'classify', '--year', '2021');
  expect((await explain()).volume).toBe(7 + 49);
});
