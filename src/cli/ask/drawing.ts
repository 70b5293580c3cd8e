import { showHidden } from '../../output/visible.ts';
import { wrapText } from '../../output/wrap.ts';
import type { Desk, Size } from './ask.ts';
import type { Frame } from './frame.ts';
import type { Press } from './keyboard.ts';
import type { EditedLine } from './line-editor.ts';
import { editLine, insertText } from './line-editor.ts';

/** What stands for a line break in a text that is typed on one line. */
export const lineBreak = '↵';

/** Marks that stand before a question, an answered one, what is typed, and what is chosen. */
export function marks({ errorScreen }: Desk) {
  const { chalk, isUtf8 } = errorScreen;
  return {
    open: chalk.cyan('?'),
    done: chalk.green(isUtf8 ? '✔' : '*'),
    typed: isUtf8 ? '› ' : '> ',
    here: chalk.cyan(isUtf8 ? '❯' : '>'),
    on: isUtf8 ? '◉' : '[x]',
    off: isUtf8 ? '◯' : '[ ]',
  };
}

/** The lines of the question itself. */
export function messageLines(desk: Desk, message: string, { width }: Size): string[] {
  const { chalk } = desk.errorScreen;
  return wrapText(showHidden(message), width - 3).map((line, at) =>
    at === 0 ? `${marks(desk).open} ${chalk.bold(line)}` : `  ${chalk.bold(line)}`,
  );
}

/** A question and its answer, as they stay. */
export function settledLine(desk: Desk, message: string, answer: string): string {
  const { chalk } = desk.errorScreen;
  return `${marks(desk).done} ${showHidden(message)}  ${chalk.cyan(showHidden(answer))}`;
}

/** Takes what was typed or pasted into a line. Line breaks of what is pasted stay where the text may have some, else they become blanks. */
export function typeInto(line: EditedLine, press: Press, isLong: boolean): EditedLine {
  if (press.kind === 'key') return editLine(line, press.key);
  if (press.kind !== 'paste') return line;
  const text = press.text.replaceAll('\t', ' ').replace(/\n+$/u, '');
  return insertText(line, showHidden(text.replaceAll('\n', isLong ? lineBreak : ' ')));
}

export function isEnter(press: Press): boolean {
  return press.kind === 'key' && (press.key.name === 'return' || press.key.name === 'enter');
}

/** A frame of lines, what is typed below them, and lines below that. */
export function below(above: readonly string[], typed: Frame, rest: readonly string[]): Frame {
  const { row, column } = typed.cursor;
  return {
    lines: [...above, ...typed.lines, ...rest],
    cursor: { row: above.length + row, column },
  };
}

export function errorLines(desk: Desk, wrong: string | undefined, { width }: Size): string[] {
  if (wrong === undefined) return [];
  return wrapText(showHidden(wrong), width - 3).map((line) => `  ${desk.errorScreen.chalk.red(line)}`);
}
