import type { ColumnDefinitionBuilder, CreateTableBuilder } from 'kysely';
import { sql } from 'kysely';
import type { AnyDb, OwnedRows } from './engine.ts';
import { engineOf } from './engine.ts';

// What migrations call: frozen as they are. PostgreSQL leaves out what is asked for at the end of a table, and numbers rows in its own way.

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
  // eslint-disable-next-line no-restricted-syntax -- frozen; a server leaves it out
  return builder.modifyEnd(sql`strict, without rowid`);
}

/** A column that numbers the rows of its table by itself and never gives a number twice. */
export function identity(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.primaryKey().autoIncrement();
}

/** Makes a table refuse changes to its rows, whoever tries: sealed and append-only tables. */
export async function refuseChanges(db: AnyDb, table: string): Promise<void> {
  await engineOf(db).refuseChanges(db, table);
}

/** Makes a table refuse changed rows but let them be deleted: texts that a purge takes away. */
export async function refuseUpdates(db: AnyDb, table: string): Promise<void> {
  await engineOf(db).refuseUpdates(db, table);
}

/** Makes a table refuse rows beyond the number its owner row states: nothing can be added to what is sealed. */
export async function refuseMoreThan(db: AnyDb, table: string, owner: OwnedRows): Promise<void> {
  await engineOf(db).refuseMoreThan(db, table, owner);
}

/**
 * Makes a table refuse spans (`from_day` to `until_day`) that end before they begin, and two of one key that hold on one day: the
 * last defence, after what the rules refuse.
 */
export async function refuseSpans(db: AnyDb, table: string, key: readonly string[]): Promise<void> {
  await engineOf(db).refuseSpans(db, table, key);
}

/**
 * Makes a table of search words: one row for each appeal, under its number. It keeps which word stands where and no text;
 * rows can be taken out again.
 */
export async function createSearch(db: AnyDb, table: string): Promise<void> {
  await engineOf(db).createSearch(db, table, 'by-letters');
}

/**
 * Makes the table of search words anew, empty, and such that every piece is one word whatever letters are in it: what parts words is the space
 * between them, and no version of the engine decides what a letter is.
 */
export async function recreateSearch(db: AnyDb, table: string): Promise<void> {
  await sql`drop table ${sql.table(table)}`.execute(db);
  await engineOf(db).createSearch(db, table, 'by-spaces');
}
