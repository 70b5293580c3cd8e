import { sql } from 'kysely';
import type { Engine } from '../engine.ts';
import { bulkOfSqlite } from './bulk.ts';
import { schemaOfSqlite } from './schema.ts';
import { searchOfSqlite } from './search.ts';

/** SQLite, on one file. */
export const sqliteEngine: Engine = {
  name: 'sqlite',
  ...schemaOfSqlite,
  ...searchOfSqlite,
  ...bulkOfSqlite,
  holdsText: (column, signs) => sql`${column} like ${`%${signs.replace(/[\\%_]/gu, '\\$&')}%`} escape '\\'`,
  asItLies: (column) => sql`+${column}`,
  explain: async (db, query) => {
    const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(db);
    return rows.map(({ detail }) => detail);
  },
};
