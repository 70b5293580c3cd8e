import { insertPrivacyEntry } from '../store/privacy.ts';
import type { LocalWork } from './change.ts';
import { change } from './change.ts';

/** Puts on record that an internal copy of a roster was made: of an edition, or of the draft. */
export async function recordInternalCopy(
  work: LocalWork,
  terms: { readonly edition: number | null; readonly reason?: string | undefined },
): Promise<void> {
  const { jurisdiction, now: at, by } = work;
  const subject = terms.edition === null ? 'draft' : `edition ${String(terms.edition)}`;
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
    await insertPrivacyEntry(trx, { ...entry, operationId: operation.id });
    return { result: undefined, summary: { shown: 'internal-roster', subject } };
  });
}
