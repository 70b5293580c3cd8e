import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures, setUpDezhou } from '../support/seeds.ts';

const folder = join(fixtures, 'files');

/** What becomes of a file of `fixtures/files`: the counts that stand then, or why it does not go in; and what is said. */
interface Case {
  readonly run?: string;
  readonly options?: readonly string[];
  readonly counts?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Code of the error, or of each problem with its place. */
  readonly refused?: string | readonly string[];
  readonly says?: readonly string[];
}

const police = '市公安局 2021';
const school = '市教育局 2021';
const plain = { [police]: { hotline: 1023, online: 7 }, [school]: { hotline: 88, online: 0 } };

const cases: Readonly<Record<string, Case | readonly Case[]>> = {
  // Encodings, and what parts the columns.
  'utf-8.csv': { counts: plain, says: ['utf-8'] },
  'utf-8-bom.csv': { counts: plain, says: ['utf-8'] },
  'gbk.csv': { counts: plain, says: ['gb18030'] },
  'utf-16le.csv': { counts: plain, says: ['utf-16le'] },
  'utf-16le-bom.csv': { counts: plain, says: ['utf-16le'] },
  'tabs.txt': { counts: plain },
  'semicolons.csv': { counts: plain },
  'commas-full-width.csv': { refused: 'commas-full-width', says: ['“，”'] },
  'destroyed.csv': { refused: ['text-destroyed 2:1', 'text-destroyed 3:1'], says: ['xport'] },
  'empty.csv': { refused: 'file-empty' },
  'quote-open.csv': { refused: ['quote-not-closed 2'] },
  'cells-too-many.csv': { refused: ['cells-too-many 2'] },
  'escape.csv': { refused: ['unit-unknown 2:1'] },
  // Spreadsheets, and what is named like one.
  'sheet.xlsx': { counts: plain, says: ['xlsx'] },
  'csv-named.xlsx': { counts: plain, says: ['utf-8'] },
  'hotline.xls': { counts: { [police]: { hotline: 1023 } }, says: ['html gb18030'] },
  'old.xls': { refused: 'file-old-xls', says: ['Save as'] },
  'cut-off.xlsx': { refused: 'file-broken' },
  'merged.xlsx': [
    { run: 'unit import', refused: ['cells-merged A2'], says: ['A2:A3', '--fill-down'] },
    { run: 'unit import', options: ['--fill-down'], says: ['unchanged 2'] },
  ],
  // Headers.
  'headers.csv': { counts: { [police]: { hotline: 5 } }, says: ['Columns left out: 排名, 备注'] },
  'headers-twice.csv': { refused: 'header-twice', says: ['热线'] },
  'two-level.csv': { counts: { [police]: { hotline: 5, online: 3 } } },
  'two-level.xlsx': { counts: { [police]: { hotline: 5, online: 3 } } },
  'headers-unknown.csv': [
    { refused: 'header-not-found', says: ['热线受理'] },
    {
      options: ['--map', '热线受理=hotline', '--map', '责任部门=单位'],
      counts: { [police]: { hotline: 5 } },
      says: ['“热线受理” is read as: hotline'],
    },
  ],
  'wide.csv': {
    counts: {
      '市公安局 2019': { total: 1200 },
      '市公安局 2020': { total: 1300 },
      [police]: { total: 1400 },
      '市教育局 2019': { total: 80 },
      '市教育局 2020': { total: 90 },
      [school]: { total: 100 },
    },
    says: ['Row 4 left out: 合计'],
  },
  'long.csv': { counts: { [police]: { hotline: 1023, online: 7 }, [school]: { hotline: 88 } } },
  // Values.
  'counts.csv': { counts: { [police]: { hotline: 1023, online: 1023, letter: 1023, visit: 1022 } } },
  'counts-refused.csv': {
    refused: ['count-scientific 2:3', 'count-negative 2:4', 'count-fraction 2:5'],
    says: ['1.38E+10'],
  },
  'rounded.csv': [
    { refused: ['count-rounded 2:3'], says: ['--allow-rounded'] },
    { options: ['--allow-rounded'], counts: { [police]: { hotline: 96700 } }, says: ['rounded'] },
  ],
  'blanks.csv': { counts: { [police]: { hotline: 5 }, [school]: { hotline: 6 } } },
  'totals.csv': {
    counts: {
      [police]: { hotline: 5, online: 3 },
      [school]: { hotline: 2, online: 1 },
      '市司法局 2021': { hotline: 1, online: 0 },
    },
    says: ['Rows above the header left out: 2', '小计', '合计', '注：数据截至2021年12月31日'],
  },
  'totals-wrong.csv': { refused: ['total-row-differs 4:3'], says: ['says 8', 'add up to 7'] },
  'orders.csv': { run: 'appeal import', says: ['Imported as batch 2.'] },
  'orders-damaged.csv': {
    run: 'appeal import',
    refused: ['count-scientific 2:1', 'count-scientific 3:6', 'phone-zero-lost 4:6'],
  },
  // Names and plans.
  'names.csv': { refused: ['unit-unknown 5:1'], says: ['市住房和城乡建设局'] },
  'twice.csv': { refused: ['unit-twice 4'], says: ['line 2'] },
  'jump.csv': {
    counts: { '市公安局 2020': { total: 100 }, [police]: { total: 1000 } },
    says: ['Look again: 市公安局 has 1000 in 2021, after 100 the year before.'],
  },
  'year-not-over.csv': {
    counts: { '市公安局 2022': { hotline: 5 } },
    says: ['The year 2022 is not over', 'in the scheme, without a count 33', 'DZ-003 市教育局'],
  },
};

const tries = Object.entries(cases).flatMap(([file, of]) =>
  [of].flat().map((one: Case): [string, Case] => [file, one]),
);

interface ErrorDocument {
  readonly error: {
    readonly code: string;
    readonly problems: readonly { code: string; row?: number; column?: number; cell?: string }[];
  };
}

describe('files as clerks have them', () => {
  it('are all tried', () => {
    expect(Object.keys(cases).sort()).toEqual(readdirSync(folder).sort());
  });

  it.each(tries)(
    '%s %o',
    async (file, { run = 'volume import', options = [], counts, refused, says = [] }) => {
      const desk = await setUpDezhou('units');
      desk.write(file, readFileSync(join(folder, file)));
      const args = [...run.split(' '), file, ...options];
      if (refused === undefined) {
        const { code, out, err } = await desk.liaison(...args);
        expect([code, err]).toEqual([0, expect.anything()]);
        for (const text of says) expect(out + err).toContain(text);
        if (counts === undefined) return;
        const lines = (await desk.json('volume', 'list')) as { name: string; year: number; counts: object }[];
        expect(
          Object.fromEntries(lines.map((one) => [`${one.name} ${String(one.year)}`, one.counts])),
        ).toEqual(counts);
        return;
      }
      const { code, err } = await desk.liaison(...args, '--json');
      expect(code).toBe(3);
      const { error } = JSON.parse(err.slice(err.indexOf('{"error"'))) as ErrorDocument;
      if (typeof refused === 'string') expect(error.code).toBe(refused);
      else {
        const found = error.problems.map(({ code: problem, row, column, cell }) =>
          [problem, cell ?? [row, column].filter((one) => one !== undefined).join(':')].join(' '),
        );
        expect(found).toEqual(refused);
      }
      const told = (await desk.liaison(...args)).err.replace(/\s+/gu, ' ');
      for (const text of says) expect(told).toContain(text);
      expect(await desk.json('volume', 'list')).toEqual([]);
    },
  );
});
