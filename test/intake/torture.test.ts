import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBlankWord } from '../../src/domain/blank-words.ts';
import { parseSource } from '../../src/intake/source.ts';
import { writeCsv } from '../../src/output/csv.ts';
import { writeWorkbook } from '../../src/output/papers/workbook.ts';
import { showHidden } from '../../src/output/visible.ts';
import { setUpDesk } from '../support/desk.ts';
import { fixtures } from '../support/seeds.ts';

const spectrum = join(fixtures, 'csv-spectrum');

describe('csv-spectrum', () => {
  it.each(readdirSync(join(spectrum, 'csvs')))('%s reads to its expected JSON', async (name) => {
    const bytes = readFileSync(join(spectrum, 'csvs', name));
    const { sheets } = await parseSource({ name, bytes });
    const [header, ...rows] = sheets[0]?.rows ?? [];
    const objects = rows.map(({ cells }) =>
      Object.fromEntries((header?.cells ?? []).map((key, at) => [key, cells[at]])),
    );
    const json = readFileSync(join(spectrum, 'json', `${basename(name, '.csv')}.json`), 'utf8');
    // A line break is one sign, however a file writes it.
    const expected: unknown = JSON.parse(json.replaceAll(String.raw`\r\n`, String.raw`\n`));
    expect(objects).toEqual(expected);
  });
});

it('takes a quote inside a cell for a part of it', async () => {
  const { sheets } = await parseSource({ name: 'f.csv', bytes: Buffer.from('a,b\n37°36\'37.8"N,x\n') });
  expect([...(sheets[0]?.rows ?? [])][1]?.cells).toEqual(['37°36\'37.8"N', 'x']);
});

describe('the naughty strings', () => {
  const strings = JSON.parse(
    readFileSync(join(fixtures, 'naughty-strings', 'blns.json'), 'utf8'),
  ) as string[];

  it('come back from CSV as they were', async () => {
    expect(strings).toHaveLength(515);
    const rows = strings.map((text, at) => [String(at), text]);
    const table = { columns: [{ title: 'no' }, { title: 'text' }], rows };
    const { sheets } = await parseSource({
      name: 'f.csv',
      bytes: Buffer.from(writeCsv([{ kind: 'table', table }])),
    });
    expect([...(sheets[0]?.rows ?? [])].slice(1).map(({ cells }) => cells)).toEqual(rows);
  });

  it('come back from a workbook as they were, but for what a workbook cannot hold', async () => {
    // XML has no place for control characters.
    const plain = strings.map((text) =>
      text.toWellFormed().replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, ''),
    );
    const rows = plain.map((text, at) => [String(at), text]);
    const table = { columns: [{ title: 'no' }, { title: 'text' }], rows };
    const bytes = await writeWorkbook([{ kind: 'table', table }]);
    const { sheets } = await parseSource({ name: 'f.xlsx', bytes });
    const found = new Map(
      [...(sheets[0]?.rows ?? [])].slice(1).map(({ cells }) => [cells[0], cells[1] ?? '']),
    );
    expect(rows.map(([no]) => found.get(no))).toEqual(plain);
  });

  it('go through the database and come out as they went in, and as they show they go in again', async () => {
    const desk = setUpDesk();
    await desk.json('init', '--name', '德州市', '--code', 'DZ');
    const texts = strings.filter(
      (text) => text.trim() !== '' && !text.includes('\uFFFD') && !/^\?{3,}$/u.test(text),
    );
    const rows = texts.map((text, at) => [`第${String(at)}局`, text]);
    const table = { columns: [{ title: '单位名称' }, { title: '分组' }], rows };
    desk.write('u.csv', writeCsv([{ kind: 'table', table }]));
    await desk.json('unit', 'import', 'u.csv');
    const units = (await desk.json('unit', 'list')) as { name: string; group: string }[];
    // What stands for nothing is nothing, and only that.
    const nothing = texts.filter((text) => isBlankWord(text));
    expect(nothing).toEqual([
      'undefined',
      'null',
      'NULL',
      '(null)',
      'nil',
      'NIL',
      'None',
      '-',
      'NaN',
      '-',
      '--',
    ]);
    expect(units.map(({ group }) => group)).toEqual(
      texts.map((text) => (isBlankWord(text) ? null : text.trim())),
    );
    // A workbook cannot hold control characters: they show as escapes, and only those texts come back changed.
    const withControls = texts.filter((text) =>
      /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(text.trim()),
    );
    expect(withControls.length).toBeLessThan(10);
    for (const [file, changed] of [
      ['again.csv', 0],
      ['again.xlsx', withControls.length],
    ] as const) {
      await desk.liaison('unit', 'list', '-o', file);
      expect(await desk.json('unit', 'import', file, '--dry-run')).toMatchObject({
        counts: { added: 0, changed },
      });
    }
    const { out } = await desk.liaison('unit', 'list');
    expect(out).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('show no control or invisible sign on a terminal', () => {
    for (const text of strings) expect(showHidden(text)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});
