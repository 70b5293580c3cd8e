import { unguardFormula } from '../domain/formula-guard.ts';
import type { Place, Problem } from '../problems.ts';
import { AppError } from '../errors.ts';

/**
 * What stands in a cell of a spreadsheet that is no value to be taken: a formula whose value was never stored, an error, a number that is
 * shown as a day and is none; a truth, where a number is looked for; or a day, where a text is.
 */
export type CellFlaw = 'not-computed' | 'error' | 'no-day' | 'truth' | 'day';

/** A row of a file: its cells as text, and the line it begins on. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** What a person sees of cells that are stored otherwise, by their place in the row: 8:30, DZ-003. */
  readonly seen?: ReadonlyMap<number, string>;
  readonly flaws?: ReadonlyMap<number, CellFlaw>;
  /** Whether it is hidden or filtered away; it is read as all others, and told. */
  readonly isHidden?: boolean;
}

/** A table of cells as a file holds it, before anything is known of its columns. */
export interface Sheet {
  readonly file: string;
  /** Name of the tab of a workbook. */
  readonly tab?: string;
  /** Whether the tab is hidden: it is read only where it is named. */
  readonly isHidden?: boolean;
  readonly rows: readonly SheetRow[];
  readonly place: (row: SheetRow, column?: number) => Place;
  /** What is wrong with the sheet itself, before its columns are known. */
  readonly problems: readonly Problem[];
  /** Whether rows of it were left out, so that totals cannot be checked. */
  readonly isPartial?: boolean;
  /** How far down cells reach that begin in a row, by its line: cells merged over rows. */
  readonly reach?: ReadonlyMap<number, number>;
  /** Columns that are hidden, by their place: nobody misses them where they are not read. */
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Rows that nobody is shown and that were left out: those of a page that a browser does not show. */
  readonly unseenRows?: number;
}

/** Signs in which the first lines lie. */
const headLength = 100_000;

/** Signs that part columns, the most usual first. */
export const delimiters = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * The sign that parts the columns: the one that stands equally often in most of the first lines, outside of quotes; of several the one
 * that stands most often.
 */
function findDelimiter(text: string): Delimiter {
  // In lines that are cut at the end of the head, and between quotes, signs part nothing.
  const head = text
    .trimStart()
    .slice(0, headLength)
    .replaceAll(/"(?:[^"]|"")*"/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 40);
  const ranked = delimiters.map((sign) => {
    const counts = head.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    const times = new Map<number, number>();
    for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
    const [most = [0, 0]] = [...times].sort(([a, x], [b, y]) => y - x || b - a);
    return { sign, lines: most[1], count: most[0], all: counts.length };
  });
  // A sign that is in every line parts them, however often; else the one that is regular.
  const whole = ranked.filter(({ all }) => all > 0 && all === head.length);
  const [best] = (whole.length > 0 ? whole : ranked).sort((a, b) => b.lines - a.lines || b.count - a.count);
  return best === undefined || best.count === 0 ? ',' : best.sign;
}

/** The sign by which programs of DOS end a text. */
const endOfDos = '\u001a';

/** A first line by which Excel is told the sign: `sep=;`. */
const signLine = /^\ufeff?"?sep=(?<sign>[^\n"])"?\n/iu;

/** What a spreadsheet shows of a cell of a CSV file: of ="001" the text in it. */
function seenCell(cell: string): string {
  const kept = /^\s*="((?:[^"]|"")*)"\s*$/u.exec(cell)?.[1];
  return kept === undefined ? unguardFormula(cell) : kept.replaceAll('""', '"');
}

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number; readonly records: number };
}

/**
 * Reads CSV text into rows by the sign that parts its columns, which is found where nobody says it; blank lines are left out. Errors:
 * `input-rejected` with the line of a quote that never closes.
 */
export async function parseCsv(decoded: string, file: string, said?: Delimiter): Promise<Sheet> {
  // A line break is one sign everywhere, in store and on paper; lines are those that an editor shows. What ended files of DOS goes.
  const lines = decoded.replaceAll(/\r\n?/gu, '\n');
  const text = lines.trimEnd().endsWith(endOfDos) ? lines.trimEnd().slice(0, -1) : lines;
  const { parse, CsvError } = await import('csv-parse/sync');
  let parsed: ParsedRow[];
  try {
    parsed = parse(text, {
      delimiter: said ?? signLine.exec(text)?.groups?.['sign'] ?? findDelimiter(text),
      info: true,
      recordDelimiter: '\n',
      relaxColumnCount: true,
      // A quote inside a cell that does not begin with one is part of the text (37°36'37.8"N).
      relaxQuotes: true,
      // Megabytes of blank lines are nothing to keep.
      skipEmptyLines: true,
    }) as unknown as ParsedRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new AppError(
      'input-rejected',
      { file, count: 1 },
      { problems: [{ code: 'quote-not-closed', place: { file, row }, details: {} }], cause: error },
    );
  }
  // `info.lines` is the line a record ends on; a quoted line break inside it moves its beginning up.
  const rows = parsed.map(({ record, info }) => {
    const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/gu)?.length ?? 0), 0);
    return { line: info.lines - breaks, cells: record.map(seenCell) };
  });
  if (signLine.test(text)) rows.shift();
  return {
    file,
    rows: rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')),
    place: (row, column) => ({
      file,
      row: row.line,
      ...(column === undefined ? {} : { column: column + 1 }),
    }),
    problems: [],
  };
}
