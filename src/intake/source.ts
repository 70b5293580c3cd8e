import { findTwiceEncoded } from '../domain/destroyed-text.ts';
import { AppError, isAppError } from '../errors.ts';
import { decodeText, encodings, findTextKind } from './decode.ts';
import type { Encoding } from './decode.ts';
import type { Delimiter } from './delimiter.ts';
import { findZipKind, refuseForeignBytes, refuseForeignText } from './file-kinds.ts';
import { isHtmlTable, mayBePage, parseHtmlTable } from './html-table.ts';
import type { TableTerms } from './header.ts';
import type { Sheet, SheetRows } from './sheet.ts';
import type { SourceFile } from './source-file.ts';
import { eachPortion, sizeOf } from './source-file.ts';
import { parseCsv, readHead } from './text-rows.ts';
import { openDirectory, parseSpreadsheet } from './spreadsheet.ts';
import type { ZipDirectory } from './zip-directory.ts';
import { unpackEntry } from './zip-directory.ts';

/** How a file is to be read, where it does not tell by itself. */
export interface SourceTerms {
  readonly encoding?: string;
  /** Tab of a workbook. */
  readonly tab?: string;
  /** Cells merged over several rows give their value to each of them. */
  readonly fillDown?: boolean;
  /** How headers are to be read that no column knows by itself. */
  readonly headers?: TableTerms;
  /** The sign that parts the columns of a text file. */
  readonly delimiter?: Delimiter;
  /** Lines of rows that are left out, since something is wrong with them. */
  readonly skippedLines?: ReadonlySet<number>;
}

/** What is decided of a file once it has been looked at: which tab is meant, and which lines are left out. */
export type SourceChoice = Pick<SourceTerms, 'tab' | 'skippedLines'>;

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
 * Errors: `file-empty`, `file-encrypted`, `file-old-xls`, `file-other-kind`, `tab-not-found`, `encoding-not-known`, `encoding-twice`,
 * those of workbooks, decoding and CSV.
 */
export async function parseSource(source: SourceFile, terms: SourceTerms = {}): Promise<ReadSource> {
  const read = await parseSheets(source, terms);
  const { skippedLines: skipped = new Set() } = terms;
  if (skipped.size === 0) return read;
  const sheets = read.sheets.map((sheet) => ({
    ...sheet,
    isPartial: true,
    rows: leaveOut(sheet.rows, skipped),
    problems: sheet.problems.filter(({ place }) => !skipped.has(place?.row ?? 0)),
  }));
  return { ...read, sheets };
}

/** Rows without those on some lines. */
function leaveOut(rows: SheetRows, lines: ReadonlySet<number>): SheetRows {
  return {
    head: rows.head.filter(({ line }) => !lines.has(line)),
    *[Symbol.iterator]() {
      for (const row of rows) if (!lines.has(row.line)) yield row;
    },
    onLine: (line) => (lines.has(line) ? undefined : rows.onLine(line)),
  };
}

/** Bytes by which a kind of file is told. */
const signatureLength = 65_536;

async function parseSheets(source: SourceFile, terms: SourceTerms): Promise<ReadSource> {
  const { name } = source;
  const wanted = terms.encoding === undefined ? undefined : findEncoding(terms.encoding);
  if (sizeOf(source) === 0) throw new AppError('file-empty', { file: name });
  const [first = { bytes: new Uint8Array() }] = eachPortion(source);
  const kind = isWorkbook(first.bytes) ? findWorkbookKind(source.bytes, name) : undefined;
  if (kind !== undefined) {
    const { bytes } = source;
    // What somebody hung on behind the end of a zip, readers choke on.
    const whole = kind === 'xls' ? bytes : bytes.subarray(0, openDirectory(bytes, name).length);
    const sheets = await parseSpreadsheet(whole, name, terms.fillDown === true);
    return { file: name, sheets: chooseTab(sheets, name, terms.tab), encoding: kind };
  }
  // Some kinds are told by how long they are.
  refuseForeignBytes(sizeOf(source) <= signatureLength ? source.bytes : first.bytes, name);
  const text = findTextKind(() => eachBytes(source), name, wanted);
  const { encoding } = text;
  const head = readHead(source, text);
  if (head === '') throw new AppError('file-empty', { file: name });
  refuseForeignText(head, name);
  const flat = findFlatKind(head);
  if (flat !== undefined) {
    const sheets = await parseSpreadsheet(source.bytes, name, terms.fillDown === true);
    return { file: name, sheets: chooseTab(sheets, name, terms.tab), encoding: flat };
  }
  if (mayBePage(head)) {
    const { text: page } = decodeText(source.bytes, name, wanted);
    if (isHtmlTable(page))
      return {
        file: name,
        sheets: [await parseHtmlTable(page, name, terms.fillDown === true)],
        encoding: `html ${encoding}`,
      };
  }
  refuseTwiceEncoded(head, name);
  return { file: name, sheets: [await parseCsv(source, text, terms.delimiter)], encoding };
}

