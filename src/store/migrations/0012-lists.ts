import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { recreateSearch } from '../engine/schema.ts';

/** What stands before all others: the urgent that are still to be answered, then those redone three times, then all else. */
const rank = `case when "state" in ('unassigned', 'sent', 'accepted')
  then case when "priority" = 'urgent' then 0 when "reworks" >= 3 then 1 else 2 end else 2 end`;

/**
 * Indexes by which long lists are read a page at a time, and counted without reading the appeals themselves; words parted by spaces alone, which
 * takes an import a sixth less. All appeals are indexed anew after every migration.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const index of ['appeal_queue', 'appeal_due', 'appeal_event_action'])
    await db.schema.dropIndex(index).execute();
  const make = (source: string) => sql.raw(`create index ${source}`).execute(db);
  // Of which appeals lists are made, in the order of lists and of the queue.
  await make(`appeal_rank on "appeal" ("jurisdiction_id", (${rank}), "received_at")`);
  await make(`appeal_standing on "appeal" ("jurisdiction_id", "state", (${rank}), "standing_since")`);
  await make(`appeal_holder on "appeal" ("holder_id", (${rank}), "received_at")`);
  // What is counted of them, and nothing else.
  await make(
    `appeal_open on "appeal" ("jurisdiction_id", "voided", "state", "holder_id", "due_on", "return_pending")`,
  );
  await make(
    `appeal_sent on "appeal" ("jurisdiction_id", "holder_id", "deadline", "sent_since") where "state" = 'sent' and "voided" = 0`,
  );
  await make(`appeal_urgent on "appeal" ("jurisdiction_id", "voided", "state") where "priority" = 'urgent'`);
  await make(`appeal_escalated on "appeal" ("jurisdiction_id", "voided", "state") where "reworks" >= 3`);
  // Which others are about the same place is asked whenever one is logged.
  await make(
    `appeal_place on "appeal" ("jurisdiction_id", "place", "matter") where "place" is not null and "matter" is not null`,
  );
  // Whom units assist: few of all parties.
  await make(`appeal_party_assists on "appeal_party" ("unit_id") where "role" = 'assist'`);
  // Which appeals were linked to one is asked whenever it is shown; all other events are found by their appeal.
  await make(`appeal_event_link on "appeal_event" ("appeal_id") where "action" = 'link'`);
  await recreateSearch(db, 'appeal_search');
}
