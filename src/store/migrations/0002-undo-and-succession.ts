import type { Kysely } from 'kysely';
import { identity, refuseChanges, tableOptions } from '../engine/schema.ts';

/** What an import changed and which import undid it, which unit came of which, and how headers were mapped. */
export async function up(db: Kysely<never>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).$call(tableOptions);

  await table('batch_change')
    .addColumn('id', 'integer', identity)
    .addColumn('batch_id', 'integer', (c) => c.notNull().references('batch.id'))
    .addColumn('table_name', 'text', (c) => c.notNull())
    .addColumn('row_id', 'integer', (c) => c.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .execute();
  await db.schema.createIndex('batch_change_batch').on('batch_change').column('batch_id').execute();
  await db.schema
    .createIndex('batch_change_row')
    .on('batch_change')
    .columns(['table_name', 'row_id'])
    .execute();

  await table('batch_undo')
    .addColumn('id', 'integer', identity)
    .addColumn('batch_id', 'integer', (c) => c.notNull().unique().references('batch.id'))
    .addColumn('undo_batch_id', 'integer', (c) => c.notNull().unique().references('batch.id'))
    .execute();

  await table('unit_succession')
    .addColumn('id', 'integer', identity)
    .addColumn('from_unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('to_unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('on_day', 'text', (c) => c.notNull())
    .addColumn('how', 'text', (c) => c.notNull())
    .addUniqueConstraint('unit_succession_once', ['from_unit_id', 'to_unit_id'])
    .execute();

  await table('header_map')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('shape', 'text', (c) => c.notNull())
    .addColumn('map', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addUniqueConstraint('header_map_shape', ['jurisdiction_id', 'kind', 'shape'])
    .execute();

  // A unit whose import was undone is no unit any more; its row stays for what refers to it.
  await db.schema
    .alterTable('unit')
    .addColumn('undone', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('volume')
    .addColumn('rounded', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('volume_batch').on('volume').column('batch_id').execute();

  for (const sealed of ['batch_change', 'batch_undo']) await refuseChanges(db, sealed);
}
