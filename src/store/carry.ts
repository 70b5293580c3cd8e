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
 * chain hold there too. By which words appeals are found is made anew. Gives the digest of each table as it was carried, whatever others write
 * meanwhile, where it is told how to take one.
 */
export async function carryOver(
  from: Pick<Store, 'db' | 'care'>,
  into: { readonly db: Db },
  hash?: HashRow,
): Promise<TableDigest[]> {
  const carried: TableDigest[] = [];
  await into.db.transaction().execute(async (begun) => {
    // No operation of its own: the rows of the operations are among what is carried.
    const trx = begun as Trx;
    const engine = engineOf(trx);
    await engine.deferReferences(trx);
    await from.care.atOneMoment(async () => {
      for await (const { name, columns, rows } of from.care.eachTable()) {
        const into = { table: name as keyof Tables, columns: columns as never[] };
        const sum = hash === undefined ? undefined : new TableSum(name, columns, hash);
        let values: Value[] = [];
        for await (const row of rows) {
          sum?.add(row);
          for (const value of row) values.push(asValue(value));
          if (values.length < portion * columns.length) continue;
          await engine.insertRows(trx, into, values);
          values = [];
        }
        await engine.insertRows(trx, into, values);
        if (sum !== undefined) carried.push(sum.digest());
      }
      await engine.keepNumbers(trx, await engineOf(from.db).listNumbers(from.db));
    });
    await indexAll(trx);
  });
  return carried;
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
  const sum = new TableSum(name, columns, hash);
  for await (const row of rows) sum.add(row);
  return sum.digest();
}

/** The digest of a table, row by row: the sum of theirs, so that their order is nothing to it. */
class TableSum {
  readonly #name: string;
  readonly #places: readonly { readonly column: string; readonly at: number }[];
  readonly #hash: HashRow;
  #rows = 0;
  #sum = 0n;

  constructor(name: string, columns: readonly string[], hash: HashRow) {
    this.#name = name;
    this.#hash = hash;
    this.#places = columns
      .map((column, at) => ({ column, at }))
      .sort((a, b) => (a.column < b.column ? -1 : 1));
  }

  add(row: readonly unknown[]): void {
    const line = JSON.stringify(this.#places.map(({ column, at }) => [column, asValue(row[at] ?? null)]));
    this.#sum += BigInt(`0x${this.#hash(line)}`);
    this.#rows += 1;
  }

  digest(): TableDigest {
    return { name: this.#name, rows: this.#rows, digest: BigInt.asUintN(256, this.#sum).toString(16) };
  }
}
