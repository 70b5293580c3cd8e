import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { identity, refuseChanges, tableOptions } from '../engine/schema.ts';

/** Which scheme is used from which volume year on, the offices of units, and the counts a run took from units before. */
export async function up(db: Kysely<never>): Promise<void> {
  const table = (name: string) => db.schema.createTable(name).$call(tableOptions);

  await table('scheme_use')
    .addColumn('id', 'integer', identity)
    .addColumn('jurisdiction_id', 'integer', (c) => c.notNull().references('jurisdiction.id'))
    .addColumn('scheme_code', 'text', (c) => c.notNull())
    .addColumn('from_volume_year', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('operation_id', 'integer', (c) => c.notNull())
    .execute();
  // Until now a jurisdiction had one scheme, from its first day: the day the database was made.
  await sql`
    insert into scheme_use (jurisdiction_id, scheme_code, from_volume_year, at, by, operation_id)
    select j.id, j.scheme_code, s.from_volume_year, o.at, o.by, o.id
    from jurisdiction as j
    inner join scheme as s on s.code = j.scheme_code
    inner join operation as o on o.id = (select min(id) from operation)`.execute(db);
  await db.schema.alterTable('jurisdiction').dropColumn('scheme_code').execute();

  await table('office')
    .addColumn('id', 'integer', identity)
    .addColumn('unit_id', 'integer', (c) => c.notNull().references('unit.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('withdrawn_on', 'text')
    .addUniqueConstraint('office_name', ['unit_id', 'name_key'])
    .execute();

  // What a run counted for a unit of the units before it, JSON; null where there were none.
  await db.schema.alterTable('run_unit').addColumn('predecessors', 'text').execute();

  await refuseChanges(db, 'scheme_use');
}
