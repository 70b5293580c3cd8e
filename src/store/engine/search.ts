import type { RawBuilder, SqlBool } from 'kysely';
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
  const { searchKey, appealsWith, recordReading } = engineOf(db);
  await recordReading(db, { pieces, how });
  for (const text of holding) await recordReading(db, { text });
  const isHeld = holding.map((text) => sql`and exists (${appealsWith({ text }, searchKey)})`);
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
  await engineOf(db).recordReading(db, { pieces, how: 'and' });
  const { rows } = await sql<{ count: number }>`
    select count(*) as count ${fromFound(db, jurisdictionId, pieces, 'and')}`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Whether an appeal of a query may hold some signs in its numbers or in a text: by the index where there are letters among them, else by looking
 * through the texts. Puts on record what is looked for.
 */
export async function mayHoldText(db: Db, text: string): Promise<RawBuilder<SqlBool>> {
  const { searchKey, hasPieces, holdsText, appealsWith, recordReading } = engineOf(db);
  const pieces = piecesToFind(text);
  const writings = writingsOf(text);
  const [plain = ''] = writings;
  const isIndexed = pieces.length > 0;
  await recordReading(db, isIndexed ? { pieces, how: 'and' } : { text: writings });
  const inTexts = isIndexed
    ? sql`select ${searchKey} from appeal_search as s where ${hasPieces(pieces, 'and')}`
    : appealsWith({ text: writings });
  return sql<SqlBool>`("appeal"."id" in (${inTexts}) or ${holdsText(sql`"appeal"."number"`, plain)}
    or ${holdsText(sql`"appeal"."external_number"`, plain)})`;
}

/** How the engine goes about finding pieces, for whoever wants to see that it does not read everything. */
export async function explainSearch(
  db: Db,
  jurisdictionId: number,
  pieces: readonly string[],
): Promise<string[]> {
  const { searchKey, explain, recordReading } = engineOf(db);
  await recordReading(db, { pieces, how: 'and' });
  return explain(
    db,
    sql`select ${searchKey} as id ${fromFound(db, jurisdictionId, pieces, 'and')} order by ${searchKey} desc`,
  );
}
