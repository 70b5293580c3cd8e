import { AppError } from '../../errors.ts';
import type { Granted, RightsLevel, Store } from '../../store/database.ts';
import type { Work } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';

/**
 * Gives a role of the server the rights of a level in place of those it had, or none; that it was done is in the log.
 *
 * Errors: `server-only` for a file, `role-not-found`, `role-unbound` for the owner and superusers, `server-forbids` for whoever is neither.
 */
export async function grantRights(
  work: Work,
  { role, level }: { readonly role: string; readonly level: RightsLevel | 'none' },
): Promise<void> {
  const { rights, path } = { ...work.store.care, path: work.store.path };
  if (rights === undefined) throw new AppError('server-only', { path, what: 'rights' });
  await transaction(work, async () => {
    await rights.grant(role, level);
    return { result: undefined, summary: { role, level } };
  });
}

/** Lists the roles of the server that have rights. Errors: `server-only` for a file. */
export async function listRights({ care, path }: Store): Promise<Granted[]> {
  if (care.rights === undefined) throw new AppError('server-only', { path, what: 'rights' });
  return care.rights.list();
}
