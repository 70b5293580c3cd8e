import type { StatementSync } from 'node:sqlite';
import { backup, DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqliteStatement } from 'kysely';
import type { Connection, Engine, Row } from './connection.ts';

/** SQLite's names for what went wrong, by the number of the kind. */
const codes: Readonly<Record<number, string>> = {
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  7: 'SQLITE_NOMEM',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  15: 'SQLITE_PROTOCOL',
  18: 'SQLITE_TOOBIG',
  19: 'SQLITE_CONSTRAINT',
  20: 'SQLITE_MISMATCH',
  22: 'SQLITE_NOLFS',
  23: 'SQLITE_AUTH',
  26: 'SQLITE_NOTADB',
};

/** Does something with the engine; what it throws gets SQLite's name for it. */
function named<Result>(task: () => Result): Result {
  try {
    return task();
  } catch (error) {
    throw nameError(error);
  }
}

function nameError(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  // The number of a kind, and above it which of that kind.
  const code = codes[error.errcode & 0xff] ?? 'SQLITE_ERROR';
  return Object.assign(error, { code });
}

/** The SQLite that is part of Node. */
export function loadNodeSqlite(): Engine {
  return {
    name: 'node-sqlite',
    open: (path, { patience = 5, isReadOnly = false }) =>
      named(() => {
        const database = new DatabaseSync(path, { readOnly: isReadOnly, timeout: patience * 1000 });
        return connect(database, () => undefined);
      }),
    openInMemory,
  };
}

function openInMemory(file?: Buffer): Connection {
  const database = new DatabaseSync(':memory:');
  if (file === undefined) return connect(database, () => undefined);
  if ('deserialize' in database && typeof database.deserialize === 'function') {
    const { deserialize } = database as { deserialize: (bytes: Uint8Array) => void };
    return named(() => {
      deserialize.call(database, file);
      return connect(database, () => undefined);
    });
  }
  database.close();
  // An older Node takes no bytes: a file of its owner's own stands for them, and goes with the connection.
  const folder = mkdtempSync(join(tmpdir(), 'liaison-'));
  const discard = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    writeFileSync(join(folder, 'copy.db'), file, { mode: 0o600 });
    return named(() => connect(new DatabaseSync(join(folder, 'copy.db')), discard));
  } catch (error) {
    discard();
    throw error;
  }
}

function connect(database: DatabaseSync, onClose: () => void): Connection {
  // As much memory for pages as the addon takes; Node's own has an eighth of it.
  database.exec('pragma cache_size = -16000');
  return {
    engine: 'node-sqlite',
    prepare: (source) => named(() => asStatement(database.prepare(source))),
    exec: (source) => {
      named(() => {
        database.exec(source);
      });
    },
    rows: (source) => named(() => allRows(database.prepare(source), noValues) as Row[]),
    value: (source) =>
      named(() => {
        const row = database.prepare(source).get();
        return row === undefined ? undefined : Object.values(row)[0];
      }),
    lists: (source) => {
      const statement = named(() => database.prepare(source));
      statement.setReturnArrays(true);
      statement.setReadBigInts(true);
      return eachList(eachNamed(() => statement.iterate()) as Iterable<readonly unknown[]>);
    },
    isInTransaction: () => database.isTransaction,
    copyInto: async (path) => {
      try {
        await backup(database, path);
      } catch (error) {
        throw nameError(error);
      }
    },
    close: () => {
      if (database.isOpen) database.close();
      onClose();
    },
  };
}

/** Rows one at a time; what is thrown on the way gets SQLite's name for it too. */
function* eachNamed(begin: () => Iterable<unknown>): Generator<unknown, undefined> {
  try {
    yield* begin();
  } catch (error) {
    throw nameError(error);
  }
}

type Values = Parameters<StatementSync['run']>;
const noValues = [] as unknown as Values;

/** All rows. Whole numbers past 2⁵³, which only a file has that somebody changed, come as the nearest number, as from the addon. */
function allRows(statement: StatementSync, values: Values): unknown[] {
  try {
    return statement.all(...values);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_OUT_OF_RANGE')) throw error;
    statement.setReadBigInts(true);
    try {
      return statement.all(...values).map((row) => {
        const pairs = Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'bigint' ? Number(value) : value,
        ]);
        return Object.fromEntries(pairs) as unknown;
      });
    } finally {
      statement.setReadBigInts(false);
    }
  }
}

/** Rows with whole numbers as such, but for those past 2⁵³. */
function* eachList(rows: Iterable<readonly unknown[]>): Generator<readonly unknown[]> {
  for (const row of rows)
    yield row.map((value) =>
      typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value,
    );
}

/** A statement with the face that Kysely knows: values come as one list. */
function asStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (values) => named(() => allRows(statement, values as unknown as Values)),
    run: (values) => named(() => statement.run(...(values as unknown as Values))),
    iterate: (values) => eachNamed(() => statement.iterate(...(values as unknown as Values))),
  };
}
