import { beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';
import { dumpDatabase } from '../support/dump.ts';

const flat = (text: string): string => text.replaceAll(/\s+/gu, '');
const zh = async (desk: TestDesk, ...words: readonly string[]): Promise<string> => {
  desk.setEnv('COLUMNS', '240');
  return flat((await desk.liaison('--lang', 'zh', ...words)).out);
};

const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];

describe('what stands first', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await setUpDezhou('published');
    await desk.json(...log, '早的', '--time', '2022-04-07 09:00');
    await desk.json(...log, '急的', '--priority', 'urgent', '--time', '2022-04-07 10:00');
    await desk.json(...log, '重办的', '--to', '市公安局', '--time', '2022-04-07 11:00');
    await desk.json('unit', 'set', '市公安局', '--group', '政法机关');
    for (let round = 0; round < 3; round += 1) {
      await desk.json('appeal', 'accept', '2022-000003');
      await desk.json('appeal', 'reply', '2022-000003', '--text', '已办');
      await desk.json('appeal', 'review', '2022-000003', '--asked-by', '群众', '--result', '重办');
    }
  });

  const numbers = async (...terms: readonly string[]): Promise<string[]> =>
    ((await desk.json('appeal', 'list', ...terms)) as { number: string }[]).map(({ number }) =>
      number.slice(-1),
    );

  it('is urgent, then redone three times, in lists and in the queue, and is marked there and on the slip', async () => {
    expect(await numbers('--all')).toEqual(['2', '3', '1']);
    expect(await numbers()).toEqual(['2', '1']);
    expect(await numbers('--all', '--sort', '受理先后')).toEqual(['1', '2', '3']);
    const out = await zh(desk, 'appeal', 'list', '--all');
    expect(out).toContain('【紧急】急的');
    expect(out).toContain('【三次重办】重办的');
    expect(await zh(desk, 'appeal', 'slip', '2022-000002')).toContain('紧急程度紧急');
    expect(await zh(desk, 'appeal', 'slip', '2022-000003')).toContain('已重办三次以上');
    expect(await zh(desk, 'appeal', 'slip', '2022-000001')).toContain('紧急程度一般');
    expect(await zh(desk, 'appeal', 'slip', '2022-000001')).not.toContain('【');
    expect(await zh(desk, 'status')).toContain('优先办理紧急1，重办三次以上1');
  });

  it.each([
    [['--priority', '紧急'], ['2']],
    [
      ['--priority', 'normal'],
      ['3', '1'],
    ],
    [['--escalated'], ['3']],
    [['--group', '政法机关'], ['3']],
    [
      ['--channel', '热线'],
      ['2', '3', '1'],
    ],
    [['--channel', '网办'], []],
  ])('can be asked for: %j', async (terms, expected) => {
    expect(await numbers(...terms)).toEqual(expected);
  });

  it('is no more so once it is closed', async () => {
    await desk.json('appeal', 'close', '2022-000002', '--outcome', 'withdrawn');
    expect(await numbers('--all')).toEqual(['3', '1', '2']);
  });
});

it('an appeal without a due day stands in the queue and in the status as such', async () => {
  const desk = await setUpDezhou('published');
  desk.setTime('2035-04-09T04:00:00Z');
  const { number } = (await desk.json(...log, '没有日历', '--to', '市公安局')) as { number: string };
  await desk.json('appeal', 'accept', number);
  const queue = (await desk.json('appeal', 'list')) as { number: string; wait: string; dueOn: null }[];
  expect(queue).toMatchObject([{ number, wait: 'no-due', dueOn: null }]);
  expect(await zh(desk, 'appeal', 'list')).toContain('无到期日（缺工作日历）');
  expect(await zh(desk, 'status')).toContain('1件无到期日');
  await desk.json('appeal', 'reply', number, '--text', '已办');
  expect(await desk.json('appeal', 'list')).toEqual([]);
});

