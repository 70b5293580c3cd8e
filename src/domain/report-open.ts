import type { FigureName } from './figure-names.ts';
import type { ReportFrame } from './grid.ts';
import type { Disclosure } from './suppression.ts';

/** A count as it is published: null where it is not, and nothing of it is left. */
export interface OpenCount {
  readonly count: number | null;
  readonly how: Disclosure;
}

/** What a line of the table is of: a unit, the transfer desk, units of few appeals together, confidential appeals, all. */
export type OpenLine =
  | { readonly kind: 'unit'; readonly code: string; readonly name: string }
  | { readonly kind: 'desk' | 'joined' | 'confidential' | 'all' };

/** What a column of the table is of: a matter of the upper level (null for none), matters of few appeals together, all. */
export type OpenColumn =
  { readonly kind: 'matter'; readonly name: string | null } | { readonly kind: 'joined' | 'all' };

/** What was received, by unit and matter; a cell is null where nothing can stand. */
export interface OpenTable {
  readonly columns: readonly OpenColumn[];
  readonly rows: readonly { readonly line: OpenLine; readonly cells: readonly (OpenCount | null)[] }[];
}

/** A part of a whole, and in percent of it where both are published. */
export interface OpenPart extends OpenCount {
  readonly name: string;
  readonly rate: string | null;
}

/** The wholes of which parts are published. */
export const openWholes = ['channel', 'kind', 'timeliness', 'solved', 'satisfied'] as const;
export type OpenWholeName = (typeof openWholes)[number];

/** A whole and its parts. */
export interface OpenWhole {
  readonly name: OpenWholeName;
  readonly of: FigureName;
  readonly count: number;
  readonly parts: readonly OpenPart[];
}

/** What may be published of a period. */
export interface OpenReport {
  readonly jurisdiction: string;
  readonly frame: ReportFrame;
  /** Null where there are too few appeals for it. */
  readonly table: OpenTable | null;
  /** Those that are not too few. */
  readonly wholes: readonly OpenWhole[];
}
