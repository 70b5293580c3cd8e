import type { Table, View } from '../view.ts';
import { cellText } from '../view.ts';

/** What stands around a report: when it was counted, the head of the log, today. */
export interface Setting {
  readonly countedAt: string;
  readonly head: string;
  readonly today: string;
}

/** A matrix whose cells are coloured by how much is in them. */
export interface HeatMap {
  readonly labels: readonly string[];
  /** What is between two of them, row by row; nought where there is nothing. */
  readonly cells: readonly (readonly number[])[];
}

/** A chart of a part of a report: bars from top to bottom, or lines from left to right. */
export interface ReportChart {
  readonly kind: 'bars' | 'lines';
  readonly name: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
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
  /** Stands above the table where a form can draw one. */
  readonly chart?: ReportChart;
  /** How long a bar stands beside each row on a screen. */
  readonly bars?: readonly number[];
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
      ({ title: name, table: whole, notes = [], screenNotes = [], screenRows = Infinity, bars }): View => {
        const table = cut === undefined || bars === undefined ? whole : addBars(whole, bars);
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
    ...(terms.hasDefinitions ? definitionView({ definitions, definitionsTitle }) : []),
  ];
}

/** What the figures of a report mean, as a screen shows it. */
export function definitionView({
  definitions,
  definitionsTitle,
}: Pick<Report, 'definitions' | 'definitionsTitle'>): View {
  return [
    { kind: 'lines', lines: [definitionsTitle] },
    { kind: 'lines', lines: definitions.map(([name, meaning]) => `${name}: ${meaning}`) },
  ];
}

/** Characters of the longest bar on a screen. */
const barWidth = 12;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A table with a bar at the end of each row, to an eighth of a character. */
function addBars(table: Table, bars: readonly number[]): Table {
  const most = Math.max(1, ...bars);
  const bar = (value: number): string => {
    const length = Math.round((value * barWidth * 8) / most);
    return '█'.repeat(length >> 3) + (eighths[length % 8] ?? '');
  };
  return {
    ...table,
    columns: [...table.columns, { title: '' }],
    rows: table.rows.map((row, at) => [...row, bar(bars[at] ?? 0)]),
  };
}

/** A line of signs, one for each value, the higher the more: how a series went. */
export function sparkLine(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values.map((value) => '▁▂▃▄▅▆▇█'[Math.min(7, Math.floor((value * 8) / (most + 1)))] ?? '').join('');
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
