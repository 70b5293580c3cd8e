import { expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';

const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', '路灯'];

/** A city of four units, 甲局 to 丁局. */
async function setUpFour(): Promise<TestDesk> {
  const desk = setUpDesk();
  await desk.json('init', '--name', '德州市', '--code', 'DZ');
  for (const name of ['甲局', '乙局', '丙局', '丁局']) await desk.json('unit', 'add', name);
  return desk;
}

const show = async (desk: TestDesk, number = '2022-000001') =>
  (await desk.json('appeal', 'show', number)) as {
    state: string;
    holder: string | null;
  };

it('a unit that came back and went into another takes its appeals there, not to its old heir', async () => {
  const desk = await setUpFour();
  await desk.json('unit', 'merge', '甲局', '--into', '乙局', '--yes');
  await desk.json('unit', 'add', '甲局', '--same');
  await desk.json(...log, '--to', '甲局');
  await desk.json('unit', 'merge', '甲局', '--into', '丙局', '--yes');
  expect((await show(desk)).holder).toBe('丙局');
  expect((await desk.liaison('database', 'check')).code).toBe(0);
});

it('a unit that came back and was split leaves its appeals to the transfer desk', async () => {
  const desk = await setUpFour();
  await desk.json('unit', 'merge', '甲局', '--into', '乙局', '--yes');
  await desk.json('unit', 'add', '甲局', '--same');
  await desk.json(...log, '--to', '甲局');
  await desk.json('unit', 'split', '甲局', '--into', '丙局', '丁局', '--yes');
  expect(await show(desk)).toMatchObject({ state: 'unassigned', holder: null });
  expect(await desk.json('appeal', 'list')).toHaveLength(1);
  expect((await desk.liaison('database', 'check')).code).toBe(0);
});

it('a unit that ended while an appeal was closed assists it no more when it is taken up again', async () => {
  const desk = await setUpFour();
  await desk.json(...log, '--to', '甲局');
  await desk.json('appeal', 'assist', '2022-000001', '--add', '乙局', '--add', '丁局');
  await desk.json('appeal', 'accept', '2022-000001');
  await desk.json('appeal', 'reply', '2022-000001', '--text', '已修');
  await desk.json('unit', 'merge', '乙局', '--into', '丙局', '--yes');
  await desk.json('unit', 'retire', '丁局', '--reason', '机构改革');
  await desk.json('appeal', 'close', '2022-000001', '--outcome', 'solved');
  await desk.json('appeal', 'reopen', '2022-000001', '--text', '又坏了');
  expect((await desk.liaison('appeal', 'show', '2022-000001')).out).toMatch(/assisted by +丙局\n/u);
  expect((await desk.liaison('database', 'check')).code).toBe(0);
});

it('an import that another unit went into is not undone', async () => {
  const desk = await setUpFour();
  desk.write('u.csv', '单位名称\n戊局\n');
  await desk.json('unit', 'import', 'u.csv', '--yes');
  await desk.json('unit', 'merge', '甲局', '--into', '戊局', '--yes');
  const before = dumpDatabase(desk.database);
  const { code, err } = await desk.liaison('import', 'undo', '1', '--yes');
  expect([code, err]).toEqual([5, expect.stringContaining('units merged or split 1')]);
  expect(dumpDatabase(desk.database)).toBe(before);
});

it.each([
  ['its alias', '单位名称\n警 察 局\n'],
  ['its code, under another name', '单位编码,单位名称\nDZ-001,甲委\n'],
  ['its alias as a short name', '单位名称,简称\n己局,警察局\n'],
])('an import does not change a unit that has ended, by %s', async (_what, content) => {
  const desk = await setUpFour();
  await desk.json('unit', 'alias', '甲局', '警察局');
  await desk.json('unit', 'merge', '甲局', '--into', '乙局', '--yes');
  desk.write('u.csv', content);
  const before = dumpDatabase(desk.database);
  const { code, err } = await desk.liaison('unit', 'import', 'u.csv', '--yes');
  expect([code, err]).toEqual([3, expect.stringContaining('--same')]);
  expect(dumpDatabase(desk.database)).toBe(before);
});

it.each([
  ['2020-12-31', 3],
  ['2021-01-01', 3],
  ['2021-01-02', 0],
])('a unit that ended on %s: counts of 2021 end with %i', async (on, expected) => {
  const desk = await setUpFour();
  await desk.json('unit', 'merge', '甲局', '--into', '乙局', '--on', on, '--yes');
  desk.write('v.csv', '单位名称,热线办理量\n甲局,5\n');
  const { code, err } = await desk.liaison('volume', 'import', 'v.csv', '--year', '2021', '--yes');
  expect(code).toBe(expected);
  if (expected !== 0) expect(err).toContain('乙局');
  const set = ['volume', 'set', '甲局', '2021', '--channel', 'hotline', '--count', '6', '--reason', '漏计'];
  expect((await desk.liaison(...set)).code === 0).toBe(expected === 0);
});

it('two jurisdictions whose units have the same codes raise no false alarm', async () => {
  const desk = await setUpFour();
  await desk.json('jurisdiction', 'add', '甲县', '--code', 'JX');
  for (const code of ['DZ', 'JX']) {
    await desk.json('unit', 'add', '子局', '--code', 'U1', '--in', code);
    await desk.json('unit', 'add', '丑局', '--code', 'U2', '--in', code);
    await desk.json('unit', 'merge', '子局', '--into', '丑局', '--in', code, '--yes');
  }
  expect((await desk.liaison('database', 'check')).code).toBe(0);
});

it('a recall is made now, whatever time it is said to have been', async () => {
  const desk = await setUpFour();
  await desk.json(...log, '--to', '甲局', '--time', '2022-03-01 09:00');
  const { code, err } = await desk.liaison('appeal', 'recall', '2022-000001', '--time', '2022-03-01 10:00');
  expect([code, err]).toEqual([5, expect.stringContaining('cannot be recalled')]);
});

it('a unit that comes back is set as is said, and else is as it was', async () => {
  const desk = await setUpFour();
  await desk.json('unit', 'set', '甲局', '--group', '党委', '--leader', '张某甲');
  await desk.json('unit', 'retire', '甲局', '--reason', '机构改革');
  await desk.json('unit', 'add', '甲局', '--same', '--leader', '李某乙', '--short-name', '甲');
  expect(await desk.json('unit', 'show', '甲')).toMatchObject({
    name: '甲局',
    group: '党委',
    shortName: '甲',
  });
  expect((await desk.liaison('unit', 'show', '甲局')).out).toContain('李某乙');
  expect((await desk.liaison('unit', 'add', '甲局', '--same', '--code', 'X1')).code).toBe(2);
});
