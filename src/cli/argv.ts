import type { Summaries } from '../text/shape.ts';
import type { GlobalOptions } from './global-options.ts';
import type { Host, ResultOutput } from './host.ts';
import type { Language } from './language.ts';

/** What is known before a command is: enough for `--help` and `--version`, and cheap. */
export interface Invocation {
  readonly host: Host;
  readonly language: Language;
  readonly summaries: Summaries;
  /** The command line as it was typed. */
  readonly args: readonly string[];
  /** Runs another command as if it had been typed; gives its exit code. */
  readonly run: (args: readonly string[]) => Promise<number>;
  /** Options as far as a first look at the line tells them. */
  readonly scanned: GlobalOptions;
}

/** Width of what says none. */
const defaultWidth = 80;

/** Columns a stream has: a terminal's own, else COLUMNS, else 80; at least 40. */
export function findWidth(host: Host, stream: ResultOutput): number {
  const stated = Number(host.env['COLUMNS']);
  const own = stream.isTTY === true ? stream.columns : undefined;
  return Math.max(own ?? (stated > 0 ? stated : defaultWidth), 40);
}
