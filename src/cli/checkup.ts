import type { CheckupLine } from '../domain/checkup.ts';
import { checkupLine, findMissingFonts, isAtLeast, madeOn } from '../domain/checkup.ts';
import { localDay, localTime, usualTimeZone } from '../domain/time.ts';
import type { Context } from './context.ts';
import { describeSystem } from './host.ts';

/** The oldest C library that Node runs with, and that of the addon of the database. */
const glibcBounds = { node: '2.28', addon: '2.34' } as const;

/** Looks at what does not need a database: Node, C library, console, clock, fonts. */
export function checkMachine(context: Context): CheckupLine[] {
  const { host } = context;
  const system = host.system();
  return [
    checkupLine('node', 'ok', 'node', { system: describeSystem(system) }),
    checkGlibc(system.glibc),
    checkConsole(context, system.platform),
    checkClock(context),
    checkZone(context),
    checkFonts(host.fonts?.() ?? null),
  ];
}

function checkGlibc(glibc: string | null): CheckupLine {
  if (glibc === null) return checkupLine('glibc', 'ok', 'glibc-none');
  if (!isAtLeast(glibc, glibcBounds.node)) return checkupLine('glibc', 'bad', 'glibc-too-old', { glibc });
  return isAtLeast(glibc, glibcBounds.addon)
    ? checkupLine('glibc', 'ok', 'glibc', { glibc })
    : checkupLine('glibc', 'note', 'glibc-old', { glibc });
}

function checkConsole({ host, screen }: Context, platform: string): CheckupLine {
  const { env } = host;
  const locale = env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? '';
  const values = { locale: locale === '' ? '-' : locale, width: String(screen.width) };
  if (platform === 'win32') return checkupLine('console', 'ok', 'console', { ...values, locale: 'UTF-8' });
  // Without any locale Chinese signs are written as UTF-8 all the same.
  if (!screen.isUtf8) return checkupLine('console', 'bad', 'console-not-utf8', values);
  return locale === ''
    ? checkupLine('console', 'note', 'console-no-locale', values)
    : checkupLine('console', 'ok', 'console', values);
}

function checkClock({ now, today }: Context): CheckupLine {
  const values = { now: localTime(now, usualTimeZone), madeOn };
  return today < madeOn
    ? checkupLine('clock', 'bad', 'clock-early', values)
    : checkupLine('clock', 'ok', 'clock', values);
}

/** The zone of the machine is no fault: days are those of the jurisdiction. It explains why a file has another time than the tool says. */
function checkZone({ host, now }: Context): CheckupLine {
  const zone = host.env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const values = { zone, usual: usualTimeZone };
  try {
    return localDay(now, zone) === localDay(now, usualTimeZone) &&
      localTime(now, zone) === localTime(now, usualTimeZone)
      ? checkupLine('zone', 'ok', 'zone', values)
      : checkupLine('zone', 'note', 'zone-other', values);
  } catch {
    return checkupLine('zone', 'note', 'zone-other', values);
  }
}

function checkFonts(names: readonly string[] | null): CheckupLine {
  if (names === null) return checkupLine('fonts', 'note', 'fonts-unknown');
  const { missing, hasOther } = findMissingFonts(names);
  if (missing.length === 0) return checkupLine('fonts', 'ok', 'fonts');
  const values = { missing: missing.join('、') };
  return checkupLine('fonts', hasOther ? 'note' : 'bad', hasOther ? 'fonts-some' : 'fonts-none', values);
}
