import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

/** What an explanation or list says of the run itself: without what came after, which is pointed out beside it. */
function itself(document: object): object {
  const later = new Set(['changedSince', 'changes', 'nameNow', 'supersededBy', 'otherRuns', 'state']);
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (later.has(key) ? [] : [[key, strip(inner)]])),
    );
  };
  return strip(document) as object;
}

const units = ['市医保局', '市商务局', '市卫健委', '市统计局'];

describe('an adopted run, after a corrected count, a new scheme and a renamed unit', () => {
  let desk: TestDesk;
  let listBefore: object;
  const explained = new Map<string, object>();
  beforeAll(async () => {
    desk = await setUpDezhou('published');
    listBefore = itself((await desk.json('tier', 'list', '--run', '1')) as object);
    for (const unit of units) {
      explained.set(unit, itself((await desk.json('tier', 'explain', unit, '--run', '1')) as object));
    }
    for (const command of [
      'volume set 市医保局 2021 --channel hotline --count 743 --reason 漏计1件',
      'unit rename 市商务局 市商务和投资促进局 --on 2022-03-01',
      'scheme new --code dz-2023 --dedicated over:900 --attached over:50 --source 德编〔2023〕2号 --from-volume-year 2021',
      'scheme use dz-2023',
    ]) {
      await desk.json(...command.split(' '));
    }
  });

  it('is exactly as it was, and so is every explanation of it', async () => {
    expect(itself((await desk.json('tier', 'list', '--run', '1')) as object)).toEqual(listBefore);
    for (const unit of units) {
      expect(itself((await desk.json('tier', 'explain', unit, '--run', '1')) as object)).toEqual(
        explained.get(unit),
      );
    }
  });

  it('has the correction pointed out, in the list and in the explanation', async () => {
    const { out } = await desk.liaison('tier', 'list');
    expect(out).toMatch(/市医疗保障局 +1000 +on a bound; changed since/u);
    const { out: why } = await desk.liaison('tier', 'explain', '市医保局');
    expect(why.replaceAll(/\s+/gu, ' ')).toContain(
      'Changed since: 市医疗保障局 had hotline 742 + online 258 = 1000 when the run read it, and has hotline 743 + online 258 = 1001 now.',
    );
    expect(await desk.json('tier', 'explain', '市商务局')).toMatchObject({ nameNow: '市商务和投资促进局' });
  });

  it('is superseded by a new run, and the first edition is still explained by it', async () => {
    const run = (await desk.json('tier', 'classify', '--year', '2021')) as { run: number };
    expect(run).toMatchObject({ run: 2, scheme: 'dz-2023', counts: { dedicated: 10, attached: 14 } });
    await desk.json(
      'tier',
      'adopt',
      '2',
      '--document-no',
      '德编〔2022〕9号',
      '--date',
      '2022-04-01',
      '--reason',
      '更正漏计',
    );
    expect(await desk.json('tier', 'explain', '市医保局')).toMatchObject({
      run: 2,
      tier: 'dedicated',
      volume: 1001,
    });
    const { out } = await desk.liaison('tier', 'explain', '市医保局', '--edition', '1');
    expect(out).toMatchInlineSnapshot(`
      "市医疗保障局: attached

      run                   Run 1: volume year 2021, scheme dezhou-2022; adopted on
                            2022-01-17 by 德编〔2022〕1号; superseded by run 2
      edition               Edition 1, 2022-01-18, 德组字〔2022〕3号; 群众工作科
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
      run 2                 adopted on 2022-04-01 by 德编〔2022〕9号; 1001, dedicated
                            it superseded run 1: 更正漏计

      Changed since: 市医疗保障局 had hotline 742 + online 258 = 1000 when the run
      read it, and has hotline 743 + online 258 = 1001 now. The run stays as it was.
      To take the change in: liaison tier classify --year 2021
      "
    `);
    const first = (await desk.json('tier', 'explain', '市医保局', '--edition', '1')) as object;
    expect(itself({ ...first, edition: null })).toEqual(explained.get('市医保局'));
  });
});

