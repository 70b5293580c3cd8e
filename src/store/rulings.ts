import type { Db } from './database.ts';

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
  db: Db,
  ruling: {
    readonly jurisdictionId: number;
    readonly number: number;
    readonly appealId: number;
    readonly matter: string | null;
    readonly leadId: number;
    readonly assists: readonly number[];
    readonly basis: string;
    readonly on: string;
    readonly at: string;
    readonly by: string;
    readonly digest: string;
    readonly operationId: number;
  },
): Promise<number> {
  const { id } = await db
    .insertInto('ruling')
    .values({ ...ruling, assists: JSON.stringify(ruling.assists), until: null, supersedesId: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
