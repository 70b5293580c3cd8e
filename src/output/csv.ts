import { guardFormula } from '../domain/formula-guard.ts';
import type { Table, View } from './view.ts';
import { cellText, chartTable } from './view.ts';

/** The tables of a view; a chart counts as one of its figures. */
export function viewTables(view: View): Table[] {
  return view.flatMap((block) => {
    if (block.kind === 'chart') return [chartTable(block.chart)];
    return block.kind === 'table' ? [block.table] : [];
  });
}

/**
 * The cells of a view as rows: its tables with their headers; titles and notes beside a table are left out. A view without
 * tables gives its title and facts.
 */
export function viewRows(view: View): string[][] {
  const tables = viewTables(view);
  if (tables.length > 0) {
    return tables.flatMap((table, index) => [
      ...(index === 0 ? [] : [[]]),
      table.columns.map((column) => column.title),
      ...table.rows.map((row) => row.map(cellText)),
    ]);
  }
  return view.flatMap((block) => {
    if (block.kind === 'title') return [[block.text]];
    if (block.kind === 'facts') return block.rows.map(([label, value]) => [label, cellText(value)]);
    return block.kind === 'lines' ? block.lines.map((line) => [cellText(line)]) : [];
  });
}

/** Writes a view as CSV for Excel: UTF-8 with BOM, CRLF; cells that would run as formulas are guarded. */
export function writeCsv(view: View): string {
  return writeCsvRows(viewRows(view));
}

/** Writes rows of cells as CSV for Excel. */
export function writeCsvRows(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')}`;
}

/** Rows that are piled up into one piece of a file. */
const pieceRows = 1000;

/** Writes columns and any values below them as CSV, piece by piece; bytes are written as hexadecimal digits, nothing as nothing. */
export async function* writeCsvPieces(
  columns: readonly string[],
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): AsyncGenerator<string> {
  let piece: string[] = [`\uFEFF${columns.map(quote).join(',')}\r\n`];
  for await (const row of rows) {
    piece.push(`${row.map((value) => quote(valueText(value))).join(',')}\r\n`);
    if (piece.length < pieceRows) continue;
    yield piece.join('');
    piece = [];
  }
  yield piece.join('');
}

function valueText(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
    ? String(value)
    : '';
}

function quote(cell: string): string {
  const text = guardFormula(cell);
  return /[",\r\n]/u.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
