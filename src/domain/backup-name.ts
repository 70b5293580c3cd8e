/** Ending of a backup that a passphrase locks: the age format. */
export const lockedEnding = '.age';

/** What backups of a database are named after: its own name without its ending. */
export function backupBase(fileName: string): string {
  return fileName.replace(/\.(?:db|sqlite|sqlite3)$/iu, '');
}

/**
 * The name of a backup made at a local time (`2026-11-27 03:12`): `liaison-2026-11-27-0312.db`; `count` tells those of one minute apart. In the
 * order of their names backups are in the order of their times.
 */
export function backupName(base: string, localTime: string, isLocked: boolean, count = 1): string {
  const time = localTime.replace(' ', '-').replace(':', '');
  const more = count === 1 ? '' : `-${String(count)}`;
  return `${base}-${time}${more}.db${isLocked ? lockedEnding : ''}`;
}

/** The backups of a database among the files of a folder, the oldest first; whatever else lies there is none of them. */
export function findBackups(base: string, fileNames: readonly string[]): string[] {
  const found = fileNames.flatMap((name) => {
    const time = name.startsWith(`${base}-`) ? backupTime.exec(name.slice(base.length)) : null;
    return time === null ? [] : [{ name, time: time[1] ?? '', count: Number(time[2] ?? 1) }];
  });
  found.sort((one, other) =>
    one.time === other.time ? one.count - other.count : one.time < other.time ? -1 : 1,
  );
  return found.map(({ name }) => name);
}

/** What stands behind the base: the time, which of that minute, the ending. */
const backupTime = /^-(\d{4}-\d{2}-\d{2}-\d{4})(?:-(\d+))?\.db(?:\.age)?$/u;
