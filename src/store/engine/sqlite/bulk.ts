import { sql } from 'kysely';
import type { Engine, Value } from '../engine.ts';
import { engineName } from '../engine.ts';
import { runMany } from './driver.ts';

/** Rows that one statement writes, where a row has few columns; of long ones more than one at a time takes longer. */
const together = 25;
const fewColumns = 14;

/** How SQLite takes many rows: by statements that are prepared once. */
export const bulkOfSqlite: Pick<Engine, 'insertRows' | 'listNumbers' | 'keepNumbers' | 'deferReferences'> = {
  insertRows: async (trx, { table, columns }, values) => {
    const names = columns.map(quoted).join(', ');
    const one = `(${columns.map(() => '?').join(', ')})`;
    let done = 0;
    const insert = async (count: number): Promise<void> => {
      const width = count * columns.length;
      const lists: (readonly Value[])[] = [];
      for (; done + width <= values.length; done += width) lists.push(values.slice(done, done + width));
      const rows = Array.from({ length: count }, () => one).join(', ');
      if (lists.length > 0)
        await runMany(trx, `insert into ${quoted(table)} (${names}) values ${rows}`, lists);
    };
    if (columns.length <= fewColumns) await insert(together);
    await insert(1);
  },
  listNumbers: async (db) => {
    const { rows } = await sql<{ name: string; seq: number }>`select name, seq from sqlite_sequence`.execute(
      db,
    );
    return new Map(rows.map(({ name, seq }) => [name, seq]));
  },
  keepNumbers: async (trx, numbers) => {
    const there = await bulkOfSqlite.listNumbers(trx);
    for (const [table, last] of numbers) {
      const kept = there.get(table);
      if (kept === undefined)
        await sql`insert into sqlite_sequence (name, seq) values (${table}, ${last})`.execute(trx);
      else if (kept < last)
        await sql`update sqlite_sequence set seq = ${last} where name = ${table}`.execute(trx);
    }
  },
  deferReferences: async (trx) => {
    await sql`pragma defer_foreign_keys = on`.execute(trx);
  },
};

function quoted(name: string): string {
  return `"${engineName(name)}"`;
}
