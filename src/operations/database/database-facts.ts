import type { Store } from '../../store/database.ts';
import { countRows } from '../../store/database.ts';
import { findLastOperation } from '../../store/operations.ts';

/** Facts of a database file. */
export interface DatabaseFacts extends Awaited<ReturnType<Store['facts']>> {
  readonly path: string;
  readonly schema: string;
  readonly operations: number;
  /** Hash of the newest operation: whoever keeps it can tell later whether the log was changed. */
  readonly head: string | null;
  readonly units: number;
  readonly runs: number;
  readonly editions: number;
  readonly appeals: number;
}

/** Reads what the file is, how much is in it, and the head of its log. */
export async function getDatabaseFacts(store: Store): Promise<DatabaseFacts> {
  const last = await findLastOperation(store.db);
  return {
    path: store.path,
    schema: store.schema,
    ...(await store.facts()),
    operations: last?.id ?? 0,
    head: last?.hash ?? null,
    units: await countRows(store.db, 'unit'),
    runs: await countRows(store.db, 'run'),
    editions: await countRows(store.db, 'edition'),
    appeals: await countRows(store.db, 'appeal'),
  };
}
