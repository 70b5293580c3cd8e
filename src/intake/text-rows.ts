import type { parse as Parse } from 'csv-parse/sync';
import { unguardFormula } from '../domain/formula-guard.ts';
import { AppError } from '../errors.ts';
import type { TextKind } from './decode.ts';
import type { Delimiter } from './delimiter.ts';
import { findDelimiter } from './delimiter.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import type { Sheet, SheetRow, SheetRows } from './sheet.ts';
import { headRows, holdRows } from './sheet.ts';
import type { Portion, SourceFile } from './source-file.ts';
import { eachPortion, readBytes, sizeOf } from './source-file.ts';

/** The sign by which programs of DOS end a text. */
const endOfDos = '\u001a';

/** A first line by which Excel is told the sign: `sep=;`. */
const signLine = /^\ufeff?"?sep=(?<sign>[^\n"])"?\n/iu;

/** What a spreadsheet shows of a cell of a CSV file: of ="001" the text in it. */
function seenCell(cell: string): string {
  const kept = cell.includes('="') ? /^\s*="((?:[^"]|"")*)"\s*$/u.exec(cell)?.[1] : undefined;
  return kept === undefined ? unguardFormula(cell) : kept.replaceAll('""', '"');
}

/** What takes the lines of a text apart: the reader, and the sign between two cells. */
interface LineTerms {
  readonly parse: typeof Parse;
  readonly delimiter: string;
}

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** That a quote is still open where a text ends; the rows before it are told by their lines. */
class OpenQuote extends Error {
  readonly line: number;

  constructor(line: number, cause: unknown) {
    super('a quote is still open', { cause });
    this.line = line;
  }
}

/**
 * Takes whole lines apart into rows; blank ones are left out. Lines in which nothing is quoted are cut at the sign, which is five times as
 * fast as the reader that minds quotes. Errors: `OpenQuote`.
 */
function parseLines(text: string, { parse, delimiter }: LineTerms, firstLine: number): SheetRow[] {
  const rows: SheetRow[] = [];
  const add = (line: number, cells: string[]): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
  };
  if (!text.includes('"')) {
    let line = firstLine;
    for (const one of text.split('\n')) {
      if (one !== '') add(line, one.split(delimiter).map(unguardFormula));
      line += 1;
    }
    return rows;
  }
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      recordDelimiter: '\n',
      relaxColumnCount: true,
      // A quote inside a cell that does not begin with one is part of the text (37°36'37.8"N).
      relaxQuotes: true,
      // Megabytes of blank lines are nothing to keep.
      skipEmptyLines: true,
    }) as unknown as ParsedRow[];
    for (const { record, info } of parsed) {
      // `info.lines` is the line a record ends on; a quoted line break inside it moves its beginning up.
      const breaks = record.reduce((sum, cell) => sum + countBreaks(cell), 0);
      add(firstLine - 1 + info.lines - breaks, record.map(seenCell));
    }
    return rows;
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? error.lines : undefined;
    if (typeof line !== 'number') throw error;
    throw new OpenQuote(firstLine - 1 + line, error);
  }
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** A line break is one sign everywhere, in store and on paper; lines are those that an editor shows. */
function plainBreaks(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text;
}

/** A text without what ended files of DOS. */
function withoutEnd(text: string): string {
  return text.endsWith(endOfDos) || text.trimEnd().endsWith(endOfDos) ? text.trimEnd().slice(0, -1) : text;
}

function refuseOpenQuote(error: unknown, file: string): never {
  if (!(error instanceof OpenQuote)) throw error;
  throw new AppError(
    'input-rejected',
    { file, count: 1 },
    { problems: [{ code: 'quote-not-closed', place: { file, row: error.line }, details: {} }], cause: error },
  );
}

/** A part of a text in which no row is cut: as many portions of the file as it takes. */
interface RowPortion {
  readonly firstLine: number;
  /** Where its lines begin in the file; empty where that is known already. */
  readonly starts: readonly number[];
  readonly rows: readonly SheetRow[];
}

/** The rows of a text whose lines lie one behind the other in its file, read by the portion. */
class TextRows implements SheetRows {
  readonly head: readonly SheetRow[];
  readonly #source: SourceFile;
  readonly #decoder: ReturnType<typeof makeDecoder>;
  readonly #terms: LineTerms;
  readonly #skipsFirst: boolean;
  /** The lines on which rows begin, and where those lie in the file. */
  readonly #lines = new GrowingNumbers('counts');
  readonly #starts = new GrowingNumbers('any');
  #block: Portion = { from: 0, bytes: new Uint8Array() };

  constructor(source: SourceFile, encoding: string, terms: LineTerms, skipsFirst: boolean) {
    this.#source = source;
    this.#decoder = makeDecoder(encoding);
    this.#terms = terms;
    this.#skipsFirst = skipsFirst;
    const head: SheetRow[] = [];
    for (const row of this) if (head.push(row) >= headRows) break;
    this.head = head;
  }

  *[Symbol.iterator](): Generator<SheetRow> {
    let isFirst = this.#skipsFirst;
    for (const one of this.#eachPortion()) {
      this.#remember(one);
      const { rows } = one;
      for (let at = isFirst ? 1 : 0; at < rows.length; at += 1) yield rows[at] as SheetRow;
      if (rows.length > 0) isFirst = false;
    }
  }

