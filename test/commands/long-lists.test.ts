import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('is written into a file whole or not at all, in portions too', async () => {
    const desk = await setUpMany();
    // More than are read in one go.
    const rows = Array.from(
      { length: 700 },
      (_, at) => `P${String(at)},2022-03-31 09:00,热线,求助,井盖松动第${String(at)}处`,
    );
    desk.write('more.csv', ['工单编号,受理时间,渠道,诉求性质,标题', ...rows, ''].join('\n'));
    await desk.json('appeal', 'import', 'more.csv');
    const all = await desk.json('appeal', 'list', '--all');
    expect((all as Line[]).length).toBe(1004);
    await desk.liaison('appeal', 'list', '--all', '-o', 'all.json');
    expect(readFileSync(join(desk.folder, 'all.json'), 'utf8')).toBe(`${JSON.stringify(all, null, 2)}\n`);
    await desk.liaison('appeal', 'list', '--all', '-o', 'all.csv');
    const csv = readFileSync(join(desk.folder, 'all.csv'), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(1005);
    expect(csv).toBe((await desk.liaison('appeal', 'list', '--all', '--format', 'csv')).out);
    const plain = await desk.json('appeal', 'list', '--all', '--reveal', '--reason', '核对');
    expect((plain as Line[]).length).toBe(1004);
    expect(JSON.stringify(await desk.json('privacy', 'log'))).toContain('list of 1004');
  });

  it('of the log and of volumes is cut in a table alone', async () => {
    const desk = await setUpMany();
    for (let at = 0; at < 105; at += 1)
      await desk.json('unit', 'set', 'DZ-001', '--leader', '王' + '一二三四五六七八九十'.charAt(at % 10));
    const all = (await desk.json('log', 'list')) as { operation: number }[];
    const table = (await desk.liaison('log', 'list')).out;
    expect(table).toContain(`entries: 100 of ${String(all.length)}`);
    expect(table).toContain(`\n${String(all.at(-1)?.operation)}  `);
    expect(await desk.json('log', 'list', '--limit', '3')).toEqual(all.slice(-3));
    const ofUnit = (await desk.json('log', 'list', '--unit', 'DZ-001')) as { operation: number }[];
    expect(ofUnit.length).toBeGreaterThan(105);
    expect(await desk.json('log', 'list', '--unit', 'DZ-001', '--limit', '4')).toEqual(ofUnit.slice(-4));
    const volumes = (await desk.json('volume', 'list')) as unknown[];
    expect(volumes.length).toBeGreaterThan(5);
    const cut = (await desk.liaison('volume', 'list', '--limit', '5')).out;
    expect(cut).toContain(`volumes: the first 5 of ${String(volumes.length)}; more with --limit`);
    expect(await desk.json('volume', 'list', '--limit', '5')).toEqual(volumes.slice(0, 5));
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
      // How many there are is counted otherwise than they are listed; of a text it is not counted.
      const count = terms[0] === '--text' ? 'more' : String(whole.length);
      const table = (await desk.liaison('appeal', 'list', ...terms, '--limit', '5')).out;
      expect(table, terms.join(' ')).toContain(`the first 5 of ${count};`);
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
      for (const [terms, count] of [
        [[], queue.length],
        [['--unaccepted'], late.length],
      ] as const)
        if (count > 1)
          expect((await desk.liaison('appeal', 'list', ...terms, '--limit', '1')).out).toContain(
            `the first 1 of ${String(count)};`,
          );
    }
  });
});
