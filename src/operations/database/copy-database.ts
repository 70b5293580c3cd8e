import { AppError, isAppError } from '../../errors.ts';
import { backupBase, backupName, findBackups } from '../../domain/backup-name.ts';
import { localTime, usualTimeZone } from '../../domain/time.ts';
import type { CopyTerms, Draft } from '../../store/copies.ts';
import {
  discardBackup,
  isBackupOf,
  draftCopy,
  draftFromFile,
  inFolder,
  isFileThere,
  isFolderThere,
  listFolder,
  refuseTaken,
} from '../../store/copies.ts';
import { getOperation } from '../../store/operations.ts';
import type { Work } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import type { DatabaseCheck } from './check-findings.ts';
import { checkDatabase } from './check-database.ts';

/** A copy that was made, and what checking it showed. */
export interface Copied {
  readonly path: string;
  readonly check: DatabaseCheck;
}

/** Where a backup goes: into a file, or under a dated name into a folder, of whose backups the newest `keep` stay. */
export interface BackupTerms extends CopyTerms {
  readonly to: { readonly file: string } | { readonly folder: string; readonly keep?: number | undefined };
}

/** A backup, which older ones went for it, and whether the log of the database tells of it. */
export interface BackedUp extends Copied {
  readonly removed: readonly string[];
  /** Older ones that should have gone, and could not be removed. */
  readonly notRemoved: readonly string[];
  readonly isRecorded: boolean;
}

/**
 * Writes a backup of a database into a new file: as it is at one moment, whoever writes meanwhile, and checked before it
 * takes its name. One of a database that is not as it was written is kept all the same, with what was found, and no older one goes for it. The
 * log of the database tells that it was made, where it can be written to.
 *
 * Errors: `file-exists`, `disk-full`, `database-not-openable`, `backup-folder-missing`.
 */
export async function backUp(work: Work, { to, ...terms }: BackupTerms): Promise<BackedUp> {
  if ('file' in to)
    return { ...(await writeBackup(work, { ...terms, path: to.file })), removed: [], notRemoved: [] };
  const { hash } = await getOperation(work.store.db, 1);
  const place = { ...to, hash, isLocked: terms.passphrase !== undefined };
  const path = inFolder(to.folder, nameIn(work, place));
  const made = await writeBackup(work, { ...terms, path });
  const isSound = made.check.findings.length === 0;
  return { ...made, ...(await thinOut(work, { ...place, path, keep: isSound ? to.keep : undefined })) };
}

/** Writes the backup itself, and puts it into the log. */
async function writeBackup(
  work: Work,
  { path, ...terms }: CopyTerms & { readonly path: string },
): Promise<Copied & { readonly isRecorded: boolean }> {
  refuseTaken(path, 'file');
  const copied = await finish(await draftCopy(work.store, path, terms), path, true);
  return { ...copied, isRecorded: await record(work, copied) };
}

/** A folder of backups: how many stay in it, and of which database they are. */
interface BackupFolder {
  readonly folder: string;
  readonly keep?: number | undefined;
  /** How the log of the database begins. */
  readonly hash: string;
}

function tagOf({ hash }: Pick<BackupFolder, 'hash'>): string {
  return hash.slice(0, 8);
}

/** The name of a backup that is made now in a folder. Errors: `backup-folder-missing`. */
function nameIn({ store, clock }: Work, place: BackupFolder & { readonly isLocked: boolean }): string {
  const { folder } = place;
  if (!isFolderThere(folder)) throw new AppError('backup-folder-missing', { folder });
  const time = localTime(clock(), usualTimeZone);
  const tag = place.isLocked ? tagOf(place) : undefined;
  for (let count = 1; ; count += 1) {
    const name = backupName(baseOf(store.path), time, { tag, count });
    if (!isFileThere(inFolder(folder, name))) return name;
  }
}

function baseOf(path: string): string {
  // Of a server's address the database, without what is asked of it.
  return backupBase(path.replace(/\?.*$/u, '').split(/[\\/]/u).at(-1) ?? path);
}

/**
 * Removes the oldest backups of a database from a folder until so many are left, the one that was just made always among them, whatever the clock
 * said before; gives their names, and of those that could not be removed. Those of another database of the same name stay, and do not count.
 */
async function thinOut(
  { store }: Work,
  { path, keep, ...place }: BackupFolder & { readonly path: string },
): Promise<{ readonly removed: string[]; readonly notRemoved: string[] }> {
  const removed: string[] = [];
  const notRemoved: string[] = [];
  if (keep === undefined) return { removed, notRemoved };
  const { folder, hash } = place;
  const others: string[] = [];
  for (const name of findBackups(baseOf(store.path), listFolder(folder), tagOf(place))) {
    const other = inFolder(folder, name);
    if (other !== path && (await isBackupOf(other, hash))) others.push(name);
  }
  for (const name of others.slice(0, Math.max(0, others.length - (keep - 1))))
    (discardBackup(inFolder(folder, name)) ? removed : notRemoved).push(name);
  return { removed, notRemoved };
}

/** Puts a backup into the log of its database. One that can only be read, or is held by another, has its backup all the same. */
async function record(work: Work, { path, check }: Copied): Promise<boolean> {
  if (work.store.isCopy) return false;
  try {
    const summary = { file: path, findings: check.findings.length };
    await transaction(work, () => Promise.resolve({ result: undefined, summary }));
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

/**
 * Restores a backup into a new database file, checked first; the backup stays as it is. Errors: `database-exists`,
 * `database-not-found`, `restore-unsound` when it is not as it was written, `passphrase-wrong`, those of opening.
 */
export async function restore(backup: string, path: string, terms: CopyTerms): Promise<Copied> {
  refuseTaken(path, 'database');
  return finish(await draftFromFile(backup, path, terms), path, false, backup);
}

async function finish(draft: Draft, path: string, keepsUnsound: boolean, from = path): Promise<Copied> {
  try {
    const check = await checkDatabase(draft.store);
    if (check.findings.length > 0 && !keepsUnsound)
      throw new AppError('restore-unsound', { file: from, findings: check.findings.length });
    await draft.keep();
    return { path, check };
  } catch (error) {
    await draft.discard();
    throw error;
  }
}
