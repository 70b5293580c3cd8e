import { kinds } from '../../domain/appeal.ts';
import type { FigureName, Sums } from '../../domain/figure-names.ts';
import { basesOf } from '../../domain/figure-names.ts';
import { tenthsOf } from '../../domain/figure.ts';
import {
  changeCell,
  checkIdentities,
  countCell,
  countColumn,
  otherColumn,
  partOf,
  pointsCell,
  rateCell,
  textCell,
} from '../../domain/grid-cells.ts';
import type { FiguresReport, Grid, GridCell, GridRow, RowSubject } from '../../domain/grid.ts';
import { daysBetween, nextDay } from '../../domain/time.ts';
import { appealChannels } from '../../domain/volume.ts';
import type { FigureScope } from '../../store/figure-scope.ts';
import type { FigureLine } from '../../store/figures.ts';
import { countFigures } from '../../store/figures.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { FigureTerms, FramedReport } from './frame-report.ts';
import { frameReport } from './frame-report.ts';

/** The figures of a period as a whole, in the order in which a bulletin tells them. */
const wholeFigures = [
  'opening', 'received', 'direct', 'ended', 'handed', 'waiting', 'reopened', 'closed', 'open', 'overdue',
  'handed-on-time', 'handed-late', 'handed-undue', 'handed-open', 'due', 'on-time', 'late-closed', 'late-open', 'extended',
  'returned', 'upheld', 'transferred-on', 'redone', 'called-back', 'reached', 'solved-asked', 'solved', 'graded', 'satisfied',
] as const satisfies readonly FigureName[]; // prettier-ignore

/** The whole of a period: its figures, and those of the periods it is compared with. */
export interface WholeFigures {
  readonly now: Sums;
  readonly before: Sums | null;
  readonly yearBefore: Sums | null;
}

/** Counts the figures of a period as a whole, and of those it is compared with. */
async function countWhole(framed: FramedReport): Promise<WholeFigures> {
  const count = async (scope: FigureScope): Promise<Sums> =>
    (await countFigures(framed.db, scope, wholeFigures))[0]?.counts ?? {};
  return {
    now: await count(framed.scope),
    before: framed.before === null ? null : await count(framed.before),
    yearBefore: framed.yearBefore === null ? null : await count(framed.yearBefore),
  };
}

/** The period as a whole: what came in and what became of it, compared with the period before and that of the year before. */
export async function reportSummary(asked: LocalWork, terms: FigureTerms): Promise<FiguresReport> {
  const framed = await frameReport(asked, terms);
  const { db, frame, scope } = framed;
  const whole = await countWhole(framed);
  const days = daysBetween(frame.period.from, nextDay(frame.upTo));
  const received = await countFigures(db, scope, ['received'], ['channel', 'kind']);
  return {
    report: 'summary',
    frame,
    identities: checkIdentities(whole.now),
    grids: [
      figuresGrid(whole.now, days),
      comparisonGrid(framed, whole),
      kindGrid(received, 'channel', appealChannels),
      kindGrid(received, 'kind', kinds),
    ],
  };
}

function figureRow(name: FigureName, cells: readonly GridCell[]): GridRow {
  return { key: name, subject: { kind: 'figure', name }, isSum: false, cells };
}

function figuresGrid(sums: Sums, days: number): Grid {
  return {
    name: 'figures',
    columns: [
      otherColumn('count', 'count'),
      otherColumn('base', 'text'),
      otherColumn('rate', 'rate'),
      otherColumn('per-day', 'text'),
    ],
    rows: wholeFigures.map((name) => {
      const [base, part] = [basesOf[name], partOf(sums, name)];
      return figureRow(name, [
        countCell('count', sums[name] ?? 0),
        textCell('base', base ?? null),
        part === undefined || base === undefined ? textCell('rate', null) : rateCell('rate', part, base),
        name === 'received' ? perDay(sums, days) : textCell('per-day', null),
      ]);
    }),
    notes: [],
  };
}

function perDay(sums: Sums, days: number): GridCell {
  const received = sums.received ?? 0;
  return {
    ...{ name: 'per-day', numerator: received, denominator: Math.max(0, days), base: 'days' },
    // Of a period that has not begun there are no days.
    value: days > 0 ? tenthsOf(received, days) : null,
  };
}

/** Counts change in percent, rates in points; the one is never told for the other. */
function comparisonGrid({ frame }: FramedReport, { now, before, yearBefore }: WholeFigures): Grid {
  const rows = wholeFigures.map((name) => {
    const count = now[name] ?? 0;
    const own = partOf(now, name);
    const past = (sums: Sums | null, which: 'before' | 'year-before'): GridCell =>
      sums === null ? textCell(which, null) : countCell(which, sums[name] ?? 0);
    const points = (sums: Sums | null, which: string): GridCell =>
      own === undefined
        ? textCell(which, null)
        : pointsCell(which, own, (sums === null ? null : partOf(sums, name)) ?? null);
    return figureRow(name, [
      countCell('count', count),
      past(before, 'before'),
      changeCell('change', count, before === null ? null : (before[name] ?? 0)),
      points(before, 'points'),
      past(yearBefore, 'year-before'),
      changeCell('year-change', count, yearBefore === null ? null : (yearBefore[name] ?? 0)),
      points(yearBefore, 'year-points'),
    ]);
  });
  const isCompared = frame.before.kind === 'period' || frame.yearBefore.kind === 'period';
  return {
    name: 'comparison',
    columns: [
      otherColumn('count', 'count'),
      otherColumn('before', 'count'),
      otherColumn('change', 'change'),
      otherColumn('points', 'points'),
      otherColumn('year-before', 'count'),
      otherColumn('year-change', 'change'),
      otherColumn('year-points', 'points'),
    ],
    rows: isCompared ? rows : [],
    notes: [],
  };
}

/** What was received, by what it is; the parts are the whole. */
function kindGrid(
  lines: readonly FigureLine<'received'>[],
  key: 'kind' | 'channel',
  values: readonly string[],
): Grid {
  const place = key === 'channel' ? 0 : 1;
  const counts = new Map(
    [...Map.groupBy(lines, ({ keys }) => String(keys[place]))].map(([value, own]) => [
      value,
      own.reduce((sum, { counts: { received } }) => sum + received, 0),
    ]),
  );
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const row = (subject: RowSubject, rowKey: string, count: number): GridRow => ({
    ...{ key: rowKey, subject, isSum: subject.kind === 'all' },
    cells: [
      countCell('received', count),
      rateCell('share', { numerator: count, denominator: all }, 'received'),
    ],
  });
  return {
    name: `by-${key}`,
    columns: [countColumn('received'), otherColumn('share', 'rate')],
    rows: [
      ...values
        .filter((value) => counts.has(value))
        .map((value) => row({ kind: key, value }, value, counts.get(value) ?? 0)),
      row({ kind: 'all' }, 'all', all),
    ],
    notes: [],
  };
}
