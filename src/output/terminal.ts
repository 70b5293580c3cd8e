import CliTable from 'cli-table3';
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

/** Lines in one table of `cli-table3`, about a screenful: its time for a table grows with the square of the rows. */
const linesAtOnce = 50;

function writeTable(table: Table, screen: Screen): string {
  const { chalk } = screen;
  const titles = table.columns.map((column) => column.title);
  const texts = table.rows.map((row) => row.map((cell) => showHidden(markedText(cell))));
  const widths = fitColumns([titles, ...texts], screen.width);
  const aligns = table.columns.map((column) => column.align ?? 'left');
  // A line each: of a cell with many, the library looks at all of them for every one.
  const wrapRow = (row: readonly string[], dress: (part: string, at: number) => string): string[][] => {
    const cells = widths.map((width, at) => wrapText(row[at] ?? '', width).map((part) => dress(part, at)));
    const height = Math.max(1, ...cells.map((parts) => parts.length));
    return Array.from({ length: height }, (_, line) => cells.map((parts) => parts[line] ?? ''));
  };
  const draw = (rows: readonly string[][], rule = ''): string[] => drawRows(rows, { widths, aligns, rule });
  const head = draw(
    wrapRow(titles, (part) => chalk.bold(part)),
    screen.isUtf8 ? '─' : '-',
  );
  const drawn = [...head.slice(0, -1), chalk.dim(head.at(-1) ?? '')];
  const lines = texts.flatMap((row, index) =>
    wrapRow(row, (part, at) => paint(part, table.rows[index]?.[at] ?? '', screen)),
  );
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    for (const line of draw(lines.slice(from, from + linesAtOnce))) drawn.push(line);
  }
  return drawn.join('\n');
}

/** Draws rows as a table without borders, under them a rule if one is given; gives its lines, without blanks at their ends. */
function drawRows(
  rows: readonly string[][],
  layout: {
    readonly widths: readonly number[];
    readonly aligns: readonly ('left' | 'right')[];
    readonly rule: string;
  },
): string[] {
  const { widths, aligns, rule } = layout;
  const space = ' '.repeat(gap);
  const drawn = new CliTable({
    colWidths: [...widths],
    colAligns: [...aligns],
    chars: { ...noBorders, middle: space, bottom: rule, 'bottom-mid': rule === '' ? '' : space },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  drawn.push(...rows);
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
};

/**
 * Widths of the columns: as wide as their content while it fits the screen; else the widest give way first,
 * none below the width of a few characters.
 */
function fitColumns(rows: readonly (readonly string[])[], screenWidth: number): number[] {
  const natural: number[] = [];
  for (const row of rows)
    for (const [at, text] of row.entries())
      natural[at] = Math.max(1, natural[at] ?? 1, ...text.split('\n').map(displayWidth));
  const count = natural.length;
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
