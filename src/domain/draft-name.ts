/** What SQLite adds to the name of a database for what it keeps beside it. */
const companions = '(?:-wal|-shm|-journal)?';
const draftPattern = /^\.liaison-(\d+)-\d+\.draft(?:[.-].*)?$/u;
/** How an older version named the copies it was writing. */
const olderPattern = new RegExp(`\\.partial(?:-\\d+)?${companions}$`, 'u');

/**
 * Name of a file that is being written, in the folder of the one it will become. It names the process that writes, so that
 * what a killed one left behind is told from what is being written now.
 */
export function draftName(pid: number, count: number): string {
  return `.liaison-${String(pid)}-${String(count)}.draft`;
}

/** The process that is writing a file, by its name; undefined for a file of another name. */
export function draftOwner(name: string): number | undefined {
  const pid = draftPattern.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** Whether a file is a copy that an older version was writing; nobody can tell whether it still is. */
export function isOlderDraft(name: string): boolean {
  return olderPattern.test(name);
}
