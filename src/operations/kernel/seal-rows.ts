import type { Db, Trx } from '../../store/db.ts';
import type { RawRow, Seal, SealedTable } from '../../store/seals.ts';
import { findLastSealed, insertSeals, listSealedRows, sealedTables } from '../../store/seals.ts';
import type { Hasher } from './digest.ts';
import { makeHasher } from './digest.ts';

/** Rows that are read in one go. */
const portion = 5000;

/** The line of a seal that stands for what an operation wrote of tables that are not sealed. */
export const contentLine = '-';

/** Seals every row that was written since the last operation, table by table; gives the lines the operation's digest covers. */
export async function sealRows(
  trx: Trx,
  operationId: number,
  contentDigest: string,
): Promise<readonly Seal[]> {
  const seals: Seal[] = [{ tableName: contentLine, firstId: 0, lastId: 0, digest: contentDigest }];
  for (const table of Object.keys(sealedTables) as SealedTable[]) {
    const after = await findLastSealed(trx, table);
    const found = await digestRows(trx, table, after, undefined);
    if (found !== undefined) seals.push({ tableName: table, ...found });
  }
  await insertSeals(trx, operationId, seals);
  return seals;
}

/** Takes the digest of the rows of a table after one number and up to another; undefined where there is none. */
export async function digestRows(
  db: Db,
  table: SealedTable,
  after: number,
  until: number | undefined,
): Promise<Omit<Seal, 'tableName'> | undefined> {
  let hasher: Hasher | undefined;
  let at = after;
  let firstId: number | undefined;
  for (;;) {
    const { rows, last } = await listSealedRows(db, table, at, until, portion);
    const [first] = rows;
    if (first === undefined) break;
    firstId ??= Number(first[sealedTables[table]]);
    hasher ??= await makeHasher();
    for (const row of rows) hasher.update(`${writeRow(row)}\n`);
    at = last;
    if (rows.length < portion) break;
  }
  if (hasher === undefined || firstId === undefined) return undefined;
  return { firstId, lastId: at, digest: hasher.digest() };
}

/** A row as text, its columns by name. What is null is left out, so that a column a later version adds changes no digest. */
function writeRow(row: RawRow): string {
  const names = Object.keys(row)
    .filter((name) => row[name] !== null)
    .sort();
  return JSON.stringify(names.map((name) => [name, row[name]]));
}
