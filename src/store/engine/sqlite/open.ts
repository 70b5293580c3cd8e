import type { Stats } from 'node:fs';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { platform } from 'node:os';
import { basename, dirname } from 'node:path';
import { CamelCasePlugin, Kysely } from 'kysely';
import { AppError } from '../../../errors.ts';
import type { Tables } from '../../tables.ts';
import type { EngineFile } from '../engine-file.ts';
import type { FileCare } from './care.ts';
import { makeCare } from './care.ts';
import type { Connection } from './connection.ts';
import { FileDialect } from './driver.ts';
import { sqliteEngine } from './engine.ts';
import { companions } from './drafts.ts';
import { makeFault, makeOpenFault, setPatience } from './faults.ts';
import { loadEngine } from './load-engine.ts';
import { findNetworkFileSystem } from './place.ts';
import { readCopy } from './read-copy.ts';

/** Marks a SQLite file as one of this tool (`LIAI`). */
const applicationId = 0x4c494149;

/** An open SQLite file. */
export interface SqliteFile extends EngineFile {
  readonly care: FileCare;
  /** Copies the file as it was before a transaction that is under way; the copy is for its owner alone. */
  readonly copyBefore: (to: string) => Promise<void>;
  /** Has the file keep what is being written beside it, as every database of the tool does; a copy begins without. */
  readonly useWal: () => void;
}

/**
 * Opens a SQLite file; `create` makes it, for its owner alone. A file that another program made is refused, so
 * that a wrong `--db` never changes it. One that can only be read is read into memory, and nothing is put beside it.
 *
 * Errors: `database-not-found`, `database-foreign`, `database-half-made`, `database-folder-missing`, those of the engine.
 */
export async function openFile(
  path: string,
  options: { readonly create: boolean; readonly patience: number },
): Promise<SqliteFile> {
  const { create, patience } = options;
  refuseMissingFolder(path);
  const there = statOf(path);
  if (!create && there === undefined) throw new AppError('database-not-found', { path });
  if (there !== undefined && !there.isFile()) throw new AppError('database-foreign', { path });
  if (!create && there?.size === 0) throw new AppError('database-half-made', { path });
  setPatience(patience);
  // Before a file is made: where no engine can be loaded, none is left behind.
  const engine = await loadEngine();
  try {
    // Made here and empty, so that the file and the ones SQLite puts beside it are never readable for others.
    if (create) closeSync(openSync(path, 'ax', 0o600));
    const isCopy = !create && !isWritable(path);
    const database = isCopy ? readCopy(engine, path, patience) : engine.open(path, { patience });
    try {
      return prepare(database, path, { create, isCopy });
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw makeOpenFault(error, path);
  }
}

/** Makes an empty database in memory, to compare another with. */
const withScratch: FileCare['withScratch'] = async (task) => {
  const engine = await loadEngine();
  const { db, care, close } = prepare(engine.openInMemory(), ':memory:', { create: true, isCopy: true });
  try {
    return await task({ db, listSchema: care.listSchema, settle: () => Promise.resolve() });
  } finally {
    await close();
  }
};

/** What is there under a name; undefined where nothing is. Errors: `database-not-openable` for a name that no file can have. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw makeFault(error, path);
  }
}

/**
 * Whether a database can be worked on as it lies there. What SQLite keeps beside it must be made in its folder, unless
 * somebody who works on it has made it already.
 */
function isWritable(path: string): boolean {
  if (!mayWrite(path)) return false;
  return mayWrite(dirname(path)) || (mayWrite(`${path}-wal`) && mayWrite(`${path}-shm`));
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What SQLite has put beside a database belongs to whom the database belongs to, whoever opened it first. */
function alignRights(path: string): void {
  const { uid, gid, mode } = statSync(path);
  for (const ending of companions) {
    const beside = statSync(path + ending, { throwIfNoEntry: false });
    if (beside === undefined || (beside.uid === uid && beside.gid === gid && beside.mode === mode)) continue;
    try {
      chownSync(path + ending, beside.uid, gid);
      chmodSync(path + ending, mode & 0o777);
      chownSync(path + ending, uid, gid);
    } catch {
      // Only who may give a file away can; whoever may not has written with the rights of the group.
    }
  }
}

/** Refuses a file whose folder is not there. Errors: `database-folder-missing`. */
export function refuseMissingFolder(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) throw new AppError('database-folder-missing', { path, folder });
}

/** Whether a file of that name is there, whatever is in it. */
export function isFileThere(path: string): boolean {
  return existsSync(path);
}

/** Whether there is a folder of that name. */
export function isFolderThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * Whether a file was begun as a database of this tool and never finished: nothing is in it, or nobody has done anything with
 * it. What an `init` that was killed leaves.
 */
export async function isHalfMade(path: string): Promise<boolean> {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isFile() !== true) return false;
  if (there.size === 0) return true;
  const engine = await loadEngine();
  let database: Connection | undefined;
  try {
    database = isWritable(path) ? engine.open(path, {}) : readCopy(engine, path, 0);
    if (database.value('pragma application_id') !== applicationId) return false;
    const isLogged = database.value("select 1 from sqlite_schema where name = 'operation'") !== undefined;
    return !isLogged || database.value('select 1 from operation') === undefined;
  } catch {
    return false;
  } finally {
    database?.close();
  }
}

