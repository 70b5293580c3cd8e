import type { FigureName } from '../../domain/figure-names.ts';
import { countColumn, rateColumn } from '../../domain/grid-cells.ts';
import type { FiguresReport, GridColumn } from '../../domain/grid.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { FigureTerms } from './frame-report.ts';
import { frameReport } from './frame-report.ts';
import { countByUnit } from './group-units.ts';
import { unitGrid } from './report-units.ts';

const grades = [
  'very-satisfied', 'grade-satisfied', 'basically-satisfied', 'dissatisfied', 'very-dissatisfied', 'plain-yes', 'plain-no',
] as const satisfies readonly FigureName[]; // prettier-ignore

/** What citizens said when they were called back, by unit: whom it was tried with, who was reached, whether it is solved, and the five grades. */
export async function reportSatisfaction(asked: LocalWork, terms: FigureTerms): Promise<FiguresReport> {
  const framed = await frameReport(asked, terms);
  const names = [
    'called-back',
    'reached',
    'solved-asked',
    'solved',
    'graded',
    'satisfied',
    ...grades,
  ] as const;
  const grouped = await countByUnit(framed, names);
  const tables: readonly (readonly [string, readonly GridColumn[]])[] = [
    ['answers', [
      ...(['called-back', 'reached'] as const).map(countColumn), rateColumn('reached'),
      ...(['solved-asked', 'solved'] as const).map(countColumn), rateColumn('solved'),
      ...(['graded', 'satisfied'] as const).map(countColumn), rateColumn('satisfied'),
    ]],
    // A grade nobody gave has no column: where a yes or no alone was asked, there are no others.
    ['grades', [countColumn('graded'), ...grades.filter((name) => (grouped.all[name] ?? 0) > 0).map(countColumn)]],
  ]; // prettier-ignore
  return {
    report: 'satisfaction',
    frame: framed.frame,
    identities: [],
    grids: tables.map(([name, columns]) => unitGrid(name, columns, grouped)),
  };
}
