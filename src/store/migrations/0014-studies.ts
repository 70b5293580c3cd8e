import type { Kysely } from 'kysely';
import { identity, refuseChanges, refuseMoreThan, tableOptions } from '../engine/schema.ts';

/** Study meetings of units on prominent problems, the appeals they were about, and when what they decided was carried out. */
export async function up(db: Kysely<never>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).$call(tableOptions);

  // Who answers stands with it by name: whoever leads the unit later answers for what is later.
  await table('study')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('on', 'text', (c) => c.notNull())
    .addColumn('matter', 'text', (c) => c.notNull())
    .addColumn('decision', 'text', (c) => c.notNull())
    .addColumn('until', 'text', (c) => c.notNull())
    .addColumn('leader_name', 'text', (c) => c.notNull())
    .addColumn('leader_title', 'text')
    .addColumn('appeal_count', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addUniqueConstraint('study_number', ['jurisdiction_id', 'number'])
    .execute();
  await refuseChanges(db, 'study');

  await table('study_appeal')
    .addColumn('id', 'integer', identity)
    .addColumn('study_id', 'integer', (c) => c.notNull().references('study.id'))
    .addColumn('appeal_id', 'integer', (c) => c.notNull().references('appeal.id'))
    .addUniqueConstraint('study_appeal_once', ['study_id', 'appeal_id'])
    .execute();
  await db.schema.createIndex('study_appeal_appeal').on('study_appeal').column('appeal_id').execute();
  await refuseChanges(db, 'study_appeal');
  await refuseMoreThan(db, 'study_appeal', { table: 'study', key: 'study_id', count: 'appeal_count' });

  // One that was undone stays; another may follow it.
  await table('study_close')
    .addColumn('id', 'integer', identity)
    .addColumn('study_id', 'integer', (c) => c.notNull().references('study.id'))
    .addColumn('on', 'text', (c) => c.notNull())
    .addColumn('result', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('study_close_study').on('study_close').column('study_id').execute();
  await refuseChanges(db, 'study_close');
}
