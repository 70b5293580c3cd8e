import type {
  DatabaseConnection,
  QueryResult,
  CompiledQuery as Query,
  Driver,
  SqliteDatabase,
  SqliteStatement,
} from 'kysely';
import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { AnyDb, Engine, Value } from '../engine.ts';
import type { Connection } from './connection.ts';
import { makeFault } from './faults.ts';

/** Connection whose errors are ours: a locked file, a full disk and the like come out as errors for people. */
class TranslatingConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;
  readonly #path: string;
  readonly #engine: SqliteDatabase;

  constructor(inner: DatabaseConnection, engine: SqliteDatabase, path: string) {
    this.#inner = inner;
    this.#engine = engine;
    this.#path = path;
  }

  /** Runs one statement for many lists of values. */
  runMany(source: string, lists: readonly (readonly Value[])[]): void {
    try {
      const statement = this.#engine.prepare(source);
      for (const values of lists) statement.run(values);
    } catch (error) {
      throw makeFault(error, this.#path);
    }
  }

  async executeQuery<Row>(query: Query): Promise<QueryResult<Row>> {
    try {
      return await this.#inner.executeQuery<Row>(query);
    } catch (error) {
      throw makeFault(error, this.#path);
    }
  }

  streamQuery<Row>(query: Query, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#inner.streamQuery<Row>(query, chunkSize);
  }
}

/** Runs one statement for many lists of values, on the connection of a transaction. */
export async function runMany(
  trx: AnyDb,
  source: string,
  lists: readonly (readonly Value[])[],
): Promise<void> {
  await trx.getExecutor().provideConnection((connection) => {
    if (!(connection instanceof TranslatingConnection)) throw new Error('a connection of another engine');
    connection.runMany(source, lists);
    return Promise.resolve();
  });
}

/** Statements that are kept prepared; an import runs the same few hundreds of thousands of times. */
const keptStatements = 200;

/** The engine with its prepared statements kept: SQLite prepares one anew by itself when the schema has changed. */
function keepStatements(database: Connection): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: database.close,
    prepare: (source) => {
      const there = kept.get(source);
      if (there !== undefined) return there;
      if (kept.size >= keptStatements) kept.clear();
      const statement = database.prepare(source);
      kept.set(source, statement);
      return statement;
    },
  };
}

/**
 * Begins every transaction as a writing one: after a plain `begin`, a read followed by a write fails at once when
 * another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #path: string;
  readonly #database: Connection;
  readonly #engine: SqliteDatabase;

  constructor(database: Connection, path: string) {
    const engine = keepStatements(database);
    super({ database: engine });
    this.#path = path;
    this.#database = database;
    this.#engine = engine;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new TranslatingConnection(await super.acquireConnection(), this.#engine, this.#path);
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** On a full disk SQLite has taken everything back by itself; to ask for it again would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isInTransaction()) await super.rollbackTransaction(connection);
  }
}

/** SQLite changes its schema inside transactions, so a failed migration leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  readonly engine: Engine;

  constructor(engine: Engine) {
    super();
    this.engine = engine;
  }

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's dialect for one SQLite file. */
export class FileDialect extends SqliteDialect {
  readonly #database: Connection;
  readonly #path: string;
  readonly #engine: Engine;

  constructor(database: Connection, path: string, engine: Engine) {
    super({ database });
    this.#database = database;
    this.#path = path;
    this.#engine = engine;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database, this.#path);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter(this.#engine);
  }
}
