import { unguardFormula } from '../domain/formula-guard.ts';
import type { Place, Problem } from '../errors.ts';
import { AppError } from '../errors.ts';

/**
 * What stands in a cell of a spreadsheet that is no value to be taken: a formula whose value was never stored, an error, a number that is
 * shown as a day and is none; or a day, where a text is looked for.
 */
export type CellFlaw = 'not-computed' | 'error' | 'no-day' | 'day';

/** A row of a file: its cells as text, and the line it begins on. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** What a person sees of cells that are stored otherwise, by their place in the row: 8:30, DZ-003. */
  readonly seen?: ReadonlyMap<number, string>;
  readonly flaws?: ReadonlyMap<number, CellFlaw>;
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
}

/** Signs in which the first lines lie. */
const headLength = 100_000;

const delimiters = [',', '\t', ';'] as const;

/** The sign that parts the columns: the one that stands most often in the first lines. */
function findDelimiter(text: string): string {
  const head = text
    .trimStart()
    .slice(0, headLength)
    .split(/\r\n|\n|\r/u)
    .slice(0, 20);
  const count = (sign: string): number => head.reduce((sum, line) => sum + line.split(sign).length - 1, 0);
  const [best] = delimiters.map((sign) => ({ sign, count: count(sign) })).sort((a, b) => b.count - a.count);
  return best === undefined || best.count === 0 ? ',' : best.sign;
}

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number; readonly records: number };
}

/** Reads CSV text into rows; blank lines are left out. Errors: `input-rejected` with the line of a quote that never closes. */
export async function parseCsv(text: string, file: string): Promise<Sheet> {
  const { parse, CsvError } = await import('csv-parse/sync');
  let parsed: ParsedRow[];
  try {
    parsed = parse(text, {
      delimiter: findDelimiter(text),
      info: true,
      // A program that appends to a file may end its lines in another way.
      recordDelimiter: ['\r\n', '\n', '\r'],
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
    const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0);
    return { line: info.lines - breaks, cells: record.map(unguardFormula) };
  });
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
