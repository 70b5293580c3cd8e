import type { RunCounts } from '../../domain/run.ts';
import { countRun } from '../../domain/run.ts';
import type { NextStep } from '../../domain/next-step.ts';
import { findNextStep } from '../../domain/next-step.ts';
import { compareRosters } from '../../domain/roster-diff.ts';
import type { State } from '../../domain/appeal.ts';
import { countAppeals } from '../../store/appeals.ts';
import type { Run } from '../../store/classifications.ts';
import { findRunInForce, listRunUnits, listRuns } from '../../store/classifications.ts';
import type { Edition } from '../../store/editions.ts';
import { listEditions, listEntries } from '../../store/editions.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { listUnits } from '../../store/units.ts';
import { groupCounts, listVolumes, listVolumeYears } from '../../store/volumes.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { countDue } from '../appeal/list-appeals.ts';
import { draftRoster } from '../roster/draft-roster.ts';

/** Where the year's work stands. */
export interface Status {
  readonly jurisdiction: Jurisdiction;
  /** The latest year with volumes. */
  readonly year: number | null;
  readonly unitsInScheme: number;
  readonly unitsCounted: number;
  readonly draft: Run | null;
  readonly run: Run | null;
  readonly counts: RunCounts | null;
  readonly desksIncomplete: number | null;
  readonly edition: Edition | null;
  /** Units that would differ from the current edition. */
  readonly unpublished: number | null;
  readonly appeals: Partial<Record<State, number>>;
  /** How many are overdue, due by the next worked day, and not accepted in time. */
  readonly due: Awaited<ReturnType<typeof countDue>>;
  readonly next: NextStep;
}

/** Reads where the year's work stands and what comes next. */
export async function getStatus(work: Pick<LocalWork, 'store' | 'jurisdiction' | 'now'>): Promise<Status> {
  const { jurisdiction, now } = work;
  const { db } = work.store;
  const { id } = jurisdiction;
  const units = (await listUnits(db, id)).filter(
    (unit) => unit.outsideReason === null && unit.until === null,
  );
  const year = (await listVolumeYears(db, id)).at(-1) ?? null;
  const countsOf = groupCounts(year === null ? [] : await listVolumes(db, id, { year }));
  const run = (await findRunInForce(db, id)) ?? null;
  const draft =
    year === null ? null : ((await listRuns(db, id, year)).findLast((one) => one.adoption === null) ?? null);
  const edition = (await listEditions(db, id)).at(-1) ?? null;
  const roster = run === null ? null : await draftRoster(db, jurisdiction, now);
  const published = edition === null ? [] : await listEntries(db, edition.id);
  const unpublished =
    roster === null || edition === null ? null : compareRosters(published, roster.entries, 'internal').length;
  const found = {
    jurisdiction,
    year,
    unitsInScheme: units.length,
    unitsCounted: units.filter((unit) => Object.keys(countsOf(unit.id, year ?? 0)).length > 0).length,
    draft: draft !== null && (run === null || draft.number > run.number) ? draft : null,
    run,
    counts: run === null ? null : countRun(run.scheme, await listRunUnits(db, run.id)),
    desksIncomplete: roster?.blocked.length ?? null,
    edition,
    unpublished,
    appeals: await countAppeals(db, id),
    due: await countDue(work),
  };
  const next = findNextStep({
    units: found.unitsInScheme,
    year,
    hasDraft: found.draft !== null,
    runYear: run?.year ?? null,
    desksIncomplete: found.desksIncomplete ?? 0,
    hasEdition: edition !== null,
    unpublished: unpublished ?? 0,
  });
  return { ...found, next };
}
