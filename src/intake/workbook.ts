import type { Problem } from '../errors.ts';
import { AppError } from '../errors.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import type { ZipDirectory } from './zip-directory.ts';
import { parseZipDirectory } from './zip-directory.ts';

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
export function makeTabPlace(file: string, tab: string | undefined): Sheet['place'] {
  return (row, column) => ({
    file,
    row: row.line,
    ...(tab === undefined ? {} : { tab }),
    ...(column === undefined
      ? {}
      : { column: column + 1, cell: `${columnLetters(column)}${String(row.line)}` }),
  });
}

/**
 * Reads an Excel workbook (.xlsx): one sheet for each tab that holds anything. Numbers come as they are stored, dates as
 * 2022-02-07 or 2022-02-07 09:30:00. Cells merged over several rows are problems by their address, unless they are to
 * be filled down.
 *
 * Errors: `file-broken`, `file-too-large`, `file-not-a-workbook`.
 */
export async function parseWorkbook(bytes: Uint8Array, file: string, fillDown: boolean): Promise<Sheet[]> {
  const directory = openDirectory(bytes, file);
  if (!directory.names.includes('xl/workbook.xml')) throw new AppError('file-not-a-workbook', { file });
  const { default: readTabs } = await import('read-excel-file/node');
  let tabs;
  try {
    tabs = await readTabs(Buffer.from(bytes), { trim: false, parseNumber: parseStoredNumber });
  } catch (error) {
    throw new AppError('file-broken', { file }, { cause: error });
  }
  const merges = await listMerges(bytes, file);
  return tabs.map(({ sheet: tab, data }, index): Sheet => {
    const problems: Problem[] = [];
    const cells = data.map((row) => row.map((value) => writeCell(value)));
    const place = makeTabPlace(file, tabs.length > 1 ? tab : undefined);
    for (const merge of merges[index] ?? []) {
      if (merge.lastRow === merge.firstRow) continue;
      const value = cells[merge.firstRow]?.[merge.firstColumn] ?? '';
      if (fillDown) {
        for (let row = merge.firstRow; row <= merge.lastRow; row += 1) {
          const line = cells[row];
          if (line !== undefined) line[merge.firstColumn] = value;
        }
      } else {
        const at = place({ line: merge.firstRow + 1, cells: [] }, merge.firstColumn);
        problems.push({ code: 'cells-merged', place: at, details: { range: merge.range } });
      }
    }
    const rows = cells.map((line, at): SheetRow => ({ line: at + 1, cells: line }));
    return {
      file,
      tab,
      rows: rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')),
      place,
      problems,
    };
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

/** A number as the file stores it: whole ones without an exponent, those that have lost digits in exponent form, so that they are refused. */
function parseStoredNumber(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  if (Math.abs(value) >= firstInexact) return value.toExponential();
  return Number.isInteger(value) ? value.toFixed(0) : String(value);
}

function writeCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    // Excel stores times as fractions of a day; the nearest second is what was typed.
    const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
    return text.slice(11, 19) === '00:00:00'
      ? text.slice(0, 10)
      : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

interface Merge {
  readonly range: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
}

/** The merged ranges of each tab, in the order of the tabs. */
async function listMerges(bytes: Uint8Array, file: string): Promise<Merge[][]> {
  const { unzipSync, strFromU8 } = await import('fflate');
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(workbook\.xml|_rels\/|worksheets\/[^/]+\.xml$)/u.test(name),
  });
  const read = (name: string): string => {
    const part = parts[name];
    return part === undefined ? '' : strFromU8(part);
  };
  const targets = new Map<string, string>();
  for (const [tag] of read('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/gu)) {
    const id = /\bId="([^"]*)"/u.exec(tag)?.[1];
    const target = /\bTarget="([^"]*)"/u.exec(tag)?.[1];
    if (id !== undefined && target !== undefined) targets.set(id, target.replace(/^\/?(?:xl\/)?/u, 'xl/'));
  }
  const tabs = [...read('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*\br:id="([^"]*)"/gu)];
  if (tabs.length === 0) throw new AppError('file-broken', { file });
  return tabs.map(([, id = '']) =>
    [
      ...read(targets.get(id) ?? '').matchAll(
        /<(?:\w+:)?mergeCell\b[^>]*\bref="(([A-Z]+)(\d+):[A-Z]+(\d+))"/gu,
      ),
    ].map(([, range = '', column = '', first = '', last = '']) => ({
      range,
      firstRow: Number(first) - 1,
      lastRow: Number(last) - 1,
      firstColumn: Array.from(column).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    })),
  );
}
