import type * as Xlsx from '@e965/xlsx';
import type { Problem } from '../problems.ts';
import { AppError } from '../errors.ts';
import type { CellFlaw, Sheet, SheetRow } from './sheet.ts';
import { holdRows } from './sheet.ts';
import type { ZipDirectory } from './zip-directory.ts';
import { parseZipDirectory, unpackEntry } from './zip-directory.ts';

/** A workbook that unpacks to more than this is refused: a small zip can hold a gigabyte of zeros. */
const largestWorkbook = 300_000_000;

/** From this on Excel has replaced digits by zeros: it keeps fifteen. */
const firstInexact = 1e15;

/** Name of a column of a spreadsheet: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** Makes the places of a tab: cells by their name, the tab where there are several. */
function makeTabPlace(file: string, tab: string | undefined): Sheet['place'] {
  return (row, column) => ({
    file,
    row: row.line,
    ...(tab === undefined ? {} : { tab }),
    ...(column === undefined
      ? {}
      : { column: column + 1, cell: `${columnLetters(column)}${String(row.line)}` }),
  });
}

/** The directory of a zip file that may be unpacked. Errors: `file-broken`, `file-too-large`. */
export function openDirectory(bytes: Uint8Array, file: string): ZipDirectory {
  const directory = parseZipDirectory(bytes);
  if (directory === undefined) throw new AppError('file-broken', { file });
  if (directory.unpackedBytes > largestWorkbook) {
    throw new AppError('file-too-large', { file, megabytes: Math.round(directory.unpackedBytes / 1e6) });
  }
  return directory;
}

/** What the reader is told to keep: formulas, number formats and empty cells that are to hold something, days as their numbers. */
const keep = {
  dense: true,
  cellFormula: true,
  cellNF: true,
  sheetStubs: true,
  UTC: true,
  cellHTML: false,
  cellText: false,
  // Only with styles does it tell which rows and columns are hidden.
  cellStyles: true,
} as const;

/**
 * Reads a spreadsheet of any kind, Excel's old and new ones, LibreOffice's, WPS': one sheet for each tab that holds a table. Cells come
 * as they are stored, days and times as 2022-02-07 and 09:30:00, with what a person sees of them where that is something else, and
 * with what is wrong with them. Cells merged over several rows are problems by their address, unless they are to be filled down.
 *
 * Errors: `file-broken`.
 */
export async function parseSpreadsheet(bytes: Uint8Array, file: string, fillDown: boolean): Promise<Sheet[]> {
  const reader = await import('@e965/xlsx');
  const { book, hiddenRows } = await parseBook(reader, bytes, file);
  const tabs = book.SheetNames.flatMap((name, at) => {
    const tab = book.Sheets[name];
    // A tab that holds a chart or a macro has no cells; one whose part is lost has nothing at all.
    if (tab === undefined || (tab['!type'] ?? 'sheet') !== 'sheet') return [];
    return [{ name, tab, isHidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0, hidden: hiddenRows[at] }];
  });
  if (tabs.length === 0)
    throw new AppError(book.SheetNames.length === 0 ? 'file-empty' : 'file-broken', { file });
  const isOf1904 = book.Workbook?.WBProps?.date1904 === true;
  const write = cellWriter(reader, isOf1904);
  return tabs.map(({ name, tab, isHidden, hidden }) => ({
    ...makeSheet(tab, file, { name: tabs.length > 1 ? name : undefined, fillDown, write, hidden }),
    tab: name,
    ...(isHidden ? { isHidden } : {}),
  }));
}

/** Parts without which the reader gives up, though nothing of a table stands in them, by a part of the kind of file they belong to. */
const spareParts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'content.xml': {
    'META-INF/manifest.xml':
      '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    'styles.xml':
      '<?xml version="1.0"?><office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
  },
  'xl/workbook.xml': {
    'xl/styles.xml':
      '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
  },
};

/** Parts of a zip in which tables stand; pictures and the like are not unpacked. */
const tableParts = /(?:\.(?:xml|rels|bin)|(?:^|\/)mimetype)$/iu;

const sheetPart = /(?:^|[\\/])worksheets[\\/][^\\/]+\.xml$/iu;