describe('tier override', () => {
  it('goes into a draft with reason and document number, and into every draft after it', async () => {
    const desk = await setUpDezhou('draft');
    const decide = [
      'tier',
      'override',
      '市财政局',
      '--tier',
      'attached',
      '--reason',
      '专项工作',
      '--document-no',
      '德编〔2022〕2号',
    ];
    expect(await desk.json(...decide)).toMatchObject({
      run: 2,
      tier: 'attached',
      counts: { attached: 17, designated: 9 },
    });
    expect(await desk.json('tier', 'list', '--run', '1')).toMatchObject({
      counts: { attached: 16, designated: 10 },
    });
    await desk.json(
      'volume',
      'set',
      '市财政局',
      '2021',
      '--channel',
      'online',
      '--count',
      '6',
      '--reason',
      '漏计',
    );
    const next = await desk.liaison('tier', 'classify', '--year', '2021');
    expect(next.out).toContain('taken over from run 2');
    expect(await desk.json('tier', 'explain', '市财政局', '--run', '3')).toMatchObject({
      tier: 'attached',
      volume: 50,
      override: { tier: 'attached', reason: '专项工作', documentNo: '德编〔2022〕2号' },
      clause: { band: { tier: 'designated' } },
    });
    const { out } = await desk.liaison('tier', 'explain', '市财政局', '--run', '3');
    expect(out).toContain('attached by 德编〔2022〕2号: 专项工作');
    expect(await desk.json('tier', 'override', '市财政局', '--withdraw')).toMatchObject({
      run: 4,
      tier: 'designated',
    });
  });

  it('gives the same digest when it is decided the same way again, and writes nothing', async () => {
    const desk = await setUpDezhou('draft');
    const decide = [
      'tier',
      'override',
      '市财政局',
      '--tier',
      'attached',
      '--reason',
      'r',
      '--document-no',
      'n',
    ];
    await desk.json(...decide);
    expect(await desk.json(...decide)).toMatchObject({ run: 2 });
  });

  it('needs reason and document number, and a unit in the scheme', async () => {
    const desk = await setUpDezhou('draft');
    expect((await desk.liaison('tier', 'override', '市财政局', '--tier', 'attached')).err).toContain(
      '--reason, --document-no',
    );
    await desk.json('unit', 'set', '市财政局', '--outside', '垂管');
    const args = ['--tier', 'attached', '--reason', 'r', '--document-no', 'n'];
    expect((await desk.liaison('tier', 'override', '市财政局', ...args)).code).toBe(5);
  });

  it('says which decision is lost with a unit that ended, and takes none for it', async () => {
    const desk = await setUpDezhou('draft');
    const decide = ['--tier', 'attached', '--reason', 'r', '--document-no', 'n'];
    await desk.json('tier', 'override', '市财政局', ...decide);
    await desk.json('unit', 'merge', '市财政局', '--into', '市审计局', '--on', '2022-02-01');
    const next = await desk.liaison('tier', 'classify', '--year', '2021');
    expect(next.out).toContain('市财政局');
    expect(next.out).not.toContain('taken over from run');
    const { code, err } = await desk.liaison('tier', 'override', '市财政局', ...decide);
    expect([code, err]).toEqual([5, expect.stringContaining('市审计局')]);
  });

  it('may place a unit that has no count', async () => {
    const desk = await setUpDezhou('volumes');
    await desk.json('unit', 'add', '市信访局');
    await desk.json('tier', 'classify', '--year', '2021');
    await desk.json(
      'tier',
      'override',
      '市信访局',
      '--tier',
      '专人专岗',
      '--reason',
      '新设',
      '--document-no',
      'n',
    );
    expect(await desk.json('tier', 'adopt', '2', '--document-no', 'x')).toMatchObject({
      counts: { noCount: 0, total: 35 },
    });
  });
});

describe('tier list', () => {
  it('comes in the order asked for', async () => {
    const desk = await setUpDezhou('draft');
    const order = async (...args: string[]) =>
      ((await desk.json('tier', 'list', ...args)) as { units: { code: string; volume: number }[] }).units;
    const codes = (await order('--sort', 'official')).map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    const volumes = (await order('--sort', 'volume')).map(({ volume }) => volume);
    expect(volumes).toEqual([...volumes].sort((a, b) => b - a));
  });

  it('draws the volumes against the bounds, in Chinese, and plainly where lines cannot be drawn', async () => {
    const desk = await setUpDezhou('draft', { lang: 'zh' });
    const { out } = await desk.liaison('tier', 'list', '--chart');
    expect(out).toMatchInlineSnapshot(`
      "第 1 号归类结果：2021 年度，标准 dezhou-2022

      草案
      单独设立 8，加挂牌子 16，专人专岗 10，合计 34

      单位                    年办理量               50           1000          4557
      市住房和城乡建设局          4557  ██████████████│██████████████│██████████████
      市公安局                    3517  ██████████████│██████████████│█████████
      市人力资源和社会保障局      2752  ██████████████│██████████████│██████
      市城市管理局                2423  ██████████████│██████████████│█████
      市市场监督管理局            1931  ██████████████│██████████████│███
      市自然资源局                1427  ██████████████│██████████████│█
      市交通运输局                1208  ██████████████│██████████████│█
      市卫生健康委员会            1135  ██████████████│██████████████│█
      市医疗保障局                1000  ██████████████│██████████████│
      市教育局                     910  ██████████████│████████████  │
      市生态环境局                 891  ██████████████│████████████  │
      市供热有限公司               605  ██████████████│████████      │
      市住房公积金管理中心         515  ██████████████│██████        │
      市民政局                     489  ██████████████│██████        │
      市农业农村局                 427  ██████████████│█████         │
      市行政审批服务局             397  ██████████████│█████         │
      市公共交通有限公司           335  ██████████████│████          │
      市文化和旅游局               267  ██████████████│███           │
      市退役军人事务局             221  ██████████████│██            │
      市水利局                     181  ██████████████│█             │
      市地方金融监督管理局         174  ██████████████│█             │
      市司法局                     144  ██████████████│█             │
      市商务局                     117  ██████████████│█             │
      市应急管理局                 101  ██████████████│█             │
      市委政法委员会                50  ██████████████│              │
      市财政局                      49  █████████████ │              │
      市残疾人联合会                49  █████████████ │              │
      市体育局                      48  █████████████ │              │
      市委宣传部                    42  ███████████   │              │
      市总工会                      37  ██████████    │              │
      市教育和体育发展中心          23  ██████        │              │
      市供销合作社联合社            11  ███           │              │
      市审计局                       7  █             │              │
      市统计局                       4  █             │              │

      每两个界限之间同宽；条形在本档内的长短表示办理量在该档中的位置。
      "
    `);
    desk.setEnv('LC_ALL', 'C');
    const plain = (await desk.liaison('tier', 'list', '--chart', '--tier', 'dedicated')).out;
    expect(plain).toMatch(/4557 {2}#+\|#+\|#+/u);
    expect(plain).not.toMatch(/[█│─]/u);
    expect((await desk.liaison('tier', 'list', '--chart', '--format', 'csv')).out).toContain(
      '市公安局,3517\r\n',
    );
  });
});
