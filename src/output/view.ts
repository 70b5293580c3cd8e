/** How a cell or line is meant, for colour. */
export type Tone = 'plain' | 'good' | 'warning' | 'bad' | 'dim';

/** A cell: text, or text with a tone. */
export type Cell = string | { readonly text: string; readonly tone: Tone };

export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A part of what a command shows; each form of output writes it in its own way. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: Cell])[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'lines'; readonly lines: readonly Cell[] };

/** What a command shows a person. */
export type View = readonly Block[];

export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