/** What stands above characters or in a note beside a cell of LibreOffice, and is no part of what is in it. */
const asides = /<(text:ruby-text|office:annotation)\b[^>]*>[\s\S]*?<\/\1>/gu;

function withoutAsides(xml: string): string {
  return xml.replace(asides, '');
}

/** Rows of the tabs of a LibreOffice table that are hidden or filtered away, which the reader does not tell. */
function findHiddenRows(xml: string): ReadonlySet<number>[] {
  if (!/table:visibility="(?:collapse|filter)"/u.test(xml)) return [];
  const tabs: Set<number>[] = [];
  let line = 0;
  for (const [, tab, row = ''] of xml.matchAll(/<table:table(\s[^>]*|)>|<table:table-row\b([^>]*)>/gu)) {
    if (tab !== undefined) {
      tabs.push(new Set());
      line = 0;
      continue;
    }
    const repeated = Number(/number-rows-repeated="(\d+)"/u.exec(row)?.[1] ?? 1);
    const isHidden = /table:visibility="(?:collapse|filter)"/u.test(row);
    for (let more = 1; isHidden && more <= Math.min(repeated, 100_000); more += 1)
      tabs.at(-1)?.add(line + more);
    line += repeated;
  }
  return tabs;
}

/** Cells and rows that have a place and hold nothing but a format. */
const emptyCell = /<c\s(?=[^<>]*\br=")[^<>]*\/>/gu;
const emptyRow = /<row\s(?=[^<>]*\br=")[^<>]*(?:\/>|>\s*<\/row>)/gu;
const cellWithoutPlace = /<c(?:>|\s(?![^<>]*\br="))/u;

/** A tab without the cells that hold nothing: a million formatted ones would fill the memory. Where cells go by their order, all stay. */
function withoutEmptyCells(part: Uint8Array): Uint8Array {
  // A sign a byte, whatever it means: names of elements are plain, and it takes half the memory.
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  if (cellWithoutPlace.test(xml)) return part;
  const left = xml.replace(emptyCell, '').replace(emptyRow, '');
  return left.length === xml.length ? part : Buffer.from(left, 'latin1');
}

/**
 * Gives the zip of a spreadsheet packed anew without being pressed, with the spare parts that it lacks: the reader unpacks damaged data
 * without end. Errors: `file-broken`.
 */
async function unpress(bytes: Uint8Array, file: string): Promise<Plain> {
  const { strToU8, zipSync } = await import('fflate');
  let hiddenRows: readonly ReadonlySet<number>[] = [];
  const { entries } = openDirectory(bytes, file);
  try {
    const parts: Record<string, Uint8Array> = {};
    for (const entry of entries)
      if (tableParts.test(entry.name)) parts[entry.name] = unpackEntry(bytes, entry);
    for (const [name, part] of Object.entries(parts)) {
      if (sheetPart.test(name)) parts[name] = withoutEmptyCells(part);
      if (name !== 'content.xml') continue;
      const xml = Buffer.from(part).toString('utf8');
      hiddenRows = findHiddenRows(xml);
      parts[name] = Buffer.from(withoutAsides(xml));
    }
    const spare = Object.entries(spareParts).find(([part]) => Object.hasOwn(parts, part))?.[1] ?? {};
    for (const [part, content] of Object.entries(spare)) parts[part] ??= strToU8(content);
    return { bytes: zipSync(parts, { level: 0 }), hiddenRows };
  } catch (error) {
    throw new AppError('file-broken', { file }, { cause: error });
  }
}

/** A spreadsheet as the reader takes it, and which rows of its tabs are hidden where the reader does not tell. */
interface Plain {
  readonly bytes: Uint8Array;
  readonly hiddenRows: readonly ReadonlySet<number>[];
}

function unpressFlat(bytes: Uint8Array): Plain {
  const xml = Buffer.from(bytes).toString('utf8');
  return { bytes: Buffer.from(withoutAsides(xml)), hiddenRows: findHiddenRows(xml) };
}

async function parseBook(
  reader: typeof Xlsx,
  bytes: Uint8Array,
  file: string,
): Promise<{ readonly book: Xlsx.WorkBook; readonly hiddenRows: readonly ReadonlySet<number>[] }> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isFlat = bytes[0] === 0x3c || bytes[0] === 0xef;
  const plain = isZip ? await unpress(bytes, file) : isFlat ? unpressFlat(bytes) : { bytes, hiddenRows: [] };
  try {
    return { book: parseQuietly(reader, plain.bytes), hiddenRows: plain.hiddenRows };
  } catch (error) {
    const isLocked = /password|encrypt/iu.test(error instanceof Error ? error.message : '');
    throw new AppError(isLocked ? 'file-encrypted' : 'file-broken', { file }, { cause: error });
  }
}

/** The reader tells the console what it makes of odd files; what it says is for its developers. */
function parseQuietly(reader: typeof Xlsx, bytes: Uint8Array): Xlsx.WorkBook {
  const own = globalThis.console;
  const silent = (): void => undefined;
  globalThis.console = Object.assign(Object.create(own) as typeof own, {
    log: silent,
    error: silent,
    warn: silent,
  });
  try {
    return reader.read(bytes, { ...keep, type: 'array' });
  } finally {
    globalThis.console = own;
  }
}

/** What a cell holds: as it is stored, as a person sees it where that differs, and what is wrong with it. */
interface Written {
  readonly text: string;
  readonly seen?: string;
  readonly flaw?: CellFlaw;
}

/** Words of the errors that cells hold, by their number in files. */
const errorWords: Readonly<Record<number, string>> = {
  0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A', 0x2b: '#GETTING_DATA',
}; // prettier-ignore

/** What the reader's formats of numbers do; it does not type them. */
interface NumberFormats {
  readonly format: (format: string | number, value: number, terms: { readonly date1904: boolean }) => string;
  readonly is_date: (format: string) => boolean;
  readonly parse_date_code: (value: number, terms: { readonly date1904: boolean }) => Moment | null;
}

/** Parts of a day and time. */
interface Moment {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

/** Makes what writes cells; days are counted from 1904 in workbooks of old Macs. */
function cellWriter(reader: typeof Xlsx, date1904: boolean): (cell: Xlsx.CellObject) => Written {
  const ssf = reader.SSF as unknown as NumberFormats;
  return ({ t, v, f, z }) => {
    if (t === 'z' || v === undefined)
      return { text: '', ...(f === undefined ? {} : { flaw: 'not-computed' }) };
    if (t === 'e')
      return { text: typeof v === 'number' ? (errorWords[v] ?? '#N/A') : String(v), flaw: 'error' };
    if (t === 'b') return { text: v === true ? 'TRUE' : 'FALSE', flaw: 'truth' };
    if (typeof v === 'string') return { text: v.replaceAll(/\r\n?/gu, '\n') };
    if (typeof v !== 'number') return { text: String(v) };
    const format = typeof z === 'string' ? readableFormat(z) : 'General';
    const text = writeNumber(v);
    const seen = showNumber(ssf, format, v, date1904);
    // A format with letters of its own may look like one of dates; what cannot be followed shows the number.
    if (seen !== undefined && ssf.is_date(format)) {
      const moment = writeMoment(v, ssf.parse_date_code(v, { date1904 }));
      if (moment === undefined) return { text, seen, flaw: 'no-day' };
      return { text: moment, seen, ...(v < 1 ? {} : { flaw: 'day' }) };
    }
    return seen === undefined || seen === text ? { text } : { text, seen };
  };
}

/** A format in the signs that the reader knows: the Chinese Excel writes General as G/通用格式, and leaves letters of other scripts unquoted. */
function readableFormat(format: string): string {
  return format
    .replaceAll('G/通用格式', 'General')
    .split(/("[^"]*")/u)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(/[^\p{ASCII}]+/gu, '"$&"')))
    .join('');
}

/** A number as its format shows it; undefined where the format says nothing that can be followed. */
function showNumber(
  ssf: NumberFormats,
  format: string,
  value: number,
  date1904: boolean,
): string | undefined {
  try {
    return ssf.format(format, value, { date1904 });
  } catch {
    return undefined;
  }
}

/** A day and time as written by people: 2022-02-07, 2022-02-07 09:30:00, or the time alone where there is no day. */
function writeMoment(value: number, parts: Moment | null): string | undefined {
  if (parts === null) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  const time = `${two(parts.H)}:${two(parts.M)}:${two(Math.floor(parts.S))}`;
  if (value < 1) return time;
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** A number as the file stores it: whole ones without an exponent, those that have lost digits in exponent form, so that they are refused. */
function writeNumber(value: number): string {
  if (Math.abs(value) >= firstInexact) return value.toExponential();
  return Number.isInteger(value) ? value.toFixed(0) : String(value);
}

/** A row as it is made: its cells, what a person sees of them where that is something else, and what is wrong with them. */
interface MadeRow {
  readonly cells: string[];
  seen: Map<number, string> | undefined;
  flaws: Map<number, CellFlaw> | undefined;
}

function makeSheet(
  tab: Xlsx.WorkSheet,
  file: string,
  terms: {
    readonly name: string | undefined;
    readonly fillDown: boolean;
    readonly write: (cell: Xlsx.CellObject) => Written;
    /** Lines of hidden rows that the tab itself does not tell. */
    readonly hidden: ReadonlySet<number> | undefined;
  },
): Sheet {
  const place = makeTabPlace(file, terms.name);
  const rows = new Map<number, MadeRow>();
  // Rows and cells that hold nothing are holes, which are passed over: a cell may stand a million rows down.
  const data = (tab as { '!data'?: (Xlsx.CellObject | undefined)[][] })['!data'] ?? [];
  data.forEach((cells, line) => {
    const row: MadeRow = { cells: [], seen: undefined, flaws: undefined };
    cells.forEach((cell, at) => {
      if (cell === undefined) return;
      const { text, seen, flaw } = terms.write(cell);
      if (text === '' && flaw === undefined) return;
      while (row.cells.length < at) row.cells.push('');
      row.cells[at] = text;
      if (seen !== undefined && seen !== text) (row.seen ??= new Map()).set(at, seen);
      if (flaw !== undefined) (row.flaws ??= new Map()).set(at, flaw);
    });
    if (row.cells.length > 0) rows.set(line, row);
    // What the reader made of the row takes ten times as much: it goes before the next is made.
    data[line] = [];
  });
  const hiddenColumns = new Set(
    (tab['!cols'] ?? []).flatMap((column, at) =>
      (column as Xlsx.ColInfo | undefined)?.hidden === true ? [at] : [],
    ),
  );
  const problems: Problem[] = [];
  const reach = new Map<number, number>();
  for (const { s, e } of tab['!merges'] ?? []) {
    if (e.r === s.r) continue;
    reach.set(s.r + 1, Math.max(reach.get(s.r + 1) ?? 0, e.r + 1));
    const first = rows.get(s.r);
    if (terms.fillDown) {
      for (let line = s.r + 1; line <= e.r; line += 1) {
        const row = rows.get(line);
        if (row === undefined || first === undefined) continue;
        while (row.cells.length < s.c) row.cells.push('');
        row.cells[s.c] = first.cells[s.c] ?? '';
        const seen = first.seen?.get(s.c);
        const flaw = first.flaws?.get(s.c);
        if (seen !== undefined) (row.seen ??= new Map()).set(s.c, seen);
        if (flaw !== undefined) (row.flaws ??= new Map()).set(s.c, flaw);
      }
      continue;
    }
    const range = `${columnLetters(s.c)}${String(s.r + 1)}:${columnLetters(e.c)}${String(e.r + 1)}`;
    problems.push({
      code: 'cells-merged',
      place: place({ line: s.r + 1, cells: [] }, s.c),
      details: { range },
    });
  }
  const heights = tab['!rows'] ?? [];
  return {
    file,
    rows: holdRows(
      [...rows]
        .sort(([a], [b]) => a - b)
        .map(([line, { cells, seen, flaws }]): SheetRow => ({
          line: line + 1,
          cells,
          ...(heights[line]?.hidden === true || terms.hidden?.has(line + 1) === true
            ? { isHidden: true }
            : {}),
          ...(seen === undefined ? {} : { seen }),
          ...(flaws === undefined ? {} : { flaws }),
        }))
        .filter(({ cells, flaws }) => flaws !== undefined || cells.some((cell) => cell.trim() !== '')),
    ),
    place,
    problems,
    reach,
    ...(hiddenColumns.size === 0 ? {} : { hiddenColumns }),
  };
}
