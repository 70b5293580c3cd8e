import { AppError } from '../../errors.ts';
import { knownOf, maskText } from '../../domain/masking.ts';
import { listPersonalFields } from '../../store/plain-texts.ts';
import type { Db } from '../../store/db.ts';

/** Refuses texts that are to be sealed and hold a personal number, whosever it is. Errors: `text-personal`. */
export function refuseNumbers(texts: Readonly<Record<string, string | null | undefined>>): void {
  for (const [field, text] of Object.entries(texts)) {
    if (text != null && maskText(text, { caller: null, phone: null }) !== text)
      throw new AppError('text-personal', { field });
  }
}

/** Refuses texts that are to be sealed and hold what is personal of one of the appeals they are about. Errors: `text-personal`. */
export async function refusePersonal(
  db: Db,
  appealIds: readonly number[],
  texts: Readonly<Record<string, string | null | undefined>>,
): Promise<void> {
  const personal = await listPersonalFields(db, appealIds);
  for (const id of appealIds) {
    const known = knownOf(personal.get(id));
    for (const [field, text] of Object.entries(texts)) {
      if (text != null && maskText(text, known) !== text) throw new AppError('text-personal', { field });
    }
  }
}
