import { AppError } from '../../errors.ts';
import { nextDay, startOfDay } from '../../domain/time.ts';
import type { Day } from '../../domain/time.ts';
import { getAppeal } from '../../store/appeals.ts';
import type { PrivacyEntry, Shown } from '../../store/privacy.ts';
import { listPrivacyEntries } from '../../store/privacy.ts';
import type { ReadingKind } from '../../store/database.ts';
import type { LocalWork } from '../kernel/transaction.ts';

/** Which entries of the privacy log are asked for; both days included. */
export interface PrivacyLogTerms {
  /** Number of an appeal. */
  readonly appeal?: string;
  readonly by?: string;
  readonly since?: Day;
  readonly until?: Day;
  readonly shown?: Shown;
}

/** Lists who was shown personal data, and why, oldest first. Errors: `appeal-not-found`. */
export async function listShownLog(work: LocalWork, terms: PrivacyLogTerms): Promise<PrivacyEntry[]> {
  const { db } = work.store;
  return listPrivacyEntries(db, work.jurisdiction.id, {
    ...(await filterOf(work, terms)),
    shown: terms.shown,
  });
}

/** A line of what a server has on record, as an entry of the log. */
export interface ReadEntry {
  readonly at: string;
  readonly by: string;
  readonly shown: `read-${ReadingKind}`;
  readonly subject: string;
  readonly reason: null;
  readonly appeals: number | null;
}

/**
 * Lists what the server itself put on record of personal texts that were read, whatever they were read with, oldest first. Errors: `server-only` for a
 * file, `appeal-not-found`.
 */
export async function listReadLog(
  work: LocalWork,
  terms: Omit<PrivacyLogTerms, 'shown'>,
): Promise<ReadEntry[]> {
  const { care, path } = work.store;
  if (care.listReadings === undefined) throw new AppError('server-only', { path, what: 'readings' });
  const lines = await care.listReadings(await filterOf(work, terms));
  return lines.map(({ at, by, kind, appeals }) => ({
    ...{ at, by, shown: `read-${kind}`, subject: '', reason: null, appeals },
  }));
}

async function filterOf(
  { store, jurisdiction }: LocalWork,
  { appeal, by, since, until }: Omit<PrivacyLogTerms, 'shown'>,
) {
  const { id, timeZone } = jurisdiction;
  return {
    appealId: appeal === undefined ? undefined : (await getAppeal(store.db, id, appeal)).id,
    by,
    since: since === undefined ? undefined : startOfDay(since, timeZone),
    before: until === undefined ? undefined : startOfDay(nextDay(until), timeZone),
  };
}
