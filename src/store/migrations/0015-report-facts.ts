import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { inKeyOrder } from '../engine/schema.ts';

/**
 * What reports count, kept beside the histories it is read from: a million appeals are counted in a second or two, and `database check` holds
 * each against its history. Moments are seconds since 1970, of which an index holds three times as many as of texts. The tables lie in the order in
 * which reports tell things apart: unit, then matter; unit 0 is the transfer desk, a matter that is empty is none,
 * what is not over stands at the end of time.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).$call(inKeyOrder);
  await table('appeal_round')
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull())
    .addColumn('lead_id', 'integer', (c) => c.notNull())
    .addColumn('matter', 'text', (c) => c.notNull())
    .addColumn('appeal_id', 'integer', (c) => c.notNull().references('appeal.id'))
    .addColumn('round', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('begun', 'text', (c) => c.notNull())
    .addColumn('begun_at', 'integer', (c) => c.notNull())
    .addColumn('over_at', 'integer', (c) => c.notNull())
    .addColumn('is_closed', 'integer', (c) => c.notNull())
    .addColumn('outcome', 'text')
    .addColumn('handed_at', 'integer')
    .addColumn('answered_at', 'integer')
    .addColumn('due_until', 'integer')
    .addColumn('is_extended', 'integer', (c) => c.notNull())
    .addColumn('stays', 'integer', (c) => c.notNull())
    .addColumn('accept_minutes', 'integer')
    .addColumn('reply_minutes', 'integer')
    .addColumn('whole_minutes', 'integer')
    .addColumn('is_accepted_in_time', 'integer')
    .addPrimaryKeyConstraint('appeal_round_key', [
      'jurisdiction_id',
      'lead_id',
      'matter',
      'appeal_id',
      'round',
    ] as never[])
    .execute();
  await table('appeal_act')
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull())
    .addColumn('sort', 'text', (c) => c.notNull())
    .addColumn('unit_id', 'integer', (c) => c.notNull())
    .addColumn('matter', 'text', (c) => c.notNull())
    .addColumn('appeal_id', 'integer', (c) => c.notNull().references('appeal.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('at', 'integer', (c) => c.notNull())
    .addColumn('upheld_at', 'integer')
    .addColumn('is_reached', 'integer')
    .addColumn('is_solved', 'integer')
    .addColumn('satisfied', 'text')
    .addPrimaryKeyConstraint('appeal_act_key', [
      'jurisdiction_id',
      'sort',
      'unit_id',
      'matter',
      'appeal_id',
      'number',
    ] as never[])
    .execute();
  const make = (source: string) => sql.raw(`create index ${source}`).execute(db);
  await make('appeal_round_appeal on "appeal_round" ("appeal_id")');
  await make('appeal_round_begun on "appeal_round" ("jurisdiction_id", "begun_at")');
  await make('appeal_round_over on "appeal_round" ("jurisdiction_id", "over_at")');
  await make('appeal_round_due on "appeal_round" ("jurisdiction_id", "due_until")');
  await make('appeal_round_answered on "appeal_round" ("jurisdiction_id", "answered_at")');
  await make('appeal_act_appeal on "appeal_act" ("appeal_id")');
  await make('appeal_act_at on "appeal_act" ("jurisdiction_id", "sort", "at")');
}
