import type { Kysely } from 'kysely';

/** Internal offices that assist. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('appeal_party').addColumn('office', 'text').execute();
}
