import { sql } from 'kysely';
import type { Engine, Sought, Sql } from '../engine.ts';
import { likeOf } from '../like.ts';
import { bulkOfSqlite } from './bulk.ts';
import { schemaOfSqlite } from './schema.ts';
import { searchOfSqlite } from './search.ts';

function holdsText(column: Sql, signs: string): Sql {
  return sql`${column} like ${likeOf(signs)} escape '\\'`;
}

/** The table in which something is sought, and by what a row of it has it. */
function placeOf(sought: Sought): { readonly table: Sql; readonly has: Sql } {
  if ('phones' in sought)
    return { table: sql`appeal_phone`, has: sql`p.digits in (${sql.join(sought.phones)})` };
  const table = sql`personal_text`;
  if ('text' in sought) {
    const held = sought.text.map((signs) => holdsText(sql`p.text`, signs));
    return { table, has: sql`(${sql.join(held, sql` or `)})` };
  }
  return {
    table,
    has: sql`p.field in ('caller', 'corrected.caller') and replace(replace(p.text, ' ', ''), '\u3000', '') = ${sought.caller}`,
  };
}

/** SQLite, on one file. */
export const sqliteEngine: Engine = {
  name: 'sqlite',
  ...schemaOfSqlite,
  ...searchOfSqlite,
  ...bulkOfSqlite,
  holdsText,
  recordReading: () => Promise.resolve(),
  appealsWith: (sought, key) => {
    const { table, has } = placeOf(sought);
    return sql`select p.appeal_id from ${table} as p where ${key === undefined ? sql`` : sql`p.appeal_id = ${key} and`} ${has}`;
  },
  asItLies: (column) => sql`+${column}`,
};
