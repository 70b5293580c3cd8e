import { describe, expect, it } from 'vitest';
import { setUpDezhou } from '../support/seeds.ts';

interface RunDocument {
  run: number;
  digest: string;
  counts: Record<string, number>;
  units: { code: string; name: string; volume: number; channels: object; tier: string; onBound: boolean }[];
}

describe('tier classify', () => {
  it('classifies the city 8 / 16 / 10, two units on a bound', async () => {
    const desk = await setUpDezhou('volumes');
    const run = (await desk.json('tier', 'classify', '--year', '2021')) as RunDocument;
    expect(run).toMatchObject({
      run: 1,
      jurisdiction: 'DZ',
      year: 2021,
      scheme: 'dezhou-2022',
      counts: { dedicated: 8, attached: 16, designated: 10, noCount: 0, total: 34 },
    });
    expect(
      run.units.filter((unit) => unit.onBound).map(({ name, volume, tier }) => [name, volume, tier]),
    ).toEqual([
      ['市委政法委员会', 50, 'designated'],
      ['市医疗保障局', 1000, 'attached'],
    ]);
    expect(run.units.find((unit) => unit.name === '市卫生健康委员会')).toEqual({
      code: 'DZ-018',
      name: '市卫生健康委员会',
      volume: 1135,
      channels: { hotline: 871, online: 264 },
      total: null,
      tier: 'dedicated',
      onBound: false,
      nearBound: null,
      outside: null,
      override: null,
      predecessors: [],
      changedSince: false,
    });
  });

  it('gives the same digest again and writes no second run', async () => {
    const desk = await setUpDezhou('draft');
    const first = (await desk.json('tier', 'list')) as RunDocument;
    const again = (await desk.json('tier', 'classify', '--year', '2021')) as RunDocument;
    expect([again.run, again.digest]).toEqual([1, first.digest]);
  });

  it('lists a unit without a count apart, never as zero', async () => {
    const desk = await setUpDezhou('volumes');
    await desk.json('unit', 'add', '市信访局');
    await desk.json('unit', 'add', '军分区', '--outside', '不属市直部门');
    const run = (await desk.json('tier', 'classify', '--year', '2021')) as RunDocument;
    expect(run.counts).toMatchObject({ noCount: 1, total: 35, outside: 1 });
    const refused = await desk.liaison('tier', 'adopt', '1', '--document-no', 'x');
    expect(refused.code).toBe(5);
    expect(refused.err).toContain('市信访局');
    expect(refused.err).not.toContain('军分区');
    expect((await desk.liaison('tier', 'adopt', '1', '--document-no', 'x', '--allow-missing')).code).toBe(0);
  });
});

describe('tier adopt', () => {
  it('supersedes with a reason, and both runs stay readable', async () => {
    const desk = await setUpDezhou('adopted');
    desk.write('v.csv', '单位,年度,热线\n市财政局,2021,500\n');
    await desk.json('volume', 'import', 'v.csv', '--yes');
    expect(await desk.json('tier', 'classify', '--year', '2021')).toMatchObject({ run: 2, state: 'draft' });
    const refused = await desk.liaison('tier', 'adopt', '2', '--document-no', 'x');
    expect(refused.code).toBe(5);
    expect(refused.err).toContain('--reason');
    expect(await desk.json('tier', 'adopt', '2', '--document-no', 'x', '--reason', '更正')).toMatchObject({
      supersedes: 1,
    });
    expect(await desk.json('tier', 'list')).toMatchObject({
      run: 2,
      counts: { attached: 17, designated: 9 },
    });
    expect(await desk.json('tier', 'list', '--run', '1')).toMatchObject({
      state: 'adopted',
      supersededBy: 2,
      counts: { attached: 16, designated: 10 },
    });
  });
});

describe('tier explain', () => {
  it('tells file, line and clause in English', async () => {
    const desk = await setUpDezhou('adopted');
    const { out } = await desk.liaison('tier', 'explain', '市医保局');
    expect(out).toMatchInlineSnapshot(`
      "市医疗保障局: attached

      run                   Run 1: volume year 2021, scheme dezhou-2022; adopted on
                            2022-01-17 by 德编〔2022〕1号
      counted               hotline 742 + online 258 = 1000
      clause                clause 2 of dezhou-2022: more than 50, up to 1000 →
                            attached (the name added to an existing office)
      bound                 stands exactly on 1000; the scheme says on which side the
                            number lies: attached
      source of the rule    大众日报 2022-04-24《德州市直部门配专人防群众诉求“转
                            圈”》；2022-01-18 市委组织部、市委编办联合通知
                            the tool’s default, decided by nobody here; to decide it:
                            liaison scheme use dezhou-2022
      source of the figure  hotline: volumes-2021.csv line 27 (batch 2)
                            online: volumes-2021.csv line 27 (batch 2)
      to the next tier      1 more, 950 less
      "
    `);
  });

  it('tells file, line and clause in Chinese', async () => {
    const desk = await setUpDezhou('adopted', { lang: 'zh' });
    const { out } = await desk.liaison('tier', 'explain', '市卫健委');
    expect(out).toMatchInlineSnapshot(`
      "市卫生健康委员会：单独设立

      归类结果    第 1 号归类结果：2021 年度，标准 dezhou-2022；2022-01-17 审定，德编
                  〔2022〕1号
      计入办理量  热线 871 + 网办 264 = 1135
      适用条款    dezhou-2022 第 1 档：超过 1000 → 单独设立（单独设立群众工作科（信访
                  办公室））
      标准来源    大众日报 2022-04-24《德州市直部门配专人防群众诉求“转圈”》；
                  2022-01-18 市委组织部、市委编办联合通知
                  本工具默认，尚无人决定；如认可：
                  liaison 标准 采用 dezhou-2022
      数据来源    热线：volumes-2021.csv 第 19 行（批次 2）
                  网办：volumes-2021.csv 第 19 行（批次 2）
      距相邻类别  再少 135 件
      "
    `);
  });
});
