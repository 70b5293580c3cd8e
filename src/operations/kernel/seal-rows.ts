import type { Db, Trx } from '../../store/db.ts';
import type { RawRow, Seal, SealedTable } from '../../store/seals.ts';
import { findLastSealed, insertSeals, listSealedRows, sealedTables } from '../../store/seals.ts';
import type { Hasher } from './digest.ts';
import { makeHasher } from './digest.ts';

/** Rows that are read in one go. */
const portion = 5000;

/** The line of a seal that stands for what an operation wrote of tables that are not sealed. */
export const contentLine = '-';

/** A digest over rows of a table, as far as it was taken. */
interface RunningSeal {
  readonly hasher: Hasher;
  readonly firstId: number;
  lastId: number;
}

/** Seals of tables of which many rows are written at once: their digests are taken meanwhile, not by reading the rows again. */
export class RunningSeals {
  readonly #byTable = new Map<SealedTable, RunningSeal>();

  /**
   * Takes rows in that were just written, the first of an operation of their table and then those behind them: the values of one behind those of
   * the other. `columns` are their names, the number of a row the first.
   */
  async add(
    table: SealedTable,
    columns: readonly string[],
    values: readonly (string | number | null)[],
  ): Promise<void> {
    const [first] = values;
    if (typeof first !== 'number') return;
    const seal = this.#byTable.get(table) ?? { hasher: await makeHasher(), firstId: first, lastId: 0 };
    this.#byTable.set(table, seal);
    const places = columns
      .map((name, at) => ({ at, begin: `[${JSON.stringify(name)},` }))
      .sort((a, b) => compareNames(columns[a.at] ?? '', columns[b.at] ?? ''));
    // The same text as that of a row that is read, put together by hand: what is written a million times is not made into lists first.
    let lines = '';
    for (let row = 0; row < values.length; row += columns.length) {
      let sign = '[';
      for (const { at, begin } of places) {
        const value = values[row + at] ?? null;
        if (value === null) continue;
        lines += sign + begin + (typeof value === 'number' ? String(value) : quote(value)) + ']';
        sign = ',';
      }
      lines += ']\n';
    }
    seal.hasher.update(lines);
    seal.lastId = Number(values[values.length - columns.length]);
  }

  /** The seal of a table, if it begins with a row. */
  from(table: SealedTable, firstId: number): RunningSeal | undefined {
    const seal = this.#byTable.get(table);
    return seal?.firstId === firstId ? seal : undefined;
  }
}

/** Seals every row that was written since the last operation, table by table; gives the lines the operation's digest covers. */
export async function sealRows(
  trx: Trx,
  operationId: number,
  { content, running }: { readonly content: string; readonly running: RunningSeals },
): Promise<readonly Seal[]> {
  const seals: Seal[] = [{ tableName: contentLine, firstId: 0, lastId: 0, digest: content }];
  for (const table of Object.keys(sealedTables) as SealedTable[]) {
    const after = await findLastSealed(trx, table);
    const found = await digestRows(trx, table, { after, running });
    if (found !== undefined) seals.push({ tableName: table, ...found });
  }
  await insertSeals(trx, operationId, seals);
  return seals;
}

/** Takes the digest of the rows of a table after one number and up to another; undefined where there is none. */
export async function digestRows(
  db: Db,
  table: SealedTable,
  terms: { readonly after: number; readonly until?: number | undefined; readonly running?: RunningSeals },
): Promise<Omit<Seal, 'tableName'> | undefined> {
  const { after, until, running } = terms;
  const key = sealedTables[table];
  const [first] = (await listSealedRows(db, table, after, until, 1)).rows;
  if (first === undefined) return undefined;
  const firstId = Number(first[key]);
  const there = running?.from(table, firstId);
  const hasher = there?.hasher ?? (await makeHasher());
  let at = there?.lastId ?? after;
  for (;;) {
    const { rows, last } = await listSealedRows(db, table, at, until, portion);
    if (rows.length === 0) break;
    let lines = '';
    for (const row of rows) lines += `${writeRow(row)}\n`;
    hasher.update(lines);
    at = last;
    if (rows.length < portion) break;
  }
  return { firstId, lastId: at, digest: hasher.digest() };
}

/** Letters, figures and the signs of days, times and digests, which JSON writes as they are. */
const plain = /^[\w.:+-]*$/u;

/** A text as JSON has it. */
function quote(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A row as text, its columns by name. What is null is left out, so that a column a later version adds changes no digest. */
function writeRow(row: RawRow): string {
  const names = Object.keys(row)
    .filter((name) => row[name] !== null)
    .sort();
  return JSON.stringify(names.map((name) => [name, row[name]]));
}
