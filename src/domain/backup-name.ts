/** Ending of a backup that a passphrase locks: the age format. */
export const lockedEnding = '.age';

/** What backups of a database are named after: its own name without its ending. */
export function backupBase(fileName: string): string {
  return fileName.replace(/\.(?:db|sqlite|sqlite3)$/iu, '');
}

/**
 * The name of a backup made at a local time (`2026-11-27 03:12`): `liaison-2026-11-27-0312.db`; `count` tells those of one minute apart. A locked
 * one shows nothing of what is in it, so its name says by a `tag` of which database it is.
 */
export function backupName(
  base: string,
  localTime: string,
  { tag, count = 1 }: { readonly tag?: string | undefined; readonly count?: number },
): string {
  const time = localTime.replace(' ', '-').replace(':', '');
  const more = count === 1 ? '' : `-${String(count)}`;
  return `${base}-${time}${more}${tag === undefined ? '.db' : `.${tag}.db${lockedEnding}`}`;
}

/** The backups of a database among the files of a folder, the oldest first; whatever else lies there is none of them, nor what is locked under another tag. */
export function findBackups(base: string, fileNames: readonly string[], tag: string): string[] {
  const found = fileNames.flatMap((name) => {
    const match = name.startsWith(`${base}-`) ? backupTime.exec(name.slice(base.length)) : null;
    const [, time = '', count = '1', ownTag] = match ?? [];
    if (match === null || name.endsWith(lockedEnding) !== (ownTag !== undefined)) return [];
    return ownTag === undefined || ownTag === tag ? [{ name, time, count: Number(count) }] : [];
  });
  found.sort((one, other) =>
    one.time === other.time ? one.count - other.count : one.time < other.time ? -1 : 1,
  );
  return found.map(({ name }) => name);
}

/** What stands behind the base: the time, which of that minute, the tag of a locked one, the ending. */
const backupTime = /^-(\d{4}-\d{2}-\d{2}-\d{4})(?:-(\d+))?(?:\.([0-9a-f]{8}))?\.db(?:\.age)?$/u;
