import type { Kysely } from 'kysely';
import { identity, refuseChanges, refuseMoreThan, refuseUpdates, tableOptions } from '../engine/schema.ts';

/** Units, volumes, schemes, runs, desks, editions, appeals, and the log of operations. */
export async function up(db: Kysely<never>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).$call(tableOptions);

  await table('operation')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('command', 'text', (c) => c.notNull())
    .addColumn('summary', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('previous_hash', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .execute();

  await table('jurisdiction')
    .addColumn('id', 'integer', identity)
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('parent_id', 'integer', (c) => c.references('jurisdiction.id'))
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('area_code', 'text')
    .addColumn('issuers', 'text', (c) => c.notNull())
    .addColumn('recipients', 'text', (c) => c.notNull())
    .addColumn('scheme_code', 'text', (c) => c.notNull())
    .addColumn('unit_limit', 'integer', (c) => c.notNull())
    .execute();

  await table('unit')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('short_name', 'text')
    .addColumn('category', 'text', (c) => c.notNull())
    .addColumn('group_name', 'text')
    .addColumn('sort', 'integer', (c) => c.notNull())
    .addColumn('parent_id', 'integer', (c) => c.references('unit.id'))
    .addColumn('outside_reason', 'text')
    .addColumn('office_limit', 'integer')
    .addColumn('from_day', 'text')
    .addColumn('until_day', 'text')
    .addUniqueConstraint('unit_code', ['jurisdiction_id', 'code'])
    .execute();

  await table('unit_name')
    .addColumn('id', 'integer', identity)
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('from_day', 'text')
    .addColumn('until_day', 'text')
    .execute();
  await db.schema.createIndex('unit_name_unit').on('unit_name').column('unit_id').execute();

  await table('unit_leader')
    .addColumn('id', 'integer', identity)
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('until_day', 'text')
    .execute();
  await db.schema.createIndex('unit_leader_unit').on('unit_leader').column('unit_id').execute();

  await table('batch')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('file', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('encoding', 'text', (c) => c.notNull())
    .addColumn('rows', 'integer', (c) => c.notNull())
    .addColumn('summary', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addUniqueConstraint('batch_number', ['jurisdiction_id', 'number'])
    .execute();

  await table('volume')
    .addColumn('id', 'integer', identity)
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('count', 'integer')
    .addColumn('batch_id', 'integer', (c) => c.references('batch.id'))
    .addColumn('row', 'integer')
    .execute();
  await db.schema
    .createIndex('volume_unit')
    .on('volume')
    .columns(['unit_id', 'year', 'channel', 'id'])
    .execute();

  await table('scheme')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.references('jurisdiction.id'))
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('from_volume_year', 'integer', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .execute();

  await table('run')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('scheme_code', 'text', (c) => c.notNull())
    .addColumn('scheme', 'text', (c) => c.notNull())
    .addColumn('unit_count', 'integer', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addUniqueConstraint('run_number', ['jurisdiction_id', 'number'])
    .execute();

  await table('run_unit')
    .addColumn('id', 'integer', identity)
    .addColumn('run_id', 'integer', (c) => c.notNull().references('run.id'))
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('category', 'text', (c) => c.notNull())
    .addColumn('group_name', 'text')
    .addColumn('sort', 'integer', (c) => c.notNull())
    .addColumn('outside_reason', 'text')
    .addColumn('counts', 'text', (c) => c.notNull())
    .addColumn('sources', 'text', (c) => c.notNull())
    .addColumn('volume', 'integer')
    .addColumn('tier', 'text')
    .addColumn('on_bound', 'integer', (c) => c.notNull())
    .addColumn('override_tier', 'text')
    .addColumn('override_reason', 'text')
    .addColumn('override_document_no', 'text')
    .addUniqueConstraint('run_unit_once', ['run_id', 'unit_id'])
    .execute();

  await table('run_adoption')
    .addColumn('id', 'integer', identity)
    .addColumn('run_id', 'integer', (c) => c.notNull().unique().references('run.id'))
    .addColumn('document_no', 'text', (c) => c.notNull())
    .addColumn('on', 'text', (c) => c.notNull())
    .addColumn('supersedes_run_id', 'integer', (c) => c.unique().references('run.id'))
    .addColumn('reason', 'text')
    .addColumn('allowed_missing', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .execute();

  await table('desk')
    .addColumn('id', 'integer', identity)
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('form', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('sign', 'text')
    .addColumn('host_office', 'text')
    .addColumn('replaced_office', 'text')
    .addColumn('duties', 'text')
    .addColumn('hours', 'text')
    .addColumn('phones', 'text')
    .addColumn('established_on', 'text')
    .addColumn('document_no', 'text')
    .addColumn('confirmed_on', 'text')
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('until_day', 'text')
    .execute();
  await db.schema.createIndex('desk_unit').on('desk').columns(['unit_id', 'until_day']).execute();

  await table('desk_person')
    .addColumn('id', 'integer', identity)
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('post', 'text')
    .addColumn('phone', 'text')
    .addColumn('mobile', 'text')
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('until_day', 'text')
    .execute();
  await db.schema
    .createIndex('desk_person_unit')
    .on('desk_person')
    .columns(['unit_id', 'until_day'])
    .execute();

  await table('edition')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('published_on', 'text', (c) => c.notNull())
    .addColumn('document_no', 'text', (c) => c.notNull())
    .addColumn('issuers', 'text', (c) => c.notNull())
    .addColumn('run_id', 'integer', (c) => c.notNull().references('run.id'))
    .addColumn('form', 'text', (c) => c.notNull())
    .addColumn('entry_count', 'integer', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addUniqueConstraint('edition_number', ['jurisdiction_id', 'number'])
    .execute();

  await table('edition_entry')
    .addColumn('id', 'integer', identity)
    .addColumn('edition_id', 'integer', (c) => c.notNull().references('edition.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('content', 'text', (c) => c.notNull())
    .addUniqueConstraint('edition_entry_position', ['edition_id', 'position'])
    .execute();

  await table('appeal')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('serial', 'integer', (c) => c.notNull())
    .addColumn('number', 'text', (c) => c.notNull())
    .addColumn('external_number', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('matter', 'text')
    .addColumn('place', 'text')
    .addColumn('confidential', 'integer', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text')
    .addColumn('holder_id', 'integer', (c) => c.references('unit.id'))
    .addColumn('due_on', 'text')
    .addColumn('priority', 'text')
    .addUniqueConstraint('appeal_number', ['jurisdiction_id', 'number'])
    .addUniqueConstraint('appeal_serial', ['jurisdiction_id', 'year', 'serial'])
    .addUniqueConstraint('appeal_external_number', ['jurisdiction_id', 'external_number'])
    .execute();
  await db.schema
    .createIndex('appeal_queue')
    .on('appeal')
    .columns(['jurisdiction_id', 'state', 'received_at'])
    .execute();

  await table('ruling')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('appeal_id', 'integer', (c) => c.references('appeal.id'))
    .addColumn('matter', 'text')
    .addColumn('lead_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('assists', 'text', (c) => c.notNull())
    .addColumn('basis', 'text', (c) => c.notNull())
    .addColumn('on', 'text', (c) => c.notNull())
    .addColumn('until', 'text')
    .addColumn('supersedes_id', 'integer', (c) => c.references('ruling.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addUniqueConstraint('ruling_number', ['jurisdiction_id', 'number'])
    .execute();

  await table('appeal_event')
    .addColumn('id', 'integer', identity)
    .addColumn('appeal_id', 'integer', (c) => c.notNull().references('appeal.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('from_unit_id', 'integer', (c) => c.references('unit.id'))
    .addColumn('to_unit_id', 'integer', (c) => c.references('unit.id'))
    .addColumn('reason', 'text')
    .addColumn('ruling_id', 'integer', (c) => c.references('ruling.id'))
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .addUniqueConstraint('appeal_event_seq', ['appeal_id', 'seq'])
    .execute();

  await table('appeal_party')
    .addColumn('id', 'integer', identity)
    .addColumn('appeal_id', 'integer', (c) => c.notNull().references('appeal.id'))
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('until', 'text')
    .execute();
  await db.schema.createIndex('appeal_party_appeal').on('appeal_party').column('appeal_id').execute();

  await table('personal_text')
    .addColumn('id', 'integer', identity)
    .addColumn('appeal_id', 'integer', (c) => c.notNull().references('appeal.id'))
    .addColumn('event_seq', 'integer')
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('salt', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('personal_text_appeal').on('personal_text').column('appeal_id').execute();

  await refuseMoreThan(db, 'run_unit', { table: 'run', key: 'run_id', count: 'unit_count' });
  await refuseMoreThan(db, 'edition_entry', { table: 'edition', key: 'edition_id', count: 'entry_count' });
  await refuseUpdates(db, 'personal_text');
  for (const sealed of [
    'operation',
    'batch',
    'volume',
    'scheme',
    'run',
    'run_unit',
    'run_adoption',
    'edition',
    'edition_entry',
    'appeal_event',
    'ruling',
  ]) {
    await refuseChanges(db, sealed);
  }
}
