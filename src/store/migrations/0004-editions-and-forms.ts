import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { identity, refuseChanges, tableOptions } from '../engine/schema.ts';

/** What an edition's notice said and which edition it goes back to; templates of texts, forms sent to units, who was shown what. */
export async function up(db: Kysely<never>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).$call(tableOptions);

  for (const column of ['base_edition_id', 'supersedes_edition_id'] as const) {
    await db.schema
      .alterTable('edition')
      .addColumn(column, 'integer', (c) => c.references('edition.id'))
      .execute();
  }
  // Null for an edition of an older schema, which kept no notice.
  await db.schema.alterTable('edition').addColumn('reason', 'text').execute();
  await db.schema.alterTable('edition').addColumn('notice', 'text').execute();
  await db.schema
    .alterTable('edition')
    .addColumn('with_gaps', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();

  // Why, by whom and on which day a count was set by hand.
  for (const column of ['reason', 'set_by', 'set_on']) {
    await db.schema.alterTable('volume').addColumn(column, 'text').execute();
  }

  // Under which name an edition of an older schema printed its city or county.
  await table('edition_title')
    .addColumn('edition_id', 'integer', (c) => c.primaryKey().references('edition.id'))
    .addColumn('jurisdiction_name', 'text', (c) => c.notNull())
    .execute();
  await sql`
    insert into edition_title (edition_id, jurisdiction_name)
    select e.id, j.name from edition as e inner join jurisdiction as j on j.id = e.jurisdiction_id`.execute(
    db,
  );

  await table('roster_template')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .execute();

  await table('form_sent')
    .addColumn('id', 'integer', identity)
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('on', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('form_sent_unit').on('form_sent').column('unit_id').execute();

  await table('privacy_log')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('shown', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .execute();

  for (const sealed of ['edition_title', 'roster_template', 'form_sent', 'privacy_log'])
    await refuseChanges(db, sealed);
}
