import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Internal offices that assist; rulings for matters; of each appeal what a queue is sorted by, as its history has it. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('appeal_party').addColumn('office', 'text').execute();

  // Whether a ruling holds for its matter beyond the appeal it was made on.
  await db.schema
    .alterTable('ruling')
    .addColumn('precedent', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();

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
