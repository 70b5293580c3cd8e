// Tables on a terminal: what must hold of every one, whatever its texts, widths and colours.
import { stripVTControlCharacters } from 'node:util';
import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../src/output/view.ts';
import { markedText } from '../../src/output/view.ts';
import { writeTerminal } from '../../src/output/terminal.ts';
import { showHidden } from '../../src/output/visible.ts';
import { displayWidth } from '../../src/output/wrap.ts';

const draw = (table: Table, width: number, level: 0 | 1 = 0, isUtf8 = true): string[] => {
  const text = writeTerminal([{ kind: 'table', table }], { width, chalk: new Chalk({ level }), isUtf8 });
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(0, -1).split('\n');
};

/** The part of a line from one display column to another. */
function cut(line: string, from: number, to: number): string {
  let at = 0;
  let part = '';
  for (const sign of line) {
    const size = displayWidth(sign);
    // A mark belongs to the sign before it.
    if (size === 0 ? at > from && at <= to : at >= from && at < to) part += sign;
    at += size;
  }
  return part;
}

/** Where the columns begin and end, as the rule under the titles shows them. */
function readColumns(rule: string): { readonly from: number; readonly to: number }[] {
  return [...rule.matchAll(/─+/gu)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
}

const bare = (text: string): string => text.replace(/\s/gu, '');

const sign = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Array.from('市住房和城乡建设局，。（）0534-2687 abc XYZ.;')) },
  // Signs that other rules for widths measure in another way.
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '🇨🇳',
      '👨‍👩‍👧',
      '①',
      '㊣',
      '𠀀',
      '가',
      'ᄀ',
      'ｶ',
      '🫦',
      '𗁲',
      'a\u1dda',
      '\n',
      '\t',
      '\x1b[31m',
    ),
  },
);
const text = fc.oneof(
  fc.constant(''),
  fc.array(sign, { maxLength: 8 }).map((signs) => signs.join('')),
  fc.array(sign, { maxLength: 60 }).map((signs) => signs.join('')),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  text,
  fc.record({ text, tone: fc.constantFrom('good', 'warning', 'bad', 'dim', 'plain') }),
  fc.record({ text, tone: fc.constant('dim'), mark: text }),
);
const title = fc.constantFrom('单位', '电话号码', 'Unit', 'No.', 'Counted in the year');
const tables: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 6 }).chain((count) =>
  fc.record({
    columns: fc.array(fc.record({ title, align: fc.constantFrom('left', 'right') }), {
      minLength: count,
      maxLength: count,
    }),
    rows: fc.array(fc.array(cell, { minLength: count, maxLength: count }), { maxLength: 5 }),
  }),
);
const widths = fc.integer({ min: 60, max: 200 });

/** Where columns cannot stand beside each other, each row is a block with a line for each of them that holds something. */
function expectBlocks(table: Table, lines: readonly string[]): void {
  const facts = table.rows.flatMap((row) =>
    row.flatMap((one, at) => {
      const text = showHidden(markedText(one));
      return text === '' ? [] : [`${table.columns[at]?.title ?? ''}${text}`];
    }),
  );
  expect(bare(lines.join(''))).toBe(bare(facts.join('')));
}

