import { chmodSync, closeSync, existsSync, openSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { AppError } from '../../errors.ts';
import type { Tables } from '../tables.ts';
import type { Care } from './care.ts';
import { makeCare } from './care.ts';
import { FileDialect } from './driver.ts';
import { readFault, setPatience } from './faults.ts';

/** Marks a SQLite file as one of this tool (`LIAI`). */
const applicationId = 0x4c494149;

export type Db = Kysely<Tables>;

/** What the engine tells of an open file, for `database info`. */
export interface EngineFacts {
  readonly engine: string;
  readonly journalMode: string;
  readonly pageBytes: number;
  /** Rights of the file, `644`, when others than its owner can read it. */
  readonly wideRights: string | null;
  /** Kind of the network file system the file lies on, where simultaneous use can damage it. */
  readonly networkFileSystem: string | null;
}

/** An open file with what only its engine can do. */
export interface EngineFile {
  readonly db: Db;
  readonly facts: () => EngineFacts;
  /** Name of the newest migration the file has been through; undefined where there is none. */
  readonly version: () => string | undefined;
  readonly backup: (to: string) => Promise<void>;
  readonly care: Care;
  /** Has the file keep what is being written beside it, as every database of the tool does; a copy begins without. */
  readonly useWal: () => void;
  readonly close: () => void;
}

/**
 * Opens a SQLite file; `create` makes it, for its owner alone. A file that another program made is refused, so
 * that a wrong `--db` never changes it.
 */
export function openFile(
  path: string,
  options: { readonly create: boolean; readonly patience: number },
): EngineFile {
  refuseMissingFolder(path);
  if (!options.create && !existsSync(path)) throw new AppError('database-not-found', { path });
  if (existsSync(path) && !statSync(path).isFile()) throw new AppError('database-foreign', { path });
  setPatience(options.patience);
  try {
    // Made here and empty, so that the file and the ones SQLite puts beside it are never readable for others.
    if (options.create) closeSync(openSync(path, 'a', 0o600));
    const database = new Sqlite(path, { fileMustExist: true, timeout: options.patience * 1000 });
    try {
      return prepare(database, path, options.create);
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw readFault(error, path);
  }
}

/** What is there under the name of a database: its file, or what SQLite would take for its log; undefined where the name is free. */
export function findTaken(path: string): string | undefined {
  return ['', '-wal', '-shm', '-journal'].map((ending) => path + ending).find((file) => existsSync(file));
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

/** Removes a file that could not be made, and what SQLite put beside it. */
export function discardFile(path: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true });
}

function prepare(database: Sqlite.Database, path: string, create: boolean): EngineFile {
  const pragma = (source: string): unknown => database.pragma(source, { simple: true });
  const tables = (): number => Number(database.prepare('select count(*) from sqlite_schema').pluck().get());
  if (create && tables() === 0) {
    pragma(`application_id = ${String(applicationId)}`);
    pragma('journal_mode = wal');
  } else if (pragma('application_id') !== applicationId) {
    throw new AppError('database-foreign', { path });
  }
  pragma('foreign_keys = on');
  pragma('synchronous = full');
  pragma('secure_delete = on');
  return {
    db: new Kysely<Tables>({ dialect: new FileDialect(database, path), plugins: [new CamelCasePlugin()] }),
    facts: () => ({
      engine: `SQLite ${String(database.prepare('select sqlite_version()').pluck().get())}`,
      journalMode: String(pragma('journal_mode')),
      pageBytes: Number(pragma('page_size')) * Number(pragma('page_count')),
      wideRights: findWideRights(path),
      networkFileSystem: findNetworkFileSystem(path),
    }),
    version: () => {
      const name: unknown = database.prepare('select max(name) from kysely_migration').pluck().get();
      return typeof name === 'string' ? name : undefined;
    },
    backup: async (to) => {
      await database.backup(to);
      chmodSync(to, 0o600);
    },
    care: makeCare(database, path),
    useWal: () => void pragma('journal_mode = wal'),
    close: () => database.close(),
  };
}

function findWideRights(path: string): string | null {
  const rights = statSync(path).mode & 0o777;
  return (rights & 0o077) === 0 ? null : rights.toString(8);
}

/** Magic numbers by which Linux tells network file systems. */
const networkFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
]);

function findNetworkFileSystem(path: string): string | null {
  return networkFileSystems.get(statfsSync(path).type >>> 0) ?? null;
}
