import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

async function setUpDesks(): Promise<TestDesk> {
  const desk = await setUpDezhou('adopted');
  await desk.json(
    'desk', 'set', '市公安局', '--form', '加挂', '--sign', '群众工作科', '--host-office', '办公室', '--duties', '签收', '--phones', '0534-5550001', '--head', '王某甲', '--head-phone', '0534-5550002', '--liaison', '李某乙', '--mobile', '19900000001',
  ); // prettier-ignore
  return desk;
}

const show = async (desk: TestDesk): Promise<Record<string, unknown>> =>
  (await desk.json('desk', 'show', '市公安局', '--reveal', '--reason', '核对')) as Record<string, unknown>;

describe('desk set --clear', () => {
  it('takes away fields, a person, and what is on record of one, by either word', async () => {
    const desk = await setUpDesks();
    const { code, out } = await desk.liaison(
      'desk',
      'set',
      '市公安局',
      '--clear',
      'sign,挂靠内设机构,head,mobile',
    );
    expect([code, out]).toEqual([0, expect.stringMatching(/sign +群众工作科 +—/u)]);
    const after = await show(desk);
    expect(after).toMatchObject({ sign: null, hostOffice: null, duties: '签收' });
    expect(after['persons']).toEqual([
      expect.objectContaining({ role: 'liaison', name: '李某乙', mobile: null }),
    ]);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
    // Once more there is nothing to take.
    expect(await desk.json('desk', 'set', '市公安局', '--clear', 'sign')).toMatchObject({ changes: [] });
  });

  it.each([
    [['--clear', 'sign', '--sign', '甲'], 2],
    [['--clear', '名称甲'], 2],
    [['--clear', 'form'], 2],
    [['--sign', '无'], 2],
    [['--head', '-'], 2],
    [['--liaison', '/'], 2],
  ])('%j is refused', async (options, code) => {
    const desk = await setUpDesks();
    const before = await show(desk);
    expect((await desk.liaison('desk', 'set', '市公安局', ...options)).code).toBe(code);
    expect(await show(desk)).toEqual(before);
  });
});

describe('无 in a file of desks', () => {
  it('takes away, an empty cell and - keep, and the plan shows it', async () => {
    const desk = await setUpDesks();
    desk.write('d.csv', '单位名称,牌子,挂靠内设机构,职责,负责人,联络员手机\n市公安局,无,,-,无,无\n');
    const dry = await desk.liaison('desk', 'import', 'd.csv', '--dry-run');
    expect([dry.code, dry.out]).toEqual([0, expect.stringMatching(/群众工作科 +—/u)]);
    expect(dry.err).toContain('Read as nothing: - × 1');
    await desk.json('desk', 'import', 'd.csv');
    expect(await show(desk)).toMatchObject({ sign: null, hostOffice: '办公室', duties: '签收' });
    expect((await show(desk))['persons']).toEqual([
      expect.objectContaining({ role: 'liaison', phone: null, mobile: null }),
    ]);
    expect(await desk.json('desk', 'import', 'd.csv')).toMatchObject({ batch: null });
    await desk.json('import', 'undo', '5', '--yes').catch(() => undefined);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });
});

describe('unit set --clear', () => {
  it.each([
    ['short-name', 'shortName'],
    ['分组', 'group'],
    ['第一责任人', 'leader'],
    ['leader-title', 'leaderTitle'],
    ['office-limit', 'officeLimit'],
  ])('%s is taken away', async (word, field) => {
    const desk = await setUpDezhou('units');
    await desk.json('unit', 'set', '市公安局', '--short-name', '公安', '--group', '政法', '--leader', '王某甲', '--leader-title', '局长', '--office-limit', '9'); // prettier-ignore
    const { changes } = (await desk.json('unit', 'set', '市公安局', '--clear', word)) as {
      changes: { field: string; after: string }[];
    };
    expect(changes.map((one) => [one.field, one.after])).toContainEqual([field, '']);
    expect(await desk.json('unit', 'set', '市公安局', '--clear', word)).toMatchObject({ changes: [] });
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });

  it('and 无 in a list of units does the same', async () => {
    const desk = await setUpDezhou('units');
    await desk.json(
      'unit',
      'set',
      '市公安局',
      '--leader',
      '王某甲',
      '--leader-title',
      '局长',
      '--group',
      '政法',
    );
    desk.write('u.csv', '单位名称,分组,第一责任人,职务\n市公安局,无,,无\n市教育局,,无,\n');
    await desk.json('unit', 'import', 'u.csv');
    const units = (await desk.json('unit', 'show', '市公安局')) as Record<string, unknown>;
    expect(units).toMatchObject({ group: null, leader: { name: '王某甲', title: null } });
    expect(await desk.json('unit', 'show', '市教育局')).toMatchObject({ leader: null });
  });
});

describe('unit alias --remove', () => {
  it('takes a wrong name away, so that it leads nowhere', async () => {
    const desk = await setUpDezhou('units');
    await desk.json('unit', 'alias', '市公安局', '老局');
    expect((await desk.liaison('unit', 'show', '老局')).code).toBe(0);
    const { out } = await desk.liaison('unit', 'alias', '市公安局', '老局', '--remove');
    expect(out).toContain('leads to 市公安局 no more');
    expect((await desk.liaison('unit', 'show', '老局')).code).toBe(4);
    expect((await desk.liaison('unit', 'alias', '市公安局', '老局', '--remove')).code).toBe(4);
    expect((await desk.liaison('unit', 'alias', '市公安局', '市公安局', '--remove')).code).toBe(4);
    // It is free for the unit that it belongs to.
    await desk.json('unit', 'alias', '市教育局', '老局');
    await desk.json('unit', 'set', '市公安局', '--short-name', '公安总局');
    await desk.json('unit', 'alias', '市公安局', '公安总局', '--remove');
    expect(await desk.json('unit', 'show', '市公安局')).toMatchObject({ shortName: null });
    expect((await desk.liaison('unit', 'alias', '市公安局', '无')).code).toBe(2);
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });
});
