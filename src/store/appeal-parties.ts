import type { Db, Trx } from './db.ts';

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
    .where('until', 'is', null)
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

/** Numbers of the open appeals that a unit, or an office of it, assists. */
export async function listAssistedAppeals(db: Db, unitId: number): Promise<{ number: string }[]> {
  return db
    .selectFrom('appealParty as party')
    .innerJoin('appeal', 'appeal.id', 'party.appealId')
    .select('appeal.number')
    .distinct()
    .where('party.unitId', '=', unitId)
    .where('party.role', '=', 'assist')
    .where('party.until', 'is', null)
    .where('appeal.state', 'not in', ['replied', 'closed'])
    .orderBy('appeal.number')
    .execute();
}
