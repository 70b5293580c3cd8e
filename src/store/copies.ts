import { AppError, isAppError } from '../errors.ts';
import type { Store } from './database.ts';
import { openStore } from './database.ts';
import { copyFileWhole } from './engine/care.ts';
import type { Maker } from './engine/drafts.ts';
import { claimDraft, discardFile, findTaken, placeFile } from './engine/drafts.ts';
import { isFileThere, isNameTooLong, refuseMissingFolder } from './engine/open.ts';

export type { Maker } from './engine/drafts.ts';
export { listLeftovers } from './engine/drafts.ts';

/**
 * Refuses a name for a copy that is taken, also by a log that a database of that name left behind: SQLite would play it into the new
 * file; or that is too long for a file. Errors: `database-folder-missing`, `file-not-writable`, `file-exists`, for what is to be a database `database-exists`.
 */
export function refuseTaken(path: string, what: 'file' | 'database'): void {
  refuseMissingFolder(path);
  if (isNameTooLong(path))
    throw new AppError('file-not-writable', { file: path, why: 'name-too-long', reason: 'ENAMETOOLONG' });
  if (what === 'database' && isFileThere(path)) throw new AppError('database-exists', { path });
  const file = findTaken(path);
  if (file !== undefined) throw new AppError('file-exists', { file });
}

/** A copy of a database that is not at its place yet. */
export interface Draft {
  readonly store: Store;
  /** Moves it to its place; a file that is there is not touched. */
  readonly keep: () => void;
  /** Takes it away again. */
  readonly discard: () => void;
}

function makeDraft(store: Store, path: string): Draft {
  let isOpen = true;
  const close = (): void => {
    if (isOpen) store.close();
    isOpen = false;
  };
  return {
    store,
    keep: () => {
      close();
      placeFile(store.path, path);
    },
    discard: () => {
      close();
      discardFile(store.path);
    },
  };
}

/** Copies a database as it is at one moment, whoever writes meanwhile; the copy is open, to be checked before it is kept. */
export async function draftCopy(from: Store, path: string, maker: Maker): Promise<Draft> {
  const draft = claimDraft(path, maker);
  try {
    from.care.copyInto(draft);
    return makeDraft(await openStore(draft, { maker }), path);
  } catch (error) {
    discardFile(draft);
    throw error;
  }
}

/** Copies the file of a backup, brings the copy up to date where it is of an older version, and opens it; the backup stays as it is. */
export async function draftFromFile(backup: string, path: string, maker: Maker): Promise<Draft> {
  const draft = claimDraft(path, maker);
  try {
    copyFileWhole(backup, draft);
    const store = await openStore(draft, { maker });
    if (store.backup !== undefined) discardFile(store.backup);
    store.useWal();
    return makeDraft(store, path);
  } catch (error) {
    discardFile(draft);
    // The copy is the tool's own affair: a person knows the backup.
    if (
      isAppError(error) &&
      'path' in error.details &&
      error.details.path === draft &&
      error.code !== 'disk-full'
    )
      throw new AppError(error.code, { ...error.details, path: backup }, { cause: error });
    throw error;
  }
}
