import type { Wait } from '../../domain/appeal.ts';
import { waits } from '../../domain/appeal.ts';
import { lastOverdue } from '../../domain/deadline.ts';
import type { Sums } from '../../domain/figure-names.ts';
import type { Period } from '../../domain/period.ts';
import type {
  OverviewDue,
  OverviewMoves,
  OverviewReport,
  OverviewRun,
} from '../../domain/report-overview.ts';
import { localDay } from '../../domain/time.ts';
import { countOverdue } from '../../store/appeal-counts.ts';
import type { Run } from '../../store/classifications.ts';
import { listRunsInForce, listRunUnits } from '../../store/classifications.ts';
import { openAppealList } from '../appeal/list-appeals.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { Status } from '../overview/status.ts';
import { getStatus } from '../overview/status.ts';
import { compareTiers } from '../tier/compare-tiers.ts';
import type { FramedReport } from './frame-report.ts';
import { frameReport } from './frame-report.ts';
import { countByUnit } from './group-units.ts';
import { countMoves } from './report-circles.ts';

/** Everything at a glance: units and tiers, volumes, appeals of a period, hand-overs, what is late, what waits, the roster. */
export async function reportOverview(
  asked: LocalWork,
  { period }: { readonly period: Period },
): Promise<OverviewReport> {
  const { jurisdiction } = asked;
  const framed = await frameReport(asked, { period });
  const status = await getStatus(asked);
  const { edition } = status;
  const { rows, all, received, handed } = await countDueByUnit(asked, framed);
  return {
    jurisdiction: jurisdiction.name,
    today: localDay(asked.now, jurisdiction.timeZone),
    frame: framed.frame,
    unitsInScheme: status.unitsInScheme,
    run: await getOverviewRun(asked, status),
    moves: await findMoves(asked, status.run),
    hasAppeals: framed.frame.wholeFrom !== null,
    ...{ received, handed, due: rows, dueOfAll: all },
    handOvers: await countMoves(asked, { period }),
    edition: edition === null ? null : { number: edition.number, publishedOn: edition.publishedOn },
    unpublished: status.unpublished,
    desksOpen: status.desksIncomplete,
    waiting: await countWaiting(asked),
  };
}

async function getOverviewRun({ store }: LocalWork, { run, counts }: Status): Promise<OverviewRun | null> {
  if (run?.adoption == null || counts === null) return null;
  const { number, year, scheme, adoption } = run;
  const units = await listRunUnits(store.db, run.id);
  const volume = units.reduce((sum, unit) => sum + (unit.volume ?? 0), 0);
  return { number, year, scheme, documentNo: adoption.documentNo, counts, volume, units };
}

/** Compares the run in force with that of the year before it, or of the latest year before that has one. */
async function findMoves({ store, jurisdiction }: LocalWork, run: Run | null): Promise<OverviewMoves | null> {
  if (run === null) return null;
  const before = (await listRunsInForce(store.db, jurisdiction.id)).find(({ year }) => year < run.year);
  if (before === undefined) return null;
  const { units } = await compareTiers(store.db, jurisdiction, { runs: [before.number, run.number] });
  return {
    before: { number: before.number, year: before.year },
    units: units.filter(({ move }) => move !== 'same'),
  };
}

/** What was due in the period and is overdue now, unit by unit, and what the whole received and handed over. */
async function countDueByUnit(
  { store, jurisdiction, now }: LocalWork,
  framed: FramedReport,
): Promise<{
  readonly rows: readonly OverviewDue[];
  readonly all: OverviewDue;
  readonly received: number;
  readonly handed: number;
}> {
  const names = ['received', 'handed', 'due', 'on-time', 'late-closed', 'late-open'] as const;
  const { groups, desk, all } = await countByUnit(framed, names);
  const sumsOf = new Map(groups.flatMap(({ members }) => members.map(({ unit, sums }) => [unit.id, sums])));
  const today = localDay(now, jurisdiction.timeZone);
  const late = await countOverdue(store.db, jurisdiction.id, lastOverdue(today));
  const overdueOf = new Map(late.map(({ unitId, count }) => [unitId, count]));
  const rowOf = (unit: OverviewDue['unit'], sums: Sums, overdue: number): OverviewDue => ({
    unit,
    due: sums.due ?? 0,
    onTime: sums['on-time'] ?? 0,
    lateClosed: sums['late-closed'] ?? 0,
    lateOpen: sums['late-open'] ?? 0,
    overdue,
  });
  const rows = [
    ...framed.units.map(({ id, code, name }) =>
      rowOf({ code, name }, sumsOf.get(id) ?? {}, overdueOf.get(id) ?? 0),
    ),
    rowOf(null, desk?.sums ?? {}, overdueOf.get(null) ?? 0),
  ].filter(({ due, overdue }) => due > 0 || overdue > 0);
  const overdue = late.reduce((sum, { count }) => sum + count, 0);
  return { rows, all: rowOf(null, all, overdue), received: all.received ?? 0, handed: all.handed ?? 0 };
}

/** Counts the queue of the transfer desk by why each of its appeals waits. */
async function countWaiting(asked: LocalWork): Promise<OverviewReport['waiting']> {
  const { pages } = await openAppealList(asked, { isQueue: true });
  const counts = new Map<Wait, number>();
  for await (const lines of pages())
    for (const { wait } of lines) if (wait !== undefined) counts.set(wait, (counts.get(wait) ?? 0) + 1);
  return waits.flatMap((wait) => {
    const count = counts.get(wait);
    return count === undefined ? [] : [{ wait, count }];
  });
}
