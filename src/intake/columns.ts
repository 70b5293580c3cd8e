import type { Place, Problem } from '../problems.ts';
import { AppError } from '../errors.ts';
import { maskCell } from '../domain/masking.ts';
import type { Columns, RowValues } from './column.ts';
import type { Header, SaidOfFile, TableTerms } from './header.ts';
import { findHeader, headerKey, noTableTerms } from './header.ts';
import { RowReader } from './row-reader.ts';
import { RunningSums } from './running-sums.ts';
import type { Aside } from './set-aside.ts';
import { findAside } from './set-aside.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { isStoredReader } from './values.ts';

/** A row of a sheet by its columns. */
export interface TableRow<C extends Columns> {
  readonly place: Place;
  readonly values: RowValues<C>;
  /** Place of the row's cell in a column. */
  readonly at: (column: keyof C) => Place;
  /** Columns in which the row says that there is nothing. */
  readonly cleared: readonly (keyof C)[];
}

/** What reading a sheet by its columns found beside its rows. */
export interface TableNotes<C extends Columns> {
  /** How many rows hold data. */
  readonly rowCount: number;
  readonly problems: readonly Problem[];
  /** Headers that no column knows; they are left out and said. */
  readonly unknownHeaders: readonly string[];
  readonly said: SaidOfFile;
  /** Headers that no column knows and whose column is hidden. */
  readonly hiddenHeaders: readonly string[];
  /** The tab of a workbook that was read. */
  readonly tab: string | undefined;
  /** What stands above the header. */
  readonly titles: readonly string[];
  /** Columns that the file has. */
  readonly found: ReadonlySet<keyof C>;
  /** Rows above the header that were skipped. */
  readonly skipped: number;
  /** Rows that hold no data, left out: totals, which were checked, headers that stand again, headings of groups, and notes. */
  readonly setAside: readonly { readonly label: string; readonly row: number }[];
  /** Lines of rows that are hidden or filtered away; they are read as all others. */
  readonly hiddenRows: readonly number[];
  /** Rows that a browser would not show, left out. */
  readonly unseenRows: number;
  /** Totals whose value is not stored, so that they were not checked: of rows, and of columns. */
  readonly uncheckedTotals: number;
  /** Words that were read as nothing, with how often. */
  readonly blanks: ReadonlyMap<string, number>;
  /** The table as it stands in the file: its header, and the cells of the row on a line. */
  readonly written: {
    readonly header: readonly string[];
    readonly cellsOf: (line: number) => readonly string[];
  };
}

/** A sheet read by its columns, as a whole. */
export interface ReadTable<C extends Columns> extends TableNotes<C> {
  readonly rows: readonly TableRow<C>[];
}

/**
 * Reads the rows of a sheet by the columns of an import. Errors: those of `openTable`, `file-no-rows`.
 */
export function parseTable<C extends Columns>(
  sheet: Sheet,
  columns: C,
  terms: TableTerms = noTableTerms,
): ReadTable<C> {
  const table = openTable(sheet, columns, terms);
  const rows = [...table.eachRow()];
  if (rows.length === 0) throw new AppError('file-no-rows', { file: sheet.file });
  return { ...table.notes(), rows };
}

/** A sheet whose header is found and whose rows are read one by one, so that none has to be held. */
export interface OpenTable<C extends Columns> {
  /** Whether there is a row of data at all. */
  readonly hasRows: () => boolean;
  /** Reads all rows; what it finds on the way stands in the notes. */
  readonly eachRow: () => Iterable<TableRow<C>>;
  /** Reads rows of data once more, those on the lines that are wanted; nothing is noted, and what was looked for then is not looked for again. */
  readonly eachAgain: (isWanted: (line: number) => boolean) => Iterable<TableRow<C>>;
  /** Reads one row once more, by its line; what is wrong with it was noted before. */
  readonly readAgain: (line: number) => TableRow<C> | undefined;
  /** Place of the cell of a column, in the row on a line. */
  readonly placeOf: (line: number, column?: keyof C) => Place;
  /** What was found, once all rows were read. */
  readonly notes: () => TableNotes<C>;
}

/**
 * Opens a sheet by the columns of an import. The header is the row near the top that names most columns;
 * rows above it are titles. All problems are gathered, none ends the reading.
 *
 * Errors: `file-empty`, those of `findHeader`.
 */
