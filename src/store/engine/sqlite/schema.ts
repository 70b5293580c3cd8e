import { sql } from 'kysely';
import type { Engine } from '../engine.ts';

/** How SQLite makes tables that refuse: by triggers. */
export const schemaOfSqlite: Pick<
  Engine,
  'refuseChanges' | 'refuseUpdates' | 'refuseMoreThan' | 'refuseSpans' | 'createSearch'
> = {
  refuseChanges: async (db, table) => {
    for (const verb of ['update', 'delete'] as const) await sql.raw(refusal(table, verb)).execute(db);
  },
  refuseUpdates: async (db, table) => {
    await sql`create trigger ${sql.raw(`${table}_no_update`)} before update on ${sql.table(table)}
    begin select raise(abort, ${sql.lit(`${table} is sealed: update refused`)}); end`.execute(db);
  },
  refuseMoreThan: async (db, table, owner) => {
    const { key, count } = owner;
    await sql`create trigger ${sql.raw(`${table}_no_more`)} before insert on ${sql.table(table)}
    when (select count(*) from ${sql.table(table)} where ${sql.ref(key)} = new.${sql.ref(key)})
      >= (select ${sql.ref(count)} from ${sql.table(owner.table)} where id = new.${sql.ref(key)})
    begin select raise(abort, ${sql.lit(`${table} is sealed: insert refused`)}); end`.execute(db);
  },
  refuseSpans: async (db, table, key) => {
    const isSame = key.map((column) => `other.${column} = new.${column}`).join(' and ');
    for (const verb of ['insert', 'update'] as const) {
      await sql
        .raw(
          `create trigger ${table}_span_${verb} before ${verb} on "${table}" begin
      select raise(abort, '${table}: a span that ends before it begins')
        where new.until_day is not null and new.until_day < new.from_day;
      select raise(abort, '${table}: two spans at one time')
        where (new.until_day is null or new.until_day > new.from_day) and exists (
          select 1 from "${table}" as other
          where ${isSame} and other.id is not new.id
            and (other.until_day is null or other.until_day > other.from_day)
            and (other.until_day is null or new.from_day < other.until_day)
            and (new.until_day is null or other.from_day < new.until_day));
      end`,
        )
        .execute(db);
    }
  },
  createSearch: async (db, table, parts) => {
    const tokenizer = { 'by-letters': 'unicode61 remove_diacritics 0', 'by-spaces': 'ascii' }[parts];
    await sql`create virtual table ${sql.table(table)} using fts5(
    words, content='', contentless_delete=1, detail='none', tokenize=${sql.lit(tokenizer)})`.execute(db);
  },
};

/** The trigger by which a table refuses changed or deleted rows, word for word. */
export function refusal(table: string, verb: 'update' | 'delete'): string {
  return `create trigger ${table}_no_${verb} before ${verb} on "${table}"
      begin select raise(abort, '${table} is sealed: ${verb} refused'); end`;
}
