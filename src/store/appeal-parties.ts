import type { Db, Trx } from './db.ts';
import type { Party } from '../domain/appeal-parties.ts';
import { insertRows } from './engine/bulk.ts';
import { hasNotEnded } from './spans.ts';

/** Ends the part every unit has in an appeal, before it is written anew. */
export async function endParties(
  trx: Trx,
  appealId: number,
  role: 'lead' | 'assist',
  until: string,
): Promise<void> {
  await trx
    .updateTable('appealParty')
    .set({ until })
    .where('appealId', '=', appealId)
    .where('role', '=', role)
    .where(hasNotEnded('appealParty.until'))
    .execute();
}

export async function insertParty(
  trx: Trx,
  party: {
    readonly appealId: number;
    readonly unitId: number;
    readonly role: 'lead' | 'assist';
    readonly office?: string | undefined;
    readonly since: string;
  },
): Promise<void> {
  await trx
    .insertInto('appealParty')
    .values({ ...party, office: party.office ?? null, until: null })
    .execute();
}

/** Writes who has a part in appeals, and when, in place of what was there; by the appeal. */
export async function replaceParties(
  trx: Trx,
  parties: ReadonlyMap<number, readonly Party[]>,
): Promise<void> {
  const ids = [...parties.keys()];
  if (ids.length === 0) return;
  await trx.deleteFrom('appealParty').where('appealId', 'in', ids).execute();
  const columns = ['appealId', 'unitId', 'role', 'office', 'since', 'until'] as const;
  const values = [...parties].flatMap(([id, list]) =>
    list.flatMap(({ unitId, role, office, since, until }) => [id, unitId, role, office, since, until]),
  );
  await insertRows(trx, { table: 'appealParty', columns }, values);
}

/** Numbers of the open appeals that a unit, or an office of it, assists. */
export async function listAssistedAppeals(db: Db, unitId: number): Promise<{ number: string }[]> {
  return db
    .selectFrom('appealParty')
    .innerJoin('appeal', 'appeal.id', 'appealParty.appealId')
    .select('appeal.number')
    .distinct()
    .where('appealParty.unitId', '=', unitId)
    .where('appealParty.role', '=', 'assist')
    .where(hasNotEnded('appealParty.until'))
    .where('appeal.state', 'not in', ['replied', 'closed'])
    .orderBy('appeal.number')
    .execute();
}
