import { maskCell, maskHeaders } from '../domain/masking.ts';
import { reasonHeader } from '../domain/reason-header.ts';
import { likeness } from '../domain/unit-name.ts';
import { AppError } from '../errors.ts';
import type { CellTerms, Column, Columns } from './column.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** A word of a column and what it stands for: `渠道`, `微信公众号`, `online`. */
export interface ValueMapping {
  /** The column by its header in the file, or by its name. */
  readonly header: string;
  readonly value: string;
  /** What is read instead; empty where the word stands for nothing. */
  readonly meaning: string;
}

/** What a person says of a file that it does not tell by itself. */
export interface TableTerms extends CellTerms {
  /** Column by header; an empty one sets the header aside. */
  readonly map: ReadonlyMap<string, string>;
  readonly values: readonly ValueMapping[];
  /** What stands in every row of a column that the file lacks. */
  readonly constants: ReadonlyMap<string, string>;
  /** What was said before of files of one shape. */
  readonly saved: readonly SavedTerms[];
}

/** What was said of files of one shape. */
export interface SavedTerms extends CellTerms {
  /** The headers in their order, each as it is compared. */
  readonly shape: string;
  /** Column by header, as it is compared. */
  readonly map: Readonly<Record<string, string>>;
  readonly values: readonly ValueMapping[];
  readonly constants: Readonly<Record<string, string>>;
}

export const noTableTerms: TableTerms = { map: new Map(), values: [], constants: new Map(), saved: [] };

/** What a person said of a file, now or for an earlier one of its shape; `shape` is its headers in their order, as they are compared. */
export interface SaidOfFile extends CellTerms {
  readonly shape: string;
  /** Headers that were given to a column; an empty column sets them aside. */
  readonly mapped: ReadonlyMap<string, string>;
  readonly values: readonly ValueMapping[];
  /** What stands in every row of columns that the file lacks, by their names. */
  readonly constants: ReadonlyMap<string, string>;
}

/** The header of a sheet: which column each of its cells is. */
export interface Header<C extends Columns> {
  /** Its cells, those of two levels as `upper/lower`. */
  readonly row: SheetRow;
  /** Place of its last row among the rows of the sheet. */
  readonly index: number;
  /** Rows above it. */
  readonly above: number;
  readonly columns: ReadonlyMap<keyof C, number>;
  readonly unknown: readonly string[];
  /** Those of them whose column is hidden. */
  readonly hidden: readonly string[];
  readonly said: SaidOfFile;
}

/** The form in which two writings of one header are equal: NFKC, no spaces or line breaks, lower case. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s_]+/gu, '')
    .toLowerCase();
}

/** A measure in brackets behind a header says nothing of which column it is: 网办（件）, 热线(单位：件). */
const measure = /[(（](?:单位[:：])?(?:件|件次|个|次|条|人次|宗|起|家|份|名)[)）]$/u;

/** How far down a header is looked for: titles and dates may stand above it. */
const headerDepth = 12;

interface Candidate<C extends Columns> extends Header<C> {
  /** A header of a column that another is of too. */
  readonly twice: { readonly header: string; readonly other: string } | undefined;
  /** Two levels that speak of different columns. */
  readonly doubt: string | undefined;
}

/**
 * Finds the header of a sheet: the row near the top that names most columns, or two rows of which the upper one groups
 * the lower. A row of data may hold a word that is also a header; it never names most.
 *
 * Errors: `header-not-found`, `header-twice`, `header-in-doubt`, `commas-full-width`, `map-column-unknown`, `map-header-unknown`.
 */
