import { Chalk } from 'chalk';
import type { Screen } from '../output/screen.ts';
import { findWidth } from './argv.ts';
import type { Host, ResultOutput } from './host.ts';

/** Finds out what a stream can show: its width, colour (NO_COLOR, FORCE_COLOR, `--no-color`), and whether lines can be drawn. */
export function makeScreen(host: Host, stream: ResultOutput, wantsColor: boolean): Screen {
  const { env } = host;
  const forced = env['FORCE_COLOR'];
  const isForced = forced !== undefined && forced !== '' && forced !== '0';
  const isRefused = !wantsColor || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const level = isRefused ? 0 : isForced || stream.isTTY === true ? 1 : 0;
  const locale = env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? '';
  const isPlain = locale === 'C' || locale === 'POSIX' || (/\.\w/u.test(locale) && !/utf-?8/iu.test(locale));
  return { width: findWidth(host, stream), chalk: new Chalk({ level }), isUtf8: !isPlain };
}
