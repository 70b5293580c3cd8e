import { displayWidth, takeWidth } from '../../output/wrap.ts';
import type { EditedLine } from './line-editor.ts';
import type { Output } from '../host.ts';

/** What a question shows: lines that fit the width, and where the cursor stands, which is where an input method opens its window. */
export interface Frame {
  readonly lines: readonly string[];
  readonly cursor: { readonly row: number; readonly column: number };
}

const csi = '\u001B[';

/** A part of the terminal that is drawn over in place. */
export class Canvas {
  readonly #output: Output;
  readonly #widthOf: () => number;
  #drawn: Frame | undefined;

  constructor(output: Output, widthOf: () => number) {
    this.#output = output;
    this.#widthOf = widthOf;
  }

  /** Draws a frame where the last one stands. */
  draw(frame: Frame): void {
    const { lines, cursor } = frame;
    const up = lines.length - 1 - cursor.row;
    this.#output.write(
      [
        this.#back(),
        lines.join('\r\n'),
        up > 0 ? `${csi}${String(up)}A` : '',
        '\r',
        cursor.column > 0 ? `${csi}${String(cursor.column)}C` : '',
      ].join(''),
    );
    this.#drawn = frame;
  }

  /** Leaves lines in place of the frame, and the cursor below them. */
  leave(lines: readonly string[]): void {
    this.#output.write(`${this.#back()}${lines.map((line) => `${line}\r\n`).join('')}`);
    this.#drawn = undefined;
  }

  /** To where the frame begins, and all below cleared. A terminal that became narrower has broken its lines. */
  #back(): string {
    if (this.#drawn === undefined) return `\r${csi}J`;
    const { lines, cursor } = this.#drawn;
    const width = Math.max(this.#widthOf(), 1);
    const above = lines
      .slice(0, cursor.row)
      .reduce((rows, line) => rows + Math.max(1, Math.ceil(displayWidth(plain(line)) / width)), 0);
    const up = above + Math.floor(cursor.column / width);
    return `${up > 0 ? `${csi}${String(up)}A` : ''}\r${csi}J`;
  }
}

const painted = /\u001B\[[0-9;]*m/gu; // eslint-disable-line no-control-regex -- colours have no width

function plain(line: string): string {
  return line.replaceAll(painted, '');
}

/** Lays out a line that is typed behind its sign, broken where it is full; gives the lines and where its cursor stands. */
export function layOutLine(sign: string, line: EditedLine, width: number): Frame {
  const indent = displayWidth(sign);
  const room = Math.max(width - indent - 1, 2);
  const rows: string[] = [];
  let cursor = { row: 0, column: indent };
  let from = 0;
  for (;;) {
    const part = takeWidth(line.text.slice(from), room);
    const until = from + part.length;
    if (line.cursor >= from && line.cursor <= until)
      cursor = { row: rows.length, column: indent + displayWidth(line.text.slice(from, line.cursor)) };
    rows.push(part);
    from = until;
    if (from >= line.text.length) break;
  }
  return { lines: rows.map((row, at) => (at === 0 ? sign : ' '.repeat(indent)) + row), cursor };
}
