import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { piecesToFind, writingsOf } from '../../domain/tokens.ts';
import type { Db, Trx } from '../db.ts';
import type { SearchLine } from './engine.ts';
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
  const { how, isOpenOnly, limit, holding = [] } = terms;
  const { findPieces, appealsWith, recordReading } = engineOf(db);
  await recordReading(db, { pieces, how });
  for (const text of holding) await recordReading(db, { text });
  const found = findPieces(pieces, how, {
    jurisdictionId,
    isOpenOnly,
    limit: holding.length === 0 ? limit : undefined,
  });
  const isHeld = holding.map((text) => sql`exists (${appealsWith({ text }, sql`found.id`)})`);
  const { rows } = await sql<{ id: number }>`
    select found.id from (${found}) as found ${isHeld.length === 0 ? sql`` : sql`where ${sql.join(isHeld, sql` and `)}`}
    order by found.id desc ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many appeals of a jurisdiction have all pieces. */
export async function countSearchMatches(
  db: Db,
  jurisdictionId: number,
  pieces: readonly string[],
): Promise<number> {
  const { findPieces, recordReading } = engineOf(db);
  await recordReading(db, { pieces, how: 'and' });
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${findPieces(pieces, 'and', { jurisdictionId })}) as found`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Whether an appeal of a query may hold some signs in its numbers or in a text: by the index where there are letters among them, else by looking
 * through the texts. Puts on record what is looked for.
 */
export async function mayHoldText(db: Db, text: string): Promise<RawBuilder<SqlBool>> {
  const { findPieces, holdsText, appealsWith, recordReading } = engineOf(db);
  const pieces = piecesToFind(text);
  const writings = writingsOf(text);
  const [plain = ''] = writings;
  const isIndexed = pieces.length > 0;
  await recordReading(db, isIndexed ? { pieces, how: 'and' } : { text: writings });
  const inTexts = isIndexed ? findPieces(pieces, 'and') : appealsWith({ text: writings });
  return sql<SqlBool>`("appeal"."id" in (${inTexts}) or ${holdsText(sql`"appeal"."number"`, plain)}
    or ${holdsText(sql`"appeal"."external_number"`, plain)})`;
}
