import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

/** Options every table is made with: values of the declared type only. */
export function tableOptions<Name extends string, Column extends string>(
  builder: CreateTableBuilder<Name, Column>,
): CreateTableBuilder<Name, Column> {
  return builder.modifyEnd(sql`strict`);
}

/** Options of a table that lies in the order of its primary key: what is asked for in that order needs no sorting. */
export function inKeyOrder<Name extends string, Column extends string>(
  builder: CreateTableBuilder<Name, Column>,
): CreateTableBuilder<Name, Column> {
  return builder.modifyEnd(sql`strict, without rowid`);
}

/** A column that numbers the rows of its table by itself and never gives a number twice. */
export function identity(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.primaryKey().autoIncrement();
}

/** Makes a table refuse changes to its rows, whoever tries: sealed and append-only tables. */
export async function refuseChanges(db: Kysely<never>, table: string): Promise<void> {
  for (const verb of ['update', 'delete'] as const) await sql.raw(refusal(table, verb)).execute(db);
}

/** The trigger by which a table refuses changed or deleted rows, word for word. */
export function refusal(table: string, verb: 'update' | 'delete'): string {
  return `create trigger ${table}_no_${verb} before ${verb} on "${table}"
      begin select raise(abort, '${table} is sealed: ${verb} refused'); end`;
}

/** Makes a table refuse changed rows but let them be deleted: texts that a purge takes away. */
export async function refuseUpdates(db: Kysely<never>, table: string): Promise<void> {
  await sql`create trigger ${sql.raw(`${table}_no_update`)} before update on ${sql.table(table)}
    begin select raise(abort, ${sql.lit(`${table} is sealed: update refused`)}); end`.execute(db);
}

/** Makes a table refuse rows beyond the number its owner row states: nothing can be added to what is sealed. */
export async function refuseMoreThan(
  db: Kysely<never>,
  table: string,
  owner: { readonly table: string; readonly key: string; readonly count: string },
): Promise<void> {
  const { key, count } = owner;
  await sql`create trigger ${sql.raw(`${table}_no_more`)} before insert on ${sql.table(table)}
    when (select count(*) from ${sql.table(table)} where ${sql.ref(key)} = new.${sql.ref(key)})
      >= (select ${sql.ref(count)} from ${sql.table(owner.table)} where id = new.${sql.ref(key)})
    begin select raise(abort, ${sql.lit(`${table} is sealed: insert refused`)}); end`.execute(db);
}

/**
 * Makes a table refuse spans (`from_day` to `until_day`) that end before they begin, and two of one key that hold on one day: the
 * last defence, after what the rules refuse.
 */
export async function refuseSpans(db: Kysely<never>, table: string, key: readonly string[]): Promise<void> {
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
}

/**
 * Makes a table of search words: one row for each appeal, under its number. It keeps which word stands where and no text;
 * rows can be taken out again.
 */
export async function createSearch(db: Kysely<never>, table: string): Promise<void> {
  await sql`create virtual table ${sql.table(table)} using fts5(
    words, content='', contentless_delete=1, detail='none', tokenize='unicode61 remove_diacritics 0')`.execute(
    db,
  );
}

/**
 * Makes the table of search words anew, empty, and such that every piece is one word whatever letters are in it: what parts words is the space
 * between them, and no version of the engine decides what a letter is.
 */
export async function recreateSearch(db: Kysely<never>, table: string): Promise<void> {
  await sql`drop table ${sql.table(table)}`.execute(db);
  await sql`create virtual table ${sql.table(table)} using fts5(
    words, content='', contentless_delete=1, detail='none', tokenize='ascii')`.execute(db);
}
