import type { Store, StoredTable } from '../../store/database.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import type { Work } from '../kernel/transaction.ts';
import { recordShown } from '../privacy/record-shown.ts';

/**
 * Gives everything that a database holds out, table by table, as it was at one moment. Personal data are among it: that they go out, and why,
 * is put on record first, for each of its jurisdictions.
 *
 * Errors: `text-personal` for a reason that holds what is personal, those of recording and of the task.
 */
export async function exportDatabase<Result>(
  work: Work,
  reason: string,
  write: (tables: Iterable<StoredTable>) => Promise<Result>,
): Promise<Result> {
  const { store } = work;
  for (const jurisdiction of await listJurisdictions(store.db))
    await recordShown({ ...work, jurisdiction }, { shown: 'export', subject: '*', reason });
  return readWhole(store, write);
}

async function readWhole<Result>(
  store: Store,
  write: (tables: Iterable<StoredTable>) => Promise<Result>,
): Promise<Result> {
  return store.care.atOneMoment(() => write(store.care.eachTable()));
}