describe('roster find', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await setUpDezhou('published');
    await desk.json('ruling', 'add', '--matter', '无证幼儿园', '--lead', '市教育局', '--basis', '三定方案');
    await desk.json('unit', 'set', '市司法局', '--group', '政法机关');
    await desk.json('unit', 'merge', '市体育局', '--into', '市教育局');
    await desk.json(...log, '噪音', '--matter', '广场舞噪音', '--to', '市公安局');
    await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC', '--area-code', '0534');
    await desk.json('unit', 'add', '县供热办', '--in', 'PC');
  });

  it.each([
    ['无证幼儿园', '市教育局', 'ruling', '1 无证幼儿园'],
    ['政法机关', '市司法局', 'group', '政法机关'],
    ['广场舞', '市公安局', 'matter', '广场舞噪音 1'],
    ['市体育局', '市体育局', 'name', '市体育局'],
    ['县供热办', '县供热办', 'name', '县供热办'],
    ['平川县', '县供热办', 'name', '县供热办'],
  ])('knows %s', async (wanted, unit, by, match) => {
    const found = (await desk.json('roster', 'find', wanted, '--in', 'DZ')) as { unit: string; by: string; match: string }[];
    expect(found.find((one) => one.by === by)).toMatchObject({ unit, by, match });
  }); // prettier-ignore

  it('says of one that is no more who took over, and of a county’s unit whose it is', async () => {
    expect(await zh(desk, 'roster', 'find', '市体育局', '--in', 'DZ')).toContain(
      '2022-04-08撤销，由市教育局承接',
    );
    expect(await zh(desk, 'roster', 'find', '县供热办', '--in', 'DZ')).toContain('平川县县供热办');
  });

  it('finds nothing of what is confidential, and nothing through a unit that is no more but its name', async () => {
    await desk.json(
      ...log,
      '举报',
      '--matter',
      '秘密事项',
      '--confidential',
      '--to',
      '市公安局',
      '--in',
      'DZ',
    );
    expect((await desk.liaison('roster', 'find', '秘密事项', '--in', 'DZ')).code).toBe(4);
  });
});

describe('the order of bodies', () => {
  const order = async (desk: TestDesk): Promise<string[]> =>
    ((await desk.json('unit', 'list')) as { name: string }[]).map(({ name }) => name);

  it('is changed by unit move, which makes room and can be undone', async () => {
    const desk = await setUpDezhou('units');
    const before = await order(desk);
    const dump = dumpDatabase(desk.database, ['unit']);
    await desk.json('unit', 'move', '市审计局', '--after', before[1] ?? '');
    const others = before.filter((name) => name !== '市审计局');
    expect(await order(desk)).toEqual([...others.slice(0, 2), '市审计局', ...others.slice(2)]);
    await desk.json('unit', 'move', '市审计局', '--first');
    expect(await order(desk)).toEqual(['市审计局', ...others]);
    const logged = (await desk.json('log', 'list', '--noun', 'unit')) as {
      operation: number;
      command: string;
    }[];
    for (const { operation } of logged.filter(({ command }) => command === 'unit move').reverse())
      await desk.json('undo', String(operation), '--yes');
    expect(dumpDatabase(desk.database, ['unit'])).toBe(dump);
    expect((await desk.liaison('unit', 'move', '市审计局', '--after', '市审计局')).code).toBe(5);
    expect((await desk.liaison('unit', 'move', '市审计局')).code).toBe(2);
  });

  it('is that of a list where it says so; units that it does not name come after', async () => {
    const desk = await setUpDezhou('units');
    const before = await order(desk);
    const [first = '', second = '', third = ''] = before;
    desk.write('u.csv', `单位名称\n${third}\n${first}\n市新设局\n`);
    await desk.json('unit', 'import', 'u.csv', '--set-order');
    expect(await order(desk)).toEqual([third, first, '市新设局', second, ...before.slice(3)]);
    desk.write('w.csv', `单位名称\n${first}\n${third}\n`);
    await desk.json('unit', 'import', 'w.csv');
    expect((await order(desk)).slice(0, 2)).toEqual([third, first]);
  });

  it('that parts a group, or leaves a unit without one, is pointed out', async () => {
    const desk = await setUpDezhou('published');
    const [, , , fourth = ''] = await order(desk);
    await desk.json('unit', 'set', fourth, '--clear', 'group');
    const { out } = await desk.liaison('desk', 'check', '--json');
    const { findings } = JSON.parse(out) as { findings: { name: string; code: string }[] };
    expect(findings.filter(({ code }) => code === 'group-missing').map(({ name }) => name)).toEqual([fourth]);
    const print = (await desk.liaison('roster', 'preview', '--format', 'html')).out;
    expect(print).toContain('其他单位');
  });

  it('that has changed is a difference of editions, and printed as one', async () => {
    const desk = await setUpDezhou('published');
    const before = await order(desk);
    await desk.json('unit', 'move', '市公安局', '--first');
    const { units } = (await desk.json('roster', 'diff', '1')) as {
      units: { unit: string; changes: unknown[] }[];
    };
    expect(units).toMatchObject([{ unit: '市公安局', changes: [{ field: 'place', after: null }] }]);
    expect(before[0]).not.toBe('市公安局');
    await desk.json('roster', 'publish', '--changes', '--document-no', 'x');
    const printed = await zh(desk, 'roster', 'print', '2', '--format', 'md');
    expect(printed).toContain('排列位置');
    expect(printed).toContain('列首位');
  });
});

