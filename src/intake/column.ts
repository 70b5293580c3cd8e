import type { DayOrder } from '../domain/time.ts';
import type { Place, Problem } from '../problems.ts';

/** What reading a cell gives: a value, or what is wrong with it. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** How the cells of a file are to be read, where they do not tell by themselves. */
export interface CellTerms {
  /** The order of the parts of days that do not begin with the year. */
  readonly dates?: DayOrder;
}

/** Reads the text of a cell; `column` is the header over it. */
export type Parse<T> = (text: string, column: string, place: Place, terms?: CellTerms) => Reading<T>;

/** A column an import knows: its headers in both languages, and how its cells are read. Empty cells are not read. */
export interface Column<T> {
  readonly headers: readonly string[];
  readonly parse: Parse<T>;
  /** Those of its headers that may also stand over several columns, as a title of them. */
  readonly groups?: readonly string[];
  readonly isRequired?: boolean;
  /** Whether its headers stand in the order in which they are preferred: of several in one file the first is read, and the others are left out. */
  readonly isRanked?: boolean;
  /** Total rows add this column up. */
  readonly isSummed?: boolean;
  /** 无 in it takes away what is on record; an empty cell leaves it. */
  readonly isClearable?: boolean;
  /** It is the sum of the others: where it is not stored, nothing is lost but the check. */
  readonly isTotal?: boolean;
  /** Its file has rows of totals that are data themselves, and not a check of the others. */
  readonly keepsTotals?: boolean;
  /** What stands in it is a citizen's: no message shows it. */
  readonly isPersonal?: boolean;
  /** What stands in it is a number of one of the staff: no message shows it. */
  readonly isPrivate?: boolean;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** Columns of another system's export, which has much under many names: their headers stand in the order in which they are preferred. */
export function rankHeaders<C extends Columns>(columns: C): C {
  return Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, { ...column, isRanked: true }]),
  ) as C;
}

/** The values of a row, by column; empty and absent cells are undefined. */
export type RowValues<C extends Columns> = {
  readonly [Key in keyof C]?: C[Key] extends Column<infer T> ? T : never;
};
