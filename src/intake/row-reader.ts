import type { Problem } from '../problems.ts';
import { AppError } from '../errors.ts';
import { isBlankWord } from '../domain/blank-words.ts';
import { isDestroyed } from '../domain/destroyed-text.ts';
import { maskCell, maskHeaders, maskStray, maskWhole } from '../domain/masking.ts';
import { isUnseen, textLimits } from '../domain/text-limits.ts';
import { findFlaw } from './cell-flaws.ts';
import type { Column, Columns, Reading, RowValues } from './column.ts';
import type { Header } from './header.ts';
import { headerKey } from './header.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { isStoredReader } from './values.ts';

const none: readonly never[] = [];

/** A column that a file has. */
interface PresentColumn {
  readonly key: string;
  /** Its place, and the header over it. */
  readonly at: number;
  readonly title: string;
  /** Whether its cells are read as they are stored. */
  readonly isStored: boolean;
  readonly column: Column<unknown>;
}

/** Reads the rows below a header, and gathers what is wrong with them. */
export class RowReader<C extends Columns> {
  readonly blanks = new Map<string, number>();
  uncheckedTotals = 0;
  readonly #sheet: Sheet;
  readonly #header: Header<C>;
  readonly #columns: C;
  readonly #problems: Problem[];
  /** What words of a column stand for, by the column and the word as it is compared. */
  readonly #meanings = new Map<string, string>();
  readonly #constants: Partial<Record<keyof C, unknown>> = {};
  readonly #clearable: readonly (readonly [key: keyof C, at: number])[];
  readonly #present: readonly PresentColumn[];
  readonly #isKnown: boolean;

  /** `asked` are the columns of which something was said by this command, and not for an earlier file; `isKnown` that every row was read before, and whether its texts are sound is known. */
  constructor(
    sheet: Sheet,
    header: Header<C>,
    columns: C,
    {
      problems,
      asked,
      isKnown = false,
    }: { readonly problems: Problem[]; readonly asked: readonly string[]; readonly isKnown?: boolean },
  ) {
    this.#isKnown = isKnown;
    this.#sheet = sheet;
    this.#header = header;
    this.#columns = columns;
    this.#problems = problems;
    this.#clearable = [...header.columns].filter(([key]) => columns[key]?.isClearable === true);
    this.#present = [...header.columns].flatMap(([key, at]) => {
      const column = columns[key];
      if (column === undefined) return [];
      const title = (header.row.cells[at] ?? '').trim();
      return [{ key: String(key), at, title, isStored: isStoredReader(column.parse), column }];
    });
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
  listCleared({ cells }: SheetRow): readonly (keyof C)[] {
    if (this.#clearable.length === 0) return none;
    return this.#clearable.flatMap(([key, at]) => ((cells[at] ?? '').trim() === '无' ? [key] : []));
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
    const values: Partial<Record<keyof C, unknown>> = { ...this.#constants };
    for (const present of this.#present) {
      const reading = this.#parseCell(row, present);
      if (reading === undefined) continue;
      if (reading.ok) values[present.key as keyof C] = reading.value;
      else this.#problems.push(shield(reading.problem, present.column, this.#columns, this.#citizenOf(row)));
    }
    return values as RowValues<C>;
  }

  /** What the personal cells of a row hold. */
  #citizenOf({ cells }: SheetRow): string[] {
    return this.#present.flatMap(({ column, at }) =>
      column.isPersonal === true ? [(cells[at] ?? '').trim()] : [],
    );
  }

  /** What a word of a column stands for, where somebody said so; else the word itself. */
  #meaningOf(key: string, written: string): string {
    if (this.#meanings.size === 0) return written;
    return this.#meanings.get(`${key} ${headerKey(written)}`) ?? written;
  }

  /** Whether another column that is added up holds something in the row. */
  #hasParts({ cells }: SheetRow, key: string): boolean {
    return [...this.#header.columns].some(
      ([other, at]) =>
        String(other) !== key && this.#columns[other]?.isSummed === true && (cells[at] ?? '').trim() !== '',
    );
  }

  /** Reads a cell; undefined for one that holds nothing and may. */
  #parseCell(
    row: SheetRow,
    { key, at, title, isStored, column }: PresentColumn,
  ): Reading<unknown> | undefined {
    // Counts, days and times are read as they are stored, all else as a person sees it.
    const written = ((isStored ? undefined : row.seen?.get(at)) ?? row.cells[at] ?? '').trim();
    const own = row.flaws?.get(at);
    if (written === '' && own === undefined && column.isRequired !== true && this.#meanings.size === 0)
      return undefined;
    const place = this.#sheet.place(row, at);
    const flaw = findFlaw(written, own, column);
    if (flaw === 'cell-not-computed' && column.isTotal === true && this.#hasParts(row, key)) {
      this.uncheckedTotals += 1;
      return undefined;
    }
    if (flaw !== undefined) {
      const details = { column: title, value: row.seen?.get(at) ?? written };
      return { ok: false, problem: { code: flaw, place, details } };
    }
    const text = this.#meaningOf(key, written);
    const isBlank = isBlankWord(text);
    if (isBlank && !(column.isClearable === true && text === '无'))
      this.blanks.set(text, (this.blanks.get(text) ?? 0) + 1);
    if (text === '' || isBlank || (column.isRequired === true && isUnseen(text))) {
      return column.isRequired === true
        ? { ok: false, problem: { code: 'value-missing', place, details: { column: title } } }
        : undefined;
    }
    if (!this.#isKnown && isDestroyed(text)) {
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
