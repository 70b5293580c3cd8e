import { describe, expect, it, vi } from 'vitest';
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

describe('a long import', () => {
  it('is left as if it had not begun when a person interrupts it', async () => {
    const desk = await setUpDezhou('units');
    const before = dumpDatabase(desk.database);
    desk.write('v.csv', longFile(1000));
    const running = desk.liaison('volume', 'import', 'v.csv', '--add-units', '--yes');
    const wait = setInterval(() => {
      desk.interrupt();
    }, 10);
    const { code, err } = await running;
    clearInterval(wait);
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
});
