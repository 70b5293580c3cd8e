import { nextDay, startOfDay } from '../../domain/time.ts';
import type { Day } from '../../domain/time.ts';
import { getAppeal } from '../../store/appeals.ts';
import type { PrivacyEntry, Shown } from '../../store/privacy.ts';
import { listPrivacyEntries } from '../../store/privacy.ts';
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
  const { appeal, by, since, until, shown } = terms;
  const { db } = work.store;
  const { id, timeZone } = work.jurisdiction;
  return listPrivacyEntries(db, id, {
    appealId: appeal === undefined ? undefined : (await getAppeal(db, id, appeal)).id,
    by,
    since: since === undefined ? undefined : startOfDay(since, timeZone),
    before: until === undefined ? undefined : startOfDay(nextDay(until), timeZone),
    shown,
  });
}
