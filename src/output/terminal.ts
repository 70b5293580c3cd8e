import CliTable from 'cli-table3';
import { writeBandChart } from './charts/band-chart.ts';
import type { Screen } from './screen.ts';
import { paint } from './screen.ts';
import type { Cell, Table, View } from './view.ts';
import { cellText, markedText } from './view.ts';
import { showHidden } from './visible.ts';
import { displayWidth, unbrokenPieces, wrapText } from './wrap.ts';

/** Writes a view as text for a terminal: tables aligned by display width and wrapped to the screen. */
export function writeTerminal(view: View, screen: Screen): string {
  const parts = view.map((block) => {
    switch (block.kind) {
      case 'title':
        return wrapText(showHidden(block.text), screen.width)
          .map((line) => screen.chalk.bold(line))
          .join('\n');
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
  return factLines(rows, screen).join('\n');
}

/** Lines of facts: labels beside their values, or above them where a label takes half the screen. */
function factLines(rows: readonly (readonly [string, Cell])[], screen: Screen): string[] {
  const labels = rows.map(([label]) => showHidden(label));
  const widest = Math.max(0, ...labels.map(displayWidth));
  const isBeside = widest + 2 <= Math.floor(screen.width / 2);
  const room = isBeside ? screen.width - widest - 2 : screen.width - 2;
  return rows.flatMap(([, value], row) => {
    const label = labels[row] ?? '';
    const parts = wrapText(showHidden(markedText(value)), room).map((part) => paint(part, value, screen));
    if (!isBeside)
      return [
        ...wrapText(label, screen.width).map((part) => screen.chalk.dim(part)),
        ...parts.map((part) => `  ${part}`.trimEnd()),
      ];
    return parts.map((part, index) => {
      const head =
        index === 0 ? screen.chalk.dim(label) + ' '.repeat(widest - displayWidth(label)) : ' '.repeat(widest);
      return `${head}  ${part}`.trimEnd();
    });
  });
}

/** Columns between two columns of a table. */
const gap = 2;

/** Lines in one table of `cli-table3`, about a screenful: its time for a table grows with the square of the rows. */
const linesAtOnce = 50;

function writeTable(table: Table, screen: Screen): string {
  const { chalk } = screen;
  const commandAt = table.columns.findIndex(({ isCommand }) => isCommand === true);
  const columns = table.columns.filter((_, at) => at !== commandAt);
  const rows = table.rows.map((row) => row.filter((_, at) => at !== commandAt));
  const commands = table.rows.map((row) => showHidden(cellText(row[commandAt] ?? '')));
  const titles = columns.map((column) => column.title);
  const texts = rows.map((row) => row.map((cell) => showHidden(markedText(cell))));
  const widths = fitColumns([titles, ...texts], screen.width);
  if (widths === undefined) return writeBlocks({ titles, rows, commands }, screen);
  const aligns = columns.map((column) => column.align ?? 'left');
  // A line each: of a cell with many, the library looks at all of them for every one.
  const wrapRow = (row: readonly string[], dress: (part: string, at: number) => string): string[][] => {
    const cells = widths.map((width, at) => wrapText(row[at] ?? '', width).map((part) => dress(part, at)));
    const height = Math.max(1, ...cells.map((parts) => parts.length));
    return Array.from({ length: height }, (_, line) => cells.map((parts) => parts[line] ?? ''));
  };
  const draw = (lines: readonly string[][], rule = ''): string[] => drawRows(lines, { widths, aligns, rule });
  const head = draw(
    wrapRow(titles, (part) => chalk.bold(part)),
    screen.isUtf8 ? '─' : '-',
  );
  const drawn = [...head.slice(0, -1), chalk.dim(head.at(-1) ?? '')];
  const wrapped = texts.map((row, index) =>
    wrapRow(row, (part, at) => paint(part, rows[index]?.[at] ?? '', screen)),
  );
  const lines = wrapped.flat();
  const written: string[] = [];
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    for (const line of draw(lines.slice(from, from + linesAtOnce))) written.push(line);
  }
  let from = 0;
  for (const [at, row] of wrapped.entries()) {
    for (const line of written.slice(from, from + row.length)) drawn.push(line);
    from += row.length;
    if ((commands[at] ?? '') !== '') drawn.push(`${commandIndent}${commands[at] ?? ''}`);
  }
  return drawn.join('\n');
}

/** What stands before a command under its row. */
const commandIndent = '  ';

/** Writes rows below each other, a line for each column, where the screen is too narrow for them to stand beside each other. */
function writeBlocks(
  table: {
    readonly titles: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
    readonly commands: readonly string[];
  },
  screen: Screen,
): string {
  const blocks = table.rows.map((row, index) => {
    const facts = table.titles.flatMap((title, at): (readonly [string, Cell])[] => {
      const cell = row[at] ?? '';
      return markedText(cell) === '' ? [] : [[title, cell]];
    });
    const command = table.commands[index] ?? '';
    return [...factLines(facts, screen), ...(command === '' ? [] : [`${commandIndent}${command}`])].join(
      '\n',
    );
  });
  return blocks.join('\n\n');
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

/** A column of long texts is this wide at least, whatever the screen. */
const widestLeast = 24;
/** Lines a text of a table is to be wrapped into at most, as long as its column is not that wide. */
const tallest = 8;
/** A Latin word up to this length is not broken. */
const longestWord = 16;

/** The narrowest a column may be: nothing in it that stays whole is broken, no long text becomes a tall and thin one. */
function leastWidth(texts: readonly string[], natural: number): number {
  let whole = 0;
  for (const text of texts) {
    for (const piece of unbrokenPieces(text)) whole = Math.max(whole, displayWidth(piece));
    for (const [word] of text.matchAll(/[A-Za-z]+/gu))
      whole = Math.max(whole, Math.min(word.length, longestWord));
  }
  const comfortable = Math.max(8, Math.min(widestLeast, Math.ceil(natural / tallest)));
  return Math.min(natural, Math.max(comfortable, whole));
}

/**
 * Widths of the columns: as wide as their content while it fits the screen; else the widest give way first, none below what
 * stays whole in it. Undefined where they cannot stand beside each other.
 */
function fitColumns(rows: readonly (readonly string[])[], screenWidth: number): number[] | undefined {
  const natural: number[] = [];
  for (const row of rows)
    for (const [at, text] of row.entries())
      natural[at] = Math.max(1, natural[at] ?? 1, ...text.split('\n').map(displayWidth));
  const count = natural.length;
  const room = screenWidth - gap * (count - 1);
  const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
  if (sum(natural) <= room) return natural;
  const least = natural.map((width, at) => leastWidth(rows.map((row) => row[at] ?? ''), width)); // prettier-ignore
  if (sum(least) > room) return undefined;
  const widths = [...natural];
  while (sum(widths) > room) {
    // The widest that can still give way, down to the next widest or to the least it may be.
    const open = widths.map((width, at) => (width > (least[at] ?? 0) ? width : 0));
    const widest = Math.max(...open);
    const sharing = open.filter((width) => width === widest).length;
    const second = Math.max(0, ...open.filter((width) => width < widest));
    const cut = Math.min(
      Math.max(1, widest - second),
      Math.max(1, Math.ceil((sum(widths) - room) / sharing)),
    );
    for (const [at, width] of open.entries()) {
      if (width === widest) widths[at] = Math.max(least[at] ?? 0, widest - cut);
    }
  }
  return widths;
}
