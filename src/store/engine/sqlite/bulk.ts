import { sql } from 'kysely';
import type { Engine, Value } from '../engine.ts';
import { engineName } from '../engine.ts';
import { runMany } from './driver.ts';

/** Rows that one statement writes, where a row has few columns; of long ones more than one at a time takes longer. */
const together = 25;
const fewColumns = 14;

/** How SQLite takes many rows: by statements that are prepared once. */
export const bulkOfSqlite: Pick<Engine, 'insertRows' | 'nextNumber'> = {
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
  nextNumber: async (trx, table) => {
    const { rows } = await sql<{
      seq: number;
    }>`select seq from sqlite_sequence where name = ${table}`.execute(trx);
    return (rows[0]?.seq ?? 0) + 1;
  },
};

function quoted(name: string): string {
  return `"${engineName(name)}"`;
}
