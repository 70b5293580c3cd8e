import { sql } from 'kysely';
import type { Db } from '../../db.ts';
import type { Care, StoredTable } from '../engine-file.ts';
import type { ServerConnection } from './connection.ts';
import type { ServerDriver } from './driver.ts';
import type { FaultPlace } from './faults.ts';
import { makeServerFault } from './faults.ts';
import { foundation, ownTables } from './foundation.ts';
import { listLostReferences } from './references.ts';
import { ofJurisdiction } from './layout.ts';
import { listReadings } from './readings.ts';
import { grantRights, listRights } from './rights.ts';
import { settle } from './settle.ts';
import { refusalOnServer } from './schema.ts';

/** Rows that are asked for in one go. */
const portion = 2000;

/** What an open schema consists of. */
export interface ServerParts {
  readonly db: Db;
  readonly driver: ServerDriver;
  readonly server: ServerConnection;
  readonly schema: string;
  readonly place: FaultPlace;
}

/** Makes what only the server can tell of a schema, or do to it. */
export function makeServerCare({ db, driver, server, schema, place }: ServerParts): Care {
  const told = async <Result>(task: () => Promise<Result>): Promise<Result> => {
    try {
      return await task();
    } catch (error) {
      throw makeServerFault(error, place);
    }
  };
  const exec = (source: string): Promise<void> => told(() => server.exec(source));
  const scratch = `${schema}_scratch`;
  // Reads that see one moment of the database, of all jurisdictions.
  const moment = {
    begin: `begin isolation level repeatable read; set local search_path = ${schema}`,
    isKept: false,
    isRecorded: true,
  };
  const listSchemaHere = (): Promise<Map<string, string>> => listSchema(db);
  return {
    listFaults: () => listFaults(db),
    listLostReferences: () => listLostReferences(db),
    listSchema: listSchemaHere,
    listRefusals: () => listRefusals(db),
    refuseUnscrubbable: () => Promise.resolve(),
    scrub: async () => {
      if (server.isBound) return false;
      for (const table of ['personal_text', 'appeal_phone', 'appeal_search', 'appeal'])
        await exec(`vacuum (full, analyze) "${table}"`);
      return true;
    },
    bytes: undefined,
    rights: {
      grant: (role, level) => told(() => grantRights(server, { schema, path: place.path }, { role, level })),
      list: () => told(() => listRights(server, schema)),
    },
    listReadings: (filter) => told(() => listReadings(server, filter)),
    eachTable: () => eachTable(db, server),
    atOneMoment: async (task) => {
      // Who reads all has the right to all: what a part lacks would pass for a fault of the database.
      if (server.isBound) await exec('select 1 from text_reading limit 1');
      // What is recorded within the moment it would not see itself.
      await driver.recordAll();
      return driver.within(moment, task);
    },
    // Where a part fails the server would do nothing more until it is taken back.
    tryPart: (task) =>
      driver.within(moment, async () => {
        await task();
      }),
    comparesSchema: !server.isBound && !server.isLaidOut,
    withScratch: (task) =>
      driver.within(
        { begin: 'begin isolation level read committed', isKept: false, isRecorded: true },
        async () => {
          // What is made here is taken back at the end; nobody else ever sees it.
          await exec(`create schema ${scratch}; set local search_path = ${scratch}; ${foundation}`);
          return task({ db, listSchema: listSchemaHere, settle: () => settle(server, scratch, place) });
        },
      ),
  };
}

