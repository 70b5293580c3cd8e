import type { Bulletin } from '../domain/printed-figures.ts';
import { AppError, isAppError } from '../errors.ts';
import type { Problem } from '../problems.ts';
import type { BulletinTable } from './bulletin-columns.ts';
import { parseBulletinSheet } from './bulletin-columns.ts';
import { isTypedText, parseBulletinLines } from './bulletin-lines.ts';
import { gatherBulletins } from './bulletin-rows.ts';
import { decodeText } from './decode.ts';
import { refuseForeignBytes } from './file-kinds.ts';
import type { SourceTerms } from './source.ts';
import { emptyHanded, findEncoding, isWorkbook, parseSource } from './source.ts';
import type { SourceFile } from './source-file.ts';

/** Bulletins of a file, with all that is wrong with it; where it is a table, what reading it found. */
export interface BulletinFile {
  readonly bulletins: readonly Bulletin[];
  readonly problems: readonly Problem[];
  /** What the file was read as: an encoding, `xlsx`, `html`; null for what is no table. */
  readonly encoding: string | null;
  readonly tables: readonly BulletinTable[];
}

/**
 * Reads printed bulletins by what is in a file, whatever it is called: JSON, typed lines, or a table of any kind. Of a workbook every tab that
 * fits is read, each a bulletin by itself where none is named.
 *
 * Errors: `file-empty`, `file-not-json`, those of `parseSource` and `parseBulletinSheet`.
 */
export async function parseBulletinFile(source: SourceFile, terms: SourceTerms): Promise<BulletinFile> {
  const { name, bytes } = source;
  if (bytes.length === 0) throw new AppError('file-empty', { file: name });
  if (isWorkbook(bytes)) return parseTables(source, terms);
  refuseForeignBytes(bytes, name);
  const encoding = terms.encoding === undefined ? undefined : findEncoding(terms.encoding);
  const { text } = decodeText(bytes, name, encoding);
  if (text.trim() === '') throw new AppError('file-empty', { file: name });
  if (isJsonText(text)) {
    const { parseBulletinJson } = await import('./bulletin-json.ts');
    return { ...parseBulletinJson(text, name), encoding: null, tables: [] };
  }
  if (!isTypedText(text)) return parseTables(source, terms);
  const { rows, problems } = parseBulletinLines(text, name);
  return { bulletins: gatherBulletins(rows), problems, encoding: null, tables: [] };
}

/** Whether a text is meant as JSON. */
function isJsonText(text: string): boolean {
  return /^\s*(?:\[\s*[{[\]"\d]|\{)/u.test(text);
}

async function parseTables(source: SourceFile, terms: SourceTerms): Promise<BulletinFile> {
  const { sheets, file, encoding } = await parseSource(source, terms);
  const read: ReturnType<typeof parseBulletinSheet>[] = [];
  let failure: unknown;
  const named = sheets.length > 1 ? (tab: string | undefined) => tab ?? null : () => null;
  for (const sheet of sheets) {
    try {
      read.push(parseBulletinSheet(sheet, terms.headers, named(sheet.tab)));
    } catch (error) {
      if (!isAppError(error) || !emptyHanded.has(error.code)) throw error;
      failure ??= error;
    }
  }
  if (read.length === 0) throw failure instanceof Error ? failure : new AppError('file-empty', { file });
  return {
    bulletins: gatherBulletins(read.flatMap(({ rows }) => rows)),
    problems: read.flatMap(({ problems }) => problems),
    encoding,
    tables: read.map(({ table }) => table),
  };
}
