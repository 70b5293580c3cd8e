import type { Kysely } from 'kysely';
import { refuseSpans } from '../engine/schema.ts';

/** What holds from a day until another one never ends before it begins, nor holds twice at a time. */
export async function up(db: Kysely<never>): Promise<void> {
  await refuseSpans(db, 'unit_leader', ['unit_id']);
  await refuseSpans(db, 'desk', ['unit_id']);
  await refuseSpans(db, 'desk_person', ['unit_id', 'role']);
}
