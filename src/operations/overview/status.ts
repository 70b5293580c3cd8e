import type { RunCounts } from '../../domain/run.ts';
import { countRun } from '../../domain/run.ts';
import type { NextStep } from '../../domain/next-step.ts';
import { findNextStep } from '../../domain/next-step.ts';
import type { State } from '../../domain/appeal.ts';
import { countStates } from '../../store/appeal-counts.ts';
import type { Run } from '../../store/classifications.ts';
import { getRun, listRunUnits } from '../../store/classifications.ts';
import type { Edition } from '../../store/editions.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { localDay } from '../../domain/time.ts';
import type { Leader } from '../../domain/unit.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { DueCounts } from '../appeal/count-due.ts';
import { countDue } from '../appeal/count-due.ts';
import type { OpenStudy } from '../study/list-studies.ts';
import { listOpenStudies } from '../study/list-studies.ts';
import { getYearWork } from './year-facts.ts';

/** Where the year's work stands. */
export interface Status {
  readonly jurisdiction: Jurisdiction;
  /** The year at hand: the latest with counts or with a run in force. */
  readonly year: number | null;
  readonly unitsInScheme: number;
  readonly unitsCounted: number;
  readonly draft: Run | null;
  readonly run: Run | null;
  readonly counts: RunCounts | null;
  readonly desksIncomplete: number | null;
  readonly edition: Edition | null;
  /** Units whose public lines would differ from the current edition. */
  readonly unpublished: number | null;
  readonly appeals: Partial<Record<State, number>>;
  /** What waits and what is late, in figures, and the units that are latest. */
  readonly due: DueCounts;
  /** Decisions of studies that are still to be carried out, how many of them are late, and which is to be first, by whom. */
  readonly studies: {
    readonly open: number;
    readonly late: number;
    readonly next: {
      readonly number: number;
      readonly unit: string;
      readonly leader: Leader;
      readonly until: string;
    } | null;
  };
  readonly step: NextStep;
}

/** Reads where the year's work stands and what comes next. */
export async function getStatus(work: Pick<LocalWork, 'store' | 'jurisdiction' | 'now'>): Promise<Status> {
  const { jurisdiction, now } = work;
  const { db } = work.store;
  const { id } = jurisdiction;
  const year = await getYearWork(db, jurisdiction, now);
  const run = year.latestRun;
  return {
    jurisdiction,
    year: year.year,
    unitsInScheme: year.units,
    unitsCounted: year.unitsCounted,
    draft: year.draft === null ? null : await getRun(db, id, year.draft),
    run,
    counts: run === null ? null : countRun(run.scheme, await listRunUnits(db, run.id)),
    desksIncomplete: run === null ? null : year.desksBlocked,
    edition: year.latestEdition,
    unpublished: year.unpublished,
    appeals: await countStates(db, id),
    due: await countDue(work),
    studies: countStudies(await listOpenStudies(db, id, localDay(now, jurisdiction.timeZone))),
    step: findNextStep(year),
  };
}

function countStudies(open: readonly OpenStudy[]): Status['studies'] {
  const [first] = open;
  return {
    open: open.length,
    late: open.filter(({ isLate }) => isLate).length,
    next:
      first === undefined
        ? null
        : { number: first.number, unit: first.unit, leader: first.leader, until: first.until },
  };
}
