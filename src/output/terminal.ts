import { writeBandChart } from './band-chart.ts';
import type { Screen } from './screen.ts';
import { paint } from './screen.ts';
import type { Cell, Table, View } from './view.ts';
import { cellText, markedText } from './view.ts';
import { showHidden } from './visible.ts';
import { displayWidth, wrapText } from './wrap.ts';

/** Writes a view as text for a terminal: tables aligned by display width and wrapped to the screen. */
export function writeTerminal(view: View, screen: Screen): string {
  const parts = view.map((block) => {
    switch (block.kind) {
      case 'title':
        return screen.chalk.bold(showHidden(block.text));
      case 'facts':
        return writeFacts(block.rows, screen);
      case 'table':
        return writeTable(block.table, screen);
      case 'chart':
        return writeBandChart(block.chart, screen);
      case 'lines':
        return block.lines
          .flatMap((line) =>
            wrapText(showHidden(cellText(line)), screen.width).map((part) => paint(part, line, screen)),
          )
          .join('\n');
    }
  });
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function writeFacts(rows: readonly (readonly [string, Cell])[], screen: Screen): string {
  const widest = Math.max(0, ...rows.map(([label]) => displayWidth(label)));
  const room = Math.max(screen.width - widest - 2, 20);
  return rows
    .flatMap(([label, value]) =>
      wrapText(showHidden(cellText(value)), room).map((part, index) => {
        const head =
          index === 0
            ? screen.chalk.dim(label) + ' '.repeat(widest - displayWidth(label))
            : ' '.repeat(widest);
        return `${head}  ${paint(part, value, screen)}`.trimEnd();
      }),
    )
    .join('\n');
}

/** Columns between two columns of a table. */
const gap = 2;

function writeTable(table: Table, screen: Screen): string {
  const { chalk } = screen;
  const titles = table.columns.map((column) => column.title);
  const texts = table.rows.map((row) => row.map((cell) => showHidden(markedText(cell))));
  const widths = fitColumns([titles, ...texts], screen.width);
  const aligns = table.columns.map((column) => column.align ?? 'left');
  const draw = (row: readonly string[], dress: (part: string, at: number) => string): string[] =>
    drawRow(row, widths, aligns, dress);
  const line = screen.isUtf8 ? '─' : '-';
  return [
    ...draw(titles, (part) => chalk.bold(part)),
    chalk.dim(widths.map((width) => line.repeat(width)).join(' '.repeat(gap))),
    ...texts.flatMap((row, index) =>
      draw(row, (part, at) => paint(part, table.rows[index]?.[at] ?? '', screen)),
    ),
  ].join('\n');
}

/** Draws one row: its cells wrapped to their columns, side by side, as many lines as the tallest has. */
function drawRow(
  row: readonly string[],
  widths: readonly number[],
  aligns: readonly ('left' | 'right')[],
  dress: (part: string, at: number) => string,
): string[] {
  const cells = row.map((text, at) => wrapText(text, widths[at] ?? 0));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    cells
      .map((lines, at) => {
        const part = lines[index] ?? '';
        const space = ' '.repeat(Math.max((widths[at] ?? 0) - displayWidth(part), 0));
        return aligns[at] === 'right' ? space + dress(part, at) : dress(part, at) + space;
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

/**
 * Widths of the columns: as wide as their content while it fits the screen; else the widest give way first,
 * none below the width of a few characters.
 */
function fitColumns(rows: readonly (readonly string[])[], screenWidth: number): number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, at) =>
    Math.max(1, ...rows.flatMap((row) => (row[at] ?? '').split('\n').map(displayWidth))),
  );
  const room = Math.max(screenWidth - gap * (count - 1), count * 4);
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, width) => sum + width, 0);
  while (total() > room) {
    const widest = Math.max(...widths);
    if (widest <= 8) break;
    const second = Math.max(8, ...widths.filter((width) => width < widest));
    const sharing = widths.filter((width) => width === widest).length;
    const cut = Math.min(widest - second, Math.ceil((total() - room) / sharing)) || 1;
    for (const [at, width] of widths.entries()) if (width === widest) widths[at] = widest - cut;
  }
  return widths;
}
