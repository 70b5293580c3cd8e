import { sql } from 'kysely';
import { isLetterAlone } from '../../../domain/tokens.ts';
import type { AnyDb, Engine, SearchLine } from '../engine.ts';
import { copyLines } from './copy-lines.ts';
import { onServer } from './driver.ts';

/** A piece as the server writes it in a query and in a list of words. */
function quote(piece: string): string {
  return `'${piece.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Pieces as a query of the server: all of them, or one of them; a letter alone stands for all that begin with it. */
export function queryOf(pieces: readonly string[], how: 'and' | 'or'): string {
  return pieces
    .map((piece) => `${quote(piece)}${isLetterAlone(piece) ? ':*' : ''}`)
    .join(how === 'and' ? ' & ' : ' | ');
}

/** Words as the server keeps them: each once, as it is. */
function listOf(words: readonly string[]): string {
  return [...new Set(words)].map(quote).join(' ');
}

const wordsOf = (words: string): string[] => words.split(' ').filter((word) => word !== '');

async function addWords(db: AnyDb, lines: readonly SearchLine[]): Promise<void> {
  const values = lines.flatMap(([appealId, text]) => {
    const words = wordsOf(text);
    return [appealId, listOf(words), words.length];
  });
  await onServer(db, (server) =>
    copyLines(server, { table: 'appeal_search', columns: ['appeal_id', 'words', 'size'] }, values),
  );
}

async function deleteWords(db: AnyDb, appealIds: readonly number[]): Promise<void> {
  if (appealIds.length === 0) return;
  await sql`delete from appeal_search where appeal_id in (${sql.join(appealIds)})`.execute(db);
}

/** How a server finds words: by an index of the words of each row. */
export const searchOfServer: Pick<
  Engine,
  | 'writeSearchWords'
  | 'addSearchWords'
  | 'deleteSearchWords'
  | 'gatherSearchWords'
  | 'compactSearch'
  | 'listSearchSizes'
  | 'findPieces'
> = {
  writeSearchWords: async (trx, lines) => {
    await deleteWords(
      trx,
      lines.map(([appealId]) => appealId),
    );
    await addWords(trx, lines);
  },
  addSearchWords: addWords,
  deleteSearchWords: deleteWords,
  // The server gathers by itself, and takes apart what it has gathered as it likes.
  gatherSearchWords: () => Promise.resolve(),
  compactSearch: async (trx) => {
    await sql`select compact_search()`.execute(trx);
  },
  listSearchSizes: async (db, after, until) => {
    const before = until === undefined ? sql`` : sql`and appeal_id <= ${until}`;
    const { rows } = await sql<{
      id: number;
      size: number;
    }>`select appeal_id as id, size from appeal_search where appeal_id > ${after} ${before} order by appeal_id`.execute(
      db,
    );
    return new Map(rows.map(({ id, size }) => [id, size]));
  },
  // What is asked for goes into the server's own function, so that no more is read than is wanted of it.
  findPieces: (pieces, how, within) => {
    const query = queryOf(pieces, how);
    if (within === undefined) return sql`select found.id from appeals_with_words(${query}) as found (id)`;
    const { jurisdictionId, isOpenOnly = false, limit = null } = within;
    return sql`select found.id from newest_with_words(${query}, ${jurisdictionId}::int8, ${isOpenOnly}::boolean, ${limit}::int8) as found (id)`;
  },
};