export function openTable<C extends Columns>(
  sheet: Sheet,
  columns: C,
  terms: TableTerms = noTableTerms,
): OpenTable<C> {
  if (sheet.rows.head.length === 0) throw new AppError('file-empty', { file: sheet.file });
  const header = findHeader(sheet, columns, terms);
  // Cells merged over the rows of a header are levels of it, and those of columns that nobody reads are no matter.
  const readColumns = new Set(header.columns.values());
  const problems: Problem[] = sheet.problems.filter(
    ({ code, place }) =>
      code !== 'cells-merged' ||
      ((place?.row ?? 0) > header.row.line && readColumns.has((place?.column ?? 0) - 1)),
  );
  const width = header.row.cells.length;
  const setAside: { label: string; row: number }[] = [];
  const hiddenRows: number[] = [];
  const sums = new RunningSums(header, columns);
  const asked = terms.values.map(({ header: name }) => name);
  const reader = new RowReader(sheet, header, columns, { problems, asked });
  const repeats = headerRepeats(header);
  const keepsTotals = Object.values(columns).some((column) => column.keepsTotals === true);
  const lastOfHeader = sheet.rows.head[header.index]?.line ?? 0;
  const placeOf = (row: Pick<SheetRow, 'line'>, key?: keyof C): Place =>
    sheet.place({ line: row.line, cells: [] }, key === undefined ? undefined : header.columns.get(key));
  const readRow = (row: SheetRow, by: RowReader<C>): TableRow<C> => ({
    place: sheet.place(row),
    values: by.parse(row),
    at: (key: keyof C) => sheet.place(row, header.columns.get(key)),
    cleared: by.listCleared(row),
  });
  /** Whether a row holds data; what holds none is told. */
  const holdsData = (row: SheetRow, tell?: (label: string, aside?: Aside) => void): boolean => {
    if (row.line <= lastOfHeader) return false;
    if (repeats(row)) {
      tell?.(row.cells.map((cell) => cell.trim()).join(' '));
      return false;
    }
    const found = findAside(row.cells);
    const isData = keepsTotals && (found?.kind === 'total' || found?.kind === 'subtotal');
    const aside = isData ? undefined : found;
    if (aside !== undefined) tell?.(maskCell(aside.label), aside);
    return aside === undefined;
  };
  const note = (row: SheetRow) => (label: string, aside?: Aside) => {
    setAside.push({ label, row: row.line });
    // Where rows are left out, totals say nothing.
    if ((aside?.kind === 'total' || aside?.kind === 'subtotal') && sheet.isPartial !== true)
      problems.push(...sums.compare(sheet, row, aside));
  };
  let rowCount = 0;
  function* eachRow(): Generator<TableRow<C>> {
    for (const row of sheet.rows) {
      if (!holdsData(row, note(row))) continue;
      if (row.isHidden === true) hiddenRows.push(row.line);
      if (row.cells.length > width) {
        const extra = row.cells.slice(width).filter((cell) => cell.trim() !== '').length;
        const details = { expected: width, found: row.cells.length };
        if (extra > 0) problems.push({ code: 'cells-too-many', place: sheet.place(row), details });
      }
      const read = readRow(row, reader);
      sums.add(read.values);
      rowCount += 1;
      yield read;
    }
  }
  /** Reads rows that were read before; what it notes once more is thrown away. */
  let again: RowReader<C> | undefined;
  const openAgain = (): RowReader<C> =>
    (again ??= new RowReader(sheet, header, columns, { problems: [], asked, isKnown: true }));
  return {
    hasRows: () => {
      for (const row of sheet.rows) if (holdsData(row)) return true;
      return false;
    },
    eachRow,
    *eachAgain(isWanted) {
      for (const row of sheet.rows) if (isWanted(row.line)) yield readRow(row, openAgain());
    },
    readAgain: (line) => {
      const row = sheet.rows.onLine(line);
      return row === undefined ? undefined : readRow(row, openAgain());
    },
    placeOf: (line, column) => placeOf({ line }, column),
    notes: () => ({
      rowCount,
      problems,
      unknownHeaders: header.unknown,
      hiddenHeaders: header.hidden,
      said: header.said,
      tab: sheet.tab,
      titles: sheet.rows.head
        .slice(0, header.above)
        .flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')),
      found: new Set<keyof C>([...header.columns.keys(), ...header.said.constants.keys()]),
      skipped: header.above,
      setAside,
      hiddenRows,
      unseenRows: sheet.unseenRows ?? 0,
      uncheckedTotals: reader.uncheckedTotals + sums.unchecked,
      blanks: reader.blanks,
      written: { header: header.row.cells, cellsOf: makeRowWriter(sheet, header, columns) },
    }),
  };
}

/** Gives the cells of rows as they can be read again: counts and days as they are stored, all else as a person sees it. */
function makeRowWriter<C extends Columns>(
  sheet: Sheet,
  header: Header<C>,
  columns: C,
): (line: number) => readonly string[] {
  const stored = new Set(
    [...header.columns].flatMap(([key, at]) => {
      const column = columns[key];
      return column !== undefined && isStoredReader(column.parse) ? [at] : [];
    }),
  );
  return (line) => {
    const row = sheet.rows.onLine(line);
    return row?.cells.map((cell, at) => (stored.has(at) ? undefined : row.seen?.get(at)) ?? cell) ?? [];
  };
}

/** Makes a test of whether a row is the header once more, as pages of a printed table have it. */
function headerRepeats<C extends Columns>({ row, columns }: Header<C>): (row: SheetRow) => boolean {
  const keys = row.cells.map(headerKey);
  const known = [...columns.values()];
  return ({ cells }) => {
    let isSame = false;
    // The first column that is filled tells nearly every row of data.
    for (const at of known) {
      const cell = cells[at] ?? '';
      if (cell.trim() === '') continue;
      if (headerKey(cell) !== keys[at]) return false;
      isSame = true;
    }
    return isSame;
  };
}
