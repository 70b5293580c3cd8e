import type { Place, Problem } from '../problems.ts';
import { AppError } from '../errors.ts';
import type { Column, Columns, Reading, RowValues } from './column.ts';
import type { Header, SaidOfFile, TableTerms } from './header.ts';
import { findHeader, headerKey, noTableTerms } from './header.ts';
import type { AsideKind } from './set-aside.ts';
import { isBlankWord } from '../domain/blank-words.ts';
import { findAside } from './set-aside.ts';
import type { CellFlaw, Sheet, SheetRow } from './sheet.ts';
import { maskCell, maskHeaders, maskStray, maskWhole } from '../domain/masking.ts';
import { isDestroyed } from '../domain/destroyed-text.ts';
import { isUnseen, textLimits } from '../domain/text-limits.ts';
import { isStoredReader } from './values.ts';

/** A sheet read by its columns. */
export interface ReadTable<C extends Columns> {
  readonly rows: readonly {
    readonly place: Place;
    readonly values: RowValues<C>;
    /** Place of the row's cell in a column. */
    readonly at: (column: keyof C) => Place;
    /** Columns in which the row says that there is nothing. */
    readonly cleared: readonly (keyof C)[];
  }[];
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

/**
 * Reads the rows of a sheet by the columns of an import. The header is the row near the top that names most columns;
 * rows above it are titles. All problems are gathered, none ends the reading.
 *
 * Errors: `file-empty`, `file-no-rows`, those of `findHeader`.
 */
export function parseTable<C extends Columns>(
  sheet: Sheet,
  columns: C,
  terms: TableTerms = noTableTerms,
): ReadTable<C> {
  if (sheet.rows.length === 0) throw new AppError('file-empty', { file: sheet.file });
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
  const reader = new RowReader(sheet, header, columns, {
    problems,
    asked: terms.values.map(({ header: name }) => name),
  });
  const rows = sheet.rows.slice(header.index + 1).flatMap((row) => {
    if (repeatsHeader(row, header)) {
      setAside.push({ label: row.cells.map((cell) => cell.trim()).join(' '), row: row.line });
      return [];
    }
    const aside = findAside(row.cells);
    if (aside !== undefined) {
      setAside.push({ label: maskCell(aside.label), row: row.line });
      // Where rows are left out, totals say nothing.
      if ((aside.kind === 'total' || aside.kind === 'subtotal') && sheet.isPartial !== true)
        problems.push(...sums.compare(sheet, row, aside));
      return [];
    }
    if (row.isHidden === true) hiddenRows.push(row.line);
    const extra = row.cells.slice(width).filter((cell) => cell.trim() !== '').length;
    if (extra > 0) {
      const details = { expected: width, found: row.cells.length };
      problems.push({ code: 'cells-too-many', place: sheet.place(row), details });
    }
    const values = reader.parse(row);
    sums.add(values);
    return [
      {
        place: sheet.place(row),
        values,
        at: (key: keyof C) => sheet.place(row, header.columns.get(key)),
        cleared: reader.listCleared(row),
      },
    ];
  });
  if (rows.length === 0) throw new AppError('file-no-rows', { file: sheet.file });
  return {
    rows,
    problems,
    unknownHeaders: header.unknown,
    hiddenHeaders: header.hidden,
    said: header.said,
    tab: sheet.tab,
    titles: sheet.rows
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
  let byLine: ReadonlyMap<number, SheetRow> | undefined;
  return (line) => {
    byLine ??= new Map(sheet.rows.map((row) => [row.line, row]));
    const row = byLine.get(line);
    return row?.cells.map((cell, at) => (stored.has(at) ? undefined : row.seen?.get(at)) ?? cell) ?? [];
  };
}

/** Whether a row is the header once more, as pages of a printed table have it. */
function repeatsHeader<C extends Columns>({ cells }: SheetRow, { row, columns }: Header<C>): boolean {
  const known = [...columns.values()].filter((at) => (cells[at] ?? '').trim() !== '');
  const isSame = (at: number): boolean => headerKey(cells[at] ?? '') === headerKey(row.cells[at] ?? '');
  return (
    known.length > 0 &&
    known.every(isSame) &&
    cells.every((cell, at) => cell.trim() === '' || isSame(at) || !known.includes(at))
  );
}

/** Reads the rows below a header, and gathers what is wrong with them. */
class RowReader<C extends Columns> {
  readonly blanks = new Map<string, number>();
  uncheckedTotals = 0;
  readonly #sheet: Sheet;
  readonly #header: Header<C>;
  readonly #columns: C;
  readonly #problems: Problem[];
  /** What words of a column stand for, by the column and the word as it is compared. */
  readonly #meanings = new Map<string, string>();
  readonly #constants: Partial<Record<keyof C, unknown>> = {};

  /** `asked` are the columns of which something was said by this command, and not for an earlier file. */
  constructor(
    sheet: Sheet,
    header: Header<C>,
    columns: C,
    { problems, asked }: { readonly problems: Problem[]; readonly asked: readonly string[] },
  ) {
    this.#sheet = sheet;
    this.#header = header;
    this.#columns = columns;
    this.#problems = problems;
    for (const { header: name, value, meaning } of header.said.values.toReversed()) {
      const key = this.#findColumn(name);
      if (key === undefined && asked.includes(name))
        throw new AppError('map-header-unknown', {
          file: sheet.file,
          header: name,
          found: maskHeaders(header.row.cells),
        });
      if (key !== undefined) this.#meanings.set(`${key} ${headerKey(value)}`, meaning);
    }
    for (const [key, text] of header.said.constants) {
      const reading = columns[key]?.parse(text, key, sheet.place(header.row), header.said);
      if (reading?.ok === true) this.#constants[key as keyof C] = reading.value;
      else if (reading !== undefined) problems.push(reading.problem);
    }
  }

  /** Columns of what may be taken away in which a row says 无. */
  listCleared({ cells }: SheetRow): (keyof C)[] {
    return [...this.#header.columns].flatMap(([key, at]) =>
      this.#columns[key]?.isClearable === true && (cells[at] ?? '').trim() === '无' ? [key] : [],
    );
  }

  /** The column that a person means by its header in the file, or by its name. */
  #findColumn(name: string): string | undefined {
    const wanted = headerKey(name);
    const { columns, row } = this.#header;
    for (const [key, at] of columns) {
      const names = [row.cells[at] ?? '', String(key), ...(this.#columns[key]?.headers ?? [])];
      if (names.some((one) => headerKey(one) === wanted)) return String(key);
    }
    return undefined;
  }

  parse(row: SheetRow): RowValues<C> {
    const columns = this.#columns;
    const values: Partial<Record<keyof C, unknown>> = { ...this.#constants };
    const citizen = [...this.#header.columns].flatMap(([key, at]) =>
      columns[key]?.isPersonal === true ? [(row.cells[at] ?? '').trim()] : [],
    );
    for (const [key, at] of this.#header.columns) {
      const column = columns[key];
      if (column === undefined) continue;
      const reading = this.#parseCell(row, String(key), at, column);
      if (reading === undefined) continue;
      if (reading.ok) values[key] = reading.value;
      else this.#problems.push(shield(reading.problem, column, columns, citizen));
    }
    return values as RowValues<C>;
  }

  /** Whether another column that is added up holds something in the row. */
  #hasParts({ cells }: SheetRow, key: string): boolean {
    return [...this.#header.columns].some(
      ([other, at]) =>
        String(other) !== key && this.#columns[other]?.isSummed === true && (cells[at] ?? '').trim() !== '',
    );
  }

  /** Reads a cell; undefined for one that holds nothing and may. */
  #parseCell(row: SheetRow, key: string, at: number, column: Column<unknown>): Reading<unknown> | undefined {
    const place = this.#sheet.place(row, at);
    const title = (this.#header.row.cells[at] ?? '').trim();
    // Counts, days and times are read as they are stored, all else as a person sees it.
    const isStored = isStoredReader(column.parse);
    const written = ((isStored ? undefined : row.seen?.get(at)) ?? row.cells[at] ?? '').trim();
    const flaw = findFlaw(written, row.flaws?.get(at), column);
    if (flaw === 'cell-not-computed' && column.isTotal === true && this.#hasParts(row, key)) {
      this.uncheckedTotals += 1;
      return undefined;
    }
    if (flaw !== undefined) {
      const details = { column: title, value: row.seen?.get(at) ?? written };
      return { ok: false, problem: { code: flaw, place, details } };
    }
    const text = this.#meanings.get(`${key} ${headerKey(written)}`) ?? written;
    const isBlank = isBlankWord(text);
    if (isBlank && !(column.isClearable === true && text === '无'))
      this.blanks.set(text, (this.blanks.get(text) ?? 0) + 1);
    if (text === '' || isBlank || (column.isRequired === true && isUnseen(text))) {
      return column.isRequired === true
        ? { ok: false, problem: { code: 'value-missing', place, details: { column: title } } }
        : undefined;
    }
    if (isDestroyed(text)) {
      const details = { column: title, value: text };
      return { ok: false, problem: { code: 'text-destroyed', place, details } };
    }
    if (text.length > textLimits.text) {
      const details = { column: title, length: text.length, limit: textLimits.text };
      return { ok: false, problem: { code: 'text-too-long', place, details } };
    }
    return column.parse(text, title, place, this.#header.said);
  }
}

/** Words that spreadsheets show in place of a value that could not be computed, in any file. */
const errorWord =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|名称\?|引用!)$|^Err:\d{3}$/iu;

/** What keeps a cell from being read: no stored value, an error, a number that is no day, a truth where a number is looked for, or a day where a text is. */
function findFlaw(
  text: string,
  flaw: CellFlaw | undefined,
  { parse, isSummed = false }: Pick<Column<unknown>, 'parse' | 'isSummed'>,
): 'cell-not-computed' | 'cell-error' | 'cell-no-day' | 'cell-truth' | 'cell-day' | 'count-day' | undefined {
  const isStored = isStoredReader(parse);
  if (flaw === 'not-computed') return 'cell-not-computed';
  if (flaw === 'error' || errorWord.test(text)) return 'cell-error';
  if (flaw === 'no-day') return 'cell-no-day';
  if (flaw === 'truth' && isStored) return 'cell-truth';
  if (flaw === 'day' && isSummed) return 'count-day';
  return flaw === 'day' && !isStored ? 'cell-day' : undefined;
}

/**
 * A problem with what it shows of the cell masked: in a row that is shifted a citizen stands in any column. `citizen` is what the personal
 * cells of the row hold.
 */
function shield(
  problem: Problem,
  { isPersonal = false, isPrivate = false }: Column<unknown>,
  columns: Columns,
  citizen: readonly string[],
): Problem {
  if (!('value' in problem.details)) return problem;
  const { value } = problem.details;
  const isOfCitizens = Object.values(columns).some((column) => column.isPersonal === true);
  const isTheirs = citizen.some(
    (cell) => Array.from(cell).length > 1 && (value.includes(cell) || cell.includes(value)),
  );
  const shown =
    isPersonal || isPrivate || isTheirs
      ? maskWhole(value)
      : isOfCitizens
        ? maskStray(value)
        : maskCell(value);
  return { ...problem, details: { ...problem.details, value: shown } } as Problem;
}

/** Sums of the columns that are added up, so that total rows can be checked against the rows above them. */
class RunningSums<C extends Columns> {
  readonly #summed: readonly (readonly [key: keyof C, at: number, column: Column<unknown>])[];
  readonly #header: SheetRow;
  readonly #all = new Map<keyof C, number>();
  readonly #sinceSubtotal = new Map<keyof C, number>();
  /** Cells of totals whose value is not stored. */
  unchecked = 0;

  constructor(header: Header<C>, columns: C) {
    this.#header = header.row;
    this.#summed = [...header.columns].flatMap(([key, at]) => {
      const column = columns[key];
      return column?.isSummed === true ? [[key, at, column] as const] : [];
    });
  }

  add(values: RowValues<C>): void {
    for (const [key] of this.#summed) {
      const value: unknown = values[key];
      if (typeof value !== 'number') continue;
      for (const sums of [this.#all, this.#sinceSubtotal]) sums.set(key, (sums.get(key) ?? 0) + value);
    }
  }

  /** Compares a total row with the rows above it; a subtotal covers those since the last one. */
  compare(
    sheet: Sheet,
    row: SheetRow,
    aside: { readonly kind: AsideKind; readonly label: string },
  ): Problem[] {
    const sums = aside.kind === 'subtotal' ? this.#sinceSubtotal : this.#all;
    const problems = this.#summed.flatMap(([key, at, summed]): Problem[] => {
      const { parse: read } = summed;
      const text = (row.cells[at] ?? '').trim();
      const column = (this.#header.cells[at] ?? '').trim();
      const place = sheet.place(row, at);
      const flaw = findFlaw(text, row.flaws?.get(at), summed);
      if (flaw === 'cell-not-computed') {
        this.unchecked += 1;
        return [];
      }
      if (flaw !== undefined) return [{ code: flaw, place, details: { column, value: text } }];
      if (text === '' || isBlankWord(text)) return [];
      const reading = read(text, column, place);
      if (!reading.ok) return [reading.problem];
      const stated = Number(reading.value);
      const sum = sums.get(key) ?? 0;
      if (stated === sum) return [];
      return [{ code: 'total-row-differs', place, details: { label: aside.label, column, stated, sum } }];
    });
    this.#sinceSubtotal.clear();
    return problems;
  }
}
