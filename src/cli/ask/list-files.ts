import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file or folder that can be chosen. */
export interface FoundFile {
  readonly name: string;
  readonly isFolder: boolean;
  readonly size: number;
  readonly changedAt: Date;
}

/** Files of a folder with one of some endings, the newest first, then its folders by name. What is hidden, or cannot be looked at, is left out. */
export function listFiles(folder: string, endings: readonly string[]): FoundFile[] {
  const found = listNames(folder).flatMap((name): FoundFile[] => {
    try {
      const stats = statSync(join(folder, name));
      const { size, mtime: changedAt } = stats;
      const isFolder = stats.isDirectory();
      return isFolder || endings.includes(extname(name).toLowerCase())
        ? [{ name, isFolder, size, changedAt }]
        : [];
    } catch {
      return [];
    }
  });
  const newestFirst = (one: FoundFile, other: FoundFile): number =>
    other.changedAt.getTime() - one.changedAt.getTime();
  return [
    ...found.filter(({ isFolder }) => !isFolder).sort(newestFirst),
    ...found.filter(({ isFolder }) => isFolder).sort((one, other) => (one.name < other.name ? -1 : 1)),
  ];
}

function listNames(folder: string): string[] {
  try {
    // ~$ is what a spreadsheet program leaves beside a file that is open.
    return readdirSync(folder).filter((name) => !name.startsWith('.') && !name.startsWith('~$'));
  } catch {
    return [];
  }
}

/** A path as a terminal pastes it when a file is dragged onto it: without the quotes, and without what guards its blanks. */
export function plainPath(typed: string): string {
  const quoted = /^(['"])(.*)\1$/su.exec(typed.trim());
  if (quoted !== null) return quoted[2] ?? '';
  // On Windows a backslash parts folders.
  return /^[A-Za-z]:\\|^\\\\/u.test(typed) ? typed.trim() : typed.trim().replaceAll(/\\([ ()'"&])/gu, '$1');
}

/** What a path leads to; undefined where there is nothing. */
export function findFile(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'file';
}

/** A path below a folder as a person names it; '' is the folder they are in. */
export function joinPath(folder: string, name: string): string {
  return join(folder, name);
}
