import { AppError } from '../errors.ts';
import type { Care } from './engine/care.ts';
import type { Db, EngineFacts, EngineFile } from './engine/open.ts';
import { discardFile, isFileThere, openFile } from './engine/open.ts';
import { newestMigration } from './migrations/newest.ts';

export type { Db } from './engine/open.ts';

/** An open database of this tool, its schema up to date. */
export interface Store {
  readonly db: Db;
  readonly path: string;
  readonly schema: string;
  /** Path of the backup that was written before the schema was brought up to date. */
  readonly backup: string | undefined;
  readonly facts: () => EngineFacts;
  readonly care: Care;
  readonly useWal: () => void;
  readonly close: () => void;
}

/** Seconds to wait for another process that is writing, unless told otherwise. */
export const defaultPatience = 5;

/**
 * Opens a database that is there. One of an older schema is backed up beside the file (`….before-0002.bak`) and brought up
 * to date; one of a newer schema is refused, so that an old tool never writes into it.
 */
export async function openStore(path: string, options: { readonly patience?: number } = {}): Promise<Store> {
  const file = openFile(path, { create: false, patience: options.patience ?? defaultPatience });
  try {
    const version = file.version() ?? '';
    if (version > newestMigration) {
      throw new AppError('database-newer', { path, version, known: newestMigration });
    }
    let backup: string | undefined;
    if (version < newestMigration) {
      backup = `${path}.before-${newestMigration.slice(0, 4)}.bak`;
      await file.backup(backup);
      await runMigrations(file.db);
    }
    // What a migration left to be completed; also where it was interrupted before that.
    if (await isPending(file.db)) {
      const { completeAppeals } = await import('./complete-appeals.ts');
      await file.db.transaction().execute(completeAppeals);
    }
    return makeStore(file, path, backup);
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Creates a database; a file that is there already is refused. */
export async function createStore(
  path: string,
  options: { readonly patience?: number } = {},
): Promise<Store> {
  if (isFileThere(path)) throw new AppError('database-exists', { path });
  const file = openFile(path, { create: true, patience: options.patience ?? defaultPatience });
  try {
    await runMigrations(file.db);
    return makeStore(file, path, undefined);
  } catch (error) {
    file.close();
    discardFile(path);
    throw error;
  }
}

/** Whether appeals of an older version still lack what this one needs. */
async function isPending(db: Db): Promise<boolean> {
  return (await db.selectFrom('appealPending').select('appealId').limit(1).executeTakeFirst()) !== undefined;
}

async function runMigrations(db: Db): Promise<void> {
  const { migrate } = await import('./migrations/migrate.ts');
  await migrate(db);
}

function makeStore(file: EngineFile, path: string, backup: string | undefined): Store {
  const { db, facts, care, useWal, close } = file;
  return { db, path, schema: newestMigration, backup, facts, care, useWal, close };
}

/** How many rows a table has. */
export async function countRows(db: Db, table: 'unit' | 'run' | 'edition' | 'appeal'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
