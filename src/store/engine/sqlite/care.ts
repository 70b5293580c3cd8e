import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../errors.ts';
import type { Care, StoredTable } from '../engine-file.ts';
import type { Connection } from './connection.ts';
import { makeFault } from './faults.ts';
import { refusal } from './schema.ts';

/** What only SQLite can tell of its file, or do to it. */
export interface FileCare extends Care {
  /** Writes the whole database as it is now into a new file, consistent whoever writes meanwhile. */
  readonly copyInto: (path: string) => void;
}

export function makeCare(database: Connection, path: string, withScratch: Care['withScratch']): FileCare {
  const run = <Result>(task: () => Result, at = path): Result => {
    try {
      return task();
    } catch (error) {
      throw makeFault(error, at);
    }
  };
  // The engine answers at once; what it throws is told by the promise, as those of a server are.
  const soon = async <Result>(task: () => Result): Promise<Result> => Promise.resolve().then(task);
  return {
    listFaults: () => soon(() => listFaults(database)),
    listLostReferences: () =>
      soon(() =>
        (
          database.rows('pragma foreign_key_check') as unknown as {
            table: string;
            rowid: number | null;
            parent: string;
          }[]
        ).map(({ table, rowid, parent }) => ({ table, row: rowid, parent })),
      ),
    listSchema: () => soon(() => listSchema(database)),
    listRefusals: () => soon(() => listRefusals(database)),
    copyInto: (to) => {
      if (existsSync(to)) throw new AppError('file-exists', { file: to });
      // Made here and empty, so that it is never readable for others.
      const file = run(() => openSync(to, 'ax', 0o600), to);
      closeSync(file);
      // SQLite takes this for a write, which what is read into memory refuses; the database itself stays as it is.
      const refuses = database.value('pragma query_only');
      database.exec('pragma query_only = off');
      try {
        run(() => database.prepare('vacuum into ?').run([to]), to);
      } finally {
        database.exec(`pragma query_only = ${String(refuses)}`);
      }
      // Open to be written: Windows flushes no other.
      const written = openSync(to, 'r+');
      fsyncSync(written);
      closeSync(written);
      chmodSync(to, 0o600);
    },
    refuseUnscrubbable: () =>
      soon(() => {
        run(() => {
          emptyLog(database);
          const { bavail, bsize } = statfsSync(dirname(path));
          // Written anew the file goes through the log beside it, and through a temporary one.
          if (bavail * bsize < 2 * statSync(path).size)
            throw Object.assign(new Error('no room to write the file anew'), { code: 'SQLITE_FULL' });
        });
      }),
    scrub: () =>
      soon(() => {
        run(() => {
          database.exec('vacuum');
          emptyLog(database);
        });
        return true;
      }),
    comparesSchema: true,
    rights: undefined,
    listReadings: undefined,
    bytes: {
      find: (signs) =>
        soon(() => {
          const found = new Set<number>();
          for (const ending of ['', '-wal', '-journal']) {
            if (!existsSync(path + ending)) continue;
            for (const place of signs.findIn(eachBlock(path + ending))) found.add(place);
          }
          return found;
        }),
      findInRows: (signs) => soon(() => signs.findIn(eachRowBlock(database))),
    },
    eachTable: () => eachTable(database),
    atOneMoment: async (task) => {
      run(() => {
        database.exec('begin');
      });
      try {
        return await task();
      } finally {
        database.exec('rollback');
      }
    },
    tryPart: async (task) => {
      await task();
    },
    withScratch,
  };
}

function listFaults(database: Connection): string[] {
  try {
    const lines = database.rows('pragma integrity_check(100)').map((row) => String(Object.values(row)[0]));
    return lines.filter((line) => line !== 'ok');
  } catch (error) {
    // What is damaged so far that the engine gives up.
    return [error instanceof Error ? error.message : String(error)];
  }
}

function listRefusals(database: Connection): Set<string> {
  const triggers = database.rows(
    "select tbl_name as 'table', sql from sqlite_schema where type = 'trigger'",
  ) as unknown as { table: string; sql: string }[];
  const plain = (text: string): string => text.replace(/\s+/gu, ' ').toLowerCase();
  const there = new Set(triggers.map((trigger) => plain(trigger.sql)));
  const tables = new Set(triggers.map(({ table }) => table));
  return new Set(
    [...tables].filter((table) =>
      (['update', 'delete'] as const).every((verb) => there.has(plain(refusal(table, verb)))),
    ),
  );
}

/** What the engine makes for itself, and differs by its version: numbering, statistics, the parts of the index. */
const engineOwn = /^(?:sqlite_|appeal_search_)/u;

function listSchema(database: Connection): Map<string, string> {
  const rows = database.rows('select type, name, sql from sqlite_schema') as unknown as {
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
function emptyLog(database: Connection): void {
  const [result] = database.rows('pragma wal_checkpoint(truncate)');
  if (result !== undefined && result['busy'] !== 0)
    throw Object.assign(new Error('a reader is at work'), { code: 'SQLITE_BUSY' });
}

/** Bytes that are looked through in one go. */
const blockSize = 1 << 23;

/** The bytes of a file, block by block. */
function* eachBlock(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const block = Buffer.alloc(blockSize);
    for (;;) {
      const length = readSync(file, block, 0, block.length, null);
      if (length === 0) return;
      yield block.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- another engine waits for its server
async function* eachTable(database: Connection): AsyncGenerator<StoredTable> {
  const names = database.rows(
    `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'
       and name not like 'kysely\\_%' escape '\\' and name not like 'appeal\\_search%' escape '\\' order by name`,
  ) as unknown as { name: string }[];
  for (const { name } of names) {
    const columns = database
      .rows(`select name from pragma_table_info('${name}')`)
      .map((row) => String(row['name']));
    yield { name, columns, rows: database.lists(`select * from "${name}"`) };
  }
}

/** Every text of every table that rows are written into, block by block; what the search keeps its index in is left out. */
function* eachRowBlock(database: Connection): Generator<Uint8Array> {
  const columns = database.rows(
    `select t.name as "table", c.name as "column" from pragma_table_list as t join pragma_table_info(t.name) as c
     where t.schema = 'main' and t.type = 'table' and c.type in ('TEXT', 'text')`,
  ) as unknown as { table: string; column: string }[];
  // No text holds what parts two of them.
  let block = '';
  for (const [table, own] of Map.groupBy(columns, (one) => one.table)) {
    const names = own.map(({ column }) => `"${column}"`).join(', ');
    const rows = database.lists(`select ${names} from "${table}"`);
    for (const row of rows as Iterable<readonly (string | null)[]>) {
      for (const text of row) if (text !== null) block += `${text}\0`;
      if (block.length < blockSize / 4) continue;
      yield Buffer.from(block);
      block = '';
    }
  }
  yield Buffer.from(block);
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
