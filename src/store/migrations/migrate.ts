import { Migrator } from 'kysely/migration';
import type { Db } from '../db.ts';
import { migrations } from './list.ts';

/** Brings a database to the newest schema, within one transaction: all migrations it lacks, or none. */
export async function migrate(trx: Db): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  const name = Object.keys(migrations).sort().at(-1) ?? '';
  const result = await new Migrator({ db: trx, provider }).migrateTo(name);
  if (result.error instanceof Error) throw result.error;
  if (result.error !== undefined) throw new Error(`migration ${name} failed`, { cause: result.error });
}
