import { viewRows, viewTables } from './csv.ts';
import type { View } from './view.ts';
import { showHidden } from './visible.ts';
import { displayWidth } from './wrap.ts';

/** Widest column of a workbook, in characters. */
const widestColumn = 60;

/**
 * Writes a view as an Excel workbook: header bold and frozen, columns as wide as what is in them. All cells are text, so that
 * phones and order numbers keep their zeros and nothing runs as a formula; counts in right-aligned columns are numbers.
 */
export async function writeWorkbook(view: View): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const rows = viewRows(view);
  const [table] = viewTables(view);
  const width = Math.max(1, ...rows.map((row) => row.length));
  const isCount = (text: string, at: number): boolean =>
    table?.columns[at]?.align === 'right' && /^\d{1,15}$/u.test(text);
  const shield = new NameShield(rows);
  const cells = rows.map((row, index) =>
    Array.from({ length: width }, (_, at) => {
      const text = row[at] ?? '';
      if (text === '') return null;
      if (index > 0 && isCount(text, at)) return { value: Number(text), type: Number };
      return {
        value: shield.cover(writable(text)),
        type: String,
        wrap: true,
        ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
      };
    }),
  );
  const columns = Array.from({ length: width }, (_, at) => ({
    width: Math.min(widestColumn, Math.max(6, ...rows.map((row) => displayWidth(row[at] ?? '') + 2))),
  }));
  const bytes = await writeXlsxFile(cells, {
    columns,
    stickyRowsCount: table === undefined ? 0 : 1,
  }).toBuffer();
  return shield.uncover(bytes);
}

/**
 * Covers texts that the writer's table of texts takes for members every object has (`constructor`, `hasOwnProperty`): it
 * would write a function for them, and Excel would call the file damaged.
 */
class NameShield {
  static readonly #names: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
  readonly #sign: string;
  #isUsed = false;

  constructor(rows: readonly (readonly string[])[]) {
    // A sign for private use that no text has.
    let code = 0xe000;
    while (rows.some((row) => row.some((text) => text.includes(String.fromCodePoint(code))))) code += 1;
    this.#sign = String.fromCodePoint(code);
  }

  cover(text: string): string {
    if (!NameShield.#names.has(text)) return text;
    this.#isUsed = true;
    return `${this.#sign}${text}`;
  }

  async uncover(bytes: Buffer): Promise<Buffer> {
    if (!this.#isUsed) return bytes;
    const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
    const files = unzipSync(bytes);
    const path = 'xl/sharedStrings.xml';
    const texts = strFromU8(files[path] ?? new Uint8Array());
    return Buffer.from(zipSync({ ...files, [path]: strToU8(texts.replaceAll(this.#sign, '')) }));
  }
}

/** Control characters and code points that are no characters, which a workbook does not hold, become escapes a person can see; half characters the replacement sign. */
function writable(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, showHidden);
}
