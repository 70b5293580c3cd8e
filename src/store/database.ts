import { sql } from 'kysely';
import { AppError, isAppError, isProgramFault } from '../errors.ts';
import { isServerAddress, showAddress } from './engine/address.ts';
import type { Care, EngineFacts, EngineFile } from './engine/engine-file.ts';
export type { Granted, ReadingKind, RightsLevel, StoredTable } from './engine/engine-file.ts';
import type { Db, Trx } from './db.ts';
import { engineOf } from './engine/engine.ts';
import type { Maker } from './engine/sqlite/drafts.ts';
import { claimDraft, discardFile, findTaken, placeFile } from './engine/sqlite/drafts.ts';
import type { SqliteFile } from './engine/sqlite/open.ts';
import {
  isFileThere,
  isHalfMade,
  openFile,
  refuseMissingFolder,
  refuseNetwork,
} from './engine/sqlite/open.ts';
export { isServerAddress, showAddress } from './engine/address.ts';
export { findRoom } from './engine/sqlite/open.ts';
export { findPlace } from './engine/sqlite/place.ts';
export type { Place } from './engine/sqlite/place.ts';
import { newestMigration } from './migrations/newest.ts';

/** Something that was done, by its number in the log of the database; a copy of a database is in none. */
export interface MadeChange {
  readonly operation: number | null;
  readonly command: string;
}

/** An open database of this tool, its schema up to date. */
export interface Store {
  readonly db: Db;
  /** The path of the file, or where on a server it is, without a password. */
  readonly path: string;
  /** Who has logged in on a server: who acts is no claim there. Undefined for a file. */
  readonly login: string | undefined;
  /** The file behind it; undefined on a server. */
  readonly file: SqliteFile | undefined;
  readonly schema: string;
  /** Path of the backup that was written before the schema was brought up to date. */
  readonly backup: string | undefined;
  /** Whether it is read from a copy in memory, since its file or folder cannot be written. */
  readonly isCopy: boolean;
  /** Says of which jurisdiction what follows is; gives it back. */
  readonly enter: <One extends { readonly id: number }>(jurisdiction: One) => Promise<One>;
  readonly facts: () => Promise<EngineFacts>;
  readonly care: Care;
  /** What was done through it since it was opened, for whoever has to tell when the rest fails. */
  readonly changes: MadeChange[];
  /** Refuses what would write where it is not safe to. Errors: `database-on-network`. */
  readonly refuseUnsafeWrites: () => void;
  readonly close: () => Promise<void>;
}

/** Seconds to wait for another process that is writing, unless told otherwise. */
export const defaultPatience = 5;

/** How a database is opened. */
export interface OpenTerms {
  readonly patience?: number | undefined;
  /** Whether one of an older version is left as it is, and refused. */
  readonly isLooking?: boolean;
  /** Whether it may be written on a network file system. */
  readonly allowsNetwork?: boolean;
  /** What the environment says of servers. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Who writes files beside it; nobody's are taken for left behind where it is not said. */
  readonly maker?: Maker;
}

const anyMaker: Maker = { pid: 0, isRunning: () => true };

/**
 * Opens a database that is there. One of an older schema is kept beside the file (`….before-0002.bak`) and brought up
 * to date; one of a newer schema is refused, so that an old tool never writes into it.
 *
 * Errors: those of `openFile`, `database-newer`, `database-older` for whoever only looks.
 */
export async function openStore(path: string, terms: OpenTerms = {}): Promise<Store> {
  const { patience = defaultPatience } = terms;
  if (isServerAddress(path)) {
    const { openSchema } = await import('./engine/postgres/open.ts');
    const schema = await openSchema(path, { patience, env: terms.env ?? {} });
    return openWhole(schema, showAddress(path), undefined, terms);
  }
  const file = await openFile(path, { create: false, patience });
  return openWhole(file, path, file, terms);
}

