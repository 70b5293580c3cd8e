import type { ChalkInstance } from 'chalk';
import CliTable from 'cli-table3';
import type { Cell, Table, Tone, View } from './view.ts';
import { cellText } from './view.ts';
import { showHidden } from './visible.ts';
import { displayWidth, wrapText } from './wrap.ts';

/** What a terminal can show. */
export interface Screen {
  readonly width: number;
  readonly chalk: ChalkInstance;
  /** False where lines must be drawn with plain signs. */
  readonly isUtf8: boolean;
}

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

const tones: Readonly<Record<Tone, (chalk: ChalkInstance, text: string) => string>> = {
  plain: (_chalk, text) => text,
  good: (chalk, text) => chalk.green(text),
  warning: (chalk, text) => chalk.yellow(text),
  bad: (chalk, text) => chalk.red(text),
  dim: (chalk, text) => chalk.dim(text),
};

function paint(text: string, cell: Cell, { chalk }: Screen): string {
  return typeof cell === 'string' || text === '' ? text : tones[cell.tone](chalk, text);
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
  const titles = table.columns.map((column) => column.title);
  const texts = table.rows.map((row) => row.map((cell) => showHidden(cellText(cell))));
  const widths = fitColumns([titles, ...texts], screen.width);
  const line = screen.isUtf8 ? '─' : '-';
  const none = ' ';
  const writer = new CliTable({
    head: titles.map((title, at) => wrapText(title, widths[at] ?? 0).join('\n')),
    colAligns: table.columns.map((column) => column.align ?? 'left'),
    colWidths: widths.map((width) => width + gap),
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap, compact: true },
  });
  for (const [index, row] of texts.entries()) {
    writer.push(
      row.map((text, at) => {
        const cell = table.rows[index]?.[at] ?? '';
        const lines = wrapText(text, widths[at] ?? 0).map((part) => paint(part, cell, screen));
        return lines.join('\n');
      }),
    );
  }
  const [head = '', ...body] = splitHead(writer.toString(), titles, widths);
  const rule = widths.map((width) => line.repeat(width)).join(none.repeat(gap));
  return [screen.chalk.bold(head), screen.chalk.dim(rule), ...body].join('\n');
}

/** Parts the header, which may take several lines, from the body; trailing spaces go. */
function splitHead(text: string, titles: readonly string[], widths: readonly number[]): string[] {
  const lines = text.split('\n').map((one) => one.trimEnd());
  const headLines = Math.max(...titles.map((title, at) => wrapText(title, widths[at] ?? 0).length));
  return [lines.slice(0, headLines).join('\n'), ...lines.slice(headLines)];
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
