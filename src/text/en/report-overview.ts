import { n } from '../numbers.ts';

/** What the overview of a city or county says. */
export const overviewReportViews = {
  title: (name: string) => `${name}: at a glance`,
  cards: {
    units: 'units',
    volume: (year: number) => `volume of ${String(year)}`,
    noVolume: 'volume of the year',
    received: 'received in the period',
    overdue: 'overdue now',
    edition: 'current edition',
    desks: 'desks open',
    tiers: 'tiers',
  },
  figure: 'figure',
  value: 'value',
  remark: 'remark',
  countUnits: (count: number) => n(count),
  countAppeals: (count: number) => n(count),
  inScheme: (noCount: number) =>
    noCount === 0 ? 'in the scheme' : `in the scheme; of the run ${n(noCount)} without a count`,
  ofRun: (number: number, documentNo: string) => `run ${n(number)}, ${documentNo}`,
  noRun: 'no run is adopted',
  handed: (handed: number) => `${n(handed)} of them handed to units`,
  noAppeals: 'there are no appeals yet',
  nothingLate: 'nothing is late',
  onDay: (day: string) => `on ${day}`,
  editionOf: (number: number) => `edition ${n(number)}`,
  editionState: (day: string, unpublished: number | null) =>
    unpublished === null || unpublished === 0
      ? `${day}, nothing unpublished`
      : `${day}, unpublished changes of units: ${n(unpublished)}`,
  noEdition: 'no edition is published',
  desksBlocked: 'findings that keep them out of a roster',
  noDesksBlocked: 'nothing keeps one out of a roster',
  sections: {
    cards: 'figures',
    volumes: 'volumes against the bounds',
    moves: 'tiers that changed',
    matrix: 'hand-overs',
    due: 'due and late, by unit',
    waiting: 'waits at the transfer desk',
  },
  noVolumes: 'no run is adopted: no tiers, and no volumes by them',
  movesSince: (before: number, beforeYear: number, year: number) =>
    `${String(beforeYear)} (run ${n(before)}) to ${String(year)}; figures are volumes`,
  noMoves: (year: number) => `no unit has another tier than in ${String(year)}`,
  noRunBefore: 'no earlier year has a run in force to compare with',
  matrixRead: 'appeals received in the period: rows handed on, columns received',
  matrixCut: (shown: number, all: number) =>
    `the ${n(shown)} units with most hand-overs of ${n(all)}; all of them by liaison report circles`,
  noHandOvers: 'no appeal of the period went from one unit to another',
  onTimeRate: 'on time %',
  overdueNow: 'overdue now',
  timely: 'timeliness',
  dueRead: (day: string) => `due in the period, whenever it came in; overdue now: on ${day}`,
  nothingDue: 'nothing was due in the period, and nothing is overdue',
  wait: 'why',
  waits: 'appeals',
  nothingWaits: 'nothing waits',
  all: 'all',
  bars: { onTime: 'on time', lateClosed: 'late', lateOpen: 'late, open' },
  definitions: [
    ['volume of the year', 'volumes of the units of the run in force, by the channels its scheme counts'],
    [
      'overdue now',
      'not answered, and the due day is over, on the day of counting; by the unit that leads now',
    ],
    ['desks open', 'units whose desk has findings that keep it out of a roster, by the run in force'],
    [
      'waits at the transfer desk',
      'returns to decide, not handed over, not accepted in time, with a unit that has ended, without a due day',
    ],
    ['hand-overs', 'from one unit to another; first dispatch by the transfer desk does not count'],
  ] as readonly (readonly [string, string])[],
};