describe('lists that go in again', () => {
  it.each(['csv', 'xlsx'])('units and desks as %s, in either language, unchanged and edited', async (form) => {
    for (const lang of ['en', 'zh']) {
      const desk = await setUpDezhou('published', { lang: lang as 'en' });
      await desk.json('unit', 'set', '市公安局', '--leader', '甲某', '--leader-title', '局长', '--parent', '市司法局', '--office-limit', '9'); // prettier-ignore
      await desk.json('desk', 'set', '市公安局', '--head', '乙某', '--head-post', '科长', '--head-phone', '2310001', '--liaison', '丙某', '--mobile', '19900000001'); // prettier-ignore
      const before = dumpDatabase(desk.database, ['unit', 'unit_name', 'unit_leader', 'desk', 'desk_person']);
      await desk.liaison('unit', 'list', '-o', `u.${form}`);
      await desk.liaison('desk', 'list', '--all-fields', '-o', `d.${form}`);
      const units = (await desk.json('unit', 'import', `u.${form}`)) as { counts: object };
      const desks = (await desk.json('desk', 'import', `d.${form}`)) as { counts: object };
      expect([units.counts, desks.counts]).toMatchObject([{ added: 0, changed: 0 }, { added: 0, changed: 0 }]);
      expect(dumpDatabase(desk.database, ['unit', 'unit_name', 'unit_leader', 'desk', 'desk_person'])).toBe(before);
    }
  }); // prettier-ignore

  it('hold a mobile only where it is revealed, and changes made in them', async () => {
    const desk = await setUpDezhou('published', { lang: 'zh' });
    await desk.json('desk', 'set', '市公安局', '--liaison', '丙某', '--mobile', '19900000001');
    const open = await desk.liaison('desk', 'list', '--all-fields', '--format', 'csv');
    expect(open.out).not.toMatch(/1990|\*/u);
    const revealed = await desk.liaison('desk', 'list', '--all-fields', '--reveal', '--reason', '核对', '--format', 'csv');
    expect(revealed.out).toContain('19900000001');
    desk.write('d.csv', open.out.replace('丙某', '丁某'));
    await desk.json('desk', 'import', 'd.csv');
    expect((await desk.liaison('desk', 'show', '市公安局')).out).toContain('丁某');
  }); // prettier-ignore
});
