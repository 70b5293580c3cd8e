import { percentileOf } from '../../domain/figure.ts';
import {
  countCell,
  countColumn,
  minutesCell,
  otherColumn,
  rateColumn,
  textCell,
} from '../../domain/grid-cells.ts';
import type { FiguresReport, Grid, GridCell, GridColumn, GridRow } from '../../domain/grid.ts';
import type { ClockName } from '../../store/figures.ts';
import { clockNames, countClock, listFigureNumbers } from '../../store/figures.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { FigureTerms, FramedReport } from './frame-report.ts';
import { frameReport } from './frame-report.ts';
import { countByUnit } from './group-units.ts';
import { unitGrid } from './report-units.ts';

/** How often a clock showed so many minutes, fewest first. */
type Histogram = readonly { readonly minutes: number; readonly count: number }[];

/** So many appeals of a unit that are overdue are named by their numbers; all of them are listed as those behind the figure. */
const named = 20;

/** How long units took, in working hours: from sent to accepted, from accepted to answered, and in all; what is open and overdue apart. */
export async function reportClocks(asked: LocalWork, terms: FigureTerms): Promise<FiguresReport> {
  const framed = await frameReport(asked, terms);
  const grouped = await countByUnit(framed, ['answered', 'accepted', 'in-window', 'open', 'overdue']);
  const columns = [
    ...(['answered', 'accepted', 'in-window'] as const).map(countColumn),
    rateColumn('in-window'),
    ...(['open', 'overdue'] as const).map(countColumn),
  ];
  return {
    report: 'clocks',
    frame: framed.frame,
    identities: [],
    grids: [
      ...(await Promise.all(clockNames.map((clock) => clockGrid(framed, clock)))),
      unitGrid('windows', columns, grouped),
      await overdueGrid(framed),
    ],
  };
}

const columnsOf: readonly GridColumn[] = [
  otherColumn('count', 'count'),
  ...(['mean', 'median', 'p90', 'longest'] as const).map((name) => otherColumn(name, 'minutes')),
];

async function clockGrid({ db, scope, units }: FramedReport, clock: ClockName): Promise<Grid> {
  const lines = await countClock(db, scope, clock);
  const byUnit = Map.groupBy(lines, ({ unitId }) => unitId);
  const rows = units.flatMap((unit): GridRow[] => {
    const own = byUnit.get(unit.id);
    if (own === undefined) return [];
    const subject = { kind: 'unit', code: unit.code, name: unit.name } as const;
    return [{ key: unit.code, subject, isSum: false, cells: clockCells(own) }];
  });
  const all = [...Map.groupBy(lines, ({ minutes }) => minutes)]
    .map(([minutes, own]) => ({ minutes, count: own.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => a.minutes - b.minutes);
  return {
    name: `clock-${clock}`,
    columns: columnsOf,
    rows: [...rows, { key: 'all', subject: { kind: 'all' }, isSum: true, cells: clockCells(all) }],
    notes: [],
  };
}

function clockCells(histogram: Histogram): GridCell[] {
  const count = histogram.reduce((sum, one) => sum + one.count, 0);
  const sum = histogram.reduce((all, one) => all + one.minutes * one.count, 0);
  const mean = minutesCell('mean', count === 0 ? null : Math.floor((sum * 2 + count) / (count * 2)));
  return [
    countCell('count', count),
    { ...mean, numerator: sum, denominator: count, base: 'count' },
    minutesCell('median', percentileOf(histogram, 50)),
    minutesCell('p90', percentileOf(histogram, 90)),
    minutesCell('longest', histogram.at(-1)?.minutes ?? null),
  ];
}

/** What is overdue by number, unit by unit. */
async function overdueGrid({ db, scope, units }: FramedReport): Promise<Grid> {
  const found = Map.groupBy(await listFigureNumbers(db, scope, 'overdue'), ({ unitId }) => unitId);
  const rows = [...units, null].flatMap((unit): GridRow[] => {
    const own = found.get(unit?.id ?? null)?.map(({ number }) => number) ?? [];
    if (own.length === 0) return [];
    const numbers = own.slice(0, named).join('、') + (own.length > named ? '……' : '');
    return [
      {
        ...{ key: unit?.code ?? 'desk', isSum: false },
        subject: unit === null ? { kind: 'desk' } : { kind: 'unit', code: unit.code, name: unit.name },
        cells: [countCell('overdue', own.length), textCell('numbers', numbers)],
      },
    ];
  });
  return {
    name: 'overdue',
    columns: [countColumn('overdue'), otherColumn('numbers', 'text')],
    rows,
    notes: [],
  };
}
