import type { Db, Trx } from './db.ts';
import { insertRows } from './engine/bulk.ts';
import { recordReading } from './engine/personal.ts';
import type { Day } from '../domain/time.ts';

/** A closed appeal whose personal texts are to be removed. */
export interface PurgeTarget {
  readonly id: number;
  readonly number: string;
  readonly place: string | null;
  readonly matter: string | null;
  readonly externalNumber: string | null;
  /** Number of its last event. */
  readonly lastSeq: number;
  readonly texts: number;
}

/** Lists appeals that were closed before an instant and still have personal texts, or a place. */
export async function listPurgeTargets(
  db: Db,
  jurisdictionId: number,
  before: string,
): Promise<PurgeTarget[]> {
  await recordReading(db, { appeals: 'all' });
  const rows = await db
    .selectFrom('appeal')
    .select((eb) => [
      'appeal.id',
      'appeal.number',
      'appeal.place',
      'appeal.matter',
      'appeal.externalNumber',
      eb
        .selectFrom('appealEvent as event')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('event.appealId', '=', 'appeal.id')
        .as('lastSeq'),
      eb
        .selectFrom('personalText as written')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('written.appealId', '=', 'appeal.id')
        .as('texts'),
    ])
    .where('appeal.jurisdictionId', '=', jurisdictionId)
    .where('appeal.state', '=', 'closed')
    .where('appeal.standingSince', '<', before)
    .where((eb) =>
      eb.or([
        eb('appeal.place', 'is not', null),
        eb.exists(
          eb
            .selectFrom('personalText as written')
            .select('written.id')
            .whereRef('written.appealId', '=', 'appeal.id'),
        ),
      ]),
    )
    .orderBy('appeal.id')
    .execute();
  return rows.map(({ lastSeq, texts, ...row }) => ({ ...row, lastSeq: lastSeq ?? 0, texts: texts ?? 0 }));
}

/** Reads the texts and salts of appeals that are about to go, to look for them in the file afterwards. */
export async function listTextsToGo(
  db: Db,
  appealIds: readonly number[],
): Promise<{ readonly field: string; readonly text: string; readonly salt: string }[]> {
  await recordReading(db, { appeals: appealIds });
  return db
    .selectFrom('personalText')
    .select(['field', 'text', 'salt'])
    .where('appealId', 'in', appealIds)
    .execute();
}

export { SignSet } from './engine/signs.ts';

/** What was sealed of appeals beside their personal texts: what their events say, rulings on them, and studies about them. */
export async function listSealedTexts(db: Db, appealIds: readonly number[]): Promise<string[]> {
  const events = await db
    .selectFrom('appealEvent')
    .select('data')
    .where('appealId', 'in', appealIds)
    .execute();
  const rulings = await db.selectFrom('ruling').select('basis').where('appealId', 'in', appealIds).execute();
  const studies = await db
    .selectFrom('studyAppeal as about')
    .innerJoin('study', 'study.id', 'about.studyId')
    .leftJoin('studyClose as close', 'close.studyId', 'study.id')
    .select(['study.matter', 'study.decision', 'close.result'])
    .where('about.appealId', 'in', appealIds)
    .execute();
  return [
    ...events.map(({ data }) => data),
    ...rulings.map(({ basis }) => basis),
    ...studies.flatMap(({ matter, decision, result }) => [matter, decision, result ?? '']),
  ];
}

/** Removes the personal texts of appeals, their phones and their places. */
export async function deletePersonal(trx: Trx, appealIds: readonly number[], purgedOn: Day): Promise<void> {
  // Of what cannot be read nothing could be removed either.
  await recordReading(trx, { appeals: appealIds });
  await trx.deleteFrom('personalText').where('appealId', 'in', appealIds).execute();
  await trx.deleteFrom('appealPhone').where('appealId', 'in', appealIds).execute();
  await trx.updateTable('appeal').set({ place: null, purgedOn }).where('id', 'in', appealIds).execute();
}

/** Changes what is left of an appeal that is purged. */
export async function updateLeft(
  trx: Trx,
  appealId: number,
  left: { readonly matter: string | null; readonly externalNumber: string | null },
): Promise<void> {
  await trx.updateTable('appeal').set(left).where('id', '=', appealId).execute();
}

/** Records a purge and whose texts it removed. */
export async function recordPurge(
  trx: Trx,
  purge: {
    readonly jurisdictionId: number;
    readonly beforeDay: Day;
    readonly on: Day;
    readonly at: string;
    readonly by: string;
    readonly operationId: number;
    readonly appeals: readonly {
      readonly appealId: number;
      readonly untilSeq: number;
      readonly texts: number;
    }[];
  },
): Promise<void> {
  const { appeals, ...values } = purge;
  const { id: purgeId } = await trx
    .insertInto('purge')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertRows(
    trx,
    { table: 'purgedAppeal', columns: ['purgeId', 'appealId', 'untilSeq', 'texts'] },
    appeals.flatMap(({ appealId, untilSeq, texts }) => [purgeId, appealId, untilSeq, texts]),
  );
}

/** On which day the texts of each purged appeal were removed last. */
export async function listPurgedOn(db: Db): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('purgedAppeal as of')
    .innerJoin('purge', 'purge.id', 'of.purgeId')
    .select(['of.appealId', 'purge.on'])
    .orderBy('of.id')
    .execute();
  return new Map(rows.map(({ appealId, on }) => [appealId, on]));
}

/** Up to which event the texts of each purged appeal were removed. */
export async function listPurgedUntil(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('purgedAppeal')
    .select(({ fn }) => ['appealId' as const, fn.max('untilSeq').as('untilSeq')])
    .groupBy('appealId')
    .execute();
  return new Map(rows.map(({ appealId, untilSeq }) => [appealId, untilSeq]));
}
