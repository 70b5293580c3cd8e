import type { Kysely } from 'kysely';

/** Which tab of a workbook an import read; null for what has none, and for imports of an older schema. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('batch').addColumn('tab', 'text').execute();
}
