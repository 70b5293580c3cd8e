import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { YearFacts } from '../../domain/next-step.ts';
import { countRun, isJudged } from '../../domain/run.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import { hasEnded } from '../../domain/span.ts';
import type { Run } from '../../store/classifications.ts';
import { listRunUnits, listRuns } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import type { Edition } from '../../store/editions.ts';
import { listEditions, listEntries } from '../../store/editions.ts';
import { listUnits } from '../../store/units.ts';
import { groupCounts, listVolumes } from '../../store/volumes.ts';
import { compareWithToday } from '../roster/draft-roster.ts';
import { listChangedUnits } from '../tier/changed-since.ts';

/** How far the work of a year has come, and what it is read from. */
export interface YearWork extends YearFacts {
  /** The year asked, else the year at hand: the latest with counts or with a run in force; null without either. */
  readonly year: number | null;
  /** Units in the scheme with a count of the year. */
  readonly unitsCounted: number;
  /** Units of the newest run without a count. */
  readonly withoutCount: number;
  /** Forms that are out and have not come back. */
  readonly formsOut: number;
  /** The run in force that the desks are checked against: of the latest year that has one. */
  readonly latestRun: Run | null;
  /** The edition published last, of whatever year. */
  readonly latestEdition: Edition | null;
}

/** Gathers how far the work of a year has come, of the year at hand if none is asked. */
export async function getYearWork(
  db: Db,
  jurisdiction: Jurisdiction,
  now: Instant,
  asked?: number,
): Promise<YearWork> {
  const { id } = jurisdiction;
  const today = localDay(now, jurisdiction.timeZone);
  const units = (await listUnits(db, id)).filter(
    (unit) => unit.outsideReason === null && !hasEnded(unit, today),
  );
  const volumes = await listVolumes(db, id);
  const runs = await listRuns(db, id);
  const inForce = runs
    .filter((run) => run.adoption !== null && run.supersededBy === null)
    .sort((a, b) => a.year - b.year);
  const latestRun = inForce.at(-1) ?? null;
  const years = [...volumes, ...inForce].map((one) => one.year).sort((a, b) => a - b);
  const year = asked ?? years.at(-1) ?? null;
  const countsOf = groupCounts(volumes);
  const hasCount = (unitId: number): boolean => Object.keys(countsOf(unitId, year ?? 0)).length > 0;
  const newest = runs.findLast((run) => run.year === year) ?? null;
  const own = inForce.find((run) => run.year === year) ?? null;
  const runUnits = newest === null ? [] : await listRunUnits(db, newest.id);
  const judged = newest === null ? [] : runUnits.filter((unit) => isJudged(newest.scheme, unit));
  const read = new Set(judged.map(({ unitId }) => unitId));
  const changed = year === null ? new Map() : await listChangedUnits(db, id, year, judged);
  const unread =
    newest === null
      ? []
      : units.filter((unit) => isJudged(newest.scheme, unit) && hasCount(unit.id) && !read.has(unit.id));
  const editions = await listEditions(db, id);
  const latestEdition = editions.at(-1) ?? null;
  const before = latestEdition === null ? [] : await listEntries(db, latestEdition.id);
  const roster =
    latestRun === null ? null : await compareWithToday(db, jurisdiction, now, { before, copy: 'public' });
  const desks = roster?.draft.check.desks ?? [];
  const findings = desks.flatMap((desk) => desk.findings);
  const ofYear = new Set(runs.filter((run) => run.year === year).map(({ number }) => number));
  return {
    year,
    units: units.length,
    unitsCounted: units.filter((unit) => hasCount(unit.id)).length,
    hasCounts: volumes.some((volume) => volume.year === year),
    newestRun: newest?.number ?? null,
    countsChanged: changed.size + unread.length,
    draft:
      newest === null || newest.adoption !== null || newest.digest === own?.digest ? null : newest.number,
    runInForce: own?.number ?? null,
    withoutCount: newest === null ? 0 : countRun(newest.scheme, runUnits).noCount,
    isPast: latestRun !== null && year !== null && latestRun.year > year,
    latestRun,
    desksMissing: desks.filter(({ desk }) => desk === undefined).length,
    desksBlocked: roster?.draft.blocked.length ?? 0,
    formsOut: findings.filter(({ code }) => code === 'form-unanswered').length,
    edition: editions.findLast(({ run }) => ofYear.has(run))?.number ?? null,
    latestEdition,
    unpublished: roster === null || latestEdition === null ? null : roster.diffs.length,
  };
}
