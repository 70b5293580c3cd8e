import type { FigureName } from './figure-names.ts';
import type { Period } from './period.ts';
import type { Tier } from './scheme.ts';
import type { Day } from './time.ts';
import type { Category } from './unit.ts';

/** The reports that are made of figures. */
export type FigureReportName =
  'summary' | 'units' | 'matters' | 'series' | 'channels' | 'clocks' | 'satisfaction';

/** Columns of a report beside its figures. */
export type OtherColumn =
  | 'total'
  | 'share'
  | 'before'
  | 'change'
  | 'year-before'
  | 'year-change'
  | 'rate'
  | 'points'
  | 'year-points'
  | 'base'
  | 'per-day'
  | 'difference'
  | 'place'
  | 'first-units'
  | 'places'
  | 'count'
  | 'sum'
  | 'mean'
  | 'median'
  | 'p90'
  | 'longest'
  | 'numbers'
  | 'matter'
  | 'why';

/** How a cell is read: so many; a part of a base, in percent; a change in percent, or in percentage points; minutes of working hours; words. */
export type CellForm = 'count' | 'rate' | 'change' | 'points' | 'minutes' | 'text';

export interface GridColumn {
  /** Its name, one of its own in its table. */
  readonly name: string;
  readonly of:
    FigureName | OtherColumn | { readonly kind: 'kind' | 'channel' | 'clock'; readonly value: string };
  readonly form: CellForm;
}

/** A cell as programs get it: what it counts, of how many, of what; its value as it is printed, null where there is none. */
export interface GridCell {
  readonly name: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly base: string | null;
  readonly value: string | null;
}

/** What a row is of. */
export type RowSubject =
  | { readonly kind: 'all' }
  | { readonly kind: 'unit'; readonly code: string; readonly name: string }
  | { readonly kind: 'desk' }
  | {
      readonly kind: 'group';
      readonly category: Category;
      readonly tier: Tier | null;
      /** Whether a run says in which tiers units stand; without one groups are those of the category alone. */
      readonly hasRun: boolean;
    }
  | { readonly kind: 'figure'; readonly name: FigureName }
  | { readonly kind: 'kind' | 'channel'; readonly value: string }
  | { readonly kind: 'matter'; readonly name: string | null; readonly level: 1 | 2 }
  | { readonly kind: 'span'; readonly from: Day; readonly last: Day };

export interface GridRow {
  /** By which `--row` names it. */
  readonly key: string;
  readonly subject: RowSubject;
  /** A sum of the rows above it, or of all. */
  readonly isSum: boolean;
  readonly cells: readonly GridCell[];
}

/** What is to be said of a table. */
export type GridNote =
  | { readonly kind: 'not-ranked'; readonly least: number; readonly units: readonly string[] }
  | { readonly kind: 'nothing-due' | 'without-appeals'; readonly units: readonly string[] }
  | { readonly kind: 'share-of'; readonly base: string }
  | { readonly kind: 'counted-twice' }
  | { readonly kind: 'hot' | 'rising'; readonly matters: readonly string[]; readonly least: number };

/** One table of a report. */
export interface Grid {
  readonly name: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly notes: readonly GridNote[];
}

/** Why a report is not compared with another period. */
export type ComparisonRefusal = 'unfinished' | 'no-such-days' | 'not-whole' | 'no-appeals';

/** A period a report is compared with, or why it is not. */
export type Comparison =
  | { readonly kind: 'period'; readonly period: Period }
  | {
      readonly kind: 'refused';
      readonly why: ComparisonRefusal;
      readonly period: Period | null;
      /** The day from which the database has appeals. */
      readonly wholeFrom: Day | null;
    };

/** What a report is of, beside its figures. */
export interface ReportFrame {
  /** Name of the city or county whose appeals it is of. */
  readonly jurisdiction: string;
  readonly period: Period;
  /** The last day that is in it: before its own end where it is not over. */
  readonly upTo: Day;
  readonly isOver: boolean;
  /** What it was narrowed by, word for word. */
  readonly filters: readonly { readonly name: string; readonly value: string }[];
  readonly before: Comparison;
  readonly yearBefore: Comparison;
  /** The run by which units stand in tiers; null where none is adopted. */
  readonly run: { readonly number: number; readonly year: number; readonly documentNo: string } | null;
  /** The deadline rules at the beginning of the period, and whether somebody has decided on them. */
  readonly rules: { readonly code: string; readonly name: string; readonly isDecided: boolean } | null;
  /** Worked days; null where a year has no calendar. */
  readonly workedDays: number | null;
  /** The day from which the database has appeals; null where it has none. */
  readonly wholeFrom: Day | null;
}

/** A sum that was checked. */
export interface CheckedIdentity {
  readonly left: readonly { readonly name: FigureName; readonly count: number }[];
  readonly right: readonly { readonly name: FigureName; readonly count: number }[];
  readonly holds: boolean;
}

/** A report of figures. */
export interface FiguresReport {
  readonly report: FigureReportName;
  readonly frame: ReportFrame;
  readonly grids: readonly Grid[];
  readonly identities: readonly CheckedIdentity[];
}
