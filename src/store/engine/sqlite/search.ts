import { sql } from 'kysely';
import { isLetterAlone } from '../../../domain/tokens.ts';
import type { Engine } from '../engine.ts';
import { runMany } from './driver.ts';

/** Pieces as the engine's query language takes them: all of them, or one of them; a letter alone stands for all that begin with it. */
function matchOf(pieces: readonly string[], how: 'and' | 'or'): string {
  return pieces
    .map((piece) => `"${piece.replaceAll('"', '""')}"${isLetterAlone(piece) ? ' *' : ''}`)
    .join(how === 'and' ? ' AND ' : ' OR ');
}

/** Bytes of words that the engine gathers before it writes them: as a rule, and where many appeals come in at once. */
const gathered = { usual: 1 << 20, many: 1 << 25 };

/** How SQLite finds words: by an FTS5 index without texts, under the number of the row. */
export const searchOfSqlite: Pick<
  Engine,
  | 'writeSearchWords'
  | 'addSearchWords'
  | 'deleteSearchWords'
  | 'gatherSearchWords'
  | 'compactSearch'
  | 'listSearchSizes'
  | 'findPieces'
> = {
  writeSearchWords: (trx, lines) =>
    runMany(trx, 'insert or replace into appeal_search (rowid, words) values (?, ?)', lines),
  addSearchWords: (trx, lines) =>
    runMany(trx, 'insert into appeal_search (rowid, words) values (?, ?)', lines),
  deleteSearchWords: async (trx, appealIds) => {
    for (const appealId of appealIds)
      await sql`delete from appeal_search where rowid = ${appealId}`.execute(trx);
  },
  gatherSearchWords: async (trx, isMany) => {
    const bytes = isMany ? gathered.many : gathered.usual;
    await sql`insert into appeal_search (appeal_search, rank) values ('hashsize', cast(${bytes} as integer))`.execute(
      trx,
    );
  },
  compactSearch: async (trx) => {
    await sql`insert into appeal_search (appeal_search) values ('optimize')`.execute(trx);
  },
  listSearchSizes: async (db, after, until) => {
    const { rows } = await sql<{
      id: number;
      sz: Uint8Array;
    }>`select id, sz from appeal_search_docsize where id > ${after} and id <= ${until ?? Number.MAX_SAFE_INTEGER} order by id`.execute(
      db,
    );
    return new Map(rows.map(({ id, sz }) => [id, getSize(sz)]));
  },
  findPieces: (pieces, how, within) => {
    const match = sql`s.appeal_search match ${matchOf(pieces, how)}`;
    if (within === undefined) return sql`select s.rowid as id from appeal_search as s where ${match}`;
    const { jurisdictionId, isOpenOnly = false, limit } = within;
    return sql`select s.rowid as id from appeal_search as s join appeal as a on a.id = s.rowid
      where ${match} and a.jurisdiction_id = ${jurisdictionId} and a.confidential = 0 and a.voided = 0
        ${isOpenOnly ? sql`and a.state not in ('replied', 'closed')` : sql``}
      ${limit === undefined ? sql`` : sql`order by s.rowid desc limit ${limit}`}`;
  },
};

/** A number as the index writes it: seven bits a byte, the highest says that more follow. */
function getSize(bytes: Uint8Array): number {
  let size = 0;
  for (const byte of bytes) {
    size = size * 128 + (byte & 0x7f);
    if (byte < 0x80) break;
  }
  return size;
}
