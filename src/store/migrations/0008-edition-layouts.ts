import type { Kysely } from 'kysely';

/** Which layout an edition was published with; null for the first, which editions of an older schema have. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('edition').addColumn('layout', 'integer').execute();
}
