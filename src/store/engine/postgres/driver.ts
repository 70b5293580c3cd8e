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
import { comesMasked } from '../engine.ts';
import type { ServerConnection } from './connection.ts';
import { ofJurisdiction } from './layout.ts';
import type { FaultPlace } from './faults.ts';
import { isClash, makeServerFault } from './faults.ts';

/** A connection whose errors are ours. */
class TranslatingConnection implements DatabaseConnection {
  readonly server: ServerConnection;
  /** Puts on record what is read of personal texts. */
  readonly record: (line: ReadingLine) => Promise<void>;
  readonly #place: FaultPlace;

  constructor(server: ServerConnection, place: FaultPlace, record: (line: ReadingLine) => Promise<void>) {
    this.server = server;
    this.#place = place;
    this.record = record;
  }

  async executeQuery<Row>({ sql: source, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    return this.told(async () => {
      const { rows, affected } = await this.server.query(source, parameters.map(asServerValue));
      // What a layout adds to rows is none of their values.
      if (rows[0] !== undefined && ofJurisdiction in rows[0])
        for (const row of rows) Reflect.deleteProperty(row, ofJurisdiction);
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

/** A line of the record of what is read: which sort, the numbers of appeals as a set, what is looked for. */
type ReadingLine = readonly [kind: string, appeals: string, asked: readonly string[] | null];

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

/** Puts on record what is read of personal texts; it stands there whatever becomes of the transaction it is read in. */
export async function recordOnServer(db: AnyDb, line: ReadingLine): Promise<void> {
  // Whoever gets no texts reads none.
  if (comesMasked(db)) return;
  await db.getExecutor().provideConnection(async (connection) => {
    if (!(connection instanceof TranslatingConnection)) throw new Error('a connection of another engine');
    await connection.told(() => connection.record(line));
  });
}

/** How a server is gone to for a while: begun with, kept or taken back at the end, and whether what is read meanwhile is on record already. */
export interface Whole {
  readonly begin: string;
  readonly isKept: boolean;
  readonly isRecorded: boolean;
}

/** Milliseconds for which a line of the record is good for what is read again; the server lets it stand for longer. */
const goodFor = 20_000;

/**
 * One connection for whatever a command does. Every transaction holds the one row of the table of writers, so that numbers and the chain of
 * operations are one whoever else writes; within a whole that is made at once, one is a savepoint of it.
 */
export class ServerDriver implements Driver {
  readonly #connection: TranslatingConnection;
  readonly #server: ServerConnection;
  readonly #connect: () => Promise<ServerConnection>;
  /** A second connection, once something was read within a transaction: what it records stays, whatever becomes of the other. */
  #beside: Promise<ServerConnection> | undefined;
  #depth = 0;
  #isRecorded = false;
  readonly #recorded = new Map<string, number>();

  constructor(server: ServerConnection, place: FaultPlace, connect: () => Promise<ServerConnection>) {
    this.#server = server;
    this.#connect = connect;
    this.#connection = new TranslatingConnection(server, place, (line) => this.#record(line));
  }

  /** Whether rows come without what is personal. */
  get isMasked(): boolean {
    return this.#server.isReader;
  }

  async #record([kind, appeals, asked]: ReadingLine): Promise<void> {
    if (this.#isRecorded || (appeals === '{}' && asked === null)) return;
    const line = JSON.stringify([kind, appeals, asked]);
    const now = performance.now();
    for (const [known, at] of this.#recorded) if (now - at > goodFor) this.#recorded.delete(known);
    if (this.#recorded.has(line)) return;
    const server = this.#depth === 0 ? this.#server : await (this.#beside ??= this.#connect());
    await server.query(
      'insert into text_reading (kind, appeals, asked) values ($1, $2::int8multirange, digest_of_asked($3::text[]))',
      [kind, appeals, asked],
    );
    this.#recorded.set(line, now);
  }

  /** Puts on record that all texts are read, before something begins in which nothing could be recorded that it sees. */
  async recordAll(): Promise<void> {
    await this.#connection.told(() => this.#record(['everything', '{(,)}', null]));
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
  async within<Result>({ begin, isKept, isRecorded }: Whole, task: () => Promise<Result>): Promise<Result> {
    const isPart = this.#depth > 0;
    const before = this.#isRecorded;
    this.#isRecorded ||= isRecorded;
    try {
      return await this.#within(begin, isKept, isPart, task);
    } finally {
      this.#isRecorded = before;
    }
  }

  async #within<Result>(
    begin: string,
    isKept: boolean,
    isPart: boolean,
    task: () => Promise<Result>,
  ): Promise<Result> {
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

  async destroy(): Promise<void> {
    await this.#server.close();
    // One that could not be made has told so already.
    const beside = await this.#beside?.catch(() => undefined);
    await beside?.close();
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
  readonly isMasked: boolean;

  constructor(engine: Engine, isMasked: boolean) {
    super();
    this.engine = engine;
    this.isMasked = isMasked;
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
    return new ServerAdapter(this.#engine, this.#driver.isMasked);
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SchemaIntrospector(db);
  }
}
