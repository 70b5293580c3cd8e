import type { Store } from './database.ts';
import type { Db, Trx } from './db.ts';
import type { Care, StoredTable } from './engine/engine-file.ts';
import type { Value } from './engine/engine.ts';
import { engineOf } from './engine/engine.ts';
import { indexAll } from './search-index.ts';
import type { Tables } from './tables.ts';

/** Rows that are written in one go. */
const portion = 2000;

/** A table as it is kept, by which it is told whether two databases hold the same. */
export interface TableDigest {
  readonly name: string;
  readonly rows: number;
  readonly digest: string;
}

/** Takes the digest of a row, as text. */
export type HashRow = (row: string) => string;

/**
 * Carries all rows of a database into another that is new and empty, whatever their engines: with their numbers and salts, so that every digest and the
 * chain hold there too. By which words appeals are found is made anew.
 */
export async function carryOver(from: Pick<Store, 'db' | 'care'>, into: { readonly db: Db }): Promise<void> {
  await into.db.transaction().execute(async (begun) => {
    // No operation of its own: the rows of the operations are among what is carried.
    const trx = begun as Trx;
    const engine = engineOf(trx);
    await engine.deferReferences(trx);
    await from.care.atOneMoment(async () => {
      for await (const { name, columns, rows } of from.care.eachTable()) {
        const into = { table: name as keyof Tables, columns: columns as never[] };
        let values: Value[] = [];
        for await (const row of rows) {
          for (const value of row) values.push(asValue(value));
          if (values.length < portion * columns.length) continue;
          await engine.insertRows(trx, into, values);
          values = [];
        }
        await engine.insertRows(trx, into, values);
      }
      await engine.keepNumbers(trx, await engineOf(from.db).listNumbers(from.db));
    });
    await indexAll(trx);
  });
}

/** A value as any engine takes it: whole numbers may come with more digits than are needed. */
function asValue(value: unknown): Value {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error('a value of no table');
}

/** Takes the digest of each table, whatever the order of its rows; within one moment of the database. */
export async function digestTables(care: Care, hash: HashRow): Promise<TableDigest[]> {
  return care.atOneMoment(async () => {
    const digests: TableDigest[] = [];
    for await (const table of care.eachTable()) digests.push(await digestTable(table, hash));
    return digests;
  });
}

async function digestTable({ name, columns, rows }: StoredTable, hash: HashRow): Promise<TableDigest> {
  const places = columns.map((column, at) => ({ column, at })).sort((a, b) => (a.column < b.column ? -1 : 1));
  let count = 0;
  let sum = 0n;
  for await (const row of rows) {
    const line = JSON.stringify(places.map(({ column, at }) => [column, asValue(row[at] ?? null)]));
    sum += BigInt(`0x${hash(line)}`);
    count += 1;
  }
  return { name, rows: count, digest: BigInt.asUintN(256, sum).toString(16) };
}
