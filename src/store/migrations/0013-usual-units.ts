import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** By which unit appeals of a matter were closed is asked whenever one is logged or handed over. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      `create index appeal_closed_matter on "appeal" ("jurisdiction_id", "matter", "holder_id", "outcome") where "state" = 'closed' and "voided" = 0`,
    )
    .execute(db);
}
