import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../errors.ts';
import { makeFault } from './faults.ts';
import { refusal } from './schema.ts';

/** A row that refers to one that is not there. */
export interface LostReference {
  readonly table: string;
  readonly row: number | null;
  readonly parent: string;
}

/** What only the engine can tell of its file, or do to it. */
export interface Care {
  /** Faults of the file itself; none in a sound one. */
  readonly listFaults: () => string[];
  readonly listLostReferences: () => LostReference[];
  /** Everything the schema consists of, by sort and name, with its text. */
  readonly listSchema: () => ReadonlyMap<string, string>;
  /** Tables that refuse changed and deleted rows, by the triggers that are there. */
  readonly listRefusals: () => ReadonlySet<string>;
  /** Writes the whole database as it is now into a new file, consistent whoever writes meanwhile. */
  readonly copyInto: (path: string) => void;
  /** Refuses what could not be scrubbed afterwards: others read, or the disk has no room for a second file. */
  readonly refuseUnscrubbable: () => void;
  /** Writes the file anew, so that nothing is left of what was deleted, and empties what SQLite keeps beside it. */
  readonly scrub: () => void;
  /** Which of these signs stand anywhere in the bytes of the file, or in what SQLite keeps beside it. */
  readonly findInBytes: (signs: readonly string[]) => string[];
  /** Whether any row of any table holds these signs. */
  readonly isInRows: (signs: string) => boolean;
  /** Reads within one moment of the database, while others go on writing. */
  readonly atOneMoment: <Result>(task: () => Promise<Result>) => Promise<Result>;
}

export function makeCare(database: SqliteDatabase.Database, path: string): Care {
  const run = <Result>(task: () => Result, at = path): Result => {
    try {
      return task();
    } catch (error) {
      throw makeFault(error, at);
    }
  };
  return {
    listFaults: () => {
      try {
        const lines = database.prepare('pragma integrity_check(100)').pluck().all() as string[];
        return lines.filter((line) => line !== 'ok');
      } catch (error) {
        // What is damaged so far that the engine gives up.
        return [error instanceof Error ? error.message : String(error)];
      }
    },
    listLostReferences: () =>
      (
        database.prepare('pragma foreign_key_check').all() as {
          table: string;
          rowid: number | null;
          parent: string;
        }[]
      ).map(({ table, rowid, parent }) => ({ table, row: rowid, parent })),
    listSchema: () => listSchema(database),
    listRefusals: () => {
      const triggers = database
        .prepare("select tbl_name as 'table', sql from sqlite_schema where type = 'trigger'")
        .all() as { table: string; sql: string }[];
      const plain = (text: string): string => text.replace(/\s+/gu, ' ').toLowerCase();
      const there = new Set(triggers.map((trigger) => plain(trigger.sql)));
      const tables = new Set(triggers.map(({ table }) => table));
      return new Set(
        [...tables].filter((table) =>
          (['update', 'delete'] as const).every((verb) => there.has(plain(refusal(table, verb)))),
        ),
      );
    },
    copyInto: (to) => {
      if (existsSync(to)) throw new AppError('file-exists', { file: to });
      // Made here and empty, so that it is never readable for others.
      const file = run(() => openSync(to, 'ax', 0o600), to);
      closeSync(file);
      // SQLite takes this for a write, which what is read into memory refuses; the database itself stays as it is.
      const refuses = database.pragma('query_only', { simple: true });
      database.pragma('query_only = off');
      try {
        run(() => database.prepare('vacuum into ?').run(to), to);
      } finally {
        database.pragma(`query_only = ${String(refuses)}`);
      }
      const written = openSync(to, 'r');
      fsyncSync(written);
      closeSync(written);
      chmodSync(to, 0o600);
    },
    refuseUnscrubbable: () => {
      run(() => {
        emptyLog(database);
        const { bavail, bsize } = statfsSync(dirname(path));
        // Written anew the file goes through the log beside it, and through a temporary one.
        if (bavail * bsize < 2 * statSync(path).size)
          throw Object.assign(new Error('no room to write the file anew'), { code: 'SQLITE_FULL' });
      });
    },
    scrub: () => {
      run(() => {
        database.exec('vacuum');
        emptyLog(database);
      });
    },
    findInBytes: (signs) => {
      const found = new Set<string>();
      for (const ending of ['', '-wal', '-journal']) {
        if (!existsSync(path + ending)) continue;
        findSigns(readFileSync(path + ending), signs, found);
      }
      return [...found];
    },
    atOneMoment: async (task) => {
      run(() => database.exec('begin'));
      try {
        return await task();
      } finally {
        database.exec('rollback');
      }
    },
    isInRows: (signs) =>
      listColumns(database).some(
        ({ table, column }) =>
          database.prepare(`select 1 from "${table}" where instr("${column}", ?) > 0 limit 1`).get(signs) !==
          undefined,
      ),
  };
}

