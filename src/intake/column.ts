import type { Place, Problem } from '../errors.ts';

/** What reading a cell gives: a value, or what is wrong with it. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A column an import knows: its headers in both languages, and how its cells are read. Empty cells are not read. */
export interface Column<T> {
  readonly headers: readonly string[];
  readonly parse: (text: string, column: string, place: Place) => Reading<T>;
  /** Those of its headers that may also stand over several columns, as a title of them. */
  readonly groups?: readonly string[];
  readonly isRequired?: boolean;
  /** Total rows add this column up. */
  readonly isSummed?: boolean;
  /** What stands in it is a citizen's: no message shows it. */
  readonly isPersonal?: boolean;
  /** What stands in it is a number of one of the staff: no message shows it. */
  readonly isPrivate?: boolean;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** The values of a row, by column; empty and absent cells are undefined. */
export type RowValues<C extends Columns> = {
  readonly [Key in keyof C]?: C[Key] extends Column<infer T> ? T : never;
};