/** Indexes that the server itself gives up, and counters that stand before a row that is there. */
async function listFaults(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_index as i join pg_class as c on c.oid = i.indexrelid join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = current_schema() and not i.indisvalid order by 1`.execute(db);
  const faults = rows.map(({ name }) => `index ${name} is not valid`);
  const { rows: counters } = await sql<{ tableName: string; last: number }>`
    select table_name, last from row_number order by table_name`.execute(db);
  for (const { tableName, last } of counters) {
    const { rows: found } = await sql<{
      last: number | null;
    }>`select max(id) as last from ${sql.table(tableName)}`.execute(db);
    if ((found[0]?.last ?? 0) > last)
      faults.push(`row_number ${tableName}: ${String(last)} < ${String(found[0]?.last)}`);
  }
  return faults;
}

/** Tables, columns, constraints, indexes, triggers and functions of the schema, as the server writes them. */
async function listSchema(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ what: string; text: string | null; schema: string }>`
    with own as (select oid, nspname from pg_namespace where nspname = current_schema())
    select 'table ' || c.relname as what, c.relkind::text || case when c.relrowsecurity then ' row security' else '' end as text, own.nspname as schema
      from pg_class as c join own on own.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select 'column ' || c.relname || '.' || a.attname,
      format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || coalesce(' collate ' || l.collname, ''), own.nspname
      from pg_attribute as a join pg_class as c on c.oid = a.attrelid join own on own.oid = c.relnamespace
      left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
      left join pg_collation as l on l.oid = a.attcollation
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    union all
    select 'constraint ' || c.relname || '.' || k.conname, pg_get_constraintdef(k.oid), own.nspname
      from pg_constraint as k join pg_class as c on c.oid = k.conrelid join own on own.oid = c.relnamespace
      where k.conparentid = 0
    union all
    select 'index ' || c.relname, pg_get_indexdef(c.oid), own.nspname
      from pg_class as c join own on own.oid = c.relnamespace where c.relkind in ('i', 'I')
    union all
    select 'trigger ' || t.tgname, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text, own.nspname
      from pg_trigger as t join pg_class as c on c.oid = t.tgrelid join own on own.oid = c.relnamespace where not t.tgisinternal
    union all
    select 'policy ' || p.polname, p.polcmd::text || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''), own.nspname
      from pg_policy as p join pg_class as c on c.oid = p.polrelid join own on own.oid = c.relnamespace
    union all
    select 'reader view ' || v.viewname, v.definition, own.nspname from pg_views as v join own on v.schemaname = own.nspname || '_reader'
    union all
    select 'function ' || p.proname, p.prosrc || case when p.prosecdef then ' as its owner ' else '' end
        || replace(coalesce(array_to_string(p.proconfig, ' '), ''), '=' || own.nspname || ',', '=,'), own.nspname from pg_proc as p join own on own.oid = p.pronamespace
    union all
    select 'rule ' || c.relname || '.' || r.rulename, pg_get_ruledef(r.oid), own.nspname
      from pg_rewrite as r join pg_class as c on c.oid = r.ev_class join own on own.oid = c.relnamespace where c.relkind in ('r', 'p')`.execute(
    db,
  );
  return new Map(
    rows.map(({ what, text, schema }) => [
      what,
      (text ?? '').replaceAll(`${schema}.`, '').replaceAll(/\s+/gu, ' '),
    ]),
  );
}

async function listRefusals(db: Db): Promise<Set<string>> {
  const schema = await listSchema(db);
  const plain = (text: string): string => text.replaceAll('"', '').toLowerCase();
  const refuses = schema.get('function refuse_change')?.includes('raise exception') === true;
  const tables = [...schema.keys()].flatMap((what) => /^table (.*)$/u.exec(what)?.slice(1) ?? []);
  return new Set(
    tables.filter(
      (table) =>
        refuses &&
        (['update', 'delete', 'truncate'] as const).every(
          (verb) =>
            plain(schema.get(`trigger ${table}_no_${verb}`) ?? '') ===
            `${plain(refusalOnServer(table, verb))} o`,
        ),
    ),
  );
}

async function* eachTable(db: Db, server: ServerConnection): AsyncGenerator<StoredTable> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column from pg_class as c join pg_attribute as a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped
      and c.relname not in (${sql.join(ownTables)}) and a.attname <> ${ofJurisdiction}
    order by c.relname collate "C", a.attnum`.execute(db);
  for (const [name, own] of Map.groupBy(rows, (row) => row.table)) {
    const columns = own.map(({ column }) => column);
    yield { name, columns, rows: eachRow(server, name, columns) };
  }
}

/** The rows of a table in the order of their keys, some at a time; within a moment of the database. */
async function* eachRow(
  server: ServerConnection,
  table: string,
  columns: readonly string[],
): AsyncGenerator<readonly unknown[]> {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const order = columns.includes('id') ? ' order by id' : ' order by ' + names;
  await server.exec(`declare each_row no scroll cursor for select ${names} from "${table}"${order}`);
  try {
    for (;;) {
      const { rows } = await server.query(`fetch ${String(portion)} from each_row`);
      for (const row of rows) yield columns.map((name) => row[name]);
      if (rows.length < portion) return;
    }
  } finally {
    await server.exec('close each_row').catch(() => undefined);
  }
}
