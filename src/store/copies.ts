import { AppError, isAppError } from '../errors.ts';
import type { Store } from './database.ts';
import { fillFile, openStore } from './database.ts';
import { copyFileWhole } from './engine/sqlite/care.ts';
import { isLocked } from './age/is-locked.ts';
import type { Maker } from './engine/sqlite/drafts.ts';
import {
  claimDraft,
  discardFile,
  discardPrivateFolder,
  findTaken,
  makePrivateFolder,
  placeFile,
} from './engine/sqlite/drafts.ts';
import {
  findFirstHash,
  isFileThere,
  isNameTooLong,
  refuseMissingFolder,
  refuseNetwork,
} from './engine/sqlite/open.ts';

export type { Maker } from './engine/sqlite/drafts.ts';
export { isFileThere, isFolderThere } from './engine/sqlite/open.ts';
export { inFolder, listFolder, listLeftovers } from './engine/sqlite/drafts.ts';
export { isLocked };

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
  readonly keep: () => Promise<void>;
  /** Takes it away again. */
  readonly discard: () => Promise<void>;
}

/** Has a copy that is open put at its place by `place`, once it is closed; what is left of it goes. */
function makeDraft(
  store: Store,
  place: (from: string) => void | Promise<void>,
  release = (): void => undefined,
): Draft {
  let isOpen = true;
  const discard = async (): Promise<void> => {
    if (isOpen) await store.close();
    isOpen = false;
    discardFile(store.path);
    release();
  };
  return {
    store,
    keep: async () => {
      await store.close();
      isOpen = false;
      await place(store.path);
      await discard();
    },
    discard,
  };
}

/** What locks a copy, and who makes it. */
export interface CopyTerms {
  readonly maker: Maker;
  readonly passphrase?: string | undefined;
  /** Whether a database may be made on a network file system. */
  readonly allowsNetwork?: boolean;
}

/**
 * Copies a database as it is at one moment, whoever writes meanwhile; the copy is open, to be checked before it is kept. One that a passphrase is
 * to lock is made beside the database: on the disk that it is meant for it is never open.
 */
export async function draftCopy(from: Store, path: string, { maker, passphrase }: CopyTerms): Promise<Draft> {
  // Of one that can only be read the folder takes no file, and a server has none.
  const apart =
    passphrase !== undefined && (from.isCopy || from.file === undefined) ? makePrivateFolder() : undefined;
  const release = (): void => {
    if (apart !== undefined) discardPrivateFolder(apart);
  };
  const draft = claimDraft(passphrase === undefined ? path : (apart ?? from.path), maker);
  try {
    const store = await copyInto(from, draft, maker);
    const place = async (made: string): Promise<void> => {
      if (passphrase === undefined) placeFile(made, path);
      else await placeLocked(made, path, { maker, passphrase });
    };
    return makeDraft(store, place, release);
  } catch (error) {
    discardFile(draft);
    release();
    throw error;
  }
}

/** Writes a copy of a database into a new file, and opens it: what stands on a server is carried over. */
async function copyInto(from: Store, path: string, maker: Maker): Promise<Store> {
  if (from.file === undefined) {
    const { carryOver } = await import('./carry.ts');
    await fillFile(path, async (made) => {
      await carryOver(from, made);
    });
    return openStore(path, { maker });
  }
  from.file.care.copyInto(path);
  return openStore(path, { maker });
}

/** Puts a copy at its place locked by a passphrase. */
async function placeLocked(
  made: string,
  path: string,
  { maker, passphrase }: { readonly maker: Maker; readonly passphrase: string },
): Promise<void> {
  const { lockFile } = await import('./age/locked-copies.ts');
  const locked = claimDraft(path, maker);
  try {
    await lockFile(made, locked, passphrase);
    placeFile(locked, path);
  } catch (error) {
    discardFile(locked);
    throw nameInstead(error, locked, path);
  }
}

/** An error about a draft as one about what a person knows: the draft is the tool's own affair. */
function nameInstead(error: unknown, draft: string, path: string): unknown {
  return isAppError(error) && 'path' in error.details && error.details.path === draft
    ? new AppError(error.code, { ...error.details, path }, { cause: error })
    : error;
}

/** Whether a file is a backup of the database whose log begins so: what is locked is told by its name alone, which whoever asks has looked at. */
export async function isBackupOf(path: string, firstHash: string): Promise<boolean> {
  return isLocked(path) || (await findFirstHash(path)) === firstHash;
}

/** Takes an old backup away; whether that could be done. */
export function discardBackup(path: string): boolean {
  try {
    discardFile(path);
    return true;
  } catch {
    return false;
  }
}

/** Copies the file of a backup, opening what a passphrase locks, brings the copy up to date where it is of an older version, and opens it; the backup stays as it is. */
export async function draftFromFile(
  backup: string,
  path: string,
  { maker, passphrase, allowsNetwork = false }: CopyTerms,
): Promise<Draft> {
  refuseNetwork(path, allowsNetwork);
  const draft = claimDraft(path, maker);
  try {
    if (passphrase === undefined) copyFileWhole(backup, draft);
    else {
      const { unlockFile } = await import('./age/locked-copies.ts');
      await unlockFile(backup, draft, passphrase);
    }
    const store = await openStore(draft, { maker, allowsNetwork });
    if (store.backup !== undefined) discardFile(store.backup);
    store.file?.useWal();
    return makeDraft(store, (made) => {
      placeFile(made, path);
    });
  } catch (error) {
    discardFile(draft);
    // What is wrong is wrong with the backup; that the disk is full is so where the copy was to be.
    const isFull = isAppError(error) && error.code === 'disk-full';
    throw nameInstead(error, draft, isFull ? path : backup);
  }
}
