import { AppError } from '../errors.ts';
import type { Context } from './context.ts';

/** How long work goes on before its progress is shown, and between two looks at the clock, in milliseconds. */
const quiet = 1000;
const interval = 100;

/**
 * Runs work of many rows: shows on a terminal how many are done, how fast, and how long it will still take, and lets
 * Ctrl-C end it. What the work had written is taken back by its transaction.
 *
 * Errors: `interrupted`.
 */
export async function withProgress<T>(
  context: Context,
  work: (tick: (done: number, total?: number) => Promise<void> | undefined) => Promise<T>,
  isShown = context.showsProgress,
): Promise<T> {
  const { host } = context;
  const { stderr } = host;
  const started = performance.now();
  let last = started;
  const state = { isInterrupted: false, isDrawn: false, isLong: false };
  const release = host.onInterrupt(() => {
    state.isInterrupted = true;
  });
  const tick = (done: number, total?: number): Promise<void> | undefined => {
    const now = performance.now();
    if (now - last < interval) return undefined;
    last = now;
    if (!state.isLong && now - started > quiet) {
      state.isLong = true;
      host.expectLongWork();
    }
    if (isShown && now - started > quiet) {
      const say = context.text.views.import;
      const rate = (done / (now - started)) * 1000;
      const line =
        total === undefined
          ? say.checking(done, Math.round(rate))
          : say.progress(done, total, Math.round(rate), Math.ceil((total - done) / rate));
      stderr.write(`\r\u001b[2K${line}`);
      state.isDrawn = true;
    }
    // The signal of Ctrl-C is seen only when the event loop turns.
    return new Promise((resolve, reject) => {
      setImmediate(() => {
        if (state.isInterrupted) reject(new AppError('interrupted', {}));
        else resolve();
      });
    });
  };
  try {
    return await work(tick);
  } finally {
    release();
    if (state.isDrawn) stderr.write('\r\u001b[2K');
  }
}
