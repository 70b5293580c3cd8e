import type { Kysely } from 'kysely';
import { identity, refuseChanges, tableOptions } from '../engine/schema.ts';

/** Issues of the bulletin: each sealed with all that it prints, its figures and what they mean. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('bulletin')
    .$call(tableOptions)
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('period_from', 'text', (c) => c.notNull())
    .addColumn('period_until', 'text', (c) => c.notNull())
    .addColumn('published_on', 'text', (c) => c.notNull())
    .addColumn('document_no', 'text', (c) => c.notNull())
    .addColumn('corrects_id', 'integer', (c) => c.references('bulletin.id'))
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addUniqueConstraint('bulletin_number', ['jurisdiction_id', 'number'])
    .execute();
  await refuseChanges(db, 'bulletin');
}
