import { beforeAll, describe, expect, it } from 'vitest';
import { listOpenStudies } from '../../src/operations/study/list-studies.ts';
import { openStore } from '../../src/store/database.ts';
import type { TestDesk } from '../support/desk.ts';
import { copyDesk, setUpDezhou } from '../support/seeds.ts';

let desk: TestDesk;

const add = (unit: string, on: string, until: string, ...more: string[]) =>
  desk.json('study', 'add', unit, '--on', on, '--matter', '路灯', '--decision', '更换', '--until', until, '--in', 'DZ', ...more); // prettier-ignore
const close = (number: string, on: string) =>
  desk.json('study', 'close', number, '--on', on, '--result', '已办', '--in', 'DZ');

async function undoLast(): Promise<void> {
  const [last] = (await desk.json('log', 'list', '--limit', '1', '--in', 'DZ')) as { operation: number }[];
  await desk.json('undo', String(last?.operation), '--yes', '--in', 'DZ');
}

/** Studies 1 to 6 of the city, whose leaders are on record from 8 April: 4 and the closing of 5 were undone; one of the county. */
beforeAll(async () => {
  desk = await setUpDezhou('units');
  await desk.json('jurisdiction', 'add', '平川县', '--code', 'PC');
  await desk.json('unit', 'add', '县城管局', '--leader', '甲某', '--in', 'PC');
  desk.setTime('2022-06-30T04:00:00Z');
  await add('市公安局', '2022-04-08', '2022-04-20');
  await add('市城管局', '2022-04-10', '2022-04-10');
  await add('市司法局', '2022-05-01', '2022-06-30');
  await add('市教育局', '2022-04-08', '2022-04-09');
  await undoLast();
  await add('市教育局', '2022-05-02', '2022-05-10');
  await add('市民政局', '2022-04-08', '2022-04-20');
  await close('1', '2022-04-25');
  await close('2', '2022-05-05');
  await close('5', '2022-05-06');
  await undoLast();
  const county = ['--matter', '路灯', '--decision', '更换', '--until', '2022-04-09', '--on', '2022-04-08'];
  await desk.json('study', 'add', '县城管局', ...county, '--in', 'PC');
}, 60_000);

async function listOn(jurisdictionId: number, day: string): Promise<string> {
  const store = await openStore(copyDesk(desk).database);
  try {
    const studies = await listOpenStudies(store.db, jurisdictionId, day);
    return studies.map(({ number, isLate }) => `${String(number)}${isLate ? ' late' : ''}`).join(', ');
  } finally {
    await store.close();
  }
}

describe('the decisions open as of a day, the earliest due first', () => {
  it.each([
    ['2022-04-07', ''],
    ['2022-04-08', '1, 6'],
    ['2022-04-10', '2, 1, 6'],
    ['2022-04-11', '2 late, 1, 6'],
    ['2022-04-20', '2 late, 1, 6'],
    ['2022-04-24', '2 late, 1 late, 6 late'],
    ['2022-04-25', '2 late, 6 late'],
    ['2022-05-02', '2 late, 6 late, 5, 3'],
    ['2022-05-05', '6 late, 5, 3'],
    ['2022-06-30', '6 late, 5 late, 3'],
    ['2022-07-01', '6 late, 5 late, 3 late'],
  ])('%s: %s', async (day, expected) => {
    expect(await listOn(1, day)).toBe(expected);
  });

  it('are those of the jurisdiction', async () => {
    expect([await listOn(2, '2022-04-08'), await listOn(2, '2022-04-10')]).toEqual(['1', '1 late']);
  });

  it('say who answers for them, and what was decided', async () => {
    const store = await openStore(desk.database);
    try {
      const [first] = await listOpenStudies(store.db, 1, '2022-04-08');
      expect(first).toEqual({
        number: 1,
        unit: '市公安局',
        on: '2022-04-08',
        matter: '路灯',
        decision: '更换',
        until: '2022-04-20',
        leader: { name: '金某乙', title: expect.any(String) as string },
        isLate: false,
      });
    } finally {
      await store.close();
    }
  });
});
