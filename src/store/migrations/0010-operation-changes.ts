import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { identity, refuseChanges, tableOptions } from '../engine/schema.ts';

/**
 * What an operation changed in the register, row by row, which operations were undone, which appeals came in by an import that was, and
 * which jurisdiction is meant where none is named.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).$call(tableOptions);

  await table('operation_change')
    .addColumn('id', 'integer', identity)
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addColumn('table_name', 'text', (c) => c.notNull())
    .addColumn('row_id', 'integer', (c) => c.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .execute();
  await db.schema
    .createIndex('operation_change_operation')
    .on('operation_change')
    .column('operation_id')
    .execute();
  await db.schema
    .createIndex('operation_change_row')
    .on('operation_change')
    .columns(['table_name', 'row_id'])
    .execute();

  // The newest mark of an operation says whether it is undone.
  await table('operation_mark')
    .addColumn('id', 'integer', identity)
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addColumn('by_operation_id', 'integer', (c) => c.notNull())
    .addColumn('undone', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('operation_mark_operation')
    .on('operation_mark')
    .column('operation_id')
    .execute();

  await db.schema
    .alterTable('appeal')
    .addColumn('voided', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('appeal')
    .addColumn('reworks', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`update appeal set reworks = (
    select count(*) from appeal_event as e where e.appeal_id = appeal.id
      and (e.action = 'reopen' or (e.action = 'review' and e.data like '%"result":"redo"%')))`.execute(db);

  // The operation that made a jurisdiction the usual one; the newest holds.
  await db.schema.alterTable('jurisdiction').addColumn('usual_by', 'integer').execute();

  for (const sealed of ['operation_change', 'operation_mark']) await refuseChanges(db, sealed);
}
