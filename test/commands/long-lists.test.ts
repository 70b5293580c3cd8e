import { describe, expect, it } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { setUpDezhou } from '../support/seeds.ts';

/** Appeals as their JSON has them. */
interface Line {
  readonly number: string;
  readonly wait: string | null;
  readonly state: string;
}

/** A city with the appeals of the fixtures and two hundred others: sent, at the desk, urgent, accepted, returned, closed. */
async function setUpMany(): Promise<TestDesk> {
  const desk = await setUpDezhou('published');
  const units = ['市水利局', '市公安局', '市民政局', ''];
  const rows = Array.from({ length: 200 }, (_, at) => {
    const day = `2022-0${String(1 + (at % 3))}-${String(1 + ((at * 7) % 28)).padStart(2, '0')}`;
    return `L${String(at)},${day} 09:${String(at % 60).padStart(2, '0')},热线,求助,路灯不亮第${String(at)}处,${units[at % 4] ?? ''},${at % 9 === 0 ? '特急' : ''}`;
  });
  desk.write('many.csv', ['工单编号,受理时间,渠道,诉求性质,标题,承办单位,紧急程度', ...rows, ''].join('\n'));
  await desk.json('appeal', 'import', 'many.csv');
  const fixture = `${import.meta.dirname}/../../fixtures/dezhou/appeals-2022.csv`;
  await desk.json('appeal', 'import', fixture);
  await desk.json('appeal', 'accept', 'L0', 'L1', 'L2', 'L4', 'L8', '--yes');
  await desk.json('appeal', 'transfer', 'L3', '--to', '市公安局');
  await desk.json('appeal', 'return', 'L3', '--reason', 'wrong-unit', '--basis', '三定规定');
  await desk.json('appeal', 'close', 'L9', '--outcome', 'withdrawn');
  return desk;
}

const numbersOf = (lines: unknown): string[] => (lines as Line[]).map(({ number }) => number);

describe('a long list', () => {
  it('shows a hundred rows and says how many there are; other forms hold all', async () => {
    const desk = await setUpMany();
    const all = (await desk.json('appeal', 'list', '--all')) as Line[];
    expect(all.length).toBe(304);
    const table = (await desk.liaison('appeal', 'list', '--all')).out;
    expect(table).toContain('appeals: the first 100 of 304; more with --limit');
    expect(table.match(/^2022-\d{6}/gmu)).toHaveLength(100);
    expect((await desk.liaison('appeal', 'list', '--all', '--limit', '400')).out).toContain('appeals: 304');
    expect(await desk.json('appeal', 'list', '--all', '--limit', '7')).toEqual(all.slice(0, 7));
    const csv = (await desk.liaison('appeal', 'list', '--all', '--format', 'csv')).out;
    expect(csv.trim().split('\n').length).toBeGreaterThanOrEqual(305);
    desk.setEnv('LIAISON_LANG', 'zh');
    expect((await desk.liaison('appeal', 'list', '--all', '--limit', '3')).out).toContain(
      '共 304 件，显示前 3 件；要多显示请用 --limit',
    );
  });

  it('begins as the whole one does, in every order and of every sort', async () => {
    const desk = await setUpMany();
    for (const terms of [
      [],
      ['--all'],
      ['--all', '--sort', 'due'],
      ['--all', '--sort', 'hops'],
      ['--all', '--sort', 'waiting'],
      ['--unit', '市公安局'],
      ['--overdue'],
      ['--unaccepted'],
      ['--group', '政府部门'],
      ['--text', '第1'],
      ['--text', '路灯不亮'],
      ['--text', '1处'],
      ['--state', 'sent', '--since', '2022-02-01'],
    ]) {
      // prettier-ignore
      const whole = (await desk.json('appeal', 'list', ...terms)) as Line[];
      expect(whole.length, terms.join(' ')).toBeGreaterThan(5);
      expect(await desk.json('appeal', 'list', ...terms, '--limit', '5')).toEqual(whole.slice(0, 5));
    }
  });

  it('of what waits holds what the rule says of each, whatever the day', async () => {
    const desk = await setUpMany();
    for (const now of [
      '2022-04-08T04:00:00Z',
      '2022-10-08T04:00:00Z',
      '2023-01-02T04:00:00Z',
      '2024-06-01T04:00:00Z',
    ]) {
      desk.setTime(now);
      const all = (await desk.json('appeal', 'list', '--all')) as Line[];
      const queue = numbersOf(await desk.json('appeal', 'list'));
      const waiting = all.filter(({ wait }) => wait !== null);
      expect(queue.toSorted()).toEqual(numbersOf(waiting).toSorted());
      const late = numbersOf(await desk.json('appeal', 'list', '--unaccepted'));
      const said = all.filter(({ wait }) => wait === 'not-accepted');
      expect(late).toEqual(expect.arrayContaining(numbersOf(said)));
      expect(JSON.stringify(await desk.json('status'))).toContain(`"unaccepted":${String(late.length)}`);
    }
  });
});
