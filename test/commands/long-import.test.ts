import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { TestDesk } from '../support/desk.ts';
import { dumpDatabase } from '../support/dump.ts';
import { setUpDezhou } from '../support/seeds.ts';

/** A long file: a row per unit, year and channel. */
function longFile(units: number): string {
  const rows = ['单位名称,年度,渠道,件数'];
  for (let unit = 1; unit <= units; unit += 1) {
    for (let year = 2011; year <= 2020; year += 1) {
      for (const channel of ['热线', '网办'])
        rows.push(`第${String(unit)}镇,${String(year)},${channel},${String(unit + year)}`);
    }
  }
  return `${rows.join('\n')}\n`;
}

/** What takes a line of a terminal away, so that it is written anew. */
const line = '\r\u001b[2K';

/** A clock on which every look takes long, so that Ctrl-C is looked for at each; it comes after some. Gives how many looks there were. */
function interruptAfter(desk: TestDesk, most: number): () => number {
  let looks = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    looks += 1;
    if (looks > most) desk.interrupt();
    return looks * 150;
  });
  return () => looks;
}

describe('a long import', () => {
  it('is left as if it had not begun when a person interrupts it', async () => {
    const desk = await setUpDezhou('units');
    const before = dumpDatabase(desk.database);
    desk.write('v.csv', longFile(1000));
    // While the counts are written.
    const looks = interruptAfter(desk, 100);
    const { code, err } = await desk.liaison('volume', 'import', 'v.csv', '--add-units', '--yes');
    vi.restoreAllMocks();
    expect(looks()).toBeGreaterThan(100);
    expect([code, err]).toEqual([130, expect.stringContaining('Interrupted. Nothing was written.')]);
    expect(dumpDatabase(desk.database)).toBe(before);
    // And it goes in afterwards.
    expect(await desk.json('volume', 'import', 'v.csv', '--add-units', '--yes')).toMatchObject({
      counts: { added: 20_000, newUnits: 1000 },
    });
  }, 30_000);

  it('tells on a terminal how far it is, in one line that goes away', async () => {
    const desk = await setUpDezhou('units');
    desk.write('v.csv', longFile(100));
    // A clock on which every look takes long, so that the line is shown however fast the machine is.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 150));
    const { code, err } = await desk.answer([], 'volume', 'import', 'v.csv', '--add-units', '--yes');
    expect(code).toBe(0);
    expect(err.split(line).at(1)).toMatch(/^\d+ of 2000 rows, \d+ a second, \d+ s left$/u);
    expect(err.split(line).at(-1)).not.toContain('rows,');
    const quiet = await setUpDezhou('units');
    quiet.write('v.csv', longFile(100));
    const silent = await quiet.answer([], 'volume', 'import', 'v.csv', '--add-units', '--yes', '--quiet');
    expect(silent.err).not.toContain('a second');
    vi.restoreAllMocks();
  }, 60_000);

  it.each([
    ['while it checks', 0],
    ['while it writes', 20_000],
  ])(
    'of appeals is left as if it had not begun when it is interrupted %s',
    async (_when, after) => {
      const desk = await setUpDezhou('units');
      const before = dumpDatabase(desk.database);
      desk.write('a.csv', longAppeals(20_000));
      const looks = interruptAfter(desk, after);
      const { code, err } = await desk.liaison('appeal', 'import', 'a.csv');
      vi.restoreAllMocks();
      expect([code, err]).toEqual([130, expect.stringContaining('Interrupted. Nothing was written.')]);
      expect(looks()).toBeGreaterThan(after);
      expect(dumpDatabase(desk.database)).toBe(before);
      expect(await desk.json('appeal', 'import', 'a.csv')).toMatchObject({ counts: { added: 20_000 } });
    },
    60_000,
  );

  it('of appeals whose file is changed meanwhile is refused, and nothing is written', async () => {
    const desk = await setUpDezhou('units');
    const before = dumpDatabase(desk.database);
    desk.write('a.csv', longAppeals(3000));
    const path = join(desk.folder, 'a.csv');
    let looks = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      looks += 1;
      // Somebody saves the file once more when all of it was checked.
      if (looks === 3005) writeFileSync(path, longAppeals(3000).replaceAll('不亮', '又不亮'));
      return looks * 150;
    });
    const { code, err } = await desk.liaison('appeal', 'import', 'a.csv');
    vi.restoreAllMocks();
    expect([code, err]).toEqual([5, expect.stringContaining('a.csv')]);
    expect(dumpDatabase(desk.database)).toBe(before);
  }, 60_000);
});

/** A long file of appeals. */
function longAppeals(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, at) => `A${String(at)},2022-03-01 09:00,热线,求助,路灯不亮第${String(at)}处,市城市管理局`,
  );
  return ['工单编号,受理时间,渠道,诉求性质,标题,承办单位', ...rows, ''].join('\n');
}
