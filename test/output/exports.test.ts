import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from '../../src/domain/formula-guard.ts';
import { parseSource } from '../../src/intake/source.ts';
import { writeCsv } from '../../src/output/csv.ts';
import { writeWorkbook } from '../../src/output/papers/workbook.ts';
import type { View } from '../../src/output/view.ts';
import { makeFolder } from '../support/desk.ts';
import { readParts } from '../support/office-parts.ts';
import { setUpDezhou } from '../support/seeds.ts';

describe('an exported list', () => {
  it('may be longer than a call may have arguments', async () => {
    const rows = Array.from({ length: 130_000 }, (_, at) => [
      String(at),
      at === 129_999 ? '最后一行的较长内容' : '',
    ]);
    const view: View = [{ kind: 'table', table: { columns: [{ title: '甲' }, { title: '乙' }], rows } }];
    const file = join(makeFolder(), 'long.xlsx');
    writeFileSync(file, await writeWorkbook(view));
    const sheet = readParts(file)['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('r="130001"');
    expect(sheet).toMatch(/<col[^>]*max="2"[^>]*width="2\d/u);
  });

  it.each([
    ['en', 'csv'],
    ['en', 'xlsx'],
    ['zh', 'csv'],
    ['zh', 'xlsx'],
  ] as const)('goes in again unchanged: %s %s', async (lang, form) => {
    const desk = await setUpDezhou('volumes', { lang });
    await desk.liaison('unit', 'add', '军分区', '--outside', '不属市直部门');
    expect((await desk.liaison('unit', 'list', '-o', `units.${form}`)).code).toBe(0);
    expect((await desk.liaison('volume', 'list', '-o', `volumes.${form}`)).code).toBe(0);
    expect(await desk.json('unit', 'import', `units.${form}`)).toMatchObject({
      counts: { added: 0, changed: 0 },
      rows: 35,
      batch: null,
    });
    expect(await desk.json('volume', 'import', `volumes.${form}`)).toMatchObject({
      counts: { added: 0, changed: 0 },
      rows: 34,
      batch: null,
    });
  });

  it('as CSV has a BOM and CRLF', async () => {
    const desk = await setUpDezhou('units');
    await desk.liaison('unit', 'list', '-o', 'units.csv');
    const text = readFileSync(join(desk.folder, 'units.csv'), 'utf8');
    expect(text.startsWith('\uFEFFsort,code,name')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });
});

const cell = fc.oneof(
  fc.constantFrom('=1+1', '+86 138', '-5', '@x', "'=1", "''=1", '007', '1,5', 'a"b', '甲\n乙', '-', '=cmd|x'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** A table of texts as a view, with a header that is never empty. */
function tableView(rows: readonly (readonly string[])[]): View {
  return [{ kind: 'table', table: { columns: [{ title: 'A' }, { title: 'B' }], rows } }];
}

/** Rows as an import sees them: without those that are empty. */
function filled(rows: readonly (readonly string[])[]): (readonly string[])[] {
  return rows.filter((row) => row.some((text) => text.trim() !== ''));
}

describe('cells', () => {
  it('that would run as formulas are guarded, and read back as they were', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const guarded = guardFormula(text);
        expect(unguardFormula(guarded)).toBe(text);
        expect(/^[=+@\t\r]/u.test(guarded)).toBe(false);
      }),
    );
  });

  it('of any text come back from CSV as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        const wellFormed = rows.map((row) =>
          row.map((text) => text.toWellFormed().replaceAll(/\r\n?/gu, '\n').replaceAll('\0', '')),
        );
        const { sheets } = await parseSource({
          name: 'f.csv',
          bytes: Buffer.from(writeCsv(tableView(wellFormed))),
        });
        expect([...(sheets[0]?.rows ?? [])].slice(1).map((row) => row.cells)).toEqual(filled(wellFormed));
      }),
    );
  });

  it('of any text but control characters come back from a workbook as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), async (rows) => {
        const plain = rows.map((row) =>
          row.map((text) => `${text.toWellFormed().replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '')}.`),
        );
        const { sheets } = await parseSource({
          name: 'f.xlsx',
          bytes: await writeWorkbook(tableView(plain)),
        });
        expect([...(sheets[0]?.rows ?? [])].slice(1).map((row) => row.cells)).toEqual(filled(plain));
      }),
      { numRuns: 40 },
    );
  });
});
