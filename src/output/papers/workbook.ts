import { viewRows, viewTables } from '../csv.ts';
import type { OfficeParts } from './fix-zip-times.ts';
import { fixZipTimes } from './fix-zip-times.ts';
import type { View } from '../view.ts';
import { showHidden } from '../visible.ts';
import { displayWidth, wrapText } from '../wrap.ts';

/** The day a list says it was made on: equal lists give equal files. */
const firstDay = '2000-01-01';

/** Points a line of the usual letters takes, and the greatest height of a row in Excel. */
const linePoints = 15;
export const tallestRow = 409;

/** Widest column of a workbook, in characters. */
const widestColumn = 60;

/**
 * Writes a view as an Excel workbook: header bold and frozen, columns as wide as what is in them. All cells are text, so that
 * phones and order numbers keep their zeros and nothing runs as a formula; counts in right-aligned columns are numbers.
 */
export async function writeWorkbook(view: View): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const rows = viewRows(view);
  const [table] = viewTables(view);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const isNumber = (at: number): boolean => table?.columns[at]?.align === 'right';
  const names = coverNames(rows.flat());
  const columns = Array.from({ length: width }, (_, at) => {
    // However many rows there are: a list of them is too long for the arguments of a call.
    const widest = rows.reduce(
      (most, row) =>
        (row[at] ?? '').split('\n').reduce((wide, line) => Math.max(wide, displayWidth(line) + 2), most),
      6,
    );
    return { width: Math.min(widestColumn, widest) };
  });
  const cells = rows.map((row, index) => {
    // Programs differ in whether a row that is wrapped grows by itself.
    const lines = Math.max(1, ...row.map((text, at) => wrapText(text, (columns[at]?.width ?? 6) - 2).length));
    const height = lines === 1 ? {} : { height: Math.min(tallestRow, lines * linePoints) };
    return Array.from({ length: width }, (_, at) => {
      const text = row[at] ?? '';
      if (text === '') return at === 0 && lines > 1 ? { value: '', type: String, ...height } : null;
      const number = index > 0 && isNumber(at) ? numberOf(text) : undefined;
      if (number !== undefined) return { ...number, ...height };
      return {
        value: names.cover(writableText(text)),
        type: String,
        wrap: true,
        ...height,
        ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
      };
    });
  });
  const bytes = await writeXlsxFile(cells, {
    columns,
    stickyRowsCount: table === undefined ? 0 : 1,
  }).toBuffer();
  return fixZipTimes(new Uint8Array(bytes), firstDay, names.uncover);
}

/** A count or a difference as a number of a workbook, a difference with its sign; undefined for what is none. */
export function numberOf(
  text: string,
): { readonly value: number; readonly type: NumberConstructor; readonly format?: string } | undefined {
  const found = /^([-+−]?)(\d{1,15})$/u.exec(text);
  if (found === null) return undefined;
  const [, sign = '', digits = ''] = found;
  const value = Number(digits);
  if (sign === '') return { value, type: Number };
  return { value: sign === '+' ? value : -value, type: Number, format: '+0;-0;0' };
}

/** A count, a rate or a difference as a number of a workbook, with the decimals it is told with; undefined for what is none. */
export function figureOf(text: string): object | undefined {
  const decimals = /^-?\d{1,12}\.(\d{1,2})$/u.exec(text)?.[1];
  if (decimals === undefined) return numberOf(text);
  return { value: Number(text), type: Number, format: `0.${'0'.repeat(decimals.length)}` };
}

/**
 * Covers texts that the writer's table of texts takes for members every object has (`constructor`, `hasOwnProperty`): it
 * would write a function for them, and Excel would call the file damaged.
 */
export function coverNames(texts: readonly string[]): {
  readonly cover: (text: string) => string;
  readonly uncover: (parts: OfficeParts) => void;
} {
  const names: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
  // A sign for private use that no text has.
  let code = 0xe000;
  while (texts.some((text) => text.includes(String.fromCodePoint(code)))) code += 1;
  const sign = String.fromCodePoint(code);
  return {
    cover: (text) => (names.has(text) ? `${sign}${text}` : text),
    uncover: ({ read, write }) => {
      const path = 'xl/sharedStrings.xml';
      const written = read(path);
      if (written.includes(sign)) write(path, written.replaceAll(sign, ''));
    },
  };
}

/** Control characters and code points that are no characters, which a workbook does not hold, become escapes a person can see; half characters the replacement sign. */
export function writableText(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, showHidden);
}
