import type { Db, Trx } from './db.ts';
import type { EditionForm, Notice, RosterEntry } from '../domain/roster.ts';
import { firstLayout } from '../domain/roster.ts';
import { AppError } from '../errors.ts';
export { comesMasked } from './engine/personal.ts';

/** A published roster (期), without its entries. */
export interface Edition {
  readonly id: number;
  readonly number: number;
  readonly form: EditionForm;
  readonly publishedOn: string;
  readonly documentNo: string;
  readonly issuers: readonly string[];
  readonly run: number;
  /** Number of the edition that one of changes is told against. */
  readonly changesSince: number | null;
  /** Number of the edition it puts right, and why. */
  readonly supersedes: number | null;
  readonly reason: string | null;
  /** Number of the edition that put this one right. */
  readonly supersededBy: number | null;
  /** Null in an edition of an older version, which kept none. */
  readonly notice: Notice | null;
  /** The name of the city or county as an edition without a notice prints it. */
  readonly jurisdictionName: string | null;
  readonly withGaps: boolean;
  /** Number of the layout it was published with, in which it is printed ever after. */
  readonly layout: number;
  readonly entryCount: number;
  readonly digest: string;
  readonly at: string;
  readonly by: string;
  readonly operationId: number;
}

export async function listEditions(db: Db, jurisdictionId: number): Promise<Edition[]> {
  const rows = await db
    .selectFrom('edition')
    .innerJoin('run', 'run.id', 'edition.runId')
    .leftJoin('edition as base', 'base.id', 'edition.baseEditionId')
    .leftJoin('edition as wrong', 'wrong.id', 'edition.supersedesEditionId')
    .leftJoin('editionTitle as title', 'title.editionId', 'edition.id')
    .leftJoin('edition as right', 'right.supersedesEditionId', 'edition.id')
    .select([
      'edition.id',
      'edition.number',
      'edition.form',
      'edition.publishedOn',
      'edition.documentNo',
      'edition.issuers',
      'run.number as run',
      'base.number as changesSince',
      'wrong.number as supersedes',
      'right.number as supersededBy',
      'edition.reason',
      'edition.notice',
      'title.jurisdictionName as oldTitle',
      'edition.withGaps',
      'edition.layout',
      'edition.entryCount',
      'edition.digest',
      'edition.at',
      'edition.by',
      'edition.operationId',
    ])
    .where('edition.jurisdictionId', '=', jurisdictionId)
    .orderBy('edition.number')
    .execute();
  return rows.map(({ issuers, notice, oldTitle, withGaps, layout, ...row }) => ({
    ...row,
    issuers: JSON.parse(issuers) as string[],
    notice: notice === null ? null : (JSON.parse(notice) as Notice),
    jurisdictionName: oldTitle,
    withGaps: withGaps === 1,
    layout: layout ?? firstLayout,
  }));
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
  return (await listUnitEntries(db, editionId)).map(({ entry }) => entry);
}

/** A line of a roster with the unit of the register it is about. */
export interface UnitEntry {
  readonly unitId: number;
  readonly entry: RosterEntry;
}

/** Lists the lines of an edition with the units they are about. */
export async function listUnitEntries(db: Db, editionId: number): Promise<UnitEntry[]> {
  const rows = await db
    .selectFrom('editionEntry')
    .select(['unitId', 'content'])
    .where('editionId', '=', editionId)
    .orderBy('position')
    .execute();
  return rows.map(({ unitId, content }) => ({ unitId, entry: JSON.parse(content) as RosterEntry }));
}

/** Writes an edition with its entries, sealed from then on. */
export async function recordEdition(
  trx: Trx,
  jurisdictionId: number,
  edition: {
    readonly number: number;
    readonly form: EditionForm;
    readonly publishedOn: string;
    readonly documentNo: string;
    readonly issuers: readonly string[];
    readonly runId: number;
    readonly baseEditionId: number | null;
    readonly supersedesEditionId: number | null;
    readonly reason: string | null;
    readonly notice: Notice;
    readonly withGaps: boolean;
    readonly layout: number;
    readonly digest: string;
    readonly at: string;
    readonly by: string;
    readonly operationId: number;
    readonly entries: readonly UnitEntry[];
  },
): Promise<void> {
  const { entries, issuers, notice, withGaps, layout, ...head } = edition;
  const { id: editionId } = await trx
    .insertInto('edition')
    .values({
      ...head,
      jurisdictionId,
      issuers: JSON.stringify(issuers),
      notice: JSON.stringify(notice),
      withGaps: withGaps ? 1 : 0,
      layout: layout === firstLayout ? null : layout,
      entryCount: entries.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [index, { unitId, entry }] of entries.entries()) {
    await trx
      .insertInto('editionEntry')
      .values({ editionId, position: index + 1, unitId, content: JSON.stringify(entry) })
      .execute();
  }
}
