import type {
  ColumnDefinitionNode,
  CompiledQuery,
  CreateTableNode,
  DataTypeNode,
  DatabaseConnection,
  DatabaseIntrospector,
  DatabaseMetadataOptions,
  Dialect,
  Driver,
  Kysely,
  OperatorNode,
  QueryResult,
  ReferencesNode,
  TableMetadata,
} from 'kysely';
import { PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import type { AnyDb, Engine } from '../engine.ts';
import type { ServerConnection } from './connection.ts';
import type { FaultPlace } from './faults.ts';
import { isClash, makeServerFault } from './faults.ts';

/** A connection whose errors are ours. */
class TranslatingConnection implements DatabaseConnection {
  readonly server: ServerConnection;
  readonly #place: FaultPlace;

  constructor(server: ServerConnection, place: FaultPlace) {
    this.server = server;
    this.#place = place;
  }

  async executeQuery<Row>({ sql: source, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    return this.told(async () => {
      const { rows, affected } = await this.server.query(source, parameters.map(asServerValue));
      return {
        rows: rows as Row[],
        ...(affected === undefined ? {} : { numAffectedRows: BigInt(affected) }),
      };
    });
  }

  /** Does something on the server; what it throws is told as ours. */
  async told<Result>(task: () => Promise<Result>): Promise<Result> {
    try {
      return await task();
    } catch (error) {
      throw makeServerFault(error, this.#place);
    }
  }

  // eslint-disable-next-line require-yield, @typescript-eslint/require-await -- nothing of the tool streams
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('not streamed');
  }
}

/** Numbers that come before and after any, as the server can take them. */
const [beforeAll, afterAll] = ['-9223372036854775808', '9223372036854775807'];

function asServerValue(value: unknown): unknown {
  if (value === Number.NEGATIVE_INFINITY) return beforeAll;
  return value === Number.POSITIVE_INFINITY ? afterAll : value;
}

/** How often it is tried to begin where the server itself gives up: Yugabyte tells others' writing in this way. */
const attempts = 10;

/** Does something on the connection of a database past Kysely: what has its own way there. */
export async function onServer<Result>(
  db: AnyDb,
  task: (server: ServerConnection) => Promise<Result>,
): Promise<Result> {
  return db.getExecutor().provideConnection((connection) => {
    if (!(connection instanceof TranslatingConnection)) throw new Error('a connection of another engine');
    return connection.told(() => task(connection.server));
  });
}

/**
 * One connection for whatever a command does. Every transaction holds the one row of the table of writers, so that numbers and the chain of
 * operations are one whoever else writes; within a whole that is made at once, one is a savepoint of it.
 */
export class ServerDriver implements Driver {
  readonly #connection: TranslatingConnection;
  readonly #server: ServerConnection;
  #depth = 0;

  constructor(server: ServerConnection, place: FaultPlace) {
    this.#server = server;
    this.#connection = new TranslatingConnection(server, place);
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }

  async beginTransaction(): Promise<void> {
    await this.#connection.told(async () => {
      if (this.#depth > 0) await this.#server.exec(`savepoint level_${String(this.#depth)}`);
      else await this.#begin();
      this.#depth += 1;
    });
  }

  /** Begins as the one who writes; where others do for too long, as if nothing had been begun. A server that gives up by itself is asked again. */
  async #begin(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#server.exec(
          'begin isolation level read committed; select id from writer where id = 1 for update',
        );
        return;
      } catch (error) {
        await this.#server.exec('rollback').catch(() => undefined);
        if (!isClash(error) || attempt === attempts) throw error;
      }
    }
  }

  /** Begins what transactions are parts of, for as long as the task takes: `commit` keeps what it wrote. Within another it is a part of that. */
  async within<Result>(begin: string, isKept: boolean, task: () => Promise<Result>): Promise<Result> {
    const isPart = this.#depth > 0;
    if (isPart) await this.beginTransaction();
    else {
      await this.#connection.told(() => this.#server.exec(begin));
      this.#depth = 1;
    }
    let result: Result;
    try {
      result = await task();
    } catch (error) {
      await this.rollbackTransaction();
      throw error;
    }
    await (isKept ? this.commitTransaction() : this.rollbackTransaction());
    return result;
  }

  async commitTransaction(): Promise<void> {
    this.#depth -= 1;
    const end = this.#depth > 0 ? `release savepoint level_${String(this.#depth)}` : 'commit';
    await this.#connection.told(() => this.#server.exec(end));
  }

  async rollbackTransaction(): Promise<void> {
    this.#depth -= 1;
    const level = String(this.#depth);
    const end =
      this.#depth > 0 ? `rollback to savepoint level_${level}; release savepoint level_${level}` : 'rollback';
    // A connection that broke has taken everything back; to ask for it again would hide why.
    await this.#server.exec(end).catch(() => undefined);
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return this.#server.close();
  }
}

/**
 * Statements as the server takes them: whole numbers of eight bytes, texts in the order of code points, LIKE blind to capitals of the Latin alphabet as in
 * SQLite, and rows numbered by counters that a rollback gives back.
 */
class ServerCompiler extends PostgresQueryCompiler {
  #table = '';

  protected override visitCreateTable(node: CreateTableNode): void {
    this.#table = node.table.table.identifier.name;
    const { endModifiers: _options, ...plain } = node;
    super.visitCreateTable(plain);
  }

  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    if (node.autoIncrement !== true) {
      super.visitColumnDefinition(node);
      return;
    }
    this.visitNode(node.column);
    this.append(` bigint default next_number('${this.#table}') primary key`);
  }

  /** May be looked at at the end of a transaction: rows that are carried over come in any order. */
  protected override visitReferences(node: ReferencesNode): void {
    super.visitReferences(node);
    this.append(' deferrable');
  }

  protected override visitDataType(node: DataTypeNode): void {
    if (node.dataType === 'integer') this.append('bigint');
    else if (node.dataType === 'text') this.append('text collate "C"');
    else super.visitDataType(node);
  }

  protected override visitOperator(node: OperatorNode): void {
    if (node.operator === 'like') this.append('ilike');
    else super.visitOperator(node);
  }
}

/** The transaction of a migration has locked already: others wait for the row of writers. */
class ServerAdapter extends PostgresAdapter {
  readonly engine: Engine;

  constructor(engine: Engine) {
    super();
    this.engine = engine;
  }

  override acquireMigrationLock(): Promise<void> {
    return Promise.resolve();
  }

  override releaseMigrationLock(): Promise<void> {
    return Promise.resolve();
  }
}

/** What migrations ask about: the tables of the schema at hand, not those of the same names beside it. */
class SchemaIntrospector extends PostgresIntrospector {
  readonly #db: Kysely<unknown>;

  constructor(db: Kysely<unknown>) {
    super(db);
    this.#db = db;
  }

  override async getTables(options?: DatabaseMetadataOptions): Promise<TableMetadata[]> {
    const { rows } = await sql<{ name: string }>`select current_schema()::text as name`.execute(this.#db);
    return (await super.getTables(options)).filter(({ schema }) => schema === rows[0]?.name);
  }
}

/** Kysely's dialect for one schema of a server. */
export class ServerDialect implements Dialect {
  readonly #driver: ServerDriver;
  readonly #engine: Engine;

  constructor(driver: ServerDriver, engine: Engine) {
    this.#driver = driver;
    this.#engine = engine;
  }

  createDriver(): Driver {
    return this.#driver;
  }

  createQueryCompiler(): ServerCompiler {
    return new ServerCompiler();
  }

  createAdapter(): ServerAdapter {
    return new ServerAdapter(this.#engine);
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SchemaIntrospector(db);
  }
}
