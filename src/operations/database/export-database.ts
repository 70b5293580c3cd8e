import type { StoredTable } from '../../store/database.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';
import type { Work } from '../kernel/transaction.ts';
import { recordShown } from '../privacy/record-shown.ts';

/** Why everything goes out, and what writes it. */
export interface ExportTerms<Result> {
  readonly reason: string;
  readonly write: (tables: AsyncIterable<StoredTable>) => Promise<Result>;
}

/**
 * Gives everything that a database holds out, table by table, as it was at one moment. Personal data are among it: that they go out, and why,
 * is put on record first, for each of its jurisdictions.
 *
 * Errors: `text-personal` for a reason that holds what is personal, those of recording and of the task.
 */
export async function exportDatabase<Result>(
  work: Work,
  { reason, write }: ExportTerms<Result>,
): Promise<Result> {
  const { db, care } = work.store;
  for (const jurisdiction of await listJurisdictions(db))
    await recordShown({ ...work, jurisdiction }, { shown: 'everything', subject: '*', reason });
  return care.atOneMoment(() => write(care.eachTable()));
}
