import { Chalk } from 'chalk';
import type { Screen } from '../output/terminal.ts';
import type { Host, Output } from './host.ts';

/** Width of what is no terminal and says none. */
const defaultWidth = 100;

/** Finds out what a stream can show: its width, colour (NO_COLOR, FORCE_COLOR, `--no-color`), and whether lines can be drawn. */
export function readScreen(host: Host, stream: Output, wantsColor: boolean): Screen {
  const { env } = host;
  const isTerminal = stream.isTTY === true;
  const stated = Number(env['COLUMNS']);
  const width =
    (isTerminal ? stream.columns : undefined) ?? (stated > 0 ? stated : isTerminal ? 80 : defaultWidth);
  const forced = env['FORCE_COLOR'];
  const isForced = forced !== undefined && forced !== '' && forced !== '0';
  const isRefused = !wantsColor || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const level = isRefused ? 0 : isForced || isTerminal ? 1 : 0;
  const locale = env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? '';
  const isPlain = locale === 'C' || locale === 'POSIX' || (/\.\w/u.test(locale) && !/utf-?8/iu.test(locale));
  return { width: Math.max(width, 40), chalk: new Chalk({ level }), isUtf8: !isPlain };
}
