import type { Summaries } from '../text/shape.ts';
import type { GlobalOptions } from './global-options.ts';
import type { Host, Output } from './host.ts';
import type { Language } from './language.ts';

/** What is known before a command is: enough for `--help` and `--version`, and cheap. */
export interface Front {
  readonly host: Host;
  readonly language: Language;
  readonly summaries: Summaries;
  /** Options as far as a first look at the line tells them. */
  readonly scanned: GlobalOptions;
}

/** Width of what is no terminal and says none. */
const defaultWidth = 100;

/** Columns a stream has: its own, else COLUMNS, else 80 for a terminal and 100 for anything else; at least 40. */
export function findWidth(host: Host, stream: Output): number {
  const isTerminal = stream.isTTY === true;
  const stated = Number(host.env['COLUMNS']);
  const own = isTerminal ? stream.columns : undefined;
  return Math.max(own ?? (stated > 0 ? stated : isTerminal ? 80 : defaultWidth), 40);
}
