import Sqlite from 'better-sqlite3';
import type { Connection, Engine, Row } from './connection.ts';

/** The addon better-sqlite3. Errors: what Node says of a binary that it cannot load. */
export function loadBetterSqlite3(): Engine {
  // Its binary is loaded with the first database.
  new Sqlite(':memory:').close();
  return {
    name: 'better-sqlite3',
    open: (path, { patience = 5, isReadOnly = false }) =>
      connect(new Sqlite(path, { fileMustExist: true, timeout: patience * 1000, readonly: isReadOnly })),
    openInMemory: (file) => connect(new Sqlite(file ?? ':memory:')),
  };
}

function connect(database: Sqlite.Database): Connection {
  return {
    engine: 'better-sqlite3',
    // Kysely gives a list of parameters; better-sqlite3 takes it as one array.
    prepare: (source) => database.prepare(source),
    exec: (source) => void database.exec(source),
    rows: (source) => database.prepare(source).all() as Row[],
    value: (source) => {
      const statement = database.prepare(source);
      // Without a result (`pragma foreign_keys = on`) there is nothing to take a column of.
      return statement.reader ? statement.pluck().get() : void statement.run();
    },
    // From the first row on the connection is taken, not before.
    lists: function* (source) {
      yield* database.prepare(source).raw().iterate() as Iterable<readonly unknown[]>;
    },
    isInTransaction: () => database.inTransaction,
    copyInto: async (path) => {
      await database.backup(path);
    },
    close: () => void database.close(),
  };
}
