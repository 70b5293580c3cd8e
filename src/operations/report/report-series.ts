import type { FigureName, Sums } from '../../domain/figure-names.ts';
import { addSums } from '../../domain/figure-names.ts';
import {
  checkIdentities,
  countCell,
  partOf,
  rateCell,
  rateColumn,
  countColumn,
  otherColumn,
  textCell,
} from '../../domain/grid-cells.ts';
import type { FiguresReport, GridRow } from '../../domain/grid.ts';
import { periodYearBefore } from '../../domain/compare-periods.ts';
import type { Period } from '../../domain/period.ts';
import { dayOfMonth, monthOf } from '../../domain/period.ts';
import type { Day } from '../../domain/time.ts';
import { addDays, instantOf, localDay, nextDay, weekdayOf } from '../../domain/time.ts';
import type { FigureScope } from '../../store/figure-scope.ts';
import { countFigures } from '../../store/figures.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { FigureTerms, FramedReport } from './frame-report.ts';
import { frameReport } from './frame-report.ts';

/** Of how long a row of a series is. */
export type SeriesStep = 'day' | 'week' | 'month';

export interface SeriesTerms extends FigureTerms {
  /** Months unless said otherwise; days for a period of a month or less. */
  readonly by?: SeriesStep | undefined;
}

const counted = ['received', 'reopened', 'closed', 'due', 'on-time', 'late-closed', 'late-open'] as const;

/** How the figures went day by day, week by week or month by month; days without appeals are rows. */
export async function reportSeries(asked: LocalWork, terms: SeriesTerms): Promise<FiguresReport> {
  const framed = await frameReport(asked, terms);
  const { period, upTo } = framed.frame;
  const step = terms.by ?? (addDays(period.from, 32) > period.until ? 'day' : 'month');
  const spans = cutPeriod({ from: period.from, until: nextDay(upTo) }, step);
  const now = await countDays(framed, framed.scope, counted);
  const yearBefore =
    framed.yearBefore === null ? null : await countDays(framed, framed.yearBefore, ['received']);
  const ends = (await countFigures(framed.db, framed.scope, ['opening', 'open']))[0]?.counts;
  const sumOf = (days: ReadonlyMap<Day, Sums>, { from, until }: Period): Sums =>
    addSums([...days].flatMap(([day, sums]) => (day >= from && day < until ? [sums] : [])));
  // What the year before had in the same place of its period.
  const past = framed.frame.yearBefore;
  const pastSpans = past.kind === 'period' ? cutPeriod(past.period, step) : [];
  let open = ends?.opening ?? 0;
  const rows = spans.map((span, at): GridRow => {
    const sums = sumOf(now, span);
    open += (sums.received ?? 0) + (sums.reopened ?? 0) - (sums.closed ?? 0);
    // Day by day and month by month it is the same of the year before, whatever day of the week; a week is that in its place.
    const was = step === 'week' ? pastSpans[at] : periodYearBefore(span);
    const part = partOf(sums, 'on-time') ?? { numerator: 0, denominator: 0 };
    return {
      ...{ key: span.from, isSum: false },
      subject: { kind: 'span', from: span.from, last: addDays(span.until, -1) },
      cells: [
        ...(['received', 'closed'] as const).map((name) => countCell(name, sums[name] ?? 0)),
        countCell('open', open),
        countCell('due', sums.due ?? 0),
        countCell('on-time', sums['on-time'] ?? 0),
        rateCell('on-time-rate', part, 'due'),
        was === undefined || yearBefore === null
          ? textCell('year-before', null)
          : countCell('year-before', sumOf(yearBefore, was).received ?? 0),
      ],
    };
  });
  const whole = addSums(now.values());
  return {
    report: 'series',
    frame: framed.frame,
    identities: checkIdentities({ ...whole, opening: ends?.opening ?? 0, open: ends?.open ?? 0 }),
    grids: [
      {
        name: step,
        columns: [
          ...(['received', 'closed', 'open', 'due', 'on-time'] as const).map(countColumn),
          rateColumn('on-time'),
          otherColumn('year-before', 'count'),
        ],
        rows,
        notes: [],
      },
    ],
  };
}

/** Counts figures day by day, where the jurisdiction is. */
export async function countDays(
  { db, jurisdiction }: FramedReport,
  scope: FigureScope,
  names: readonly FigureName[],
): Promise<ReadonlyMap<Day, Sums>> {
  const lines = await countFigures(db, scope, names, ['quarter']);
  const days = Map.groupBy(lines, ({ keys }) =>
    localDay(instantOf(Number(keys[0]) * 900), jurisdiction.timeZone),
  );
  return new Map([...days].map(([day, own]) => [day, addSums(own.map(({ counts }) => counts))]));
}

/** Cuts a period into days, weeks from Monday on, or months; the first and the last may be parts. */
export function cutPeriod({ from, until }: Period, step: SeriesStep): Period[] {
  const spans: Period[] = [];
  for (let start = from; start < until;) {
    const end = endOfStep(start, step);
    spans.push({ from: start, until: end < until ? end : until });
    start = end;
  }
  return spans;
}

function endOfStep(day: Day, step: SeriesStep): Day {
  if (step === 'day') return nextDay(day);
  if (step === 'week') return addDays(day, 8 - weekdayOf(day));
  return dayOfMonth(monthOf(day) + 1) ?? nextDay(day);
}
