import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';

const story = [
  'appeal', 'log', '--kind', '求助', '--channel', '热线', '--matter', '核酸检测',
  '--title', '核酸检测结果未在“北京健康宝”显示', '--text', '我是曹先生，电话19911110207，结果未显示',
  '--caller', '曹先生', '--phone', '19911110207', '--time', '2022-02-07 09:20',
]; // prettier-ignore

async function setUpCircle(): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  await desk.json(...story, '--to', '市卫健委');
  await desk.json(
    'appeal',
    'transfer',
    '2022-000001',
    '--to',
    '市医保局',
    '--reason',
    'wrong-unit',
    '--text',
    '电话19911110207',
  );
  return desk;
}

describe('appeal log', () => {
  it('numbers appeals by the year they came in and hands over at once', async () => {
    const desk = await setUpDezhou('published');
    const { code, out } = await desk.liaison(...story, '--to', '市卫健委');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Logged appeal 2022-000001.
      Appeal 2022-000001, hop 0: transfer desk → 市卫生健康委员会.
      Call now: 市卫生健康委员会, 0534-5550118、0534-5551118, liaison 冯某癸
      due on: 2022-02-14
      "
    `);
    expect(await desk.json(...story)).toMatchObject({ number: '2022-000002', unit: null });
    expect(await desk.json(...story.slice(0, -1), '2021-12-31 23:59')).toMatchObject({
      number: '2021-000001',
    });
  });

  it('names the missing options without a terminal and writes nothing', async () => {
    const desk = await setUpDezhou('published');
    const { code, err } = await desk.liaison('appeal', 'log', '--kind', 'request', '--channel', 'hotline');
    expect(code).toBe(2);
    expect(err).toContain('--title');
    expect(await desk.json('appeal', 'list', '--all')).toEqual([]);
  });

  it('takes an appeal without a caller, and refuses times that cannot be', async () => {
    const desk = await setUpDezhou('published');
    const anonymous = ['appeal', 'log', '--kind', 'tipoff', '--channel', 'letter', '--title', '举报'];
    await desk.json(...anonymous);
    const { out } = await desk.liaison('appeal', 'show', '2022-000001');
    expect(out).toMatch(/caller\s+anonymous/u);
    expect((await desk.liaison(...anonymous, '--time', '2022-04-09 00:00')).code).toBe(3);
    expect((await desk.liaison(...anonymous, '--time', '2022-02-30')).code).toBe(2);
  });

  it('refuses an external number that is there already', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...story, '--external-number', '0202207');
    const { code, err } = await desk.liaison(...story, '--external-number', '0202207');
    expect(code).toBe(5);
    expect(err).toContain('2022-000001');
    expect(await desk.json('appeal', 'show', '0202207')).toMatchObject({ number: '2022-000001' });
  });
});

describe('a circle', () => {
  it('is refused with the chain and the command that settles it; the database is as it was', async () => {
    const desk = await setUpCircle();
    const before = dumpDatabase(desk.database);
    const back = ['appeal', 'transfer', '2022-000001', '--to', '市卫健委', '--reason', 'wrong-unit'];
    const { code, out, err } = await desk.liaison(...back);
    expect([code, out]).toEqual([5, '']);
    expect(err).toMatchInlineSnapshot(`
      "error: Refused: 市卫生健康委员会 has led appeal 2022-000001 before, so it would
      go in a circle. So far:
        0  2022-02-07 09:20  transfer desk → 市卫生健康委员会  (tester, 60 d)
        1  2022-04-08 12:00  市卫生健康委员会 → 市医疗保障局  (tester)
      hint: Settle who leads with a ruling: liaison appeal rule 2022-000001 --lead 市卫生健康委员会 --basis TEXT
      "
    `);
    const json = await desk.liaison(...back, '--json');
    expect([json.code, json.out]).toEqual([5, '']);
    expect(JSON.parse(json.err)).toMatchObject({
      error: { code: 'appeal-circle', details: { chain: [{ hop: 0, to: '市卫生健康委员会' }, { hop: 1 }] } },
    });
    expect(dumpDatabase(desk.database)).toBe(before);
  });

  it('is refused at the limit of units as well', async () => {
    const desk = await setUpCircle();
    await desk.json('appeal', 'transfer', '2022-000001', '--to', '市公安局', '--reason', 'wrong-unit');
    const { code, err } = await desk.liaison(
      'appeal',
      'transfer',
      '2022-000001',
      '--to',
      '市教育局',
      '--reason',
      'other',
    );
    expect(code).toBe(5);
    expect(err).toContain('more than the 3 units');
  });

  it('is settled by a ruling, which binds the lead and shows in the chain', async () => {
    const desk = await setUpCircle();
    expect(
      await desk.json(
        'appeal',
        'rule',
        '2022-000001',
        '--lead',
        '市卫健委',
        '--basis',
        '三定规定',
        '--assist',
        '市医保局',
      ),
    ).toMatchObject({ ruling: 1, hop: 2, leadCode: 'DZ-018', assists: ['DZ-026'] });
    const bound = await desk.liaison(
      'appeal',
      'transfer',
      '2022-000001',
      '--to',
      '市公安局',
      '--reason',
      'other',
    );
    expect(bound.code).toBe(5);
    expect(bound.err).toContain('ruling 1 binds 市卫生健康委员会');
    const { out } = await desk.liaison('appeal', 'trace', '2022-000001');
    expect(out).toMatchInlineSnapshot(`
      "Course of appeal 2022-000001

      due on           2022-02-14 (red, 38 working days over)
      citizen’s clock  has waited 325 h 10 min (working hours)

      no  unit         sent         accepted     handed on    worked h  liaison
                                                                        then
      ──  ───────────  ───────────  ───────────  ───────────  ────────  ───────────
       0  市卫生健康   2022-02-07   not yet,     2022-04-08     325:10
          委员会       09:20        325:10 h     12:00
                       (tester)     late (by
                                    2022-02-08)
       1  市医疗保障   2022-04-08                2022-04-08       0:00  朱某辛
          局           12:00                     12:00
                       (tester)
       2  市卫生健康   2022-04-08                                 0:00  冯某癸
          委员会       12:00
                       (tester)

      when              what                              by
      ────────────────  ────────────────────────────────  ──────
      2022-02-07 09:20  received                          tester
      2022-02-07 09:20  transfer desk → 市卫生健康委员会  tester
      2022-04-08 12:00  市卫生健康委员会 → 市医疗保障局   tester
                        reason: wrong unit
                        电话199****0207
      2022-04-08 12:00  ruling 1: 市卫生健康委员会 leads  tester
                        市医疗保障局 → 市卫生健康委员会
                        assisting: 市医疗保障局
      "
    `);
  });

  it('needs a reason from a unit, none from the transfer desk', async () => {
    const desk = await setUpCircle();
    const { code, err } = await desk.liaison('appeal', 'transfer', '2022-000001', '--to', '市公安局');
    expect(code).toBe(2);
    expect(err).toContain('--reason');
  });
});

describe('personal data', () => {
  it('shows in no output, whatever its form', async () => {
    const desk = await setUpCircle();
    for (const command of [
      ['show', '2022-000001'],
      ['trace', '2022-000001'],
      ['list', '--all'],
    ]) {
      for (const form of ['table', 'json', 'csv', 'md']) {
        const { out, err } = await desk.liaison('appeal', ...command, '--format', form);
        expect(out + err).not.toContain('曹先生');
        expect(out + err).not.toContain('19911110207');
        expect(out).toContain('2022-02-07');
      }
    }
  });

  it('stands in no sealed row and in no operation', async () => {
    const desk = await setUpCircle();
    const dump = dumpDatabase(desk.database, ['appeal_event', 'operation', 'appeal', 'ruling', 'batch']);
    expect(dump).toContain('2022-000001');
    expect(dump).not.toContain('曹先生');
    expect(dump).not.toContain('19911110207');
  });

  it('of a confidential appeal keeps the title out of lists', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...story, '--confidential');
    expect((await desk.liaison('appeal', 'list')).out).not.toContain('核酸');
  });
});

it('shows the transfer desk’s queue without filters', async () => {
  const desk = await setUpCircle();
  await desk.json(...story);
  expect(await desk.json('appeal', 'list')).toMatchObject([{ number: '2022-000002', holder: null }]);
  expect(await desk.json('appeal', 'list', '--unit', '市医保局')).toMatchObject([{ number: '2022-000001' }]);
  expect(await desk.json('department', 'list')).toHaveLength(34);
});

describe('appeal list', () => {
  const numbers = async (desk: TestDesk, ...args: string[]): Promise<string[]> =>
    ((await desk.json('appeal', 'list', ...args)) as { number: string }[]).map((one) => one.number.slice(-1));

  async function setUpFive(): Promise<TestDesk> {
    const desk = await setUpDezhou('published');
    const log = (title: string, time: string, ...more: string[]) =>
      desk.json(
        ...['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title', title],
        ...['--time', time, ...more],
      );
    await log('路灯', '2022-04-01 09:00', '--to', '市公安局', '--matter', '照明');
    await log('供暖', '2022-04-02 09:00');
    await log('噪声', '2022-04-08 11:00', '--to', '市公安局');
    await log('医保', '2022-04-03 09:00', '--to', '市医保局');
    await log('积水', '2022-04-07 23:30', '--to', '市水利局');
    const act = (verb: string, ...args: string[]) => desk.json('appeal', verb, ...args);
    await act('accept', '2022-000001', '--time', '2022-04-01 10:00');
    await act(
      'return',
      '2022-000001',
      '--reason',
      'wrong-unit',
      '--basis',
      'x',
      '--time',
      '2022-04-06 10:00',
    );
    await act('accept', '2022-000005', '--time', '2022-04-08 00:10');
    await act(
      'transfer',
      '2022-000005',
      '--to',
      '市城管局',
      '--reason',
      'place',
      '--time',
      '2022-04-08 00:20',
    );
    await act('assist', '2022-000005', '--add', '市公安局/治安科');
    return desk;
  }

  it('without filters is the queue: returned, at the desk, not accepted in time; longest waiting first', async () => {
    const desk = await setUpFive();
    const { out } = await desk.liaison('appeal', 'list');
    expect(out).toMatchInlineSnapshot(`
      "Queue of the transfer desk

      appeals: 3

      number       title  waits for         days  due on        led by
      ───────────  ─────  ────────────────  ────  ────────────  ─────────────
      2022-000002  供暖   not handed over      6  2022-04-12    transfer desk
      2022-000004  医保   not accepted         5  2022-04-12    市医疗保障局
      2022-000001  路灯   return to decide     2  2022-04-11 !  市公安局
      "
    `);
    desk.setTime('2022-04-12T04:00:00Z');
    expect((await desk.liaison('appeal', 'list', '--columns', 'number', '--format', 'csv')).out).toBe(
      '\uFEFFnumber\r\n2022-000002\r\n2022-000004\r\n2022-000001\r\n2022-000005\r\n2022-000003\r\n',
    );
  });

  it.each([
    ['--unit 市公安局', '135'],
    ['--lead 市公安局', '13'],
    ['--assist 市公安局', '5'],
    ['--state sent', '435'],
    ['--kind 求助 --until 2022-04-03', '124'],
    ['--kind 投诉', ''],
    ['--matter 照明', '1'],
    ['--since 2022-04-07', '53'],
    ['--since 2022-04-07 --until 2022-04-07', '5'],
    ['--hops 2+', '5'],
    ['--hops 1', '1453'],
    ['--text 积', '5'],
    ['--text 000002', '2'],
    ['--all', '12453'],
  ])('%s', async (options, expected) => {
    expect((await numbers(await setUpFive(), ...options.split(' '))).sort()).toEqual(
      expected.split('').sort(),
    );
  });

  it('comes in the columns and the order asked for, and refuses what is none', async () => {
    const desk = await setUpFive();
    const { out } = await desk.liaison(
      ...['appeal', 'list', '--all', '--sort', 'hops', '--columns', 'hops,number,matter', '--format', 'csv'],
    );
    expect(out.split('\r\n').slice(0, 2)).toEqual(['\uFEFFhand-overs,number,matter', '2,2022-000005,']);
    for (const wrong of [
      ['--columns', 'x'],
      ['--hops', 'x'],
      ['--sort', 'x'],
      ['--unit', '市公安局', '--lead', '市公安局'],
    ]) {
      expect((await desk.liaison('appeal', 'list', ...wrong)).code).toBe(2);
    }
  });

  it('looks for words in what is shown only: a phone is found by nobody', async () => {
    const desk = await setUpDezhou('published');
    await desk.json(...story);
    expect(await numbers(desk, '--text', '19911110207')).toEqual([]);
    expect(await numbers(desk, '--text', '健康宝')).toEqual(['1']);
  });
});
