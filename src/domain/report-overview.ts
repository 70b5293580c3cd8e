import type { Wait } from './appeal.ts';
import type { CirclesReport } from './circles.ts';
import type { UnitComparison } from './comparison.ts';
import type { ReportFrame } from './grid.ts';
import type { RunCounts, RunUnit } from './run.ts';
import type { Scheme } from './scheme.ts';
import type { Day } from './time.ts';

/** The run in force as an overview shows it. */
export interface OverviewRun {
  readonly number: number;
  /** The year of its volumes. */
  readonly year: number;
  readonly documentNo: string;
  readonly scheme: Scheme;
  readonly counts: RunCounts;
  /** The volumes of its units, added up. */
  readonly volume: number;
  readonly units: readonly RunUnit[];
}

/** What became of units since the run in force of an earlier year: those whose tier is another. */
export interface OverviewMoves {
  readonly before: { readonly number: number; readonly year: number };
  readonly units: readonly UnitComparison[];
}

/** What was due in the period and what is late now, of one unit, of the transfer desk (null), or of all. */
export interface OverviewDue {
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly due: number;
  readonly onTime: number;
  readonly lateClosed: number;
  readonly lateOpen: number;
  /** Overdue now, whenever the period ended. */
  readonly overdue: number;
}

/** Where a city or county stands, at a glance: each part is null where there is nothing it could be read from. */
export interface OverviewReport {
  readonly jurisdiction: string;
  readonly today: Day;
  readonly frame: ReportFrame;
  readonly unitsInScheme: number;
  readonly run: OverviewRun | null;
  /** Null where no earlier year has a run in force. */
  readonly moves: OverviewMoves | null;
  /** Whether the database has any appeal at all. */
  readonly hasAppeals: boolean;
  readonly received: number;
  readonly handed: number;
  readonly handOvers: CirclesReport['moves'];
  /** Units with something due or overdue, in the official order, then the transfer desk. */
  readonly due: readonly OverviewDue[];
  readonly dueOfAll: OverviewDue;
  readonly edition: { readonly number: number; readonly publishedOn: Day } | null;
  /** Units whose public lines differ from the edition; null without one. */
  readonly unpublished: number | null;
  /** Units whose desk has findings that keep it out of a roster; null without a run. */
  readonly desksOpen: number | null;
  readonly waiting: readonly { readonly wait: Wait; readonly count: number }[];
}