export function findHeader<C extends Columns>(sheet: Sheet, columns: C, terms: TableTerms): Header<C> {
  const reader = new HeaderReader(sheet, columns, terms);
  let best: Candidate<C> | undefined;
  // One row before two: a title above a header is no level of it.
  const candidates = listCandidates(sheet);
  for (const candidate of candidates.toSorted((a, b) => a.levels - b.levels)) {
    const read = reader.read(candidate);
    // A row of nothing but headers below the best one is its second level, not data.
    const isTwo = candidate.lower !== undefined;
    if (isTwo && !reader.isLevel(candidate)) continue;
    const isSecondLevel = isTwo && best?.index === read.index - 1;
    if (isSecondLevel || read.columns.size > (best?.columns.size ?? -1)) best = read;
  }
  const missing = Object.entries(columns).filter(
    ([key, column]) =>
      column.isRequired === true && best?.columns.has(key) !== true && best?.said.constants.has(key) !== true,
  );
  refuseUnknownHeaders(sheet, terms);
  if (best === undefined || best.columns.size === 0 || missing.length > 0) {
    refuseFullWidthCommas(sheet, reader);
    // What stands where a header is looked for may be a row of citizens.
    const found = maskHeaders(best?.row.cells ?? [], (best?.columns.size ?? 0) > 0);
    const wanted = missing.map(([, column]) => column.headers.slice(0, 2).join(' / '));
    const nearest = missing.map(([key]) => nearestHeader(key, columns, found));
    throw new AppError('header-not-found', { file: sheet.file, wanted, found, nearest });
  }
  refuseConstantsThere(best, terms, sheet.file);
  const { twice, doubt, row } = best;
  if (doubt !== undefined)
    throw new AppError('header-in-doubt', { file: sheet.file, header: doubt, row: row.line });
  if (twice !== undefined) throw new AppError('header-twice', { file: sheet.file, ...twice, row: row.line });
  return best;
}

/** A row that may be a header, or two of which the upper one groups the lower. */
interface HeaderRows {
  readonly row: SheetRow;
  readonly index: number;
  readonly levels: 1 | 2;
  readonly upper?: SheetRow;
  readonly lower?: SheetRow;
}

/** The rows near the top, and every two of them that may be one header of two levels. */
export function listCandidates(sheet: Sheet): HeaderRows[] {
  const top = sheet.rows.head.slice(0, headerDepth);
  return top.flatMap((row, index) => {
    const lower = sheet.rows.head[index + 1];
    const single = { row, index, levels: 1 as const };
    return lower === undefined
      ? [single]
      : [single, { row: joinLevels(row, lower), index: index + 1, levels: 2 as const, upper: row, lower }];
  });
}

/** Parts the levels of a header that stands in two rows. */
const levelSign = '/';

/** Makes one header of two rows: a group reaches as far to the right as the cells beside it are empty. */
function joinLevels(upper: SheetRow, lower: SheetRow): SheetRow {
  let group = '';
  const width = Math.max(upper.cells.length, lower.cells.length);
  const cells = Array.from({ length: width }, (_, at) => {
    const top = (upper.cells[at] ?? '').trim();
    const under = (lower.cells[at] ?? '').trim();
    if (top !== '') group = top;
    if (under === '') return top;
    // A cell merged downwards has its text in the upper row only; some programs repeat it.
    if (group === '' || group === under) return under;
    return `${group}${levelSign}${under}`;
  });
  return { line: lower.line, cells };
}

class HeaderReader<C extends Columns> {
  readonly #keys = new Map<string, keyof C>();
  /** Words that may stand over any columns of counts and say nothing of them. */
  readonly #groups = new Set<string>();
  readonly #sheet: Sheet;
  readonly #columns: C;
  readonly #terms: TableTerms;

