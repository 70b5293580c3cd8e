import type { SqlBool } from 'kysely';
import { sql } from 'kysely';
import { isLetterAlone, piecesToFind, writingsOf } from '../../domain/tokens.ts';
import type { Db, Trx } from '../db.ts';
import { runMany } from './driver.ts';

/** Pieces as the engine's query language takes them: all of them, or one of them; a letter alone stands for all that begin with it. */
function matchOf(pieces: readonly string[], how: 'and' | 'or'): string {
  return pieces
    .map((piece) => `"${piece.replaceAll('"', '""')}"${isLetterAlone(piece) ? ' *' : ''}`)
    .join(how === 'and' ? ' AND ' : ' OR ');
}

/** The number of an appeal and by which words it is found. */
export type SearchLine = readonly [appealId: number, words: string];

/** Writes by which words appeals are found, in place of what was there. */
export async function writeSearchWords(trx: Trx, lines: readonly SearchLine[]): Promise<void> {
  await runMany(trx as never, 'insert or replace into appeal_search (rowid, words) values (?, ?)', lines);
}

/** Bytes of words that the engine gathers before it writes them: as a rule, and where many appeals come in at once. */
const gathered = { usual: 1 << 20, many: 1 << 25 };

/** Writes by which words many appeals are found, each after those before it; `begin` comes first and `end` last. */
export const manySearchWords = {
  begin: (trx: Trx): Promise<void> => gather(trx, gathered.many),
  /** Those of appeals that have just come in. */
  add: (trx: Trx, lines: readonly SearchLine[]): Promise<void> =>
    runMany(trx as never, 'insert into appeal_search (rowid, words) values (?, ?)', lines),
  end: (trx: Trx): Promise<void> => gather(trx, gathered.usual),
};

async function gather(trx: Trx, bytes: number): Promise<void> {
  await sql`insert into appeal_search (appeal_search, rank) values ('hashsize', cast(${bytes} as integer))`.execute(
    trx,
  );
}

/** Takes appeals out of the search. */
export async function deleteSearchWords(trx: Trx, appealIds: readonly number[]): Promise<void> {
  for (const appealId of appealIds) {
    await sql`delete from appeal_search where rowid = ${appealId}`.execute(trx);
  }
}

/** Brings the index into one piece, so that nothing is left in it of what was taken out. */
export async function compactSearch(trx: Trx): Promise<void> {
  await sql`insert into appeal_search (appeal_search) values ('optimize')`.execute(trx);
}

/** How many words the index has of each appeal that it knows, after one number and up to another. */
export async function listSearchSizes(
  db: Db,
  after: number,
  until: number | undefined,
): Promise<Map<number, number>> {
  const { rows } = await sql<{
    id: number;
    sz: Uint8Array;
  }>`select id, sz from appeal_search_docsize where id > ${after} and id <= ${until ?? Number.MAX_SAFE_INTEGER} order by id`.execute(
    db,
  );
  return new Map(rows.map(({ id, sz }) => [id, getSize(sz)]));
}

/** A number as the index writes it: seven bits a byte, the highest says that more follow. */
function getSize(bytes: Uint8Array): number {
  let size = 0;
  for (const byte of bytes) {
    size = size * 128 + (byte & 0x7f);
    if (byte < 0x80) break;
  }
  return size;
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
  const { how, isOpenOnly = false, limit = -1, holding = [] } = terms;
  const isHeld = holding.map((writings) => {
    const likes = writings.map(
      (signs) => sql`p.text like ${`%${signs.replace(/[\\%_]/gu, '\\$&')}%`} escape '\\'`,
    );
    return sql`and exists (select 1 from personal_text as p where p.appeal_id = s.rowid and (${sql.join(likes, sql` or `)}))`;
  });
  const { rows } = await sql<{ id: number }>`
    select s.rowid as id from appeal_search as s join appeal as a on a.id = s.rowid
    where s.appeal_search match ${matchOf(pieces, how)} and a.jurisdiction_id = ${jurisdictionId} and a.confidential = 0 and a.voided = 0
      ${isOpenOnly ? sql`and a.state not in ('replied', 'closed')` : sql``}
      ${sql.join(isHeld, sql` `)}
    order by s.rowid desc limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many appeals of a jurisdiction have all pieces. */
export async function countSearchMatches(
  db: Db,
  jurisdictionId: number,
  pieces: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from appeal_search as s join appeal as a on a.id = s.rowid
    where s.appeal_search match ${matchOf(pieces, 'and')} and a.jurisdiction_id = ${jurisdictionId} and a.confidential = 0 and a.voided = 0`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/**
 * Whether an appeal of a query may hold some signs in its numbers or in a text: by the index where there are letters among them, else by looking
 * through the texts.
 */
export function mayHoldText(text: string) {
  const pieces = piecesToFind(text);
  const [plain = ''] = writingsOf(text);
  const like = (signs: string): string => `%${signs.replace(/[\\%_]/gu, '\\$&')}%`;
  const inTexts =
    pieces.length > 0
      ? sql`select rowid from appeal_search where appeal_search match ${matchOf(pieces, 'and')}`
      : sql`select appeal_id from personal_text where ${sql.join(
          writingsOf(text).map((signs) => sql`text like ${like(signs)} escape '\\'`),
          sql` or `,
        )}`;
  return sql<SqlBool>`("appeal"."id" in (${inTexts}) or "appeal"."number" like ${like(plain)} escape '\\'
    or "appeal"."external_number" like ${like(plain)} escape '\\')`;
}

/** How the engine goes about finding pieces, for whoever wants to see that it does not read everything. */
export async function explainSearch(
  db: Db,
  jurisdictionId: number,
  pieces: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ detail: string }>`
    explain query plan select s.rowid as id from appeal_search as s join appeal as a on a.id = s.rowid
    where s.appeal_search match ${matchOf(pieces, 'and')} and a.jurisdiction_id = ${jurisdictionId} and a.confidential = 0 and a.voided = 0
    order by s.rowid desc`.execute(db);
  return rows.map(({ detail }) => detail);
}
