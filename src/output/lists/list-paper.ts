import type { Day } from '../../domain/time.ts';
import { viewTables } from '../csv.ts';
import { countLines, fitColumns } from '../papers/fit-columns.ts';
import type { View } from '../view.ts';
import { cellText } from '../view.ts';

/** A list as a paper that can be handed in: its title, what it is of, a table with its sums, what is to be known of it. */
export interface ListPaper {
  /** Name of the tab of its workbook. */
  readonly tab: string;
  readonly title: string;
  /** Marks in the head of every page: 草稿. */
  readonly marks: readonly string[];
  /** Below the title: year, run, document number. */
  readonly head: readonly string[];
  /** Paragraphs before the table. */
  readonly lead: readonly string[];
  readonly columns: readonly {
    readonly title: string;
    readonly isNumber: boolean;
    /** In widths of figures, of which a page has `room`. */
    readonly width: number;
  }[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly isSum: boolean }[];
  readonly foot: readonly string[];
  /** Who signs it and when, where it is signed. */
  readonly signature: readonly string[];
  readonly isUpright: boolean;
  readonly day: Day;
}

/** What a list paper is made of beside its view. */
export interface ListFacts {
  readonly tab: string;
  readonly title: string;
  readonly marks?: readonly string[];
  readonly head?: readonly string[];
  readonly lead?: readonly string[];
  readonly foot?: readonly string[];
  readonly signature?: readonly string[];
  /** Whether it lies, whatever its table needs: for a chart. */
  readonly isAcross?: boolean;
  readonly day: Day;
}

/** Widths of figures of 10.5 pt beside each other on a page that stands, and on one that lies. */
const rooms = { upright: 84, across: 121 } as const;
export const listSize = 21;

/** Makes a list paper of a view that is written in Chinese: its table, and its lines as notes below the title. */
export function makeListPaper(view: View, facts: ListFacts): ListPaper {
  const [table] = viewTables(view);
  const notes = view.flatMap((block) => (block.kind === 'lines' ? block.lines.map(cellText) : []));
  const columns = table?.columns ?? [];
  const cells = (table?.rows ?? []).map((row) => row.map(cellText));
  const titles = columns.map(({ title }) => title);
  const natural = fitColumns(titles, cells, rooms.across);
  const isUpright = facts.isAcross !== true && needsLess(titles, cells);
  const widths = isUpright ? fitColumns(titles, cells, rooms.upright) : natural;
  const sums = new Set(table?.sums ?? []);
  return {
    tab: facts.tab,
    title: facts.title,
    marks: facts.marks ?? [],
    head: [...(facts.head ?? []), ...notes],
    lead: facts.lead ?? [],
    columns: columns.map(({ title, align }, at) => ({
      title,
      isNumber: align === 'right',
      width: widths[at] ?? 0,
    })),
    rows: cells.map((row, at) => ({ cells: row, isSum: sums.has(at) })),
    foot: facts.foot ?? [],
    signature: facts.signature ?? [],
    isUpright,
    day: facts.day,
  };
}

/** Lines a row of a page that stands may have on the average. */
const mostLines = 2;

/** Whether a table is readable on a page that stands. */
function needsLess(titles: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const widths = fitColumns(titles, rows, rooms.upright);
  const lines = rows.reduce(
    (sum, row) => sum + Math.max(1, ...row.map((cell, at) => countLines(cell, widths[at] ?? 0))),
    0,
  );
  return titles.length <= 8 && lines <= mostLines * rows.length;
}
