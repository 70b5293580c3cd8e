import { AppError } from '../../errors.ts';
import type { Draft, Maker } from '../../store/copies.ts';
import { draftCopy, draftFromFile, refuseTaken } from '../../store/copies.ts';
import type { Store } from '../../store/database.ts';
import type { DatabaseCheck } from './check-findings.ts';
import { checkDatabase } from './check-database.ts';

/** A copy that was made, and what checking it showed. */
export interface Copied {
  readonly path: string;
  readonly check: DatabaseCheck;
}

/**
 * Writes a backup of a database into a new file: as it is at one moment, whoever writes meanwhile, and checked before it
 * takes its name. One of a database that is not as it was written is kept all the same, with what was found.
 *
 * Errors: `file-exists`, `disk-full`, `database-not-openable`.
 */
export async function backUp(store: Store, path: string, maker: Maker): Promise<Copied> {
  refuseTaken(path, 'file');
  const draft = await draftCopy(store, path, maker);
  return finish(draft, path, true);
}

/**
 * Restores a backup into a new database file, checked first; the backup stays as it is. Errors: `database-exists`,
 * `database-not-found`, `restore-unsound` when it is not as it was written, those of opening.
 */
export async function restore(backup: string, path: string, maker: Maker): Promise<Copied> {
  refuseTaken(path, 'database');
  return finish(await draftFromFile(backup, path, maker), path, false, backup);
}

async function finish(draft: Draft, path: string, keepsUnsound: boolean, from = path): Promise<Copied> {
  try {
    const check = await checkDatabase(draft.store);
    if (check.findings.length > 0 && !keepsUnsound)
      throw new AppError('restore-unsound', { file: from, findings: check.findings.length });
    draft.keep();
    return { path, check };
  } catch (error) {
    draft.discard();
    throw error;
  }
}
