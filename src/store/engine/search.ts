import type { SqlBool } from 'kysely';
import { sql } from 'kysely';
import { piecesToFind, writingsOf } from '../../domain/tokens.ts';
import type { Db, Trx } from '../db.ts';
import type { SearchLine, Sql } from './engine.ts';
import { engineOf } from './engine.ts';

export type { SearchLine };

/** Writes by which words appeals are found, in place of what was there. */
export async function writeSearchWords(trx: Trx, lines: readonly SearchLine[]): Promise<void> {
  await engineOf(trx).writeSearchWords(trx, lines);
}

/** Writes by which words many appeals are found, each after those before it; `begin` comes first and `end` last. */
export const manySearchWords = {
  begin: (trx: Trx): Promise<void> => engineOf(trx).gatherSearchWords(trx, true),
  /** Those of appeals that have just come in. */
  add: (trx: Trx, lines: readonly SearchLine[]): Promise<void> => engineOf(trx).addSearchWords(trx, lines),
  end: (trx: Trx): Promise<void> => engineOf(trx).gatherSearchWords(trx, false),
};

/** Takes appeals out of the search. */
export async function deleteSearchWords(trx: Trx, appealIds: readonly number[]): Promise<void> {
  await engineOf(trx).deleteSearchWords(trx, appealIds);
}

/** Brings the index into one piece, so that nothing is left in it of what was taken out. */
export async function compactSearch(trx: Trx): Promise<void> {
  await engineOf(trx).compactSearch(trx);
}

/** How many words the index has of each appeal that it knows, after one number and up to another. */
export async function listSearchSizes(
  db: Db,
  after: number,
  until: number | undefined,
): Promise<Map<number, number>> {
  return engineOf(db).listSearchSizes(db, after, until);
}

/** Appeals of a jurisdiction that have pieces and are open to all. */
function fromFound(db: Db, jurisdictionId: number, pieces: readonly string[], how: 'and' | 'or'): Sql {
  const { searchKey, hasPieces } = engineOf(db);
  return sql`from appeal_search as s join appeal as a on a.id = ${searchKey}
    where ${hasPieces(pieces, how)} and a.jurisdiction_id = ${jurisdictionId} and a.confidential = 0 and a.voided = 0`;
}

/** Which appeals of a jurisdiction have all pieces, or one of them: the newest first. */
export async function matchSearchWords(
  db: Db,
  jurisdictionId: number,
  pieces: readonly string[],
  terms: {
    readonly how: 'and' | 'or';
    readonly isOpenOnly?: boolean;
    readonly limit?: number;
    /** Words that stand whole in one of the texts as it was written, each in one of its writings. */
    readonly holding?: readonly (readonly string[])[];
  },
): Promise<number[]> {
  const { how, isOpenOnly = false, limit, holding = [] } = terms;
  const { searchKey, holdsText } = engineOf(db);
  const isHeld = holding.map((writings) => {
    const held = writings.map((signs) => holdsText(sql`p.text`, signs));
    return sql`and exists (select 1 from personal_text as p where p.appeal_id = ${searchKey} and (${sql.join(held, sql` or `)}))`;
  });
  const { rows } = await sql<{ id: number }>`
    select ${searchKey} as id ${fromFound(db, jurisdictionId, pieces, how)}
      ${isOpenOnly ? sql`and a.state not in ('replied', 'closed')` : sql``}
      ${sql.join(isHeld, sql` `)}
    order by ${searchKey} desc ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many appeals of a jurisdiction have all pieces. */
export async function countSearchMatches(
  db: Db,
  jurisdictionId: number,
  pieces: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count ${fromFound(db, jurisdictionId, pieces, 'and')}`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Whether an appeal of a query may hold some signs in its numbers or in a text: by the index where there are letters among them, else by looking
 * through the texts.
 */
export function mayHoldText(db: Db, text: string) {
  const { searchKey, hasPieces, holdsText } = engineOf(db);
  const pieces = piecesToFind(text);
  const [plain = ''] = writingsOf(text);
  const inTexts =
    pieces.length > 0
      ? sql`select ${searchKey} from appeal_search as s where ${hasPieces(pieces, 'and')}`
      : sql`select p.appeal_id from personal_text as p where ${sql.join(
          writingsOf(text).map((signs) => holdsText(sql`p.text`, signs)),
          sql` or `,
        )}`;
  return sql<SqlBool>`("appeal"."id" in (${inTexts}) or ${holdsText(sql`"appeal"."number"`, plain)}
    or ${holdsText(sql`"appeal"."external_number"`, plain)})`;
}

/** How the engine goes about finding pieces, for whoever wants to see that it does not read everything. */
export async function explainSearch(
  db: Db,
  jurisdictionId: number,
  pieces: readonly string[],
): Promise<string[]> {
  const { searchKey, explain } = engineOf(db);
  return explain(
    db,
    sql`select ${searchKey} as id ${fromFound(db, jurisdictionId, pieces, 'and')} order by ${searchKey} desc`,
  );
}
