import type { Calendar, CalendarYear } from '../domain/calendar.ts';
import { makeCalendar } from '../domain/calendar.ts';
import type { Db, Trx } from './db.ts';

/** A yearly notice with where it came from. */
export interface StoredYear extends CalendarYear {
  /** Number of the import; null for one that the tool brings. */
  readonly batch: number | null;
}

/** Lists the notices a jurisdiction imported, the newest of each year; of the city a county belongs to, where it has none itself. */
export async function listImportedYears(db: Db, jurisdictionId: number): Promise<StoredYear[]> {
  const rows = await db
    .selectFrom('calendarDay as day')
    .innerJoin('batch', 'batch.id', 'day.batchId')
    .innerJoin('jurisdiction as own', 'own.id', 'day.jurisdictionId')
    .select([
      'day.jurisdictionId',
      'day.batchId',
      'day.year',
      'day.day',
      'day.kind',
      'day.name',
      'batch.file',
      'batch.number as batch',
    ])
    .where((eb) =>
      eb.or([
        eb('day.jurisdictionId', '=', jurisdictionId),
        eb('day.jurisdictionId', 'in', (sub) =>
          sub
            .selectFrom('jurisdiction')
            .select('parentId')
            .where('id', '=', jurisdictionId)
            .where('parentId', 'is not', null)
            .$castTo<{ parentId: number }>(),
        ),
      ]),
    )
    .orderBy('day.id')
    .execute();
  const newest = new Map<number, { isOwn: boolean; batchId: number; year: StoredYear }>();
  for (const { jurisdictionId: owner, batchId, year, day, kind, name, file, batch } of rows) {
    const isOwn = owner === jurisdictionId;
    const there = newest.get(year);
    if (there !== undefined && there.isOwn && !isOwn) continue;
    const special = { day, kind, name };
    const continues = there !== undefined && there.batchId === batchId;
    const days = continues ? [...there.year.days, special] : [special];
    newest.set(year, { isOwn, batchId, year: { year, source: file, batch, days } });
  }
  return [...newest.values()].map(({ year }) => year);
}

/** Lists the notices in force, those the tool brings and those imported in their place. */
export async function listCalendarYears(db: Db, jurisdictionId: number): Promise<StoredYear[]> {
  const { builtInYears } = await import('../domain/holidays/built-in.ts');
  const years = new Map<number, StoredYear>();
  for (const year of builtInYears) years.set(year.year, { ...year, batch: null });
  for (const year of await listImportedYears(db, jurisdictionId)) years.set(year.year, year);
  return [...years.values()].sort((a, b) => a.year - b.year);
}

/** Reads which days are worked in a jurisdiction. */
export async function getCalendar(db: Db, jurisdictionId: number): Promise<Calendar> {
  return makeCalendar(await listCalendarYears(db, jurisdictionId));
}

/** Whether a jurisdiction imported the notice of a year itself. */
export async function hasOwnYear(db: Db, jurisdictionId: number, year: number): Promise<boolean> {
  const row = await db
    .selectFrom('calendarDay')
    .select('id')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('year', '=', year)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertCalendarYear(
  trx: Trx,
  jurisdictionId: number,
  batchId: number,
  { year, days }: Pick<CalendarYear, 'year' | 'days'>,
): Promise<void> {
  for (const { day, kind, name } of days) {
    await trx.insertInto('calendarDay').values({ jurisdictionId, batchId, year, day, kind, name }).execute();
  }
}
