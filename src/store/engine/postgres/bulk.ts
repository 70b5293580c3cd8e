import { sql } from 'kysely';
import type { AnyDb, Engine } from '../engine.ts';
import { engineName } from '../engine.ts';
import { copyLines } from './copy-lines.ts';
import { onServer } from './driver.ts';

/** How a server takes many rows: by COPY. Numbers of rows that come with them are as good as given. */
export const bulkOfServer: Pick<Engine, 'insertRows' | 'listNumbers' | 'keepNumbers' | 'deferReferences'> = {
  insertRows: async (trx, { table, columns }, values) => {
    if (values.length === 0) return;
    const name = engineName(table);
    const names = columns.map(engineName);
    const width = names.length;
    const at = names.indexOf('id');
    if (at >= 0) {
      await onServer(trx, (server) => copyLines(server, { table: name, columns: names }, values));
      // Of rows that are carried over the last need not be the highest.
      let last = 0;
      for (let row = at; row < values.length; row += width) last = Math.max(last, Number(values[row]));
      if (!ownNumbers.has(name)) await keepNumber(trx, name, last);
      return;
    }
    if (unnumbered.has(name)) {
      await onServer(trx, (server) => copyLines(server, { table: name, columns: names }, values));
      return;
    }
    // Numbered here: asked for one by one, so many versions of the counter are left that each costs more than the one before.
    const first = (await lastNumber(trx, name)) + 1;
    const count = values.length / width;
    const numbered = Array.from({ length: count }, (_, row) => [
      first + row,
      ...values.slice(row * width, (row + 1) * width),
    ]).flat();
    await onServer(trx, (server) => copyLines(server, { table: name, columns: ['id', ...names] }, numbered));
    await keepNumber(trx, name, first + count - 1);
  },
  listNumbers: async (db) => {
    const { rows } = await sql<{
      tableName: string;
      last: number;
    }>`select table_name, last from row_number`.execute(db);
    return new Map(rows.map(({ tableName, last }) => [tableName, last]));
  },
  keepNumbers: async (trx, numbers) => {
    for (const [table, last] of numbers) await keepNumber(trx, table, last);
  },
  deferReferences: async (trx) => {
    await sql`set constraints all deferred`.execute(trx);
  },
};

/** Tables whose rows have no number of their own. */
const unnumbered = new Set([
  'appeal_round',
  'appeal_act',
  'appeal_pending',
  'edition_title',
  'operation_seal',
]);

/** Tables whose rows have numbers that are given in another way. */
const ownNumbers = new Set(['operation']);

async function lastNumber(db: AnyDb, table: string): Promise<number> {
  const { rows } = await sql<{
    last: number;
  }>`select last from row_number where table_name = ${table}`.execute(db);
  return rows[0]?.last ?? 0;
}

/** Keeps the number given last; one that was given later stays. */
async function keepNumber(db: AnyDb, table: string, last: number): Promise<void> {
  await sql`insert into row_number (table_name, last) values (${table}, ${last})
    on conflict (table_name) do update set last = greatest(row_number.last, excluded.last)`.execute(db);
}
