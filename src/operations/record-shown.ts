import { insertPrivacyEntry } from '../store/privacy.ts';
import type { Shown } from '../store/privacy.ts';
import type { LocalWork } from './change.ts';
import { change } from './change.ts';

/** Puts on record that something personal is shown or printed, before it is. */
export async function recordShown(
  work: LocalWork,
  terms: { readonly shown: Shown; readonly subject: string; readonly reason?: string | undefined },
): Promise<void> {
  const { jurisdiction, now: at, by } = work;
  const { shown, subject, reason = null } = terms;
  await change(work, async (trx, operation) => {
    const entry = { jurisdictionId: jurisdiction.id, at, by, shown, subject, reason };
    await operation.seal(entry);
    await insertPrivacyEntry(trx, { ...entry, operationId: operation.id });
    return { result: undefined, summary: { shown, subject } };
  });
}
