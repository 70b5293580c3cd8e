import { sql } from 'kysely';
import type { AnyDb, Engine } from '../engine.ts';

/** How a server makes tables that refuse: by triggers, the emptying of a whole table among what is refused. */
export const schemaOfServer: Pick<
  Engine,
  'refuseChanges' | 'refuseUpdates' | 'refuseMoreThan' | 'refuseSpans' | 'createSearch'
> = {
  refuseChanges: async (db, table) => {
    for (const verb of ['update', 'delete', 'truncate'] as const) await refuse(db, table, verb);
  },
  refuseUpdates: async (db, table) => {
    await refuse(db, table, 'update');
  },
  refuseMoreThan: async (db, table, owner) => {
    const { key, count } = owner;
    await makeTrigger(db, table, {
      name: `${table}_no_more`,
      on: 'before insert',
      body: `
  if (select count(*) from "${table}" where ${key} = new.${key}) >= (select ${count} from "${owner.table}" where id = new.${key}) then
    raise exception '${table} is sealed: insert refused' using errcode = 'integrity_constraint_violation';
  end if;`,
    });
  },
  refuseSpans: async (db, table, key) => {
    const isSame = key.map((column) => `other.${column} = new.${column}`).join(' and ');
    await makeTrigger(db, table, {
      name: `${table}_span`,
      on: 'before insert or update',
      body: `
  if new.until_day < new.from_day then
    raise exception '${table}: a span that ends before it begins' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.until_day is null or new.until_day > new.from_day) and exists (
    select 1 from "${table}" as other
    where ${isSame} and other.id is distinct from new.id
      and (other.until_day is null or other.until_day > other.from_day)
      and (other.until_day is null or new.from_day < other.until_day)
      and (new.until_day is null or other.from_day < new.until_day)) then
    raise exception '${table}: two spans at one time' using errcode = 'integrity_constraint_violation';
  end if;`,
    });
  },
  createSearch: async (db, table) => {
    // The words as they are, each a piece: what parts them is the space between them, and no dictionary changes them.
    await sql
      .raw(
        `create table "${table}" (appeal_id bigint primary key, words tsvector not null, size bigint not null)`,
      )
      .execute(db);
    await sql.raw(`create index ${table}_words on "${table}" using gin (words)`).execute(db);
  },
};

async function refuse(db: AnyDb, table: string, verb: 'update' | 'delete' | 'truncate'): Promise<void> {
  await sql.raw(refusalOnServer(table, verb)).execute(db);
}

/** The trigger by which a table refuses changed, deleted or emptied rows, word for word. */
export function refusalOnServer(table: string, verb: 'update' | 'delete' | 'truncate'): string {
  const each = verb === 'truncate' ? 'statement' : 'row';
  return `create trigger ${table}_no_${verb} before ${verb} on "${table}" for each ${each} execute function refuse_change()`;
}

async function makeTrigger(
  db: AnyDb,
  table: string,
  { name, on, body }: { readonly name: string; readonly on: string; readonly body: string },
): Promise<void> {
  await sql
    .raw(
      `create function ${name}() returns trigger language plpgsql as $$\nbegin${body}\n  return new;\nend $$`,
    )
    .execute(db);
  await sql
    .raw(`create trigger ${name} ${on} on "${table}" for each row execute function ${name}()`)
    .execute(db);
}
