import type { View } from './view.ts';
import { cellText } from './view.ts';

/** Writes the tables of a view as CSV for Excel: UTF-8 with BOM, CRLF; titles and notes beside a table are left out. A view without tables gives its facts as two columns. */
export function writeCsv(view: View): string {
  const tables = view.filter((block) => block.kind === 'table');
  const rows =
    tables.length > 0
      ? tables.flatMap(({ table }, index) => [
          ...(index === 0 ? [] : [[]]),
          table.columns.map((column) => column.title),
          ...table.rows.map((row) => row.map(cellText)),
        ])
      : view.flatMap((block) => {
          if (block.kind === 'title') return [[block.text]];
          if (block.kind === 'facts') return block.rows.map(([label, value]) => [label, cellText(value)]);
          return block.kind === 'lines' ? block.lines.map((line) => [cellText(line)]) : [];
        });
  return `\uFEFF${rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')}`;
}

function quote(text: string): string {
  return /[",\r\n]/u.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
