import type { LocalWork } from '../kernel/transaction.ts';
import { recordShown } from '../appeal/record-shown.ts';

/** Puts on record that an internal copy of an edition was made, or that what changed since was shown with all that is internal. */
export async function recordInternalCopy(
  work: LocalWork,
  terms: { readonly edition: number; readonly compared?: boolean; readonly reason?: string | undefined },
): Promise<void> {
  const subject = `${terms.compared === true ? 'changes since ' : ''}edition ${String(terms.edition)}`;
  await recordShown(work, { shown: 'internal-roster', subject, reason: terms.reason });
}
