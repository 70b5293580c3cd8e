import type { Db, Trx } from './db.ts';
import type { CountSource, Predecessor, RunUnit } from '../domain/run.ts';
import type { Scheme, Tier } from '../domain/scheme.ts';
import type { Counts } from '../domain/volume.ts';
import { AppError } from '../errors.ts';
import { undoneOperations } from './operation-changes.ts';

/** How a run came into force. */
export interface Adoption {
  readonly documentNo: string;
  readonly on: string;
  /** Number of the run it superseded. */
  readonly supersedes: number | null;
  readonly reason: string | null;
  readonly at: string;
  readonly by: string;
}

/** One classification of all units for one year (归类结果). */
export interface Run {
  readonly id: number;
  readonly number: number;
  readonly year: number;
  readonly scheme: Scheme;
  readonly digest: string;
  /** How many units were classified, as was sealed. */
  readonly unitCount: number;
  readonly at: string;
  readonly by: string;
  readonly adoption: Adoption | null;
  /** Number of the run that superseded it. */
  readonly supersededBy: number | null;
}

function select(db: Db, jurisdictionId: number) {
  return db
    .selectFrom('run')
    .leftJoin('runAdoption as adoption', 'adoption.runId', 'run.id')
    .leftJoin('run as before', 'before.id', 'adoption.supersedesRunId')
    .leftJoin('runAdoption as later', 'later.supersedesRunId', 'run.id')
    .leftJoin('run as after', 'after.id', 'later.runId')
    .select([
      'run.id',
      'run.number',
      'run.year',
      'run.scheme',
      'run.digest',
      'run.unitCount',
      'run.at',
      'run.by',
      'adoption.documentNo',
      'adoption.on as adoptedOn',
      'adoption.reason',
      'adoption.at as adoptedAt',
      'adoption.by as adoptedBy',
      'before.number as supersedes',
      'after.number as supersededBy',
    ])
    .where('run.jurisdictionId', '=', jurisdictionId)
    .where('run.operationId', 'not in', undoneOperations(db));
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function read(row: Row): Run {
  const { documentNo, adoptedOn, adoptedAt, adoptedBy } = row;
  const adoption =
    documentNo === null || adoptedOn === null || adoptedAt === null || adoptedBy === null
      ? null
      : {
          documentNo,
          on: adoptedOn,
          supersedes: row.supersedes,
          reason: row.reason,
          at: adoptedAt,
          by: adoptedBy,
        };
  return {
    id: row.id,
    number: row.number,
    year: row.year,
    scheme: JSON.parse(row.scheme) as Scheme,
    digest: row.digest,
    unitCount: row.unitCount,
    at: row.at,
    by: row.by,
    adoption,
    supersededBy: row.supersededBy,
  };
}

/** Lists the runs of a jurisdiction, of one year if asked, by number. */
export async function listRuns(db: Db, jurisdictionId: number, year?: number): Promise<Run[]> {
  let query = select(db, jurisdictionId);
  if (year !== undefined) query = query.where('run.year', '=', year);
  return (await query.orderBy('run.number').execute()).map(read);
}

export async function getRun(db: Db, jurisdictionId: number, number: number): Promise<Run> {
  const row = await select(db, jurisdictionId).where('run.number', '=', number).executeTakeFirst();
  if (row !== undefined) return read(row);
  const numbers = (await listRuns(db, jurisdictionId)).map((run) => run.number);
  throw new AppError('run-not-found', { number, numbers });
}

/** A run by which units were staffed. */
export type AdoptedRun = Run & { readonly adoption: Adoption };

/** Lists the runs in force, adopted and not superseded: one a year, the latest year first. */
export async function listRunsInForce(db: Db, jurisdictionId: number, year?: number): Promise<AdoptedRun[]> {
  return (await listRuns(db, jurisdictionId, year))
    .filter((run): run is AdoptedRun => run.adoption !== null && run.supersededBy === null)
    .sort((a, b) => b.year - a.year);
}

/** The run in force of the year asked, or of the latest year that has one. */
export async function findRunInForce(
  db: Db,
  jurisdictionId: number,
  year?: number,
): Promise<AdoptedRun | undefined> {
  return (await listRunsInForce(db, jurisdictionId, year))[0];
}

/** The run that was in force for a year at an instant: adopted by then, and not superseded by then. */
export async function findRunInForceAt(
  db: Db,
  jurisdictionId: number,
  year: number,
  at: string,
): Promise<Run | undefined> {
  const adopted = (await listRuns(db, jurisdictionId, year)).filter(
    ({ adoption }) => adoption !== null && adoption.at <= at,
  );
  const superseded = new Set(adopted.map(({ adoption }) => adoption?.supersedes));
  return adopted.find(({ number }) => !superseded.has(number));
}

/** The run people mean when they name none: the one in force, else the newest draft. */
export async function getRunAtHand(db: Db, jurisdictionId: number, year?: number): Promise<Run> {
  const run =
    (await findRunInForce(db, jurisdictionId, year)) ?? (await listRuns(db, jurisdictionId, year)).at(-1);
  if (run === undefined) throw new AppError('run-none', { year });
  return run;
}

/** Number of the newest run of the year of a run, where it is a newer draft; null where this is the newest, or the newest is adopted. */
export async function findNewerDraft(
  db: Db,
  jurisdictionId: number,
  { number, year }: Pick<Run, 'number' | 'year'>,
): Promise<number | null> {
  const newest = (await listRuns(db, jurisdictionId, year)).at(-1);
  return newest !== undefined && newest.number > number && newest.adoption === null ? newest.number : null;
}

/** Lists the units of a run as the run read them, in the official order. */
export async function listRunUnits(db: Db, runId: number): Promise<RunUnit[]> {
  const rows = await db
    .selectFrom('runUnit')
    .select([
      'unitId',
      'code',
      'name',
      'category',
      'groupName as group',
      'sort',
      'outsideReason',
      'counts',
      'sources',
      'volume',
      'tier',
      'onBound',
      'overrideTier',
      'overrideReason',
      'overrideDocumentNo',
      'predecessors',
    ])
    .where('runId', '=', runId)
    .orderBy('sort')
    .orderBy('code')
    .execute();
  return rows.map((row) => {
    const {
      counts,
      sources,
      onBound,
      predecessors,
      overrideTier,
      overrideReason,
      overrideDocumentNo,
      ...unit
    } = row;
    const hasOverride = overrideTier !== null && overrideReason !== null && overrideDocumentNo !== null;
    return {
      ...unit,
      counts: JSON.parse(counts) as Counts,
      sources: JSON.parse(sources) as CountSource[],
      onBound: onBound === 1,
      ...(predecessors === null ? {} : { predecessors: JSON.parse(predecessors) as Predecessor[] }),
      ...(hasOverride
        ? { override: { tier: overrideTier, reason: overrideReason, documentNo: overrideDocumentNo } }
        : {}),
    };
  });
}

/** The tier of each unit by the run in force, by unit; none without such a run. */
export async function listTiersInForce(db: Db, jurisdictionId: number): Promise<Map<number, Tier>> {
  const run = await findRunInForce(db, jurisdictionId);
  if (run === undefined) return new Map();
  const units = await listRunUnits(db, run.id);
  return new Map(units.flatMap(({ unitId, tier }) => (tier === null ? [] : [[unitId, tier] as const])));
}

/** Writes a run with its units, sealed from then on; gives its number. */
export async function recordRun(
  trx: Trx,
  jurisdictionId: number,
  run: {
    readonly year: number;
    readonly scheme: Scheme;
    readonly units: readonly RunUnit[];
    readonly digest: string;
    readonly at: string;
    readonly by: string;
    readonly operationId: number;
  },
): Promise<number> {
  const { max } = await trx
    .selectFrom('run')
    .select(({ fn }) => fn.max('number').as('max'))
    .where('jurisdictionId', '=', jurisdictionId)
    .executeTakeFirstOrThrow();
  const number = ((max as number | null) ?? 0) + 1;
  const { year, scheme, units, digest, at, by, operationId } = run;
  const { id: runId } = await trx
    .insertInto('run')
    .values({
      jurisdictionId,
      number,
      year,
      schemeCode: scheme.code,
      scheme: JSON.stringify(scheme),
      unitCount: units.length,
      digest,
      at,
      by,
      operationId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { counts, sources, onBound, group, predecessors, override, ...unit } of units) {
    await trx
      .insertInto('runUnit')
      .values({
        ...unit,
        runId,
        groupName: group,
        counts: JSON.stringify(counts),
        sources: JSON.stringify(sources),
        onBound: onBound ? 1 : 0,
        overrideTier: override?.tier ?? null,
        overrideReason: override?.reason ?? null,
        overrideDocumentNo: override?.documentNo ?? null,
        predecessors: predecessors === undefined ? null : JSON.stringify(predecessors),
      })
      .execute();
  }
  return number;
}

export async function insertAdoption(
  trx: Trx,
  adoption: {
    readonly runId: number;
    readonly documentNo: string;
    readonly on: string;
    readonly supersedesRunId: number | null;
    readonly reason: string | null;
    readonly allowedMissing: boolean;
    readonly at: string;
    readonly by: string;
    readonly digest: string;
    readonly operationId: number;
  },
): Promise<void> {
  await trx
    .insertInto('runAdoption')
    .values({ ...adoption, allowedMissing: adoption.allowedMissing ? 1 : 0 })
    .execute();
}
