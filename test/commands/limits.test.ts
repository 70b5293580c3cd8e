import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';

const log = ['appeal', 'log', '--kind', 'request', '--channel', 'hotline', '--title'];

/** Runs what must be refused; gives the code of the error, and holds that nothing was written. */
async function refuse(desk: TestDesk, ...args: string[]): Promise<unknown> {
  const before = dumpDatabase(desk.database);
  const { code, err } = await desk.liaison(...args, '--json');
  expect(code).toBeGreaterThan(0);
  expect(dumpDatabase(desk.database)).toBe(before);
  return (JSON.parse(err) as { error: { code: string } }).error.code;
}

describe('the clock', () => {
  it('is refused where it is more than five minutes behind what was done last, with both times', async () => {
    const desk = await setUpDezhou('units');
    desk.setTime('2022-04-09T04:00:00Z');
    await desk.json(...log, '路灯不亮', '--to', '市公安局');
    desk.setTime('2022-04-09T03:54:59Z');
    expect(await refuse(desk, 'appeal', 'accept', '2022-000001')).toBe('clock-behind');
    const { err } = await desk.liaison('unit', 'add', '市信访局');
    expect(err).toMatch(/2022-04-09 11:54[\s\S]*2022-04-09 12:00/u);
    // What only reads goes on.
    expect((await desk.liaison('appeal', 'list')).code).toBe(0);
    desk.setTime('2022-04-09T03:56:00Z');
    await desk.json('appeal', 'accept', '2022-000001');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });

  it('is believed where a person says that it is right; what happened still comes one after the other', async () => {
    const desk = await setUpDezhou('units');
    desk.setTime('2023-04-09T04:00:00Z');
    await desk.json(...log, '路灯不亮', '--to', '市公安局');
    desk.setTime('2022-04-09T04:00:00Z');
    await desk.json('unit', 'add', '市信访局', '--clock-is-right');
    await desk.json('appeal', 'accept', '2023-000001', '--clock-is-right');
    const { events } = (await desk.json('appeal', 'show', '2023-000001')) as { events: { at: string }[] };
    const times = events.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });
});

describe('times of what happened', () => {
  it.each([
    ['1989-12-31 23:59', 'time-too-early'],
    ['0001-01-01 00:00', 'time-too-early'],
    ['2022-04-08 12:01', 'time-in-future'],
    ['2999-12-31 23:59', 'time-in-future'],
  ])('%s is refused', async (time, error) => {
    const desk = await setUpDezhou('units');
    expect(await refuse(desk, ...log, '路灯不亮', '--time', time)).toBe(error);
    const file = desk.write('a.csv', `编号,事项,登记时间\n1,路灯不亮,${time}\n`);
    expect((await desk.liaison('appeal', 'import', file, '--kind', 'request')).code).toBeGreaterThan(0);
  });

  const farDays = ['0001-01-01', '1989-12-31', '9999-12-31'];
  const filters = [
    'appeal list --all --since',
    'appeal list --all --until',
    'privacy log --since',
    'privacy log --until',
  ];
  it.each(filters.flatMap((filter) => farDays.map((day) => [filter, day] as const)))(
    'any day may be asked for: %s %s',
    async (filter, day) => {
      const desk = await setUpDezhou('units');
      await desk.json(...log, '路灯不亮', '--to', '市公安局');
      const found = (await desk.json(...filter.split(' '), day)) as unknown[];
      const isAsked = filter.startsWith('appeal') && filter.endsWith('since') === (day !== '9999-12-31');
      expect(found).toHaveLength(isAsked ? 1 : 0);
    },
  );

  it('days to come are right where they are planned, and the last of all is no defect', async () => {
    const desk = await setUpDezhou('desks');
    for (const day of ['2099-01-01', '9999-12-31'])
      await desk.json('deadline', 'use', 'guangdong-2022', '--from', day);
    await desk.json('unit', 'list');
    expect((await desk.liaison('database', 'check')).code).toBe(0);
  });
});

describe('bounds', () => {
  it.each([
    ['a caller', ['--caller', '王'.repeat(501)], 'option-too-long'],
    ['a text', ['--text', '长'.repeat(10_001)], 'option-too-long'],
    ['a phone', ['--phone', '1'.repeat(501)], 'option-value-invalid'],
    ['a name with a sign nobody sees', ['--to', '市公安\u200b局'], 'option-invisible'],
    ['a user with a turned direction', ['--as', 'A\u202e1'], 'option-invisible'],
  ])('%s is refused', async (_what, more, error) => {
    const desk = await setUpDezhou('units');
    expect(await refuse(desk, ...log, '路灯不亮', ...more)).toBe(error);
  });
});

it.each(['1e999', 'Infinity', '0.0005', '3000000', 'x', '-1'])(
  'LIAISON_WAIT=%s is no defect',
  async (wait) => {
    const desk = await setUpDezhou('units');
    desk.setEnv('LIAISON_WAIT', wait);
    expect((await desk.liaison('unit', 'list')).code).toBe(0);
  },
);
