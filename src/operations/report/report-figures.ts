import type { FigureReportName, FiguresReport } from '../../domain/grid.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { ChannelTerms } from './report-channels.ts';
import { reportChannels } from './report-channels.ts';
import { reportClocks } from './report-clocks.ts';
import { reportMatters } from './report-matters.ts';
import { reportSatisfaction } from './report-satisfaction.ts';
import type { SeriesTerms } from './report-series.ts';
import { reportSeries } from './report-series.ts';
import { reportSummary } from './report-summary.ts';
import type { UnitTerms } from './report-units.ts';
import { reportUnits } from './report-units.ts';

/** All that a report of figures can be asked for. */
export type ReportTerms = UnitTerms & SeriesTerms & ChannelTerms;

const makers: Readonly<Record<FigureReportName, (asked: LocalWork, terms: ReportTerms) => Promise<FiguresReport>>> = {
  summary: reportSummary,
  units: reportUnits,
  matters: reportMatters,
  series: reportSeries,
  channels: reportChannels,
  clocks: reportClocks,
  satisfaction: reportSatisfaction,
}; // prettier-ignore

/** Makes a report of figures. */
export function reportFigures(
  asked: LocalWork,
  { report, ...terms }: ReportTerms & { readonly report: FigureReportName },
): Promise<FiguresReport> {
  return makers[report](asked, terms);
}
