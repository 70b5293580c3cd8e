import { insertPrivacyEntry } from '../store/privacy.ts';
import type { LocalWork } from './change.ts';
import { change } from './change.ts';

/** Puts on record that an internal copy of an edition was made, or that what changed since was shown with all that is internal. */
export async function recordInternalCopy(
  work: LocalWork,
  terms: { readonly edition: number; readonly compared?: boolean; readonly reason?: string | undefined },
): Promise<void> {
  const { jurisdiction, now: at, by } = work;
  const subject = `${terms.compared === true ? 'changes since ' : ''}edition ${String(terms.edition)}`;
  await change(work, async (trx, operation) => {
    const reason = terms.reason ?? null;
    const entry = {
      jurisdictionId: jurisdiction.id,
      at,
      by,
      shown: 'internal-roster',
      subject,
      reason,
    } as const;
    await operation.seal(entry);
    await insertPrivacyEntry(trx, { ...entry, operationId: operation.id });
    return { result: undefined, summary: { shown: 'internal-roster', subject } };
  });
}
