import {
  CamelCasePlugin,
  HandleEmptyInListsPlugin,
  Kysely,
  replaceWithNoncontingentExpression,
} from 'kysely';
import { AppError } from '../../../errors.ts';
import type { Db } from '../../db.ts';
import type { Tables } from '../../tables.ts';
import type { EngineFacts, EngineFile } from '../engine-file.ts';
import { makeServerCare } from './care.ts';
import type { BareConnection, ServerConnection } from './connection.ts';
import { ServerDialect, ServerDriver } from './driver.ts';
import { postgresEngine } from './engine.ts';
import type { FaultPlace } from './faults.ts';
import { makeConnectFault, makeServerFault } from './faults.ts';
import { foundation } from './foundation.ts';
import { connectByPg } from './pg.ts';
import type { ServerAddress, ServerEnv } from './server-address.ts';
import { partSchemaOf } from './layout.ts';
import { dropReaderViews, readerSchemaOf } from './reader-views.ts';
import { settle } from './settle.ts';
import { parseServerAddress } from './server-address.ts';

/** The oldest version of the server that knows all that is asked of it; tried on 15. */
const oldestVersion = 14;

/** An open schema of a server. */
export interface ServerFile extends EngineFile {
  /** Makes a whole of all that is written meanwhile: it is there when the task has ended, or nothing of it is. */
  readonly atOnce: <Result>(task: () => Promise<Result>) => Promise<Result>;
}

/** How a schema is opened. */
export interface SchemaTerms {
  /** Seconds a write waits for another, and anyone for the server. */
  readonly patience: number;
  readonly env?: ServerEnv;
}

/**
 * Opens the schema of a database that is there. Errors: `database-not-found`, `database-foreign` for a schema of another program, those of
 * connecting.
 */
export async function openSchema(address: string, terms: SchemaTerms): Promise<ServerFile> {
  const reached = await reach(address, terms);
  const { where, server, place } = reached;
  try {
    const found = await findSchema(server, where.schema);
    if (found === 'none') throw new AppError('database-not-found', { path: where.shown });
    if (found === 'foreign') throw new AppError('database-foreign', { path: where.shown });
    // A login without rights is told so, whatever it would have asked for.
    await server.exec(`select from ${where.schema}.writer limit 0`);
    return makeServerFile(reached);
  } catch (error) {
    await server.close();
    throw makeServerFault(error, place);
  }
}

/**
 * Opens a schema that is to be made; nothing is there before the task of `atOnce` has ended. Errors: `database-exists`, those of connecting.
 */
export async function createSchema(address: string, terms: SchemaTerms): Promise<ServerFile> {
  const reached = await reach(address, terms);
  const { where, server, place } = reached;
  const { schema, shown } = where;
  try {
    const { rows } = await server.query(
      "select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int8 as version",
    );
    const [row] = rows;
    if (row?.['encoding'] !== 'UTF8' || Number(row['version']) < oldestVersion * 10_000)
      throw new AppError('server-unfit', {
        path: shown,
        encoding: String(row?.['encoding']),
        version: String(Math.floor(Number(row?.['version']) / 10_000)),
      });
    if ((await findSchema(server, schema)) !== 'none') throw new AppError('database-exists', { path: shown });
  } catch (error) {
    await server.close();
    throw makeServerFault(error, place);
  }
  const file = makeServerFile(reached);
  return {
    ...file,
    atOnce: (task) =>
      file.atOnce(async () => {
        try {
          await server.exec(`create schema ${schema}; ${foundation}`);
        } catch (error) {
          // Somebody else made it a moment ago.
          if (error instanceof Error && 'code' in error && (error.code === '42P06' || error.code === '23505'))
            throw new AppError('database-exists', { path: shown }, { cause: error });
          throw makeServerFault(error, place);
        }
        return task();
      }),
  };
}

/** A server that answers, and where the database is on it. */
interface Reached {
  readonly where: ServerAddress;
  readonly server: ServerConnection;
  readonly place: FaultPlace;
  readonly login: string;
  /** Connects once more, as the same. */
  readonly connect: () => Promise<ServerConnection>;
}

async function reach(address: string, { patience, env = {} }: SchemaTerms): Promise<Reached> {
  const where = parseServerAddress(address, env);
  const place = { path: where.shown, patience };
  const connect = (): Promise<Logged> => logIn(where, place);
  const { server, login } = await connect();
  return { where, server, place, login, connect: async () => (await connect()).server };
}

/** A connection, and who it is on the server. */
type Logged = Pick<Reached, 'server' | 'login'>;

