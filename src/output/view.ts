/** How a cell or line is meant, for colour; `high`, `middle` and `low` are places on a scale, none of them better or worse. */
export type Tone = 'plain' | 'good' | 'warning' | 'bad' | 'dim' | 'high' | 'middle' | 'low';

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

/** Where something stands on a scale that bounds part into bands. */
export interface BandPlace {
  readonly value: number;
  /** The band the value lies in: 0 below the lowest bound. */
  readonly band: number;
}

/** A bar for each row against bounds that part the bands of a scale; or, with a `beforeTitle`, where each row stood and stands. */
export interface BandChart {
  readonly labelTitle: string;
  readonly valueTitle: string;
  readonly beforeTitle?: string;
  /** The bounds, lowest first; a bar goes past one where its value lies in the band above it. */
  readonly bounds: readonly number[];
  /** What the bands are called, lowest first. */
  readonly bands: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** Null where there is no value: no bar is drawn. */
    readonly place: BandPlace | null;
    readonly before?: BandPlace | null;
    readonly tone: Tone;
  }[];
  /** What stands for a value that is not there. */
  readonly none: string;
}

/** A chart as a table, for forms of output that draw no bars. */
export function chartTable({ labelTitle, valueTitle, beforeTitle, rows, none }: BandChart): Table {
  const show = (place: BandPlace | null | undefined): string => (place == null ? none : String(place.value));
  return {
    columns: [
      { title: labelTitle },
      ...(beforeTitle === undefined ? [] : [{ title: beforeTitle, align: 'right' as const }]),
      { title: valueTitle, align: 'right' },
    ],
    rows: rows.map(({ label, place, before }) => [
      label,
      ...(beforeTitle === undefined ? [] : [show(before)]),
      show(place),
    ]),
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

/** The tables of a view alone. */
export function tablesOf(view: View): View {
  return view.filter(({ kind }) => kind === 'table');
}

export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** The text of a cell with its mark, as a screen shows it. */
export function markedText(cell: Cell): string {
  const mark = typeof cell === 'string' ? undefined : cell.mark;
  return mark === undefined ? cellText(cell) : `${cellText(cell)} ${mark}`;
}
