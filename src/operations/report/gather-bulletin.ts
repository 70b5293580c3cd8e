import type { BulletinCells, HardCase } from '../../domain/bulletin.ts';
import { cellNames, makeBulletinCells } from '../../domain/bulletin-cells.ts';
import type { DraftFacts } from '../../domain/bulletin-draft.ts';
import { namePeriod } from '../../domain/bulletin-draft.ts';
import type { FiguresReport } from '../../domain/grid.ts';
import type { Period } from '../../domain/period.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay, toInstant } from '../../domain/time.ts';
import { listClosedAt, listHardAppeals } from '../../store/figures.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { listOpenStudies } from '../study/list-studies.ts';
import { findProblems } from './find-problems.ts';
import type { FramedReport } from './frame-report.ts';
import { frameReport } from './frame-report.ts';
import { listPublishedBulletins } from './published-bulletins.ts';
import { reportMatters } from './report-matters.ts';
import { reportSummary } from './report-summary.ts';
import { reportUnits } from './report-units.ts';

/** Handed on, returned or redone so often, an open appeal is a hard case; or so many days past its due day. */
const hardTimes = 2;
const hardDays = 10;
/** So many hard cases are named; how many there are, everybody can see in the reports. */
const namedCases = 20;

/** All that a bulletin of a period tells. */
export interface BulletinFacts {
  readonly reports: readonly FiguresReport[];
  readonly cells: BulletinCells;
  readonly draft: Omit<DraftFacts, 'cells' | 'matters' | 'units'>;
  readonly summary: FiguresReport;
  readonly matters: FiguresReport;
  readonly units: FiguresReport;
}

/** Gathers what a bulletin of a period tells: its reports, the figures its text can refer to, hard cases, problems and open decisions. */
export async function gatherBulletin(asked: LocalWork, period: Period): Promise<BulletinFacts> {
  const { jurisdiction, store } = asked;
  const summary = await reportSummary(asked, { period });
  const matters = await reportMatters(asked, { period });
  const units = await reportUnits(asked, { period });
  const framed = await frameReport(asked, { period });
  const { upTo, isOver } = framed.frame;
  const studies = await listOpenStudies(store.db, jurisdiction.id, upTo);
  const problems = await findProblems(framed);
  const reports = [summary, units, matters];
  return {
    ...{ reports, summary, matters, units },
    cells: makeBulletinCells(reports).set(cellNames.period, {
      ...{ value: namePeriod(period), numerator: null, denominator: null },
    }),
    draft: {
      ...{ jurisdiction: jurisdiction.name, period, upTo: isOver ? null : upTo },
      hardCases: await listHardCases(framed),
      carried: await listCarried(asked, framed),
      problems: problems.map(({ unit, matter, why }) => ({ unit: unit.name, matter, why: reasonWords[why] })),
      studies: studies.map(({ leader, ...study }) => ({ ...study, leader: leader.name })),
    },
  };
}

/** Why a matter is proposed, as the text of a bulletin says it. */
const reasonWords = { most: '数量多', rising: '环比上升快', dissatisfied: '不满意多' } as const;

async function listHardCases({ db, scope, units }: FramedReport): Promise<HardCase[]> {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const dueBefore = scope.until - hardDays * 86_400;
  const found = await listHardAppeals(db, scope, { times: hardTimes, dueBefore });
  return found.slice(0, namedCases).map(({ number, externalNumber, unitId, matter }) => ({
    ...{ number, externalNumber, matter },
    unit: unitId === null ? null : (names.get(unitId) ?? null),
  }));
}

/** The hard cases of the issue before that of this period, with the day on which each was closed. */
async function listCarried(
  { jurisdiction }: LocalWork,
  { db, frame, scope }: FramedReport,
): Promise<DraftFacts['carried']> {
  const before = (await listPublishedBulletins(db, jurisdiction.id)).findLast(
    ({ periodUntil, correctedBy }) => periodUntil <= frame.period.from && correctedBy === null,
  );
  const cases = before?.content.hardCases ?? [];
  const closed = await listClosedAt(db, jurisdiction.id, {
    numbers: cases.map(({ number }) => number),
    before: scope.until,
  });
  return cases.map((one) => {
    const at = closed.get(one.number) ?? null;
    return { ...one, closedOn: at === null ? null : localDay(momentOf(at), jurisdiction.timeZone) };
  });
}

function momentOf(seconds: number): Instant {
  return toInstant(new Date(seconds * 1000));
}
