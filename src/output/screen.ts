import type { ChalkInstance } from 'chalk';
import type { Cell, Tone } from './view.ts';

/** What a terminal can show. */
export interface Screen {
  readonly width: number;
  readonly chalk: ChalkInstance;
  /** False where lines must be drawn with plain signs. */
  readonly isUtf8: boolean;
}

/** How each tone is painted. */
const tones: Readonly<Record<Tone, (chalk: ChalkInstance, text: string) => string>> = {
  plain: (_chalk, text) => text,
  good: (chalk, text) => chalk.green(text),
  warning: (chalk, text) => chalk.yellow(text),
  bad: (chalk, text) => chalk.red(text),
  dim: (chalk, text) => chalk.dim(text),
  high: (chalk, text) => chalk.blueBright(text),
  middle: (chalk, text) => chalk.cyan(text),
  low: (_chalk, text) => text,
};

/** Paints a text in the tone of its cell. */
export function paint(text: string, cell: Cell, { chalk }: Screen): string {
  return typeof cell === 'string' || text === '' ? text : tones[cell.tone](chalk, text);
}
