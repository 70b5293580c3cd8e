import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { DiskFile } from '../../src/cli/disk-file.ts';
import { parseSource } from '../../src/intake/source.ts';
import type { SheetRow } from '../../src/intake/sheet.ts';
import type { SourceFile } from '../../src/intake/source-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'liaison-rows-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Text of some megabytes: cells of one line and of several, quoted and not, blank lines between. */
function longText(lines: number, quoted: (at: number) => boolean): string {
  const rows = Array.from({ length: lines }, (_, at) => {
    const text = `第${String(at)}盏路灯不亮${'，请尽快修理'.repeat(at % 7)}`;
    const cell = quoted(at) ? `"${text}\n再说""一次"", 还有${String(at)}"` : text;
    return `${at % 50 === 49 ? '\n' : ''}W${String(at)},${cell},市城市管理局`;
  });
  return `工单编号,内容,承办单位\n${rows.join('\n')}\n`;
}

async function readRows(source: SourceFile): Promise<{ rows: SheetRow[]; again: (line: number) => unknown }> {
  const { sheets } = await parseSource(source);
  const rows = sheets[0]?.rows;
  // Twice, for the first time is when places are kept.
  const first = [...(rows ?? [])];
  expect([...(rows ?? [])]).toEqual(first);
  return { rows: first, again: (line) => rows?.onLine(line) };
}

function expected(text: string): string[][] {
  return parse(text, { relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true });
}

describe('a text of several portions', () => {
  it.each([
    ['without a quote', () => false],
    ['with a quote here and there', (at: number) => at % 9000 === 17],
    ['with a quote in every third row', (at: number) => at % 3 === 0],
  ])('%s reads as a whole does, and each row again by its line', async (_what, quoted) => {
    const text = longText(40_000, quoted);
    for (const [name, bytes] of [
      ['lf.csv', Buffer.from(text)],
      ['crlf.csv', Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
    ] as const) {
      expect(bytes.length).toBeGreaterThan(2_500_000);
      writeFileSync(join(folder, name), bytes);
      const { rows, again } = await readRows(new DiskFile(name, join(folder, name)));
      expect(rows.map(({ cells }) => cells)).toEqual(expected(text));
      const lines = text.split('\n');
      for (const row of [...rows].reverse().filter((_, at) => at % 997 === 0 || at < 3)) {
        expect(lines[row.line - 1]?.split(',')[0]).toBe(row.cells[0]);
        expect(again(row.line)).toEqual(row);
      }
      expect(again(1_000_000)).toBeUndefined();
    }
  });

  it('in which a quote never closes is refused with the line it stands on', async () => {
    const text = `${longText(40_000, () => false)}W,"offen,市城市管理局\n${longText(40_000, () => false)}`;
    const bytes = Buffer.from(text);
    const row = text.split('\n').findIndex((line) => line.startsWith('W,"')) + 1;
    const { sheets } = await parseSource({ name: 'open.csv', bytes });
    const read = (): unknown => [...(sheets[0]?.rows ?? [])];
    expect(read).toThrow(expect.objectContaining({ code: 'input-rejected' }));
    try {
      read();
    } catch (error) {
      const [problem] = (error as { problems: { place: { row: number } }[] }).problems;
      expect(problem?.place.row).toBeGreaterThanOrEqual(row);
    }
  });

  it('whose lines end with a carriage return alone is read all the same', async () => {
    const text = longText(200, (at) => at % 5 === 0);
    const { rows, again } = await readRows({
      name: 'cr.csv',
      bytes: Buffer.from(text.replaceAll('\n', '\r')),
    });
    expect(rows.map(({ cells }) => cells)).toEqual(expected(text));
    expect(again(rows[7]?.line ?? 0)).toEqual(rows[7]);
  });

  it('is refused where it turns to another encoding after some megabytes', async () => {
    const bytes = Buffer.concat([
      Buffer.from(longText(40_000, () => false)),
      Buffer.of(0xb5, 0xc2, 0xd6, 0xdd, 0x0a),
    ]);
    await expect(parseSource({ name: 'mixed.csv', bytes })).rejects.toMatchObject({
      code: 'encoding-unknown',
      details: { row: bytes.toString('latin1').split('\n').length - 1 },
    });
  });
});
