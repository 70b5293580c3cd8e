import type { Place, Problem } from '../problems.ts';

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

/**
 * The rows of a sheet in their order. They can be gone through again and again; those of a text are read from its file each time, so that
 * a long one is never held.
 */
export interface SheetRows extends Iterable<SheetRow> {
  /** The first of them, where a header is looked for; all of a short sheet. */
  readonly head: readonly SheetRow[];
  /** Looks a row up that was gone through, by the line it begins on. */
  readonly onLine: (line: number) => SheetRow | undefined;
}

/** So many rows are looked at to find a header. */
export const headRows = 60;

/** Rows that are held in memory: those of workbooks and pages. */
export function holdRows(rows: readonly SheetRow[]): SheetRows {
  let byLine: ReadonlyMap<number, SheetRow> | undefined;
  return {
    head: rows.slice(0, headRows),
    [Symbol.iterator]: () => rows[Symbol.iterator](),
    onLine: (line) => {
      byLine ??= new Map(rows.map((row) => [row.line, row]));
      return byLine.get(line);
    },
  };
}

/** A table of cells as a file holds it, before anything is known of its columns. */
export interface Sheet {
  readonly file: string;
  /** Name of the tab of a workbook. */
  readonly tab?: string;
  /** Whether the tab is hidden: it is read only where it is named. */
  readonly isHidden?: boolean;
  readonly rows: SheetRows;
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
