import type { Outcome, State } from '../domain/appeal.ts';
import type { StudyDays } from '../domain/study.ts';
import type { Day } from '../domain/time.ts';
import type { Leader } from '../domain/unit.ts';
import type { Db, Trx } from './db.ts';
import { listUndoneOperations, undoneOperations } from './operation-changes.ts';

/** A meeting on a prominent problem that the leader of a unit held (专题研究会议), with what became of its decision. */
export interface Study extends StudyDays {
  readonly id: number;
  readonly number: number;
  readonly unitId: number;
  readonly matter: string;
  readonly decision: string;
  /** The first responsible person of the unit on that day, who answers for it. */
  readonly leader: Leader;
  readonly by: string;
  /** Who closed it, and with what result; null while it is open. */
  readonly closing: { readonly result: string; readonly by: string } | null;
}

/** Lists the studies of a jurisdiction by number; none that was undone, and no closing that was. */
export async function listStudies(db: Db, jurisdictionId: number): Promise<Study[]> {
  const rows = await db
    .selectFrom('study')
    .leftJoin('studyClose as close', (join) =>
      join.onRef('close.studyId', '=', 'study.id').on('close.operationId', 'not in', undoneOperations(db)),
    )
    .select([
      'study.id',
      'study.number',
      'study.unitId',
      'study.on',
      'study.matter',
      'study.decision',
      'study.until',
      'study.leaderName',
      'study.leaderTitle',
      'study.by',
      'close.on as closedOn',
      'close.result',
      'close.by as closedBy',
    ])
    .where('study.jurisdictionId', '=', jurisdictionId)
    .where('study.operationId', 'not in', undoneOperations(db))
    .orderBy('study.number')
    .execute();
  return rows.map(({ leaderName, leaderTitle, result, closedBy, ...row }) => ({
    ...row,
    leader: { name: leaderName, title: leaderTitle },
    closing: result === null || closedBy === null ? null : { result, by: closedBy },
  }));
}

/** An appeal that a study was about, as it stands today. */
export interface StudiedAppeal {
  readonly id: number;
  readonly number: string;
  readonly state: State;
  readonly outcome: Outcome | null;
}

/** Lists the appeals that the studies of a jurisdiction were about, by study, in the order of their numbers. */
export async function listStudiedAppeals(
  db: Db,
  jurisdictionId: number,
): Promise<ReadonlyMap<number, readonly StudiedAppeal[]>> {
  const rows = await db
    .selectFrom('studyAppeal as about')
    .innerJoin('study', 'study.id', 'about.studyId')
    .innerJoin('appeal', 'appeal.id', 'about.appealId')
    .select(['about.studyId', 'appeal.id', 'appeal.number', 'appeal.state', 'appeal.outcome'])
    .where('study.jurisdictionId', '=', jurisdictionId)
    .orderBy('appeal.number')
    .execute();
  const byStudy = Map.groupBy(rows, ({ studyId }) => studyId);
  return new Map(
    [...byStudy].map(([studyId, own]) => [
      studyId,
      own.map(({ id, number, state, outcome }) => ({
        id,
        number,
        state,
        outcome: outcome as Outcome | null,
      })),
    ]),
  );
}

/** The next number of a jurisdiction; that of a study that was undone is not given again. */
export async function nextStudyNumber(db: Db, jurisdictionId: number): Promise<number> {
  const { max } = await db
    .selectFrom('study')
    .select(({ fn }) => fn.max('number').as('max'))
    .where('jurisdictionId', '=', jurisdictionId)
    .executeTakeFirstOrThrow();
  return ((max as number | null) ?? 0) + 1;
}

export async function insertStudy(
  trx: Trx,
  study: {
    readonly jurisdictionId: number;
    readonly number: number;
    readonly unitId: number;
    readonly on: Day;
    readonly matter: string;
    readonly decision: string;
    readonly until: Day;
    readonly leader: Leader;
    readonly appealIds: readonly number[];
    readonly at: string;
    readonly by: string;
    readonly digest: string;
    readonly operationId: number;
  },
): Promise<void> {
  const { leader, appealIds, ...row } = study;
  const { id: studyId } = await trx
    .insertInto('study')
    .values({
      ...row,
      leaderName: leader.name,
      leaderTitle: leader.title,
      appealCount: appealIds.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const appealId of appealIds)
    await trx.insertInto('studyAppeal').values({ studyId, appealId }).execute();
}

export async function insertStudyClose(
  trx: Trx,
  close: {
    readonly studyId: number;
    readonly on: Day;
    readonly result: string;
    readonly at: string;
    readonly by: string;
    readonly digest: string;
    readonly operationId: number;
  },
): Promise<void> {
  await trx.insertInto('studyClose').values(close).execute();
}

/** Numbers of the studies of a jurisdiction of which more holds than can: closed twice, or closed though they are undone. */
export async function listStudiesAtOdds(
  db: Db,
  jurisdictionId: number,
): Promise<{ readonly closedTwice: readonly number[]; readonly gone: readonly number[] }> {
  const closings = await db
    .selectFrom('studyClose as close')
    .innerJoin('study', 'study.id', 'close.studyId')
    .select(['study.number', 'study.operationId'])
    .where('study.jurisdictionId', '=', jurisdictionId)
    .where('close.operationId', 'not in', undoneOperations(db))
    .orderBy('study.number')
    .execute();
  const undone = await listUndoneOperations(db);
  const byNumber = Map.groupBy(closings, ({ number }) => number);
  return {
    closedTwice: [...byNumber].flatMap(([number, own]) => (own.length > 1 ? [number] : [])),
    gone: [...byNumber].flatMap(([number, own]) =>
      own.some(({ operationId }) => undone.has(operationId)) ? [number] : [],
    ),
  };
}
