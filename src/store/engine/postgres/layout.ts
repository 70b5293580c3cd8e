import type { BareConnection } from './connection.ts';
import { newestWithWords, safely } from './guard.ts';

/** The column that says of a row of a big table of which jurisdiction its appeal is, where it has none by itself. No query of the tool names it. */
export const ofJurisdiction = 'of_jurisdiction';

/** The big tables: a row for each appeal or more. The first is the one that the others are rows of. */
export const bigTables = [
  'appeal',
  'appeal_event',
  'appeal_round',
  'appeal_act',
  'appeal_party',
  'appeal_pending',
  'appeal_phone',
  'appeal_search',
  'personal_text',
] as const;

/** The schema in which the part of a jurisdiction stands, each table under its own name: before the whole in the search path, it is all that a command of that jurisdiction reads. */
export function partSchemaOf(schema: string, jurisdictionId: number): string {
  return `${schema}_j${String(jurisdictionId)}`;
}

/** Lists the schemas that hold parts of jurisdictions. */
export async function listParts(server: BareConnection, schema: string): Promise<string[]> {
  return listText(
    server,
    "select nspname from pg_namespace where nspname ~ ('^' || $1 || '_j[0-9]+$') order by 1",
    [schema],
  );
}

/** What a big table consists of beside its columns. */
interface Built {
  readonly table: string;
  /** The column that holds the jurisdiction. */
  readonly key: string;
  readonly columns: readonly string[];
  readonly indexes: readonly string[];
  readonly constraints: readonly { readonly name: string; readonly sort: string; readonly text: string }[];
  readonly triggers: readonly string[];
  readonly policies: readonly string[];
  readonly isSecured: boolean;
}

async function listText(
  server: BareConnection,
  source: string,
  values: readonly unknown[],
): Promise<string[]> {
  const { rows } = await server.query(source, values);
  return rows.map((row) => String(Object.values(row)[0]));
}

async function describe(server: BareConnection, table: string): Promise<Built> {
  const columns = await listText(
    server,
    'select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum',
    [table],
  );
  const { rows: constraints } = await server.query(
    `select conname as name, contype::text as sort, pg_get_constraintdef(oid) as text from pg_constraint
     where conrelid = $1::regclass and contype in ('p', 'u', 'f') order by contype desc, conname`,
    [table],
  );
  const { rows: policies } = await server.query(
    'select policyname as name, cmd, qual, with_check from pg_policies where schemaname = current_schema() and tablename = $1',
    [table],
  );
  const [isSecured] = await listText(server, 'select relrowsecurity from pg_class where oid = $1::regclass', [
    table,
  ]);
  return {
    table,
    key: columns.includes('jurisdiction_id') ? 'jurisdiction_id' : ofJurisdiction,
    columns,
    constraints: constraints.map((row) => ({
      name: String(row['name']),
      sort: String(row['sort']),
      text: String(row['text']),
    })),
    indexes: await listText(
      server,
      `select pg_get_indexdef(i.indexrelid) from pg_index as i where i.indrelid = $1::regclass
       and not exists (select 1 from pg_constraint as k where k.conindid = i.indexrelid and k.contype in ('p', 'u')) order by 1`,
      [table],
    ),
    triggers: await listText(
      server,
      'select pg_get_triggerdef(oid) from pg_trigger where tgrelid = $1::regclass and not tgisinternal order by tgname',
      [table],
    ),
    policies: policies.map(
      ({ name, cmd, qual, with_check: check }) =>
        `create policy ${String(name)} on ${table} for ${String(cmd)}` +
        (typeof qual === 'string' ? ` using (${qual})` : '') +
        (typeof check === 'string' ? ` with check (${check})` : ''),
    ),
    isSecured: isSecured === '1',
  };
}

/** A list of columns in parentheses with the jurisdiction behind the others: most queries know the number of an appeal and not its jurisdiction. */
function withKey(key: string, text: string): string {
  return text.replace(/\(([^()]*)\)/u, (whole, inside: string) =>
    inside.split(/, /u).includes(key) ? whole : `(${inside}, ${key})`,
  );
}

/** What a constraint is when its table is laid out: keys hold the jurisdiction, and so does what refers to another big table. */
function constraintOf({ table, key }: Built, { name, sort, text }: Built['constraints'][number]): string {
  if (sort !== 'f') return `alter table ${table} add constraint ${name} ${withKey(key, text)}`;
  const big = /REFERENCES appeal\(id\)/u.test(text);
  const rewritten = big
    ? withKey(key, text).replace('REFERENCES appeal(id)', 'REFERENCES appeal(id, jurisdiction_id)')
    : text;
  return `alter table ${table} add constraint ${name} ${rewritten}`;
}

/** Statements that lay a schema out by jurisdiction, and what of the rules of distribution does not hold afterwards. */
export interface Layout {
  readonly statements: readonly string[];
  /** References from other tables to big ones: what refers across the distribution is dropped. */
  readonly dropped: readonly string[];
  /** The column of each big table that holds the jurisdiction. */
  readonly keys: ReadonlyMap<string, string>;
}

/**
 * Plans how the big tables of a schema are laid out by jurisdiction: each a table in parts, the part of a jurisdiction under the table's own name in a
 * schema of its own. Keys and what refers to appeals hold the jurisdiction.
 */
