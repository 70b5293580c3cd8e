import type { Place, Problem } from '../errors.ts';
import { AppError } from '../errors.ts';
import type { Column, Columns, RowValues } from './column.ts';
import type { Header, HeaderTerms } from './header.ts';
import { findHeader, noHeaderTerms } from './header.ts';
import type { AsideKind } from './set-aside.ts';
import { findAside, isBlankWord } from './set-aside.ts';
import type { CellFlaw, Sheet, SheetRow } from './sheet.ts';
import { maskCell, maskStray, maskWhole } from '../domain/masking.ts';
import { isUnseen, textLimits } from '../domain/text-limits.ts';
import { isStoredReader, isTextReader } from './values.ts';

/** A sheet read by its columns. */
export interface ReadTable<C extends Columns> {
  readonly rows: readonly {
    readonly place: Place;
    readonly values: RowValues<C>;
    /** Place of the row's cell in a column. */
    readonly at: (column: keyof C) => Place;
  }[];
  readonly problems: readonly Problem[];
  /** Headers that no column knows; they are left out and said. */
  readonly unknownHeaders: readonly string[];
  /** Headers that a person gave to a column, by this command or for an earlier file of this shape. */
  readonly mapped: ReadonlyMap<string, string>;
  /** The headers in their order, as they are compared: files of one shape have the same. */
  readonly shape: string;
  /** Columns that the file has. */
  readonly found: ReadonlySet<keyof C>;
  /** Rows above the header that were skipped. */
  readonly skipped: number;
  /** Rows that hold no data, left out: totals, which were checked, and notes. */
  readonly setAside: readonly { readonly label: string; readonly row: number }[];
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
  terms: HeaderTerms = noHeaderTerms,
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
  const sums = new RunningSums(header, columns);
  const rows = sheet.rows.slice(header.index + 1).flatMap((row) => {
    const aside = findAside(row.cells);
    if (aside !== undefined) {
      setAside.push({ label: maskCell(aside.label), row: row.line });
      if (aside.kind !== 'note') problems.push(...sums.compare(sheet, row, aside));
      return [];
    }
    const extra = row.cells.slice(width).filter((cell) => cell.trim() !== '').length;
    if (extra > 0) {
      const details = { expected: width, found: row.cells.length };
      problems.push({ code: 'cells-too-many', place: sheet.place(row), details });
    }
    const values = parseRow(sheet, row, header, columns, problems);
    sums.add(values);
    return [
      { place: sheet.place(row), values, at: (key: keyof C) => sheet.place(row, header.columns.get(key)) },
    ];
  });
  if (rows.length === 0) throw new AppError('file-no-rows', { file: sheet.file });
  return {
    rows,
    problems,
    unknownHeaders: header.unknown,
    mapped: header.mapped,
    shape: header.shape,
    found: new Set(header.columns.keys()),
    skipped: header.index,
    setAside,
  };
}

function parseRow<C extends Columns>(
  sheet: Sheet,
  row: SheetRow,
  header: Header<C>,
  columns: C,
  problems: Problem[],
): RowValues<C> {
  const values: Partial<Record<keyof C, unknown>> = {};
  const citizen = [...header.columns].flatMap(([key, at]) =>
    columns[key]?.isPersonal === true ? [(row.cells[at] ?? '').trim()] : [],
  );
  for (const [key, at] of header.columns) {
    const column = columns[key];
    if (column === undefined) continue;
    const place = sheet.place(row, at);
    const title = (header.row.cells[at] ?? '').trim();
    // Counts, days and times are read as they are stored, all else as a person sees it.
    const isStored = isStoredReader(column.parse);
    const text = ((isStored ? undefined : row.seen?.get(at)) ?? row.cells[at] ?? '').trim();
    const flaw = findFlaw(text, row.flaws?.get(at), isStored);
    if (flaw !== undefined) {
      const details = { column: title, value: row.seen?.get(at) ?? text };
      problems.push(shield({ code: flaw, place, details }, column, columns, citizen));
      continue;
    }
    const isEmpty = text === '' || (column.isRequired === true && isUnseen(text));
    if (isEmpty || (!isTextReader(column.parse) && isBlankWord(text))) {
      if (column.isRequired === true)
        problems.push({ code: 'value-missing', place, details: { column: title } });
      continue;
    }
    if (isDestroyed(text)) {
      problems.push(
        shield(
          { code: 'text-destroyed', place, details: { column: title, value: text } },
          column,
          columns,
          citizen,
        ),
      );
      continue;
    }
    if (text.length > textLimits.text) {
      const details = { column: title, length: text.length, limit: textLimits.text };
      problems.push({ code: 'text-too-long', place, details });
      continue;
    }
    const reading = column.parse(text, title, place);
    if (reading.ok) values[key] = reading.value;
    else problems.push(shield(reading.problem, column, columns, citizen));
  }
  return values as RowValues<C>;
}

/** Words that spreadsheets show in place of a value that could not be computed, in any file. */
const errorWord =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|名称\?|引用!)$|^Err:\d{3}$/iu;

/** What keeps a cell from being read: no stored value, an error, a number that is no day, or a day where a text is looked for. */
function findFlaw(
  text: string,
  flaw: CellFlaw | undefined,
  isStored: boolean,
): 'cell-not-computed' | 'cell-error' | 'cell-no-day' | 'cell-day' | undefined {
  if (flaw === 'not-computed') return 'cell-not-computed';
  if (flaw === 'error' || errorWord.test(text)) return 'cell-error';
  if (flaw === 'no-day') return 'cell-no-day';
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

/** Text that lost its characters when it was saved: replacement signs, or question marks where no Chinese is left. */
function isDestroyed(text: string): boolean {
  return text.includes('\uFFFD') || (/\?{3,}/u.test(text) && !/\p{Script=Han}/u.test(text));
}

/** Sums of the columns that are added up, so that total rows can be checked against the rows above them. */
class RunningSums<C extends Columns> {
  readonly #summed: readonly (readonly [key: keyof C, at: number, column: Column<unknown>])[];
  readonly #header: SheetRow;
  readonly #all = new Map<keyof C, number>();
  readonly #sinceSubtotal = new Map<keyof C, number>();

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
    const problems = this.#summed.flatMap(([key, at, { parse: read }]): Problem[] => {
      const text = (row.cells[at] ?? '').trim();
      const column = (this.#header.cells[at] ?? '').trim();
      const place = sheet.place(row, at);
      const flaw = findFlaw(text, row.flaws?.get(at), true);
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