function* eachBytes(source: SourceFile): Generator<Uint8Array> {
  for (const { bytes } of eachPortion(source)) yield bytes;
}

/** Refuses a text that was encoded twice from its first lines on; a single cell is told by its place. Errors: `encoding-twice`. */
function refuseTwiceEncoded(text: string, file: string): void {
  for (const [at, line] of text
    .slice(0, 4000)
    .split(/\r\n?|\n/u)
    .slice(0, 3)
    .entries()) {
    const before = findTwiceEncoded(line);
    if (before !== undefined) throw new AppError('encoding-twice', { file, row: at + 1, before });
  }
}

/**
 * Reads the tab that has what is looked for. Where several have, the year asked for decides, when one of them alone has it in its name, or
 * else in its title.
 *
 * Errors: `tabs-in-doubt` naming them all; when none has it, the error of the first tab with anything in it.
 */
export function parseFittingSheet<T>(
  { sheets, file }: ReadSource,
  read: (sheet: Sheet) => T,
  terms: { readonly year?: number | undefined } = {},
): T {
  let failure: unknown;
  const fitting: { readonly tab: string; readonly title: string; readonly found: T }[] = [];
  for (const sheet of sheets) {
    try {
      fitting.push({ tab: sheet.tab ?? '', title: titleOf(sheet), found: read(sheet) });
    } catch (error) {
      if (!isAppError(error)) throw error;
      if (!emptyHanded.has(error.code)) {
        // What is wrong in a tab behind one that fits is nothing to be told of.
        if (fitting.length > 0) continue;
        throw error;
      }
      // What a tab with something in it lacks tells more than that another is empty.
      if (failure === undefined || (isAppError(failure) && hollow.has(failure.code))) failure = error;
    }
  }
  const [first, ...others] = fitting;
  if (first === undefined) throw failure instanceof Error ? failure : new AppError('file-empty', { file });
  if (others.length === 0) return first.found;
  const { year } = terms;
  for (const part of year === undefined ? [] : (['tab', 'title'] as const)) {
    const [only, ...more] = fitting.filter((one) => yearsOf(one[part]).includes(year ?? 0));
    if (only !== undefined && more.length === 0) return only.found;
    if (more.length > 0) break;
  }
  throw new AppError('tabs-in-doubt', { file, tabs: fitting.map(({ tab }) => tab) });
}

/** Errors of a tab that has not what is looked for. */
export const emptyHanded: ReadonlySet<string> = new Set([
  'header-not-found',
  'map-header-unknown',
  'file-empty',
  'file-no-rows',
]);

/** Those of them that say there is nothing in the tab. */
const hollow: ReadonlySet<string> = new Set(['file-empty', 'file-no-rows']);

/** What stands alone in the first rows of a sheet. */
function titleOf({ rows }: Sheet): string {
  const titles = rows.head
    .slice(0, 3)
    .filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length === 1);
  return titles.map(({ cells }) => cells.join('')).join(' ');
}

/** The years that a text names: 2021年, ２０２１年度, 2021. */
function yearsOf(text: string): number[] {
  return [...text.normalize('NFKC').matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/gu)].map(([, year]) =>
    Number(year),
  );
}