describe('a table on a terminal', () => {
  it('fits the screen, keeps its columns apart and shows every text in its own', () => {
    fc.assert(
      fc.property(tables, widths, (table, width) => {
        const lines = draw(table, width);
        const ruleAt = lines.findIndex((line) => /^─+(?: {2}─+)*$/u.test(line));
        for (const line of lines) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(line).toBe(line.trimEnd());
        }
        if (ruleAt < 0) {
          expectBlocks(table, lines);
          return;
        }
        const columns = readColumns(lines[ruleAt] ?? '');
        expect(columns).toHaveLength(table.columns.length);
        const body = lines.slice(ruleAt + 1);
        for (const line of lines) {
          for (const { to } of columns) expect(cut(line, to, to + 2).trim()).toBe('');
        }
        for (const [at, { from, to }] of columns.entries()) {
          const { title: own, align } = table.columns[at] ?? { title: '' };
          const parts = body.map((line) => cut(line, from, to));
          expect(
            bare(
              lines
                .slice(0, ruleAt)
                .map((line) => cut(line, from, to))
                .join(''),
            ),
          ).toBe(bare(own));
          const texts = table.rows.map((row) => showHidden(markedText(row[at] ?? '')));
          expect(bare(parts.join(''))).toBe(bare(texts.join('')));
          for (const part of parts.filter((one) => one.trim() !== '')) {
            // Blanks of its own a text keeps at its beginning, none at its end where it was wrapped.
            if (align === 'right' && !texts.some((one) => /\s$/mu.test(one)))
              expect(displayWidth(part)).toBe(to - from);
            if (align !== 'right' && !texts.some((one) => /^\s/mu.test(one)))
              expect(part).toBe(part.trimStart());
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the same with colours but for the colours', () => {
    fc.assert(
      fc.property(tables, widths, (table, width) => {
        expect(draw(table, width, 1).map((line) => stripVTControlCharacters(line).trimEnd())).toEqual(
          draw(table, width),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('turns into blocks where a phone or a time would be broken', () => {
    const table: Table = {
      columns: [{ title: '单位' }, { title: '职责' }, { title: '联系电话' }, { title: '值班时间' }],
      rows: [
        [
          '市第一局',
          '受理、转办、督办、答复、回访'.repeat(20),
          '0534-5550104转8001（夜间）',
          '工作日8:30-12:00',
        ],
        ['市第二局', '', '0534-5550105', ''],
      ],
    };
    const lines = draw(table, 60);
    expect(lines.join('\n')).toContain(
      '联系电话  0534-5550104转8001（夜间）\n值班时间  工作日8:30-12:00\n\n单位      市第二局\n联系电话  0534-5550105',
    );
    expect(draw(table, 100)[1]).toMatch(/^─+ {2}─+ {2}─+ {2}─+$/u);
  });

  it('tells a command on a line of its own, whole', () => {
    const command = 'liaison desk set HD-003 --phones 0534-5550104 --hours 工作日8:30-12:00、13:30-17:30';
    const table: Table = {
      columns: [{ title: '问题' }, { title: '改正命令', isCommand: true }],
      rows: [
        ['没有电话', command],
        ['没有职责', ''],
      ],
    };
    expect(draw(table, 60)).toEqual(['问题', '────────', '没有电话', `  ${command}`, '没有职责']);
  });

  it('keeps its columns over many rows', () => {
    const numbers = Array.from({ length: 130 }, (_, at) => at + 1);
    const rows = numbers.map((number): Cell[] => [
      { text: number % 50 === 0 ? '市住房和城乡建设局' : '市局', tone: number > 100 ? 'bad' : 'plain' },
      String(number),
    ]);
    const table: Table = { columns: [{ title: '单位' }, { title: 'No.', align: 'right' }], rows };
    const lines = draw(table, 80);
    expect(lines.slice(2).map((line) => Number(line.slice(-3)))).toEqual(numbers);
    expect(new Set(lines.slice(1).map(displayWidth))).toEqual(new Set([23]));
    expect(draw(table, 80, 1).findIndex((line) => line.includes('\x1b[31m'))).toBe(2 + 100);
  });

  it('has its look', () => {
    const table: Table = {
      columns: [{ title: '单位' }, { title: 'Duties' }, { title: 'Volume', align: 'right' }],
      rows: [
        [
          '市住房和城乡建设局',
          { text: '受理、流转、办理群众诉求，综合分析，信息公开', tone: 'good' },
          '1023',
        ],
        ['市局', '', ''],
      ],
    };
    expect(draw(table, 44, 0, false).join('\n')).toMatchInlineSnapshot(`
      "单位               Duties             Volume
      -----------------  -----------------  ------
      市住房和城乡建设   受理、流转、办理     1023
      局                 群众诉求，综合分
                         析，信息公开
      市局"
    `);
    expect(JSON.stringify(draw(table, 44, 1))).toMatchInlineSnapshot(
      `"["\\u001b[1m单位\\u001b[22m               \\u001b[1mDuties\\u001b[22m             \\u001b[1mVolume\\u001b[22m","\\u001b[2m─────────────────  ─────────────────  ──────\\u001b[22m","市住房和城乡建设   \\u001b[32m受理、流转、办理\\u001b[39m     1023","局                 \\u001b[32m群众诉求，综合分\\u001b[39m","                   \\u001b[32m析，信息公开\\u001b[39m","市局"]"`,
    );
    expect(draw({ columns: table.columns, rows: [] }, 44).join('\n')).toMatchInlineSnapshot(`
      "单位  Duties  Volume
      ────  ──────  ──────"
    `);
  });
});
