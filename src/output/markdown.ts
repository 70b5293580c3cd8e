import type { Table, View } from './view.ts';
import { cellText, chartTable } from './view.ts';
import { showHidden } from './visible.ts';

/** Writes a view as Markdown. */
export function writeMarkdown(view: View): string {
  const parts = view.map((block) => {
    switch (block.kind) {
      case 'title':
        return `## ${escape(block.text)}`;
      case 'facts':
        return block.rows
          .map(([label, value]) => `- **${escape(label)}**: ${escape(cellText(value))}`)
          .join('\n');
      case 'table':
        return writeTable(block.table);
      case 'chart':
        return writeTable(chartTable(block.chart));
      case 'lines':
        return block.lines.map((line) => escape(cellText(line))).join('  \n');
    }
  });
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function writeTable(table: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(table.columns.map((column) => escape(column.title))),
    row(table.columns.map((column) => (column.align === 'right' ? '---:' : '---'))),
    ...table.rows.map((cells) => row(cells.map((cell) => escape(cellText(cell)).replaceAll('\n', '<br>')))),
  ].join('\n');
}

/** Makes every sign of Markdown and HTML in a text stand for itself. */
function escape(text: string): string {
  return showHidden(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|#]/gu, (sign) => `\\${sign}`);
}
