import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dezhou, setUpDezhou } from '../support/seeds.ts';

const log = (desk: TestDesk, matter: string) =>
  desk.liaison(
    ...['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', 'T', '--matter', matter],
  );

async function setUpMatters(): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  expect(await desk.json('matter', 'import', dezhou('matters.csv'))).toMatchObject({
    rows: 65,
    counts: { added: 65, changed: 0, gone: 0 },
  });
  return desk;
}

describe('matter import', () => {
  it('takes a list of two levels, the same one a second time changes nothing', async () => {
    const desk = await setUpMatters();
    const listed = (await desk.json('matter', 'list')) as { group: string; name: string }[];
    expect(listed).toHaveLength(65);
    expect(new Set(listed.map(({ group }) => group)).size).toBe(12);
    expect(await desk.json('matter', 'import', dezhou('matters.csv'))).toMatchObject({ batch: null });
    const { out } = await desk.liaison('matter', 'list', '--lang', 'zh');
    expect(out).toMatch(/城乡建设 +路灯照明/u);
  });

  it('takes the place of the list before, after a question for what falls off it', async () => {
    const desk = await setUpMatters();
    const lines = readFileSync(dezhou('matters.csv'), 'utf8').split('\r\n');
    const fewer = lines
      .filter((line) => !line.includes('燃气'))
      .map((line) => line.replace('医疗健康,', '卫生,'));
    desk.write('m.csv', `${fewer.join('\r\n')}新事项类,新事项\r\n`);
    const asked = await desk.liaison('matter', 'import', 'm.csv');
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('燃气')]);
    expect(await desk.json('matter', 'import', 'm.csv', '--yes')).toMatchObject({
      counts: { added: 1, changed: 5, gone: 1 },
    });
    expect((await log(desk, '燃气')).code).toBe(4);
    expect((await desk.liaison('import', 'undo', '6', '--yes')).code).toBe(5);
    desk.write('twice.csv', '一级事项,诉求事项\n甲,供热\n乙,供热\n');
    expect((await desk.liaison('matter', 'import', 'twice.csv', '--yes')).code).toBe(3);
  });
});

describe('a matter of an appeal', () => {
  it('is one of the list, in whatever way it is written; an unknown one is refused with what is like it', async () => {
    const desk = await setUpMatters();
    expect((await log(desk, '城乡建设/路灯照明')).code).toBe(0);
    expect((await log(desk, ' 路灯照明 ')).code).toBe(0);
    const { code, err } = await log(desk, '路灯');
    expect([code, err]).toEqual([4, expect.stringContaining('路灯照明')]);
    expect((await log(desk, '外星人')).err).toContain('liaison matter list');
    expect(
      await desk.json('appeal', 'correct', '2022-000001', '--matter', '交通出行/公交线路'),
    ).toMatchObject({
      number: '2022-000001',
    });
    expect(await desk.json('appeal', 'show', '2022-000001')).toMatchObject({ matter: '公交线路' });
    expect(
      (await desk.liaison('ruling', 'add', '--matter', '公交', '--lead', '市交通局', '--basis', 'x')).code,
    ).toBe(4);
    await desk.json('ruling', 'add', '--matter', '公交线路', '--lead', '市交通局', '--basis', 'x');
    const listed = (await desk.json('matter', 'list')) as { name: string; appeals: number; lead: string }[];
    expect(listed.find(({ name }) => name === '公交线路')).toMatchObject({
      appeals: 1,
      lead: '市交通运输局',
    });
    expect(listed.find(({ name }) => name === '路灯照明')).toMatchObject({ appeals: 1 });
  });

  it('that another system wrote comes in as it is, and is shown as not on the list', async () => {
    const desk = await setUpMatters();
    desk.write(
      'a.csv',
      '工单编号,受理时间,标题,渠道,诉求性质,诉求事项\nA1,2022-02-07 09:00,路灯,热线,咨询,道路照明\n',
    );
    await desk.json('appeal', 'import', 'a.csv');
    const listed = (await desk.json('matter', 'list')) as { name: string; isListed: boolean }[];
    expect(listed.at(-1)).toMatchObject({ name: '道路照明', isListed: false });
    await desk.json('appeal', 'import', dezhou('appeals-2022.csv'));
    const after = (await desk.json('matter', 'list')) as { isListed: boolean }[];
    expect(after.filter(({ isListed }) => !isListed)).toHaveLength(1);
  });

  it('is asked for again at a terminal until it is on the list; then another appeal may follow', async () => {
    const desk = await setUpMatters();
    const call = (title: string, matter: readonly (readonly [string, string])[]) =>
      [
        ['Channel', '\r'],
        ['Kind', '\r'],
        ['Title', `${title}\r`],
        ['Text', '\r'],
        ...matter,
        ['Place', '\r'],
        ['Name of the caller', '\r'],
        ['Phone of the caller', '\r'],
        ['Unit to hand it over', '市城管局\r'],
      ] as const;
    const erase = '\u007f'.repeat(2);
    const { code, err, out } = await desk.answer(
      [
        ...call('第一件', [
          // What is none of the list is said; part of one that is leads to it.
          ['Matter', '环保\r'],
          ['not on the list', `${erase}路灯\r`],
        ]),
        ['Another?', '\r'],
        ...call('第二件', [['Matter', '\r']]),
        ['Another?', '\u001b[C\r'],
      ],
      ...['appeal', 'log'],
    );
    expect([code, err]).toEqual([0, expect.stringContaining('路灯照明')]);
    expect(out.match(/Logged appeal/gu)).toHaveLength(2);
    expect(await desk.json('appeal', 'list', '--all')).toMatchObject([
      { title: '第一件', matter: '路灯照明', holder: '市城市管理局' },
      { title: '第二件', matter: null },
    ]);
  });
});
