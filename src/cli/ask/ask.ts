import { AppError } from '../../errors.ts';
import type { Screen } from '../../output/screen.ts';
import type { Texts } from '../../text/shape.ts';
import type { GlobalOptions } from '../global-options.ts';
import type { Host } from '../host.ts';
import type { Frame } from './frame.ts';
import { Canvas } from './frame.ts';
import type { Press } from './keyboard.ts';
import { listenToKeys } from './keyboard.ts';
import { findWidth } from '../argv.ts';

/** Where questions are asked: the terminal, its language, and whether somebody sits there. */
export interface Desk {
  readonly host: Host;
  readonly text: Texts;
  readonly isInteractive: boolean;
  readonly options: GlobalOptions;
  readonly errorScreen: Screen;
}

/** Columns and rows that a question may take. */
export interface Size {
  readonly width: number;
  readonly rows: number;
}

/** A question while it is asked. */
export interface Question<Answer> {
  readonly draw: (size: Size) => Frame;
  /** Takes what a person does; gives the answer once there is one. */
  readonly press: (press: Press) => { readonly answer: Answer } | undefined;
  /** What stays of it on the screen. */
  readonly settled: (answer: Answer) => string;
}

/** Escape at a question: whoever asks several goes back to the one before, else it is an interruption like any other. */
export class Escaped extends AppError<'interrupted'> {
  constructor() {
    super('interrupted', {});
  }
}

/** Rows of a terminal that does not say. */
const usualRows = 24;

/**
 * Asks one question at the terminal until it is answered. Errors: `interrupted` where nobody can or will answer it any more (Ctrl-C, Ctrl-D, Ctrl-Z,
 * the terminal is gone), of its own kind for Escape. The terminal is left as it was, its cursor shown.
 */
export async function ask<Answer>(desk: Desk, question: Question<Answer>): Promise<Answer> {
  const { host } = desk;
  const { stderr } = host;
  const widthOf = (): number => findWidth(host, stderr);
  const canvas = new Canvas(stderr, widthOf);
  const draw = (): void => {
    canvas.draw(question.draw({ width: widthOf(), rows: stderr.rows ?? usualRows }));
  };
  let isOver = false;
  let isToDraw = false;
  // Once for all that came in one go: what was typed quickly, or pasted.
  const drawSoon = (): void => {
    if (isToDraw) return;
    isToDraw = true;
    queueMicrotask(() => {
      isToDraw = false;
      if (!isOver) draw();
    });
  };
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const leave = (lines: readonly string[]): void => {
    isOver = true;
    stderr.off('resize', draw);
    canvas.leave(lines);
  };
  draw();
  stderr.on('resize', draw);
  listenToKeys(host, (press) => {
    if (press.kind === 'end' || press.kind === 'escape') {
      // Gone back from, a question leaves nothing; one that nobody answers any more says what it was.
      leave(
        press.kind === 'escape' ? [] : question.draw({ width: widthOf(), rows: usualRows }).lines.slice(0, 1),
      );
      reject(press.kind === 'escape' ? new Escaped() : new AppError('interrupted', {}));
      return true;
    }
    const done = question.press(press);
    if (done === undefined) {
      drawSoon();
      return false;
    }
    leave([question.settled(done.answer)]);
    resolve(done.answer);
    return true;
  });
  return promise;
}