async function logIn({ connection, schema }: ServerAddress, place: FaultPlace): Promise<Logged> {
  const { patience } = place;
  let server: BareConnection;
  try {
    server = await connectByPg({ connection, patience });
  } catch (error) {
    throw makeConnectFault(error, place);
  }
  try {
    await server.exec(
      `set search_path = ${schema}; set client_encoding = utf8; set timezone = utc; set jit = off;
       set lock_timeout = ${String(Math.max(1, Math.round(patience * 1000)))}; set standard_conforming_strings = on`,
    );
    const { rows } = await server.query(
      `select session_user::text as login,
         not rolsuper and exists (select 1 from pg_namespace where nspname = $1 and not pg_has_role(session_user, nspowner, 'USAGE')) as is_bound,
         exists (select 1 from pg_class as c where c.relnamespace = to_regnamespace($1) and c.relname = 'text_reading'
           and has_schema_privilege(c.relnamespace, 'usage') and not has_any_column_privilege(c.oid, 'insert')) as is_reader,
         exists (select 1 from pg_class as c where c.relnamespace = to_regnamespace($1) and c.relname = 'appeal' and c.relkind = 'p') as is_laid_out
       from pg_roles where rolname = session_user`,
      [schema],
    );
    const [row] = rows;
    const isReader = row?.['is_reader'] === 1;
    if (isReader) await server.exec(`set search_path = ${readerSchemaOf(schema)}, ${schema}`);
    return {
      login: String(row?.['login']),
      server: {
        ...server,
        isReader,
        isBound: row?.['is_bound'] === 1,
        isLaidOut: row?.['is_laid_out'] === 1,
      },
    };
  } catch (error) {
    await server.close();
    throw makeConnectFault(error, place);
  }
}

/** Whether a schema is there, and is one of this tool. */
async function findSchema(server: ServerConnection, schema: string): Promise<'none' | 'foreign' | 'ours'> {
  const { rows } = await server.query(
    `select n.oid is not null as is_there, c.oid is not null as is_ours from (select 1) as one
     left join pg_namespace as n on n.nspname = $1 left join pg_class as c on c.relnamespace = n.oid and c.relname = 'writer'`,
    [schema],
  );
  const [row] = rows;
  if (row?.['is_there'] !== 1) return 'none';
  return row['is_ours'] === 1 ? 'ours' : 'foreign';
}

function makeServerFile({ server, where, place, login, connect }: Reached): ServerFile {
  const driver = new ServerDriver(server, place, connect);
  const db: Db = new Kysely<Tables>({
    dialect: new ServerDialect(driver, postgresEngine),
    plugins: [
      new CamelCasePlugin(),
      new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }),
    ],
  });
  const ask = async (source: string): Promise<unknown> => {
    try {
      const [row] = (await server.query(source)).rows;
      return row === undefined ? undefined : Object.values(row)[0];
    } catch (error) {
      throw makeServerFault(error, place);
    }
  };
  return {
    db,
    isCopy: false,
    login,
    facts: async (): Promise<EngineFacts> => ({
      engine: `PostgreSQL ${String(await ask('show server_version'))}`,
      driver: 'pg',
      journalMode: 'wal',
      pageBytes: Number(
        await ask(
          `select coalesce(sum(pg_total_relation_size(oid)), 0)::int8 from pg_class where relnamespace = '${where.schema}'::regnamespace and relkind in ('r', 'm')`,
        ),
      ),
      wideRights: null,
      networkFileSystem: null,
    }),
    version: async () => {
      if ((await ask(`select to_regclass('kysely_migration') is not null`)) !== 1) return undefined;
      const name = await ask('select max(name) from kysely_migration');
      return typeof name === 'string' ? name : undefined;
    },
    enter: async (jurisdictionId) => {
      if (!server.isLaidOut || server.isReader) return;
      const part = partSchemaOf(where.schema, jurisdictionId);
      await ask(`set search_path = ${part}, ${where.schema}`);
    },
    refuseWrites: () => undefined,
    care: makeServerCare({ db, driver, server, schema: where.schema, place }),
    isSettled: async () => (await ask(`select to_regclass('text_reading') is not null`)) === 1,
    settle: () => settle(server, where.schema, place),
    unsettle: async () => {
      try {
        await dropReaderViews(server, where.schema);
      } catch (error) {
        throw makeServerFault(error, place);
      }
    },
    // What is made at once nobody else sees yet, nor could it keep a record of itself.
    atOnce: (task) =>
      driver.within({ begin: 'begin isolation level read committed', isKept: true, isRecorded: true }, task),
    close: () => driver.destroy(),
  };
}
