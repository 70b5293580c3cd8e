import type { Kysely } from 'kysely';

/** The address of a desk's office. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('desk').addColumn('address', 'text').execute();
}
