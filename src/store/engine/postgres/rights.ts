import { AppError } from '../../../errors.ts';
import type { Granted, RightsLevel } from '../engine-file.ts';
import type { ServerConnection } from './connection.ts';
import { ownTables } from './foundation.ts';
import { bigTables, listParts } from './layout.ts';
import { maskedTables, readerSchemaOf } from './reader-views.ts';

/** Tables that a reader gets no row of: what finds persons, and who was shown what. */
const withheld: ReadonlySet<string> = new Set([
  ...maskedTables,
  'appeal_phone',
  'appeal_search',
  'text_reading',
  'privacy_log',
  'privacy_log_appeal',
]);

/** Tables that daily work with appeals writes. */
const daily: ReadonlySet<string> = new Set([
  ...bigTables,
  'privacy_log',
  'privacy_log_appeal',
  'form_sent',
  'operation',
  'operation_seal',
  'operation_mark',
  'operation_change',
]);

/** What takes personal texts away: an admin's. */
const purging: ReadonlySet<string> = new Set(['purge', 'purged_appeal']);

/** A table of the schema, and whether its rows never change. */
interface Ruled {
  readonly name: string;
  readonly isSealed: boolean;
}

/** What a role of a level may do with a table, as the server writes it; nothing for no right. */
function rightsOn({ name, isSealed }: Ruled, level: RightsLevel): readonly string[] {
  if (level === 'reader') return withheld.has(name) ? [] : ['select'];
  const isAdmin = level === 'admin';
  switch (name) {
    case 'text_reading':
      return [...(isAdmin ? ['select'] : []), 'insert (kind, appeals, asked)'];
    case 'writer':
      return ['select', 'update'];
    case 'row_number':
      return ['select', 'insert', 'update'];
    case 'appeal_search':
      return [isAdmin ? 'select' : 'select (appeal_id, size)', 'insert', 'delete'];
    case 'appeal_phone':
      return isAdmin ? ['select', 'insert', 'delete'] : ['insert'];
    // Only a purge takes texts away, and nothing an appeal.
    case 'personal_text':
      return isAdmin ? ['select', 'insert', 'delete'] : ['select', 'insert'];
    case 'appeal':
      return ['select', 'insert', 'update'];
    default:
  }
  if (ownTables.includes(name)) return ['select'];
  const writes = isAdmin || (level === 'desk' ? !purging.has(name) : daily.has(name));
  if (!writes) return ['select'];
  return isSealed || name === 'operation' || name === 'operation_seal'
    ? ['select', 'insert']
    : ['select', 'insert', 'update', 'delete'];
}

/** The levels from the least to the most, each known by a right that those before it have not. */
const marks: readonly (readonly [level: RightsLevel, table: string, right: string])[] = [
  ['reader', 'operation', 'SELECT'],
  ['clerk', 'appeal_event', 'INSERT'],
  ['desk', 'unit', 'INSERT'],
  ['admin', 'personal_text', 'DELETE'],
];

/**
 * Gives a role of the server the rights of a level in place of those it had, or none. Errors: `role-not-found`, `role-unbound` for one that rights
 * do not bind.
 */
export async function grantRights(
  server: ServerConnection,
  { schema, path }: { readonly schema: string; readonly path: string },
  { role, level }: { readonly role: string; readonly level: RightsLevel | 'none' },
): Promise<void> {
  const { rows } = await server.query(
    `select quote_ident(rolname) as name, rolsuper or pg_has_role(r.oid, n.nspowner, 'USAGE') as is_unbound
     from pg_roles as r cross join pg_namespace as n where rolname = $1 and nspname = $2`,
    [role, schema],
  );
  const [found] = rows;
  if (found === undefined) throw new AppError('role-not-found', { role, path });
  if (found['is_unbound'] === 1) throw new AppError('role-unbound', { role, path });
  const name = String(found['name']);
  await give(server, schema, { name, level });
}

/** Gives every role that has rights those of its level once more: after tables were made or changed. */
export async function renewRights(server: ServerConnection, schema: string): Promise<void> {
  for (const { role, level } of await listRights(server, schema)) {
    const { rows } = await server.query('select quote_ident($1) as name', [role]);
    await give(server, schema, { name: String(rows[0]?.['name']), level });
  }
}

async function give(
  server: ServerConnection,
  schema: string,
  { name, level }: { readonly name: string; readonly level: RightsLevel | 'none' },
): Promise<void> {
  const reader = readerSchemaOf(schema);
  // A layout has the big tables in parts too: what is allowed of the whole is allowed of them.
  const parts = await listParts(server, schema);
  const wholes = level === 'reader' ? [schema] : [schema, ...parts];
  const rights = [schema, ...parts, reader].flatMap((one) => [
    `revoke all on all tables in schema ${one} from ${name}`,
    `revoke all on schema ${one} from ${name}`,
  ]);
  if (level !== 'none') {
    for (const whole of wholes) {
      rights.push(`grant usage on schema ${whole} to ${name}`);
      for (const table of await listTables(server, whole))
        for (const right of rightsOn(table, level))
          rights.push(`grant ${right} on ${whole}."${table.name}" to ${name}`);
    }
  }
  if (level === 'reader')
    rights.push(
      `grant usage on schema ${reader} to ${name}`,
      `grant select on all tables in schema ${reader} to ${name}`,
    );
  await server.exec(rights.join(';\n'));
}

async function listTables(server: ServerConnection, schema: string): Promise<Ruled[]> {
  const { rows } = await server.query(
    `select c.relname as name, exists (select 1 from pg_trigger as t where t.tgrelid = c.oid and t.tgname = c.relname || '_no_update') as is_sealed
     from pg_class as c
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') order by c.relname`,
    [schema],
  );
  return rows.map((row) => ({
    name: String(row['name']),
    isSealed: row['is_sealed'] === 1,
  }));
}

/** Lists the roles that have rights, by their names. */
export async function listRights(server: ServerConnection, schema: string): Promise<Granted[]> {
  const { rows } = await server.query(
    `select distinct r.rolname::text as role, c.relname::text as table, x.privilege_type::text as right
     from pg_class as c cross join aclexplode(c.relacl) as x join pg_roles as r on r.oid = x.grantee
     where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and x.grantee <> c.relowner`,
    [schema],
  );
  const levels = new Map<string, RightsLevel>();
  for (const [level, table, right] of marks)
    for (const row of rows)
      if (row['table'] === table && row['right'] === right) levels.set(String(row['role']), level);
  return [...levels].map(([role, level]) => ({ role, level })).sort((a, b) => (a.role < b.role ? -1 : 1));
}
