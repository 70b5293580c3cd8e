import type { Table, View } from '../view.ts';
import { cellText } from '../view.ts';

/** A matrix whose cells are coloured by how much is in them. */
export interface HeatMap {
  readonly labels: readonly string[];
  /** What is between two of them, row by row; nought where there is nothing. */
  readonly cells: readonly (readonly number[])[];
}

/** A part of a report: a table, and a matrix in its place where a form can colour one. */
export interface ReportSection {
  /** Also the name of its tab. */
  readonly title: string;
  readonly table: Table;
  readonly notes?: readonly string[];
  /** What is to be known where the form shows the table, and not the whole matrix. */
  readonly screenNotes?: readonly string[];
  readonly heat?: HeatMap;
  /** Whether a screen shows no more than its beginning. */
  readonly screenRows?: number;
}

/** A report as every form of output writes it: what it is of, its parts, and what its figures mean. */
export interface Report {
  readonly title: string;
  /** Period, scope, moment of counting. */
  readonly head: readonly string[];
  readonly sections: readonly ReportSection[];
  /** Name and definition of every column. */
  readonly definitions: readonly (readonly [name: string, meaning: string])[];
  readonly definitionsTitle: string;
}

/** A report as a view: what a screen shows, and other forms read. */
export function reportView(
  { title, head, sections, definitions, definitionsTitle }: Report,
  terms: { readonly cut?: (shown: number, all: number) => string; readonly hasDefinitions: boolean },
): View {
  const { cut } = terms;
  return [
    { kind: 'title', text: title },
    { kind: 'lines', lines: [...head] },
    ...sections.flatMap(
      ({ title: name, table, notes = [], screenNotes = [], screenRows = Infinity }): View => {
        const isCut = cut !== undefined && table.rows.length > screenRows;
        const shown = isCut ? { ...table, rows: table.rows.slice(0, screenRows) } : table;
        const more = [...screenNotes, ...(isCut ? [cut(screenRows, table.rows.length)] : [])];
        return [
          { kind: 'lines', lines: [name] },
          { kind: 'table', table: shown },
          ...(notes.length + more.length === 0
            ? []
            : [{ kind: 'lines' as const, lines: [...notes, ...more] }]),
        ];
      },
    ),
    ...(terms.hasDefinitions
      ? [
          { kind: 'lines' as const, lines: [definitionsTitle] },
          { kind: 'lines' as const, lines: definitions.map(([name, meaning]) => `${name}: ${meaning}`) },
        ]
      : []),
  ];
}

/** A report as rows of a text file: the title of each part above its table. */
export function reportRows({ title, head, sections }: Report): string[][] {
  return [
    ...[title, ...head].map((line) => [line]),
    ...sections.flatMap(({ title: name, table }) => [
      [],
      [name],
      table.columns.map((column) => column.title),
      ...table.rows.map((row) => row.map(cellText)),
    ]),
  ];
}

/** In which of six steps a cell of a matrix stands, by the greatest of them: 0 for nothing, 5 for the most. */
export function heatOf(value: number, most: number): number {
  return value === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((value * 5) / most));
}

/** Colours of the steps, from nothing to most. */
export const heatColors = ['#ffffff', '#fde9d9', '#fbc9a6', '#f6a06b', '#e8743b', '#c94a1a'] as const;