/** The tab that is named, else those that are not hidden. Errors: `tab-not-found`. */
function chooseTab(sheets: readonly Sheet[], file: string, tab: string | undefined): readonly Sheet[] {
  if (tab === undefined) return sheets.filter(({ isHidden }) => isHidden !== true);
  const chosen = sheets.filter((sheet) => sheet.tab === tab);
  if (chosen.length === 0)
    throw new AppError('tab-not-found', { file, tab, tabs: sheets.map((sheet) => sheet.tab ?? '') });
  return chosen;
}

const containers = {
  ole: [0xd0, 0xcf, 0x11, 0xe0],
  zip: [0x50, 0x4b, 0x03, 0x04],
} as const;

/** Whether bytes begin as a workbook does, whatever is in it. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, containers.ole) || startsWith(bytes, containers.zip);
}

/**
 * What kind of workbook bytes are, whatever the file is called; undefined for none. Errors: `file-encrypted`, `file-old-xls` for what is
 * older than Excel 97, `file-other-kind` for a zip without a table, `file-broken`, `file-too-large`.
 */
function findWorkbookKind(bytes: Uint8Array, file: string): 'xlsx' | 'xlsb' | 'ods' | 'xls' | undefined {
  if (startsWith(bytes, containers.ole)) {
    if (holdsName(bytes, 'EncryptedPackage')) throw new AppError('file-encrypted', { file });
    if (holdsName(bytes, 'WordDocument')) throw new AppError('file-other-kind', { file, kind: 'word' });
    if (holdsName(bytes, 'PowerPoint Document'))
      throw new AppError('file-other-kind', { file, kind: 'slides' });
    if (!holdsName(bytes, 'Workbook')) throw new AppError('file-old-xls', { file });
    return 'xls';
  }
  if (!startsWith(bytes, containers.zip)) return undefined;
  const directory = openDirectory(bytes, file);
  const plain = new Set(directory.entries.map(({ name }) => name.replaceAll('\\', '/').toLowerCase()));
  if (plain.has('content.xml')) {
    refuseOtherDocument(bytes, directory, file);
    return 'ods';
  }
  if (plain.has('xl/workbook.bin')) return 'xlsb';
  if (plain.has('[content_types].xml') && [...plain].some((name) => name.startsWith('xl/'))) return 'xlsx';
  throw new AppError('file-other-kind', { file, kind: findZipKind(plain) });
}

/** Refuses a document of LibreOffice that is no spreadsheet, or is locked. Errors: `file-other-kind`, `file-encrypted`. */
function refuseOtherDocument(bytes: Uint8Array, directory: ZipDirectory, file: string): void {
  const read = (name: string): string => {
    const entry = directory.entries.find((one) => one.name === name);
    try {
      return entry === undefined ? '' : Buffer.from(unpackEntry(bytes, entry)).toString();
    } catch (error) {
      throw new AppError('file-broken', { file }, { cause: error });
    }
  };
  if (read('META-INF/manifest.xml').includes('encryption-data'))
    throw new AppError('file-encrypted', { file });
  const kind = read('mimetype').trim();
  if (kind !== '' && !kind.includes('spreadsheet'))
    throw new AppError('file-other-kind', { file, kind: kind.includes('presentation') ? 'slides' : 'word' });
}

/** A spreadsheet in one XML file: LibreOffice's flat one, or Excel's of 2003. */
function findFlatKind(text: string): 'fods' | 'xml' | undefined {
  const head = text.slice(0, 4000);
  if (/<office:document\b/u.test(head) && head.includes('opendocument')) return 'fods';
  return /<(?:\w+:)?Workbook\b/u.test(head) && head.includes('schemas-microsoft-com:office:spreadsheet')
    ? 'xml'
    : undefined;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Whether an OLE file has a stream of a name: they stand in its directory in UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
}

/** The encoding of a name people use: utf8, UTF-8, gbk, gb2312, utf16le … Errors: `encoding-not-known`. */
export function findEncoding(name: string): Encoding {
  const plain = name.toLowerCase().replace(/[-_\s]/gu, '');
  if (plain === 'cp950') return 'big5';
  if (plain === 'gbk' || plain === 'gb2312' || plain === 'cp936') return 'gb18030';
  const found = encodings.find((encoding) => encoding.replaceAll('-', '') === plain);
  if (found === undefined) throw new AppError('encoding-not-known', { encoding: name });
  return found;
}
