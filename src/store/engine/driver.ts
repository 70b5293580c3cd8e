import type { DatabaseConnection, QueryResult } from 'kysely';
import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { CompiledQuery as Query, Driver } from 'kysely';
import type SqliteDatabase from 'better-sqlite3';
import { readFault } from './faults.ts';

/** Connection whose errors are ours: a locked file, a full disk and the like come out as errors for people. */
class TranslatingConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;
  readonly #path: string;

  constructor(inner: DatabaseConnection, path: string) {
    this.#inner = inner;
    this.#path = path;
  }

  async executeQuery<Row>(query: Query): Promise<QueryResult<Row>> {
    try {
      return await this.#inner.executeQuery<Row>(query);
    } catch (error) {
      throw readFault(error, this.#path);
    }
  }

  streamQuery<Row>(query: Query, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#inner.streamQuery<Row>(query, chunkSize);
  }
}

/**
 * Begins every transaction as a writing one: after a plain `begin`, a read followed by a write fails at once when
 * another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #path: string;

  constructor(database: SqliteDatabase.Database, path: string) {
    super({ database });
    this.#path = path;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new TranslatingConnection(await super.acquireConnection(), this.#path);
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite changes its schema inside transactions, so a failed migration leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's dialect for one SQLite file. */
export class FileDialect extends SqliteDialect {
  readonly #database: SqliteDatabase.Database;
  readonly #path: string;

  constructor(database: SqliteDatabase.Database, path: string) {
    super({ database });
    this.#database = database;
    this.#path = path;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database, this.#path);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}