  onLine(line: number): SheetRow | undefined {
    const at = findAt(this.#lines, line);
    if (this.#lines.at(at) !== line || line === 0) return undefined;
    const from = this.#starts.at(at);
    const until = at + 1 < this.#starts.length ? this.#starts.at(at + 1) : sizeOf(this.#source);
    const text = withoutEnd(plainBreaks(this.#decoder.decode(this.#readNear(from, until))));
    return parseLines(text, this.#terms, line)[0];
  }

  *#eachPortion(): Generator<RowPortion> {
    const size = sizeOf(this.#source);
    let firstLine = 1;
    let starts: number[] = [];
    let joined = 0;
    let text = '';
    let needed = 1;
    for (const portion of eachPortion(this.#source)) {
      const isLast = portion.from + portion.bytes.length >= size;
      const own = plainBreaks(this.#decoder.decode(portion.bytes));
      text += portion.from === 0 ? own.replace(/^\ufeff/u, '') : own;
      if (firstLine > this.#lines.at(this.#lines.length - 1)) addStarts(portion, starts);
      joined += 1;
      if (joined < needed && !isLast) continue;
      const whole = isLast ? withoutEnd(text) : text;
      try {
        yield { firstLine, starts, rows: parseLines(whole, this.#terms, firstLine) };
      } catch (error) {
        if (isLast || !(error instanceof OpenQuote)) refuseOpenQuote(error, this.#source.name);
        // A quote goes on in what follows; twice as much is read each time, so that one that never closes costs no more than double.
        needed = joined * 2;
        continue;
      }
      firstLine += countBreaks(text);
      starts = [];
      joined = 0;
      text = '';
      needed = 1;
    }
  }

  /** Keeps where the rows of a portion lie that was not gone through before. */
  #remember({ firstLine, starts, rows }: RowPortion): void {
    if (starts.length === 0) return;
    for (const { line } of rows) {
      this.#lines.push(line);
      this.#starts.push(starts[line - firstLine] ?? 0);
    }
  }

  /** Reads a part of the file, and what is around it: rows that are asked for one after the other lie near each other. */
  #readNear(from: number, until: number): Uint8Array {
    const { bytes, from: begin } = this.#block;
    if (from < begin || until > begin + bytes.length) {
      const start = Math.max(0, from - around);
      this.#block = { from: start, bytes: readBytes(this.#source, start, until + around) };
    }
    return this.#block.bytes.subarray(from - this.#block.from, until - this.#block.from);
  }
}

/** Bytes that are read before and behind a row that is looked up. */
const around = 1 << 15;
const lineFeed = 0x0a;

/** Adds where the lines of a portion begin in their file. */
function addStarts({ from, bytes }: Portion, starts: number[]): void {
  for (let at = 0; at >= 0 && at < bytes.length;) {
    starts.push(from + at);
    const end = bytes.indexOf(lineFeed, at);
    at = end < 0 ? -1 : end + 1;
  }
}

/** The place of a number in a list that grows, or of the one before it. */
function findAt(numbers: GrowingNumbers, wanted: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (numbers.at(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

function makeDecoder(encoding: string) {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
}

/** Whether the lines of a text lie in its file as an editor shows them: each ends with the byte of a line feed, and nothing else ends one. */
function liesByLine(source: SourceFile, { encoding }: TextKind): boolean {
  if (encoding.startsWith('utf-16')) return false;
  for (const { bytes } of eachPortion(source)) {
    for (let at = bytes.indexOf(0x0d); at >= 0; at = bytes.indexOf(0x0d, at + 1))
      if (bytes[at + 1] !== lineFeed) return false;
  }
  return true;
}

/** The beginning of a text, by which its kind is told. */
export function readHead(source: SourceFile, { encoding }: TextKind): string {
  for (const { bytes } of eachPortion(source)) {
    const text = makeDecoder(encoding).decode(bytes, { stream: true });
    if (text.trim() !== '') return text.replace(/^\ufeff/u, '');
  }
  return '';
}

/**
 * Reads CSV text into rows by the sign that parts its columns, which is found where nobody says it; blank lines are left out. Errors:
 * `input-rejected` with the line of a quote that never closes.
 */
export async function parseCsv(source: SourceFile, kind: TextKind, said?: Delimiter): Promise<Sheet> {
  const { parse } = await import('csv-parse/sync');
  const { name: file } = source;
  const isByLine = liesByLine(source, kind);
  const text = isByLine ? undefined : withoutEnd(plainBreaks(decodeWhole(source, kind)));
  const head = text ?? plainBreaks(readHead(source, kind));
  const sign = signLine.exec(head)?.groups?.['sign'];
  const terms = { parse, delimiter: said ?? sign ?? findDelimiter(head) };
  const read = (): SheetRows => {
    if (text === undefined) return new TextRows(source, kind.encoding, terms, sign !== undefined);
    return holdRows(parseLines(text, terms, 1).slice(sign === undefined ? 0 : 1));
  };
  try {
    return {
      file,
      rows: read(),
      place: (row, column) => ({
        file,
        row: row.line,
        ...(column === undefined ? {} : { column: column + 1 }),
      }),
      problems: [],
    };
  } catch (error) {
    return refuseOpenQuote(error, file);
  }
}

function decodeWhole({ bytes }: SourceFile, { encoding }: TextKind): string {
  return makeDecoder(encoding)
    .decode(bytes)
    .replace(/^\ufeff/u, '');
}