  constructor(sheet: Sheet, columns: C, terms: TableTerms) {
    this.#columns = columns;
    this.#sheet = sheet;
    for (const [key, column] of Object.entries<Column<unknown>>(columns)) {
      for (const name of [key, ...column.headers]) this.#keys.set(headerKey(name), key);
      for (const name of column.groups ?? []) this.#groups.add(headerKey(name));
    }
    const allowed = Object.entries<Column<unknown>>(columns).map(
      ([key, { headers }]) => `${key} / ${headers.find((one) => one !== key) ?? key}`,
    );
    for (const name of [...terms.map.values(), ...terms.constants.keys()]) {
      if (name !== '' && !this.#keys.has(headerKey(name)))
        throw new AppError('map-column-unknown', { name, allowed });
    }
    this.#terms = terms;
  }

  read({ row, index, levels, upper }: HeaderRows): Candidate<C> {
    const shape = JSON.stringify(row.cells.map(headerKey).filter((key) => key !== headerKey(reasonHeader)));
    const before = this.#terms.saved.find((one) => one.shape === shape);
    const saved = before?.map;
    const savedFor = (header: string): string | undefined =>
      saved !== undefined && Object.hasOwn(saved, header) ? saved[header] : undefined;
    const said = new Map([...this.#terms.map].map(([header, column]) => [headerKey(header), column]));
    const found = new Map<keyof C, number>();
    const mapped = new Map<string, string>();
    const unknown: string[] = [];
    const hidden: string[] = [];
    let twice: Candidate<C>['twice'];
    let doubt: string | undefined;
    for (const [at, cell] of row.cells.entries()) {
      const own = headerKey(cell);
      if (own === headerKey(reasonHeader)) continue;
      const given = said.get(own) ?? savedFor(own);
      if (given !== undefined) mapped.set(cell.trim(), given);
      if (given === '') continue;
      const meaning = given === undefined ? this.#meaningOf(cell) : { key: this.#keys.get(headerKey(given)) };
      if (meaning === 'doubt') doubt ??= cell.trim();
      else if (meaning?.key === undefined) {
        if (cell.trim() === '') continue;
        unknown.push(maskCell(cell.trim()));
        if (this.#sheet.hiddenColumns?.has(at) === true) hidden.push(maskCell(cell.trim()));
      } else if (this.#columns[meaning.key]?.isRanked === true && found.has(meaning.key)) {
        const other = found.get(meaning.key) ?? 0;
        const isBetter = this.#isBetter(meaning.key, { cell, given }, row.cells[other] ?? '', mapped);
        unknown.push(maskCell((isBetter ? (row.cells[other] ?? '') : cell).trim()));
        if (isBetter) found.set(meaning.key, at);
      } else if (found.has(meaning.key))
        twice ??= { header: cell.trim(), other: (row.cells[found.get(meaning.key) ?? 0] ?? '').trim() };
      else found.set(meaning.key, at);
    }
    if (found.size === 1 && this.#recurs(row, upper, [...found.values()][0] ?? 0)) found.clear();
    const dates = this.#terms.dates ?? before?.dates;
    return {
      row,
      index,
      above: index + 1 - levels,
      columns: found,
      unknown,
      hidden,
      said: {
        shape,
        mapped,
        values: [...this.#terms.values, ...(before?.values ?? [])],
        constants: this.#constants(before, found),
        ...(dates === undefined ? {} : { dates }),
      },
      twice,
      doubt,
    };
  }

  /** Whether one header of a column goes before another: what was said does, then the order of its headers. */
  #isBetter(
    key: keyof C,
    one: { readonly cell: string; readonly given: string | undefined },
    other: string,
    mapped: ReadonlyMap<string, string>,
  ): boolean {
    if (mapped.has(other.trim())) return false;
    if (one.given !== undefined) return true;
    const rankOf = (header: string): number =>
      this.#columns[key]?.headers.findIndex((name) => headerKey(name) === headerKey(header)) ?? -1;
    return rankOf(one.cell) < rankOf(other);
  }

  /** What was said of columns that the file lacks. */
  #constants(before: SavedTerms | undefined, found: ReadonlyMap<keyof C, number>): Map<string, string> {
    const said = new Map([...Object.entries(before?.constants ?? {}), ...this.#terms.constants]);
    return new Map(
      [...said].flatMap(([name, value]) => {
        const key = this.#keys.get(headerKey(name));
        return key === undefined || found.has(key) ? [] : [[String(key), value] as const];
      }),
    );
  }

  /**
   * Whether a row is the lower level of a header: cells of the upper one are merged down into it; or every filled cell of it is a header by
   * itself or was given to a column, and there are two at least (a single word that is also a header may be data); or it holds nothing under
   * the columns that the upper one names, and words under what groups them.
   */
  isLevel({ row: joined, upper, lower }: HeaderRows): boolean {
    if (upper === undefined || lower === undefined) return false;
    const { cells } = lower;
    const named = upper.cells.filter((cell) => this.knows(cell)).length;
    if (named > 0 && (this.#sheet.reach?.get(upper.line) ?? 0) >= lower.line) return true;
    const isGiven = (cell: string): boolean =>
      [...this.#terms.map.keys()].some((header) => headerKey(header) === headerKey(cell));
    const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell, at }]));
    if (filled.length < 2) return false;
    const isTop = (at: number): boolean => (upper.cells[at] ?? '').trim() !== '';
    const isGrouped =
      named > 0 &&
      filled.some(({ at }) => !isTop(at)) &&
      filled.every(
        ({ cell, at }) => !/^[\d.,%]+$/u.test(cell.trim()) && !this.knows(upper.cells[at] ?? ''),
      ) &&
      upper.cells.every((cell, at) => !this.knows(cell) || (cells[at] ?? '').trim() === '');
    return (
      isGrouped ||
      filled.every(({ cell, at }) => this.knows(cell) || isGiven(cell) || isGiven(joined.cells[at] ?? ''))
    );
  }

  knows(cell: string): boolean {
    return this.#keyOf(cell) !== undefined;
  }

  /** The column of a header by itself, whatever it is measured in. */
  #keyOf(cell: string): keyof C | undefined {
    return this.#keys.get(headerKey(cell)) ?? this.#keys.get(headerKey(cell.trim().replace(measure, '')));
  }

  /** What a header means: by itself, as its two levels together, or by the one of them that is known. */
  #meaningOf(cell: string): { readonly key: keyof C | undefined } | 'doubt' | undefined {
    const whole = this.#keyOf(cell) ?? this.#keyOf(cell.replace(levelSign, ''));
    if (whole !== undefined) return { key: whole };
    const at = cell.indexOf(levelSign);
    if (at < 0) return undefined;
    const [upper, lower] = [cell.slice(0, at), cell.slice(at + 1)].map((level) => this.#keyOf(level));
    const isGroup = upper === undefined || this.#groups.has(headerKey(cell.slice(0, at)));
    if (!isGroup && upper !== lower) return 'doubt';
    return lower === undefined ? undefined : { key: lower };
  }

  /** Whether the cell stands again further down its column, as a word of the data does and a header does not. */
  #recurs(row: SheetRow, upper: SheetRow | undefined, at: number): boolean {
    const word = row.cells[at];
    const own = new Set([row.line, upper?.line]);
    return this.#sheet.rows.head.slice(0, 50).some(({ line, cells }) => !own.has(line) && cells[at] === word);
  }
}

/** The header of a file that comes nearest to a column, for a person to say so: `{ header: 责任部门, column: name }`. */
export function nearestHeader(
  key: string,
  columns: Columns,
  found: readonly string[],
): { readonly header: string; readonly column: string } {
  const names = (columns[key]?.headers ?? []).map(headerKey);
  const ranked = found
    .map((header) => ({
      header,
      likeness: Math.max(0, ...names.map((name) => likeness(headerKey(header), name))),
    }))
    .sort((a, b) => b.likeness - a.likeness);
  return { header: ranked[0]?.header ?? '', column: key };
}

/** What stands in every row is said of columns that the file lacks. Errors: `set-column-there`. */
function refuseConstantsThere<C extends Columns>(
  { columns, row }: Header<C>,
  { constants }: TableTerms,
  file: string,
): void {
  for (const [key, at] of columns) {
    const said = [...constants.keys()].find((name) => headerKey(name) === headerKey(String(key)));
    if (said !== undefined)
      throw new AppError('set-column-there', { file, column: said, header: (row.cells[at] ?? '').trim() });
  }
}

/** A header that was said to be a column must be in the file. */
function refuseUnknownHeaders(sheet: Sheet, { map }: TableTerms): void {
  const there = new Set(listCandidates(sheet).flatMap(({ row }) => row.cells.map(headerKey)));
  for (const header of map.keys()) {
    if (there.has(headerKey(header))) continue;
    const row = sheet.rows.head.find(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
    const found = maskHeaders(row?.cells ?? []);
    throw new AppError('map-header-unknown', { file: sheet.file, header, found });
  }
}

/** Columns parted by full-width commas are pointed out, not split: such a comma also stands inside Chinese text. */
function refuseFullWidthCommas(sheet: Sheet, reader: { readonly knows: (cell: string) => boolean }): void {
  for (const row of sheet.rows.head.slice(0, headerDepth)) {
    const known = row.cells.flatMap((cell) => cell.split('，')).filter((cell) => reader.knows(cell.trim()));
    if (known.length >= 2 && row.cells.some((cell) => cell.includes('，')))
      throw new AppError('commas-full-width', { file: sheet.file, row: row.line });
  }
}