/** Takes a file or schema that is open for a database of this tool, brought up to date; closes it where it is none. */
async function openWhole(
  opened: EngineFile,
  path: string,
  file: SqliteFile | undefined,
  terms: OpenTerms,
): Promise<Store> {
  const { maker = anyMaker } = terms;
  try {
    const version = await opened.version();
    if (version === undefined)
      throw file !== undefined && (await isHalfMade(path))
        ? new AppError('database-half-made', { path })
        : new AppError('database-altered', { path, findings: 1 });
    if (version > newestMigration) {
      throw new AppError('database-newer', { path, version, known: newestMigration });
    }
    const isOlder = version < newestMigration || !(await opened.isSettled()) || (await isPending(opened.db));
    if (isOlder && terms.isLooking === true)
      throw new AppError('database-older', { path, version, known: newestMigration });
    if (isOlder && file?.isCopy === false) refuseNetwork(path, terms.allowsNetwork === true);
    const backup = isOlder ? await bringUpToDate(opened, file, { path, maker }) : undefined;
    if (opened.isCopy) opened.refuseWrites();
    return makeStore(opened, path, { ...terms, backup, file });
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/**
 * Brings a database to the newest schema in one transaction; gives the path of the file before. Whoever comes second waits,
 * and finds it done.
 */
async function bringUpToDate(
  opened: EngineFile,
  file: SqliteFile | undefined,
  { path, maker }: { readonly path: string; readonly maker: Maker },
): Promise<string | undefined> {
  const { migrate } = await import('./migrations/migrate.ts');
  const { completeAppeals } = await import('./complete-appeals.ts');
  const { indexAll } = await import('./search-index.ts');
  const { completeFacts } = await import('./recount-facts.ts');
  return opened.db.transaction().execute(async (begun) => {
    // The one writing that is no operation: it brings the file to what the program reads.
    const trx = begun as Trx;
    const isOlder = ((await opened.version()) ?? '') < newestMigration;
    // A server takes a change of its schema back as a whole, and its backups are its own.
    const backup = isOlder && file?.isCopy === false ? await keepBefore(file, path, maker) : undefined;
    try {
      if (isOlder) {
        await opened.unsettle();
        await migrate(trx);
      }
      if (isOlder || !(await opened.isSettled())) await opened.settle();
      await completeAppeals(trx);
      // What is masked may be more than it was: nothing of it is to be found.
      if (isOlder) await indexAll(trx);
      if (isOlder) await completeFacts(trx);
    } catch (error) {
      // Nothing has been changed: the copy would be one of what is still there.
      if (backup !== undefined) discardFile(backup);
      throw isAppError(error) || isProgramFault(error)
        ? error
        : new AppError('database-altered', { path, findings: 1 }, { cause: error });
    }
    return backup;
  });
}

/** Keeps the file as it was before it is brought up to date, beside it, under a name nothing has yet. */
async function keepBefore(file: SqliteFile, path: string, maker: Maker): Promise<string> {
  const draft = claimDraft(path, maker);
  try {
    await file.copyBefore(draft);
    for (let count = 1; ; count += 1) {
      const backup = `${path}.before-${newestMigration.slice(0, 4)}${count === 1 ? '' : `-${String(count)}`}.bak`;
      if (findTaken(backup) !== undefined) continue;
      placeFile(draft, backup);
      return backup;
    }
  } catch (error) {
    discardFile(draft);
    throw error;
  }
}

/**
 * Creates a database and has it filled: it takes its name when it is whole, and not before. What an earlier try left that was
 * killed gives way.
 *
 * Errors: `database-exists`, `database-folder-missing`, those of the engine.
 */
export async function createStore<Filled>(
  path: string,
  fill: (store: Store) => Promise<Filled>,
  terms: OpenTerms = {},
): Promise<{ readonly store: Store; readonly filled: Filled; readonly replaced: boolean }> {
  if (isServerAddress(path)) return createOnServer(path, fill, terms);
  const { patience = defaultPatience, maker = anyMaker } = terms;
  refuseMissingFolder(path);
  refuseNetwork(path, terms.allowsNetwork === true);
  const replaced = isFileThere(path);
  if (replaced && !(await isHalfMade(path))) throw new AppError('database-exists', { path });
  const draft = claimDraft(path, maker);
  const filled = await makeDatabase(draft, path, patience, fill);
  if (replaced) discardFile(path);
  try {
    placeFile(draft, path);
  } catch (error) {
    discardFile(draft);
    if (isAppError(error) && error.code === 'file-exists') throw new AppError('database-exists', { path });
    throw error;
  }
  const store = await openStore(path, terms);
  store.changes.push(...filled.changes);
  return { store, filled: filled.result, replaced };
}

/** The same on a server: a schema that is there as a whole, with all that it was filled with, or not at all. */
async function createOnServer<Filled>(
  address: string,
  fill: (store: Store) => Promise<Filled>,
  terms: OpenTerms,
): Promise<{ readonly store: Store; readonly filled: Filled; readonly replaced: boolean }> {
  const { patience = defaultPatience } = terms;
  const { createSchema } = await import('./engine/postgres/open.ts');
  const schema = await createSchema(address, { patience, env: terms.env ?? {} });
  try {
    const store = makeStore(schema, showAddress(address), {});
    const filled = await schema.atOnce(async () => {
      await runMigrations(schema.db);
      await schema.settle();
      return fill(store);
    });
    return { store, filled, replaced: false };
  } catch (error) {
    await schema.close();
    throw error;
  }
}

/** Makes a database in a file that is a draft of something, and has it filled. Errors: those of the engine. */
export async function fillFile(path: string, fill: (store: Store) => Promise<void>): Promise<void> {
  await makeDatabase(path, path, defaultPatience, fill);
}

async function makeDatabase<Filled>(
  draft: string,
  path: string,
  patience: number,
  fill: (store: Store) => Promise<Filled>,
): Promise<{ readonly result: Filled; readonly changes: readonly MadeChange[] }> {
  try {
    const file = await openFile(draft, { create: true, patience });
    try {
      await runMigrations(file.db);
      const store = makeStore(file, path, { allowsNetwork: true, file });
      return { result: await fill(store), changes: store.changes };
    } finally {
      await file.close();
    }
  } catch (error) {
    discardFile(draft);
    // The draft is the tool's own affair: a person knows the database.
    if (isAppError(error) && 'path' in error.details && error.details.path === draft)
      throw new AppError(error.code, { ...error.details, path }, { cause: error });
    throw error;
  }
}

/** Whether appeals of an older version still lack what this one needs. */
async function isPending(db: Db): Promise<boolean> {
  return (await db.selectFrom('appealPending').select('appealId').limit(1).executeTakeFirst()) !== undefined;
}

async function runMigrations(db: Db): Promise<void> {
  const { migrate } = await import('./migrations/migrate.ts');
  await db.transaction().execute(migrate);
}

function makeStore(
  { db, isCopy, facts, care, login, close, enter }: EngineFile,
  path: string,
  {
    allowsNetwork = false,
    backup,
    file,
  }: OpenTerms & { readonly backup?: string | undefined; readonly file?: SqliteFile | undefined },
): Store {
  const refuseUnsafeWrites = (): void => {
    if (file !== undefined) refuseNetwork(path, allowsNetwork);
  };
  return {
    ...{ db, path, file, schema: newestMigration, backup, isCopy, facts, care, login, changes: [], close },
    refuseUnsafeWrites,
    enter: async (jurisdiction) => {
      await enter(jurisdiction.id);
      return jurisdiction;
    },
  };
}

/** Something of the schema that is not as the migrations make it. */
export interface SchemaFault {
  /** Sort and name: `trigger run_no_update`. */
  readonly what: string;
  readonly how: 'added' | 'missing' | 'altered';
}

/** Lists what of the schema is not as the migrations make it: tables and columns, indexes, triggers, views, and what it says they were. */
export async function listSchemaFaults({ db, care }: Pick<Store, 'db' | 'care'>): Promise<SchemaFault[]> {
  const there = await withMigrations(db, await care.listSchema());
  const wanted = await listWantedSchema(db, care);
  const faults: SchemaFault[] = [];
  for (const [what, text] of there) {
    const made = wanted.get(what);
    if (made !== text) faults.push({ what, how: made === undefined ? 'added' : 'altered' });
  }
  for (const what of wanted.keys()) if (!there.has(what)) faults.push({ what, how: 'missing' });
  return faults;
}

/** What schemas are as the migrations make them, by engine and migrations: the same as long as the program runs, and made once. */
const wantedSchemas = new Map<string, ReadonlyMap<string, string>>();

async function listWantedSchema(db: Db, care: Care): Promise<ReadonlyMap<string, string>> {
  const { migrations } = await import('./migrations/list.ts');
  const name = [engineOf(db).name, ...Object.keys(migrations)].join(' ');
  const known = wantedSchemas.get(name);
  if (known !== undefined) return known;
  const wanted = await care.withScratch(async (scratch) => {
    await runMigrations(scratch.db);
    await scratch.settle();
    return withMigrations(scratch.db, await scratch.listSchema());
  });
  wantedSchemas.set(name, wanted);
  return wanted;
}

/** What a schema consists of, the migrations that it says it has been through among it. */
async function withMigrations(db: Db, schema: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const all = new Map(schema);
  for (const name of await listMigrations(db)) all.set(`migration ${name}`, '');
  return all;
}

async function listMigrations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}

/** How many rows a table has. */
export async function countRows(db: Db, table: 'unit' | 'run' | 'edition' | 'appeal'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
