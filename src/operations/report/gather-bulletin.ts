import type { HardCase } from '../../domain/bulletin.ts';
import { cellNames, makeBulletinCells } from '../../domain/bulletin-cells.ts';
import type { DraftFacts } from '../../domain/bulletin-draft.ts';
import { namePeriod } from '../../domain/bulletin-draft.ts';
import type { FiguresReport, ReportFrame } from '../../domain/grid.ts';
import type { Period } from '../../domain/period.ts';
import { instantOf, localDay } from '../../domain/time.ts';
import { listClosedAt, listHardAppeals } from '../../store/figures.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { listOpenStudies } from '../study/list-studies.ts';
import type { ProblemReason } from './find-problems.ts';
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
  /** The period as a whole, its units, its matters, in the order of the annexes. */
  readonly reports: readonly FiguresReport[];
  readonly frame: ReportFrame;
  readonly draft: DraftFacts;
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
  const reports = [summary, units, matters];
  return {
    ...{ reports, frame: framed.frame },
    draft: {
      ...{ jurisdiction: jurisdiction.name, period, upTo: isOver ? null : upTo, matters },
      cells: makeBulletinCells(reports).set(cellNames.period, {
        ...{ value: namePeriod(period), numerator: null, denominator: null },
      }),
      hardCases: await listHardCases(framed),
      carried: await listCarried(asked, framed),
      problems: listProblems(units),
      studies: studies.map(({ leader, ...study }) => ({ ...study, leader: leader.name })),
    },
  };
}

/** Why a matter is proposed, as the text of a bulletin says it. */
const reasonWords: Readonly<Record<ProblemReason, string>> = {
  most: '数量多',
  rising: '环比上升快',
  dissatisfied: '不满意多',
};

/** What the report by units proposes for study meetings. */
function listProblems({ grids }: FiguresReport): DraftFacts['problems'] {
  const rows = grids.find(({ name }) => name === 'problems')?.rows ?? [];
  return rows.flatMap(({ subject, cells }) => {
    const valueOf = (name: string): string => cells.find((cell) => cell.name === name)?.value ?? '';
    const why = reasonWords[valueOf('why') as ProblemReason];
    return subject.kind === 'unit' ? [{ unit: subject.name, matter: valueOf('matter'), why }] : [];
  });
}

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
    return { ...one, closedOn: at === null ? null : localDay(instantOf(at), jurisdiction.timeZone) };
  });
}
