import { Migrator } from 'kysely/migration';
import type { Db } from '../engine/open.ts';
import { migrations } from './list.ts';

/** Brings a database to the newest schema, each migration in a transaction of its own with its own record. */
export async function migrate(db: Db): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  for (const name of Object.keys(migrations).sort()) {
    await db.transaction().execute(async (trx) => {
      const result = await new Migrator({ db: trx, provider }).migrateTo(name);
      if (result.error instanceof Error) throw result.error;
      if (result.error !== undefined) throw new Error(`migration ${name} failed`, { cause: result.error });
    });
  }
}
