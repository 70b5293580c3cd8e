import type { State } from '../domain/appeal.ts';
import type { Db, Trx } from './db.ts';
import { undoneOperations } from './operation-changes.ts';

/** A binding decision who leads an appeal and who assists (裁定). */
export interface Ruling {
  readonly number: number;
  readonly leadId: number;
  readonly basis: string;
  readonly on: string;
  readonly by: string;
}

/** Lists the rulings made on one appeal, oldest first. */
export async function listRulingsOf(db: Db, appealId: number): Promise<Ruling[]> {
  return db
    .selectFrom('ruling')
    .select(['number', 'leadId', 'basis', 'on', 'by'])
    .where('appealId', '=', appealId)
    .orderBy('number')
    .execute();
}

export async function nextRulingNumber(db: Db, jurisdictionId: number): Promise<number> {
  const { max } = await db
    .selectFrom('ruling')
    .select(({ fn }) => fn.max('number').as('max'))
    .where('jurisdictionId', '=', jurisdictionId)
    .executeTakeFirstOrThrow();
  return ((max as number | null) ?? 0) + 1;
}

export async function insertRuling(
  trx: Trx,
  ruling: {
    readonly jurisdictionId: number;
    readonly number: number;
    readonly appealId: number | null;
    readonly matter: string | null;
    readonly leadId: number;
    readonly assists: readonly number[];
    readonly basis: string;
    readonly isPrecedent: boolean;
    readonly supersedesId: number | null;
    readonly on: string;
    readonly at: string;
    readonly by: string;
    readonly digest: string;
    readonly operationId: number;
  },
): Promise<number> {
  const { isPrecedent, assists, ...row } = ruling;
  const { id } = await trx
    .insertInto('ruling')
    .values({ ...row, assists: JSON.stringify(assists), until: null, precedent: isPrecedent ? 1 : 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A ruling as it stands in the register of rulings. */
export interface RegisteredRuling {
  readonly id: number;
  readonly number: number;
  readonly matter: string | null;
  /** The appeal it was made on. */
  readonly appeal: string | null;
  readonly appealId: number | null;
  readonly isPrecedent: boolean;
  readonly leadId: number;
  readonly assists: readonly number[];
  readonly basis: string;
  readonly on: string;
  readonly by: string;
  readonly supersedes: number | null;
  readonly supersededBy: number | null;
}

/** Lists the rulings of a jurisdiction, oldest first; none that was undone. */
export async function listRulings(db: Db, jurisdictionId: number): Promise<RegisteredRuling[]> {
  const rows = await db
    .selectFrom('ruling')
    .leftJoin('appeal', 'appeal.id', 'ruling.appealId')
    .leftJoin('ruling as before', 'before.id', 'ruling.supersedesId')
    .leftJoin('ruling as after', (join) =>
      join
        .onRef('after.supersedesId', '=', 'ruling.id')
        .on('after.operationId', 'not in', undoneOperations(db)),
    )
    .select([
      'ruling.id',
      'ruling.number',
      'ruling.matter',
      'appeal.number as appeal',
      'ruling.appealId',
      'ruling.precedent',
      'ruling.leadId',
      'ruling.assists',
      'ruling.basis',
      'ruling.on',
      'ruling.by',
      'before.number as supersedes',
      'after.number as supersededBy',
    ])
    .where('ruling.jurisdictionId', '=', jurisdictionId)
    .where('ruling.operationId', 'not in', undoneOperations(db))
    .orderBy('ruling.number')
    .execute();
  return rows.map(({ precedent, assists, ...row }) => ({
    ...row,
    isPrecedent: precedent === 1,
    assists: JSON.parse(assists) as number[],
  }));
}

/** Numbers of the appeals whose hand-over followed a ruling, or that it was made on, with how they stand. */
export async function listAppealsCiting(
  db: Db,
  ruling: { readonly id: number; readonly number: number },
): Promise<{ readonly number: string; readonly state: State; readonly outcome: string | null }[]> {
  const cites = `"cites":${String(ruling.number)}`;
  return db
    .selectFrom('appeal')
    .innerJoin('appealEvent as event', 'event.appealId', 'appeal.id')
    .select(['appeal.number', 'appeal.state', 'appeal.outcome'])
    .distinct()
    .where((eb) =>
      eb.or([
        eb('event.rulingId', '=', ruling.id),
        eb('event.data', 'like', `%${cites},%`),
        eb('event.data', 'like', `%${cites}}%`),
      ]),
    )
    .orderBy('appeal.number')
    .execute();
}
