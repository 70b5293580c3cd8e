import { listPersonalFields } from '../../store/plain-texts.ts';
import type { Db } from '../../store/db.ts';

/** A name by which callers are told apart: without spaces, which forms put between two signs. */
export function bareName(name: string): string {
  return name.replaceAll(/\s+/gu, '');
}

/** Those of some appeals whose caller has exactly this name today: one that was set right since is another's. */
export async function keepAppealsOfCaller(
  db: Db,
  appealIds: readonly number[],
  caller: string,
): Promise<number[]> {
  const fields = await listPersonalFields(db, appealIds);
  return appealIds.filter((id) => bareName(fields.get(id)?.caller ?? '') === bareName(caller));
}
