import type { Trx } from '../../store/db.ts';
import { insertPrivacyEntry } from '../../store/privacy.ts';
import type { Shown } from '../../store/privacy.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { refuseNumbers, refusePersonal } from './refuse-personal.ts';

/** What is shown, and why. */
export interface ShownTerms {
  readonly shown: Shown;
  readonly subject: string;
  readonly reason?: string | undefined;
  /** The appeals it is about, by their numbers in the tables. */
  readonly appealIds?: readonly number[];
}

/** Puts on record that something personal is shown or printed, before it is. Errors: `text-personal` for a reason that holds what is personal. */
export async function recordShown(asked: LocalWork, terms: ShownTerms): Promise<void> {
  await transaction(asked, async (trx, operation, work) => {
    await recordShownIn(trx, operation, work, terms);
    return { result: undefined, summary: { shown: terms.shown, subject: terms.subject } };
  });
}

/** Puts the same on record within an operation that does more. */
export async function recordShownIn(
  trx: Trx,
  operation: Operation,
  work: LocalWork,
  terms: ShownTerms,
): Promise<void> {
  const { shown, subject, reason = null, appealIds = [] } = terms;
  // The log is sealed: what is personal must not come into it by the reason.
  refuseNumbers({ reason });
  if (reason !== null) await refusePersonal(trx, appealIds, { reason });
  const { jurisdiction, now: at, by } = work;
  const entry = { jurisdictionId: jurisdiction.id, at, by, shown, subject, reason, appealIds };
  await insertPrivacyEntry(trx, { ...entry, operationId: operation.id });
}
