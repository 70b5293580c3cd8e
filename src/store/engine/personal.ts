import type { AnyDb, Reading, Sought, Sql } from './engine.ts';
import { engineOf } from './engine.ts';

export { comesMasked } from './engine.ts';
export type { Sought };

/** Puts on the record of a server, before it happens, what its login reads of personal texts; there nothing else can be read. A file keeps none. */
export async function recordReading(db: AnyDb, reading: Reading): Promise<void> {
  await engineOf(db).recordReading(db, reading);
}

/** A query for the numbers of the appeals that have what is sought. */
export function appealsWith(db: AnyDb, sought: Sought): Sql {
  return engineOf(db).appealsWith(sought);
}