/** What the engine makes for itself, and differs by its version: numbering, statistics, the parts of the index. */
const engineOwn = /^(?:sqlite_|appeal_search_)/u;

function listSchema(database: SqliteDatabase.Database): Map<string, string> {
  const rows = database.prepare('select type, name, sql from sqlite_schema').all() as {
    type: string;
    name: string;
    sql: string | null;
  }[];
  return new Map(
    rows
      .filter(({ name }) => !engineOwn.test(name))
      .map(({ type, name, sql }) => [`${type} ${name}`, (sql ?? '').replace(/\s+/gu, ' ')]),
  );
}

/** Brings what stands in the log into the file and empties the log; that needs the file for itself. */
function emptyLog(database: SqliteDatabase.Database): void {
  const [result] = database.pragma('wal_checkpoint(truncate)') as { busy: number }[];
  if (result !== undefined && result.busy !== 0)
    throw Object.assign(new Error('a reader is at work'), { code: 'SQLITE_BUSY' });
}

/** Every column of every table that rows are written into; those the search keeps its index in are left out. */
function listColumns(database: SqliteDatabase.Database): { table: string; column: string }[] {
  return database
    .prepare(
      `select t.name as "table", c.name as "column" from pragma_table_list as t join pragma_table_info(t.name) as c
       where t.schema = 'main' and t.type = 'table' and c.type in ('TEXT', 'text')`,
    )
    .all() as { table: string; column: string }[];
}

/** Bytes by which a sign is looked up before it is compared whole. */
const keyLength = 6;

/** Looks for many signs in bytes at once. Signs shorter than the key are looked for one by one. */
function findSigns(bytes: Buffer, signs: readonly string[], found: Set<string>): void {
  const byKey = new Map<number, { sign: string; bytes: Buffer }[]>();
  for (const sign of signs) {
    const own = Buffer.from(sign);
    if (own.length < keyLength) {
      if (own.length > 0 && bytes.includes(own)) found.add(sign);
      continue;
    }
    const key = own.readUIntBE(0, keyLength);
    byKey.set(key, [...(byKey.get(key) ?? []), { sign, bytes: own }]);
  }
  if (byKey.size === 0) return;
  const span = 2 ** (8 * (keyLength - 1));
  let key = bytes.length < keyLength ? -1 : bytes.readUIntBE(0, keyLength);
  for (let at = 0; at + keyLength <= bytes.length; at += 1) {
    for (const one of byKey.get(key) ?? []) {
      if (!found.has(one.sign) && bytes.subarray(at, at + one.bytes.length).equals(one.bytes))
        found.add(one.sign);
    }
    key = (key % span) * 256 + (bytes[at + keyLength] ?? 0);
  }
}

/** Copies the file of a database, with what SQLite keeps beside it; the copy is for its owner alone. */
export function copyFileWhole(from: string, to: string): void {
  if (!existsSync(from)) throw new AppError('file-not-found', { file: from });
  if (!statSync(from).isFile()) throw new AppError('database-foreign', { path: from });
  for (const ending of ['', '-wal']) {
    if (!existsSync(from + ending)) continue;
    try {
      copyFileSync(from + ending, to + ending);
      chmodSync(to + ending, 0o600);
    } catch (error) {
      throw makeFault(error, to);
    }
  }
}
