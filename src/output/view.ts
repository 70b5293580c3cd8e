/** How a cell or line is meant, for colour. */
export type Tone = 'plain' | 'good' | 'warning' | 'bad' | 'dim';

/** A cell: text, or text with a tone; a mark says on a screen what a file leaves to its other columns. */
export type Cell = string | { readonly text: string; readonly tone: Tone; readonly mark?: string };

export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Whether it holds commands: on a screen each stands on a line of its own, so that it is copied whole. */
  readonly isCommand?: boolean;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows of sums, by their place. */
  readonly sums?: readonly number[];
}

/** A bar for each row against bounds that part the bands of a scale. */
export interface BandChart {
  readonly labelTitle: string;
  readonly valueTitle: string;
  /** The bounds, lowest first; a bar goes past one where its value lies in the band above it. */
  readonly bounds: readonly number[];
  readonly rows: readonly {
    readonly label: string;
    /** Null where there is no value: no bar is drawn. */
    readonly value: number | null;
    /** The band the value lies in: 0 below the lowest bound. */
    readonly band: number;
    readonly tone: Tone;
  }[];
  /** What stands for a value that is not there. */
  readonly none: string;
}

/** A chart as a table, for forms of output that draw no bars. */
export function chartTable({ labelTitle, valueTitle, rows, none }: BandChart): Table {
  return {
    columns: [{ title: labelTitle }, { title: valueTitle, align: 'right' }],
    rows: rows.map(({ label, value }) => [label, value === null ? none : String(value)]),
  };
}

/** A part of what a command shows; each form of output writes it in its own way. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: Cell])[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: BandChart }
  | { readonly kind: 'lines'; readonly lines: readonly Cell[] };

/** What a command shows a person. */
export type View = readonly Block[];

export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** The text of a cell with its mark, as a screen shows it. */
export function markedText(cell: Cell): string {
  const mark = typeof cell === 'string' ? undefined : cell.mark;
  return mark === undefined ? cellText(cell) : `${cellText(cell)} ${mark}`;
}
