import { sql } from 'kysely';
import type { Db } from '../../db.ts';
import type { LostReference } from '../engine-file.ts';

/** Lists rows that refer to one that is not there: only somebody who turned the server's own refusals off can have made them. */
export async function listLostReferences(db: Db): Promise<LostReference[]> {
  const { rows: keys } = await sql<{ child: string; parent: string; own: string; other: string }>`
    select c.relname as child, p.relname as parent, a.attname as own, b.attname as other
    from pg_constraint as k join pg_class as c on c.oid = k.conrelid join pg_class as p on p.oid = k.confrelid
    join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[array_upper(k.conkey, 1)]
    join pg_attribute as b on b.attrelid = k.confrelid and b.attnum = k.confkey[array_upper(k.confkey, 1)]
    where k.contype = 'f' and k.connamespace = current_schema()::regnamespace
    order by 1, 2, 3`.execute(db);
  const lost: LostReference[] = [];
  for (const { child, parent, own, other } of keys) {
    const { rows } = await sql<{ row: number | null }>`
      select ${sql.ref(`c.${own}`)} as row from ${sql.table(child)} as c left join ${sql.table(parent)} as p on ${sql.ref(`p.${other}`)} = ${sql.ref(`c.${own}`)}
      where ${sql.ref(`c.${own}`)} is not null and ${sql.ref(`p.${other}`)} is null limit 100`.execute(db);
    for (const { row } of rows) lost.push({ table: child, row, parent });
  }
  return lost;
}