function prepare(
  database: Connection,
  path: string,
  { create, isCopy }: { readonly create: boolean; readonly isCopy: boolean },
): SqliteFile {
  const pragma = (source: string): unknown => database.value(`pragma ${source}`);
  const tables = (): number => Number(database.value('select count(*) from sqlite_schema'));
  if (create && tables() === 0) {
    // Pages of twice the usual size: imports of many appeals take a fortieth less.
    pragma('page_size = 8192');
    pragma(`application_id = ${String(applicationId)}`);
    pragma('journal_mode = wal');
  } else if (pragma('application_id') !== applicationId) {
    throw new AppError('database-foreign', { path });
  }
  pragma('foreign_keys = on');
  pragma('synchronous = full');
  pragma('secure_delete = on');
  if (!isCopy) alignRights(path);
  return {
    isCopy,
    login: undefined,
    settle: () => Promise.resolve(),
    enter: () => Promise.resolve(),
    unsettle: () => Promise.resolve(),
    isSettled: () => Promise.resolve(true),
    refuseWrites: () => void pragma('query_only = on'),
    db: new Kysely<Tables>({
      dialect: new FileDialect(database, path, sqliteEngine),
      plugins: [new CamelCasePlugin()],
    }),
    facts: () =>
      Promise.resolve({
        engine: `SQLite ${String(database.value('select sqlite_version()'))}`,
        driver: database.engine,
        journalMode: String(pragma('journal_mode')),
        pageBytes: Number(pragma('page_size')) * Number(pragma('page_count')),
        wideRights: findWideRights(path),
        networkFileSystem: findNetworkFileSystem(path),
      }),
    version: () => Promise.resolve().then(() => findVersion(database, path)),
    copyBefore: async (to) => {
      // By a second connection, which sees what there was before this one's transaction.
      const other = (await loadEngine()).open(path, { isReadOnly: true });
      try {
        closeSync(openSync(to, 'ax', 0o600));
        await other.copyInto(to);
      } catch (error) {
        throw makeFault(error, to);
      } finally {
        other.close();
      }
    },
    care: makeCare(database, path, withScratch),
    useWal: () => void pragma('journal_mode = wal'),
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

function findVersion(database: Connection, path: string): string | undefined {
  try {
    const isThere = database.value("select 1 from sqlite_schema where name = 'kysely_migration'");
    if (isThere === undefined) return undefined;
    const name = database.value('select max(name) from kysely_migration');
    return typeof name === 'string' ? name : undefined;
  } catch (error) {
    throw makeOpenFault(error, path);
  }
}

function findWideRights(path: string): string | null {
  // Windows keeps rights in lists of its own, which Node does not read.
  if (platform() === 'win32') return null;
  const rights = statSync(path).mode & 0o777;
  return (rights & 0o077) === 0 ? null : rights.toString(8);
}

/** Refuses to write a database that lies on a network, unless a person has said that it may be. Errors: `database-on-network`. */
export function refuseNetwork(path: string, allowsNetwork: boolean): void {
  if (allowsNetwork || path === ':memory:') return;
  const system = findNetworkFileSystem(path);
  if (system !== null) throw new AppError('database-on-network', { path, system });
}

/** How the log of a database begins, by which copies of one are told from those of another; undefined for what is none. */
export async function findFirstHash(path: string): Promise<string | undefined> {
  const engine = await loadEngine();
  let database: Connection | undefined;
  try {
    database = engine.open(path, { isReadOnly: true });
    const hash = database.value('select hash from operation where id = 1');
    return typeof hash === 'string' ? hash : undefined;
  } catch {
    return undefined;
  } finally {
    database?.close();
  }
}

/** What is known of the disk and the folder of a file: whether both can be written, and how many bytes are free. */
export function findRoom(path: string): { readonly isWritable: boolean; readonly freeBytes: number | null } {
  const isThere = existsSync(path);
  let freeBytes: number | null = null;
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    freeBytes = bavail * bsize;
  } catch {
    // A disk that does not tell.
  }
  return { isWritable: mayWrite(dirname(path)) && (!isThere || mayWrite(path)), freeBytes };
}

/** Bytes that the name of a file has at most, with what SQLite puts beside a database under it. */
const longestName = 255 - '-journal'.length;

/** Whether the name of a file is too long for a file system. */
export function isNameTooLong(path: string): boolean {
  return Buffer.byteLength(basename(path)) > longestName;
}
