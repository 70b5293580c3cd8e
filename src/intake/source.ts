import { AppError } from '../errors.ts';
import { decodeText, encodings } from './decode.ts';
import type { Encoding } from './decode.ts';
import { isHtmlTable, parseHtmlTable } from './html-table.ts';
import { parseCsv } from './sheet.ts';
import type { HeaderTerms } from './header.ts';
import type { Sheet } from './sheet.ts';
import { parseOpenDocument } from './open-document.ts';
import { openDirectory, parseWorkbook } from './workbook.ts';

/** A file to import: its name as people gave it, and its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a file is to be read, where it does not tell by itself. */
export interface SourceTerms {
  readonly encoding?: string;
  /** Tab of a workbook. */
  readonly tab?: string;
  /** Cells merged over several rows give their value to each of them. */
  readonly fillDown?: boolean;
  /** How headers are to be read that no column knows by itself. */
  readonly headers?: HeaderTerms;
}

/** A file as sheets, with what was found out about it on the way. */
export interface ReadSource {
  readonly file: string;
  readonly sheets: readonly Sheet[];
  /** What it was read as: an encoding of text, `xlsx`, `ods`, or `html` with its encoding. */
  readonly encoding: string;
}

/**
 * Reads a file into sheets by what is in it, whatever its name says: a workbook, a page with a table, or CSV text.
 *
 * Errors: `file-empty`, `file-encrypted`, `file-old-xls`, `tab-not-found`, `encoding-not-known`, those of workbooks, decoding and CSV.
 */
export async function parseSource(source: SourceFile, terms: SourceTerms = {}): Promise<ReadSource> {
  const { name, bytes } = source;
  const wanted = terms.encoding === undefined ? undefined : findEncoding(terms.encoding);
  if (bytes.length === 0) throw new AppError('file-empty', { file: name });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new AppError(isEncrypted(bytes) ? 'file-encrypted' : 'file-old-xls', { file: name });
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const { names, length } = openDirectory(bytes, name);
    const isOpenDocument = names.includes('content.xml');
    const read = isOpenDocument ? parseOpenDocument : parseWorkbook;
    // What somebody hung on behind the end of the zip, the readers choke on.
    const sheets = await read(bytes.subarray(0, length), name, terms.fillDown === true);
    return {
      file: name,
      sheets: chooseTab(sheets, name, terms.tab),
      encoding: isOpenDocument ? 'ods' : 'xlsx',
    };
  }
  const { text, encoding } = decodeText(bytes, name, wanted);
  if (text.trim() === '') throw new AppError('file-empty', { file: name });
  if (isHtmlTable(text))
    return { file: name, sheets: [parseHtmlTable(text, name)], encoding: `html ${encoding}` };
  return { file: name, sheets: [await parseCsv(text, name)], encoding };
}

/**
 * Reads the first sheet that has what is looked for. When none has, the error of the first sheet with anything in it is thrown.
 */
export function parseFirstSheet<T>({ sheets, file }: ReadSource, read: (sheet: Sheet) => T): T {
  let failure: unknown;
  for (const sheet of sheets) {
    try {
      return read(sheet);
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'header-not-found' && error.code !== 'file-empty'))
        throw error;
      if (failure === undefined || error.code === 'header-not-found') failure ??= error;
    }
  }
  throw failure instanceof Error ? failure : new AppError('file-empty', { file });
}

function chooseTab(sheets: readonly Sheet[], file: string, tab: string | undefined): readonly Sheet[] {
  if (tab === undefined) return sheets;
  const chosen = sheets.filter((sheet) => sheet.tab === tab);
  if (chosen.length === 0)
    throw new AppError('tab-not-found', { file, tab, tabs: sheets.map((sheet) => sheet.tab ?? '') });
  return chosen;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** An encrypted workbook is an OLE file with a stream of this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/** The encoding of a name people use: utf8, UTF-8, gbk, gb2312, utf16le … */
function findEncoding(name: string): Encoding {
  const plain = name.toLowerCase().replace(/[-_\s]/gu, '');
  if (plain === 'gbk' || plain === 'gb2312' || plain === 'cp936') return 'gb18030';
  const found = encodings.find((encoding) => encoding.replaceAll('-', '') === plain);
  if (found === undefined) throw new AppError('encoding-not-known', { encoding: name });
  return found;
}
