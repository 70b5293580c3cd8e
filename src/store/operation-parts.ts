import type { Action } from '../domain/appeal-event.ts';
import type { Db } from './db.ts';
import { undoneOperations } from './operation-changes.ts';

/** An event of an appeal that an operation wrote. */
export interface WrittenEvent {
  readonly appealId: number;
  readonly number: string;
  readonly seq: number;
  readonly action: Action;
  readonly jurisdictionId: number;
}

/** A study of which an operation wrote something. */
export interface WrittenStudy {
  readonly jurisdictionId: number;
  readonly number: number;
}

/** What an operation wrote beside rows of the register. */
export interface OperationParts {
  readonly schemeUses: readonly {
    readonly jurisdictionId: number;
    readonly schemeCode: string;
    readonly fromVolumeYear: number;
  }[];
  readonly deadlineUses: readonly {
    readonly jurisdictionId: number;
    readonly code: string;
    readonly fromDay: string;
  }[];
  readonly runs: readonly {
    readonly jurisdictionId: number;
    readonly number: number;
    readonly year: number;
  }[];
  readonly rulings: readonly {
    readonly jurisdictionId: number;
    readonly id: number;
    readonly number: number;
  }[];
  /** Studies that it put on record, and studies that it closed. */
  readonly studies: readonly WrittenStudy[];
  readonly studyCloses: readonly WrittenStudy[];
  readonly events: readonly WrittenEvent[];
}

/** Reads what an operation wrote beside rows of the register. */
export async function getOperationParts(db: Db, operationId: number): Promise<OperationParts> {
  return {
    schemeUses: await db
      .selectFrom('schemeUse')
      .select(['jurisdictionId', 'schemeCode', 'fromVolumeYear'])
      .where('operationId', '=', operationId)
      .execute(),
    deadlineUses: await db
      .selectFrom('deadlineUse')
      .select(['jurisdictionId', 'code', 'fromDay'])
      .where('operationId', '=', operationId)
      .execute(),
    runs: await db
      .selectFrom('run')
      .select(['jurisdictionId', 'number', 'year'])
      .where('operationId', '=', operationId)
      .execute(),
    rulings: await db
      .selectFrom('ruling')
      .select(['jurisdictionId', 'id', 'number'])
      .where('operationId', '=', operationId)
      .execute(),
    studies: await db
      .selectFrom('study')
      .select(['jurisdictionId', 'number'])
      .where('operationId', '=', operationId)
      .execute(),
    studyCloses: await db
      .selectFrom('studyClose as close')
      .innerJoin('study', 'study.id', 'close.studyId')
      .select(['study.jurisdictionId', 'study.number'])
      .where('close.operationId', '=', operationId)
      .execute(),
    events: await db
      .selectFrom('appealEvent as event')
      .innerJoin('appeal', 'appeal.id', 'event.appealId')
      .select(['event.appealId', 'appeal.number', 'event.seq', 'event.action', 'appeal.jurisdictionId'])
      .where('event.operationId', '=', operationId)
      .orderBy('event.id')
      .execute(),
  };
}

/** Numbers of the runs of a jurisdiction, of a year or a later one, that were adopted after an operation. */
export async function listRunsAdoptedAfter(
  db: Db,
  operationId: number,
  { jurisdictionId, fromYear }: { readonly jurisdictionId: number; readonly fromYear: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('runAdoption as adoption')
    .innerJoin('run', 'run.id', 'adoption.runId')
    .select('run.number')
    .where('run.jurisdictionId', '=', jurisdictionId)
    .where('run.year', '>=', fromYear)
    .where('adoption.operationId', '>', operationId)
    .orderBy('run.number')
    .execute();
  return rows.map(({ number }) => number);
}

/** Numbers of the appeals that were taken in after an operation and received from an instant on, with the code of the rules they were received under. */
export async function listAppealsTakenInAfter(
  db: Db,
  operationId: number,
  { jurisdictionIds, from }: { readonly jurisdictionIds: readonly number[]; readonly from: string },
): Promise<{ readonly number: string; readonly rulesCode: string | null }[]> {
  return db
    .selectFrom('appeal')
    .innerJoin('appealEvent as event', 'event.appealId', 'appeal.id')
    .select(['appeal.number', 'appeal.deadline as rulesCode'])
    .where('appeal.jurisdictionId', 'in', jurisdictionIds)
    .where('event.seq', '=', 1)
    .where('event.operationId', '>', operationId)
    .where('appeal.receivedAt', '>=', from)
    .orderBy('appeal.number')
    .execute();
}

/** Codes of the jurisdictions whose units, by their number, are among these. */
export async function listJurisdictionsOfUnits(db: Db, unitIds: readonly number[]): Promise<number[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectFrom('unit')
    .select('jurisdictionId')
    .distinct()
    .where('id', 'in', unitIds)
    .execute();
  return rows.map(({ jurisdictionId }) => jurisdictionId);
}

/** What came after an operation in its jurisdiction: runs and editions that hold, and imports of counts. */
export async function listLaterNumbers(
  db: Db,
  jurisdictionId: number,
  operationId: number,
): Promise<{
  readonly runs: readonly number[];
  readonly editions: readonly number[];
  readonly imports: readonly number[];
}> {
  const of = async (table: 'run' | 'edition'): Promise<number[]> => {
    const rows = await db
      .selectFrom(table)
      .select(`${table}.number`)
      .where(`${table}.jurisdictionId`, '=', jurisdictionId)
      .where(`${table}.operationId`, '>', operationId)
      .where(`${table}.operationId`, 'not in', undoneOperations(db))
      .orderBy(`${table}.number`)
      .execute();
    return rows.map(({ number }) => number);
  };
  const imports = await db
    .selectFrom('batch')
    .select('number')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('operationId', '>', operationId)
    .where('kind', '=', 'volumes')
    .where('id', 'not in', db.selectFrom('batchUndo').select('batchId'))
    .orderBy('number')
    .execute();
  return {
    runs: await of('run'),
    editions: await of('edition'),
    imports: imports.map(({ number }) => number),
  };
}
