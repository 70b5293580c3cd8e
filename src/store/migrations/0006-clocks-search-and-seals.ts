import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { createSearch, identity, refuseChanges, tableOptions } from '../engine/schema.ts';

/** Calendars and deadline rules; words and phones by which appeals are found; what a purge took away; seals over every row that never changes. */
export async function up(db: Kysely<never>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).$call(tableOptions);

  await db.schema.alterTable('jurisdiction').addColumn('work_hours', 'text').execute();
  await db.schema.alterTable('appeal').addColumn('purged_on', 'text').execute();
  await db.schema.alterTable('appeal').addColumn('deadline', 'text').execute();
  await db.schema.alterTable('appeal').addColumn('sent_since', 'text').execute();
  await db.schema
    .createIndex('appeal_due')
    .on('appeal')
    .columns(['jurisdiction_id', 'state', 'due_on'])
    .execute();

  // Which appeals were linked to one is asked whenever it is shown.
  await db.schema.createIndex('appeal_event_action').on('appeal_event').column('action').execute();

  // A notice is taken in whole: the newest import of a year is the one in force.
  await table('calendar_day')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('batch_id', 'integer', (c) => c.notNull().references('batch.id'))
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('calendar_day_year')
    .on('calendar_day')
    .columns(['jurisdiction_id', 'year', 'batch_id'])
    .execute();

  await table('deadline_rules')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addUniqueConstraint('deadline_rules_code', ['jurisdiction_id', 'code'])
    .execute();
  await table('deadline_use')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .execute();

  await table('privacy_log_appeal')
    .addColumn('id', 'integer', identity)
    .addColumn('privacy_log_id', 'integer', (c) => c.notNull().references('privacy_log.id'))
    .addColumn('appeal_id', 'integer', (c) => c.notNull().references('appeal.id'))
    .execute();
  await db.schema
    .createIndex('privacy_log_appeal_appeal')
    .on('privacy_log_appeal')
    .column('appeal_id')
    .execute();
  await db.schema
    .createIndex('privacy_log_appeal_entry')
    .on('privacy_log_appeal')
    .column('privacy_log_id')
    .execute();

  await table('purge')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('before_day', 'text', (c) => c.notNull())
    .addColumn('on', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .execute();
  // Texts of these events, and of the appeal itself, are gone; what was written later is not.
  await table('purged_appeal')
    .addColumn('id', 'integer', identity)
    .addColumn('purge_id', 'integer', (c) => c.notNull().references('purge.id'))
    .addColumn('appeal_id', 'integer', (c) => c.notNull().references('appeal.id'))
    .addColumn('until_seq', 'integer', (c) => c.notNull())
    .addColumn('texts', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('purged_appeal_appeal').on('purged_appeal').column('appeal_id').execute();

  // The digits of a caller's phone, by which it is found exactly; goes with the phone itself.
  await table('appeal_phone')
    .addColumn('id', 'integer', identity)
    .addColumn('appeal_id', 'integer', (c) => c.notNull().references('appeal.id'))
    .addColumn('digits', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('appeal_phone_digits').on('appeal_phone').column('digits').execute();
  await db.schema.createIndex('appeal_phone_appeal').on('appeal_phone').column('appeal_id').execute();

  await createSearch(db, 'appeal_search');
  // Appeals whose words, phones and due day are still to be written: all that an older version took in.
  await table('appeal_pending')
    .addColumn('appeal_id', 'integer', (c) => c.primaryKey().references('appeal.id'))
    .execute();
  await sql`insert into appeal_pending (appeal_id) select id from appeal`.execute(db);

  // What each operation wrote of every sealed table, by the numbers of its rows; the operation's digest covers these lines.
  await table('operation_seal')
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addColumn('table_name', 'text', (c) => c.notNull())
    .addColumn('first_id', 'integer', (c) => c.notNull())
    .addColumn('last_id', 'integer', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('operation_seal_line', ['operation_id', 'table_name'])
    .execute();
  await db.schema
    .createIndex('operation_seal_last')
    .on('operation_seal')
    .columns(['table_name', 'last_id'])
    .execute();

  for (const sealed of [
    'calendar_day',
    'deadline_rules',
    'deadline_use',
    'privacy_log_appeal',
    'purge',
    'purged_appeal',
    'operation_seal',
  ]) {
    await refuseChanges(db, sealed);
  }
}
