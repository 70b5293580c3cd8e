import { describe, expect, it } from 'vitest';
import { dumpDatabase } from '../support/dump.ts';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

const log = (desk: TestDesk, ...more: string[]) =>
  desk.liaison(
    ...[
      'appeal',
      'log',
      '--kind',
      'request',
      '--channel',
      'hotline',
      '--title',
      '路灯',
      '--matter',
      '路灯照明',
    ],
    ...more,
  );
const add = ['ruling', 'add', '--matter', '路灯照明', '--lead', '市城管局', '--basis', '纪要〔2022〕1号'];

describe('a ruling for a matter', () => {
  it('is told when an appeal of it comes in, and warns when it goes elsewhere', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...add, '--assist', '市住建局');
    const first = await log(desk);
    expect(first.err).toContain('Ruling 1 holds for “路灯照明”: 市城市管理局 leads.');
    expect(first.err).toContain('next: liaison appeal transfer 2022-000001 --to DZ-012');
    await desk.json('appeal', 'transfer', '2022-000001', '--to', '市城管局');
    const followed = await log(desk, '--to', '市城管局');
    expect(followed.err).not.toContain('uling');
    const other = await log(desk, '--to', '市公安局');
    expect(other.err.replaceAll(/\s+/gu, ' ')).toContain(
      'by ruling 1 市城市管理局 leads “路灯照明”, but appeal 2022-000003',
    );
    const moved = await desk.liaison(
      'appeal',
      'transfer',
      '2022-000003',
      '--to',
      '市住建局',
      '--reason',
      'other',
    );
    expect([moved.code, moved.err]).toEqual([0, expect.stringContaining('Look again')]);
    expect((await desk.liaison('appeal', 'trace', '2022-000002')).out).toContain('Ruling 1');
  });

  it('shows the appeals that cite it and how they ended', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...add);
    await log(desk, '--to', '市城管局');
    await log(desk, '--to', '市公安局');
    const act = (verb: string, ...more: string[]) => desk.json('appeal', verb, '2022-000001', ...more);
    await act('accept');
    await act('reply', '--text', '已修复');
    await act('close', '--outcome', 'solved');
    expect(await desk.json('ruling', 'show', '1')).toMatchObject({
      matter: '路灯照明',
      lead: '市城市管理局',
      precedent: true,
      appeals: [{ number: '2022-000001', state: 'closed', outcome: 'solved' }],
    });
  });

  it('comes of one appeal by --precedent, and holds for the next', async () => {
    const desk = await setUpDezhou('published');
    await log(desk, '--to', '市公安局');
    await desk.json('appeal', 'rule', '2022-000001', '--lead', '市城管局', '--basis', '纪要', '--precedent');
    const next = await log(desk);
    expect(next.err).toContain('Ruling 1 holds');
    expect(await desk.json('ruling', 'show', '1')).toMatchObject({
      appeal: '2022-000001',
      appeals: [{ state: 'sent' }],
    });
    // Without it a ruling is for its appeal alone.
    const alone = await setUpDezhou('published');
    await log(alone, '--to', '市公安局');
    await alone.json('appeal', 'rule', '2022-000001', '--lead', '市城管局', '--basis', '纪要');
    expect((await log(alone)).err).not.toContain('Ruling');
  });

  it('is superseded by another, which stays on record beside it', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...add);
    const before = dumpDatabase(desk.database, ['ruling']);
    expect(
      await desk.json('ruling', 'supersede', '1', '--lead', '市住建局', '--basis', '纪要〔2023〕2号'),
    ).toMatchObject({ number: 2, supersedes: 1, lead: '市住房和城乡建设局' });
    expect(dumpDatabase(desk.database, ['ruling'])).toContain(before.trim());
    expect((await log(desk)).err).toContain('Ruling 2 holds');
    expect(await desk.json('ruling', 'list', '--matter', '路灯照明')).toMatchObject([
      { number: 1, supersededBy: 2 },
      { number: 2, supersededBy: null },
    ]);
    expect((await desk.liaison('ruling', 'list', '--lang', 'zh')).out).toContain('已由第 2 号取代');
  });

  it('moves with its unit into the one that it is merged into', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...add);
    await desk.json('unit', 'merge', '市城管局', '--into', '市住建局', '--on', '2022-04-01');
    expect((await log(desk)).err).toContain('市住房和城乡建设局 leads');
    expect((await desk.liaison('ruling', 'show', '1')).out).toContain(
      'ruled: 市城市管理局, which went into it',
    );
    const followed = await log(desk, '--to', '市住建局');
    expect(followed.err).not.toContain('Look again');
  });

  it('needs units that are there, one lead, and an own matter', async () => {
    const desk = await setUpDezhou('published');
    const before = dumpDatabase(desk.database);
    expect((await desk.liaison(...add, '--assist', '市城管局')).code).not.toBe(0);
    expect(
      (await desk.liaison('ruling', 'add', '--matter', 'x', '--lead', '外星人局', '--basis', 'y')).code,
    ).toBe(4);
    expect(
      (await desk.liaison('ruling', 'add', '--matter', ' ', '--lead', '市公安局', '--basis', 'y')).code,
    ).toBe(2);
    expect(dumpDatabase(desk.database)).toBe(before);
  });
});
