import type { YearUnit } from '../../domain/year-report.ts';
import type { Texts } from '../../text/shape.ts';
import type { TableColumn } from '../view.ts';
import type { Report, ReportSection } from './report.ts';

/** A sheet of the evaluation. */
export interface YearSection extends ReportSection {
  /** Columns that have a room of their own, by their place, in widths of figures: those written into by hand, and names. */
  readonly kept?: Readonly<Record<number, number>>;
  /** Whether it is used by itself, and begins a page. */
  readonly isApart?: boolean;
}

export interface YearPaper extends Report {
  readonly sections: readonly YearSection[];
}

/** Rows of a long table that a screen shows. */
export const screenRows = 12;
/** Rows that are written below each other there, column by column, since they are too wide. */
export const screenBlocks = 3;

export const number = (title: string): TableColumn => ({ title, align: 'right' });
export const word = (title: string): TableColumn => ({ title });

/** The tier of a unit in words. */
export function tierName({ tier }: Pick<YearUnit, 'tier'>, text: Texts): string {
  return tier === null ? text.views.reportYear.noTier : text.codeNames.tier[tier];
}