export async function planLayout(server: BareConnection, schema: string): Promise<Layout> {
  const built: Built[] = [];
  for (const table of bigTables) built.push(await describe(server, table));
  const jurisdictions = await listText(server, 'select id from jurisdiction order by id', []);
  const { rows: references } = await server.query(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'f' and confrelid = any ($1::regclass[]) and not conrelid = any ($1::regclass[]) order by 1, 2`,
    [bigTables],
  );
  const dropped = references.map((row) => `${String(row['table'])}.${String(row['name'])}`);
  const before = `${schema}_before`;
  const statements = [
    `create schema ${before}`,
    ...references.map((row) => `alter table ${String(row['table'])} drop constraint ${String(row['name'])}`),
    // References among the big tables go first: their tables move one after the other.
    ...built.flatMap(({ table, constraints }) =>
      constraints.flatMap(({ sort, name }) =>
        sort === 'f' ? [`alter table ${table} drop constraint ${name}`] : [],
      ),
    ),
    ...bigTables.map((table) => `alter table ${table} set schema ${before}`),
    ...jurisdictions.map((id) => `create schema ${partSchemaOf(schema, Number(id))}`),
  ];
  for (const one of built) {
    const { table, key, columns } = one;
    const more = columns.includes(key) ? '' : `, ${key} bigint not null`;
    statements.push(
      `create table ${table} (like ${before}.${table} including defaults including constraints${more}) partition by list (${key})`,
      ...jurisdictions.flatMap((id) => {
        const part = `${partSchemaOf(schema, Number(id))}.${table}`;
        return [
          `create table ${part} partition of ${table} for values in (${id})`,
          ...(more === '' ? [] : [`alter table ${part} alter column ${key} set default ${id}`]),
        ];
      }),
      fill(before, one),
      ...one.constraints
        .filter(({ sort }) => sort !== 'f')
        .map((constraint) => constraintOf(one, constraint)),
      ...one.indexes.map((text) =>
        /^CREATE UNIQUE/u.test(text)
          ? text.replace(
              /USING btree (\([^()]*\))/u,
              (_whole, list: string) => `USING btree ${withKey(key, list)}`,
            )
          : text,
      ),
    );
  }
  for (const one of built) {
    const { table } = one;
    const parts = jurisdictions.map((id) => `${partSchemaOf(schema, Number(id))}.${table}`);
    statements.push(
      ...one.constraints
        .filter(({ sort }) => sort === 'f')
        .map((constraint) => constraintOf(one, constraint)),
      ...one.triggers,
      // What refuses the emptying of a whole table is not handed on to its parts.
      ...one.triggers
        .filter((text) => text.includes(' BEFORE TRUNCATE '))
        .flatMap((text) => parts.map((part) => text.replace(/ ON [\w.]+ /u, ` ON ${part} `))),
      ...(one.isSecured
        ? [table, ...parts].flatMap((name) => [
            `alter table ${name} enable row level security`,
            ...one.policies.map((text) => text.replace(` on ${table} `, ` on ${name} `)),
          ])
        : []),
    );
  }
  statements.push(
    `drop schema ${before} cascade`,
    // Words are looked for among those of the one jurisdiction, not among all and then for its own.
    safely(schema, newestWithWords(`and s.${ofJurisdiction} = of_one`)),
  );
  return { statements, dropped, keys: new Map(built.map(({ table, key }) => [table, key])) };
}

/** Carries the rows of a table over, each with the jurisdiction of its appeal. */
function fill(before: string, { table, key, columns }: Built): string {
  const names = columns.map((name) => `"${name}"`).join(', ');
  if (columns.includes(key)) return `insert into ${table} (${names}) select ${names} from ${before}.${table}`;
  const own = columns.map((name) => `t."${name}"`).join(', ');
  return `insert into ${table} (${names}, ${key}) select ${own}, a.jurisdiction_id from ${before}.${table} as t join ${before}.appeal as a on a.id = t.appeal_id`;
}

/** A rule of distribution that a schema breaks: which, and where. */
export interface Breach {
  readonly rule: 'key' | 'reference' | 'trigger';
  readonly where: string;
}

/**
 * Holds a schema against what a distribution by jurisdiction asks for: every key of a big table holds the jurisdiction, no reference crosses, from a big
 * table to another without it or from any other to a big one, and no trigger stands on a big table but those that refuse, which rights do too.
 */
export async function listBreaches(server: BareConnection): Promise<Breach[]> {
  const { rows } = await server.query(
    `with big as (select unnest($1::regclass[]) as oid),
       keyed as (select a.attrelid, a.attnum from pg_attribute as a join big on big.oid = a.attrelid
         where a.attname = $2 or (a.attname = 'jurisdiction_id' and not exists (
           select 1 from pg_attribute as o where o.attrelid = a.attrelid and o.attname = $2 and not o.attisdropped)))
     select 'key' as rule, i.indexrelid::regclass::text as where from pg_index as i join big on big.oid = i.indrelid
       where i.indisunique and not exists (select 1 from keyed where attrelid = i.indrelid and attnum = any (i.indkey))
     union all
     select 'reference', k.conrelid::regclass::text || '.' || k.conname from pg_constraint as k
       where k.contype = 'f' and k.conparentid = 0 and k.confrelid in (select oid from big) and not exists (
         select 1 from keyed where attrelid = k.conrelid and attnum = any (k.conkey))
     union all
     select 'trigger', t.tgrelid::regclass::text || '.' || t.tgname from pg_trigger as t join big on big.oid = t.tgrelid
       where not t.tgisinternal and t.tgname !~ '_no_(update|delete|truncate)$'
     order by 1, 2`,
    [bigTables, ofJurisdiction],
  );
  return rows.map((row) => ({ rule: row['rule'] as Breach['rule'], where: String(row['where']) }));
}
