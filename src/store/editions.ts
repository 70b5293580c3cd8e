import type { Db } from './database.ts';
import type { RosterEntry } from '../domain/roster.ts';
import { AppError } from '../errors.ts';

/** A published roster (期), without its entries. */
export interface Edition {
  readonly id: number;
  readonly number: number;
  readonly publishedOn: string;
  readonly documentNo: string;
  readonly issuers: readonly string[];
  readonly run: number;
  readonly entryCount: number;
  readonly digest: string;
  readonly at: string;
  readonly by: string;
}

export async function listEditions(db: Db, jurisdictionId: number): Promise<Edition[]> {
  const rows = await db
    .selectFrom('edition')
    .innerJoin('run', 'run.id', 'edition.runId')
    .select([
      'edition.id',
      'edition.number',
      'edition.publishedOn',
      'edition.documentNo',
      'edition.issuers',
      'run.number as run',
      'edition.entryCount',
      'edition.digest',
      'edition.at',
      'edition.by',
    ])
    .where('edition.jurisdictionId', '=', jurisdictionId)
    .orderBy('edition.number')
    .execute();
  return rows.map(({ issuers, ...row }) => ({ ...row, issuers: JSON.parse(issuers) as string[] }));
}

/** Gets an edition by its number, without one the newest. */
export async function getEdition(
  db: Db,
  jurisdictionId: number,
  number: number | undefined,
): Promise<Edition> {
  const editions = await listEditions(db, jurisdictionId);
  const found =
    number === undefined ? editions.at(-1) : editions.find((edition) => edition.number === number);
  if (found !== undefined) return found;
  if (number === undefined) throw new AppError('edition-none', {});
  throw new AppError('edition-not-found', { number, numbers: editions.map((edition) => edition.number) });
}

export async function listEntries(db: Db, editionId: number): Promise<RosterEntry[]> {
  const rows = await db
    .selectFrom('editionEntry')
    .select('content')
    .where('editionId', '=', editionId)
    .orderBy('position')
    .execute();
  return rows.map((row) => JSON.parse(row.content) as RosterEntry);
}

/** Writes an edition with its entries, sealed from then on. */
export async function recordEdition(
  db: Db,
  jurisdictionId: number,
  edition: {
    readonly number: number;
    readonly publishedOn: string;
    readonly documentNo: string;
    readonly issuers: readonly string[];
    readonly runId: number;
    readonly digest: string;
    readonly at: string;
    readonly by: string;
    readonly operationId: number;
    readonly entries: readonly { readonly unitId: number; readonly entry: RosterEntry }[];
  },
): Promise<void> {
  const { entries, issuers, ...head } = edition;
  const { id: editionId } = await db
    .insertInto('edition')
    .values({
      ...head,
      jurisdictionId,
      issuers: JSON.stringify(issuers),
      form: 'full',
      entryCount: entries.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { unitId, entry } of entries) {
    await db
      .insertInto('editionEntry')
      .values({ editionId, position: entry.number, unitId, content: JSON.stringify(entry) })
      .execute();
  }
}
