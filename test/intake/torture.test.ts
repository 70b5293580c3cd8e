import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/intake/source.ts';
import { writeCsv } from '../../src/output/csv.ts';
import { showHidden } from '../../src/output/visible.ts';
import { fixtures } from '../support/seeds.ts';

const spectrum = join(fixtures, 'csv-spectrum');

describe('csv-spectrum', () => {
  it.each(readdirSync(join(spectrum, 'csvs')))('%s reads to its expected JSON', async (name) => {
    const bytes = readFileSync(join(spectrum, 'csvs', name));
    const { sheets } = await readSource({ name, bytes });
    const [header, ...rows] = sheets[0]?.rows ?? [];
    const objects = rows.map(({ cells }) =>
      Object.fromEntries((header?.cells ?? []).map((key, at) => [key, cells[at]])),
    );
    const expected: unknown = JSON.parse(
      readFileSync(join(spectrum, 'json', `${basename(name, '.csv')}.json`), 'utf8'),
    );
    expect(objects).toEqual(expected);
  });
});

it('takes a quote inside a cell for a part of it', async () => {
  const { sheets } = await readSource({ name: 'f.csv', bytes: Buffer.from('a,b\n37°36\'37.8"N,x\n') });
  expect(sheets[0]?.rows[1]?.cells).toEqual(['37°36\'37.8"N', 'x']);
});

describe('the naughty strings', () => {
  const strings = JSON.parse(
    readFileSync(join(fixtures, 'naughty-strings', 'blns.json'), 'utf8'),
  ) as string[];

  it('come back from CSV as they were', async () => {
    expect(strings).toHaveLength(515);
    const rows = strings.map((text, at) => [String(at), text]);
    const table = { columns: [{ title: 'no' }, { title: 'text' }], rows };
    const { sheets } = await readSource({
      name: 'f.csv',
      bytes: Buffer.from(writeCsv([{ kind: 'table', table }])),
    });
    expect(sheets[0]?.rows.slice(1).map(({ cells }) => cells)).toEqual(rows);
  });

  it('show no control or invisible sign on a terminal', () => {
    for (const text of strings) expect(showHidden(text)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});
