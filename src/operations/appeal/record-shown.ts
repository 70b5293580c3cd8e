import { insertPrivacyEntry } from '../../store/privacy.ts';
import type { Shown } from '../../store/privacy.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { refuseNumbers, refusePersonal } from './refuse-personal.ts';

/** Puts on record that something personal is shown or printed, before it is. */
export async function recordShown(
  asked: LocalWork,
  terms: {
    readonly shown: Shown;
    readonly subject: string;
    readonly reason?: string | undefined;
    /** The appeals it is about, by their numbers in the tables. */
    readonly appealIds?: readonly number[];
  },
): Promise<void> {
  const { shown, subject, reason = null, appealIds = [] } = terms;
  // The log is sealed: what is personal must not come into it by the reason.
  refuseNumbers({ reason });
  await transaction(asked, async (trx, operation, work) => {
    const { jurisdiction, now: at, by } = work;
    const [only, ...others] = appealIds;
    if (only !== undefined && others.length === 0) await refusePersonal(trx, only, { reason });
    const entry = { jurisdictionId: jurisdiction.id, at, by, shown, subject, reason, appealIds };
    await insertPrivacyEntry(trx, { ...entry, operationId: operation.id });
    return { result: undefined, summary: { shown, subject } };
  });
}
