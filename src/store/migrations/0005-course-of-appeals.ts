import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { identity, refuseChanges, tableOptions } from '../engine/schema.ts';

/** Internal offices that assist; the list of matters and rulings for them; of each appeal what a queue is sorted by, as its history has it. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('appeal_party').addColumn('office', 'text').execute();

  // Whether a ruling holds for its matter beyond the appeal it was made on.
  await db.schema
    .alterTable('ruling')
    .addColumn('precedent', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();

  // A list of matters is taken in whole: the newest import is the list in force.
  await db.schema
    .createTable('matter')
    .$call(tableOptions)
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('batch_id', 'integer', (c) => c.notNull().references('batch.id'))
    .addColumn('group_name', 'text')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('matter_batch').on('matter').column('batch_id').execute();
  await refuseChanges(db, 'matter');

  const appeal = () => db.schema.alterTable('appeal');
  await appeal()
    .addColumn('hop_count', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await appeal()
    .addColumn('return_pending', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await appeal().addColumn('standing_since', 'text').execute();
  // The schema before knew hand-overs and rulings only.
  await sql`
    update appeal set
      hop_count = (select count(*) from appeal_event as e where e.appeal_id = appeal.id and e.to_unit_id is not null),
      standing_since = (select max(e.at) from appeal_event as e where e.appeal_id = appeal.id)`.execute(db);
}
