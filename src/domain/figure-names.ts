/**
 * The figures of reports, by the name under which the appeals behind them are listed. What each counts stands in the texts (`definitions`) and,
 * word for word the same, in the queries of `store/figures`.
 */
export const figureNames = [
  'opening',
  'received',
  'direct',
  'ended',
  'handed',
  'waiting',
  'reopened',
  'closed',
  'open',
  'handed-on-time',
  'handed-late',
  'handed-undue',
  'handed-open',
  'due',
  'on-time',
  'late-closed',
  'late-open',
  'extended',
  'overdue',
  'returned',
  'upheld',
  'transferred-on',
  'redone',
  'assisted',
  'called-back',
  'reached',
  'solved-asked',
  'solved',
  'graded',
  'satisfied',
  'very-satisfied',
  'grade-satisfied',
  'basically-satisfied',
  'dissatisfied',
  'very-dissatisfied',
  'plain-yes',
  'plain-no',
  'answered',
  'accepted',
  'in-window',
] as const;
export type FigureName = (typeof figureNames)[number];

/** How many appeals each figure counts; one that is not there counts none. */
export type Sums = Readonly<Partial<Record<FigureName, number>>>;

/** Of what each figure is a part where it is told in percent; a table may say otherwise, and then names its base. */
export const basesOf: Readonly<Partial<Record<FigureName, FigureName>>> = {
  direct: 'received',
  ended: 'received',
  handed: 'received',
  waiting: 'received',
  'handed-on-time': 'handed',
  'handed-late': 'handed',
  'handed-undue': 'handed',
  'handed-open': 'handed',
  'on-time': 'due',
  'late-closed': 'due',
  'late-open': 'due',
  extended: 'due',
  upheld: 'returned',
  reached: 'called-back',
  'solved-asked': 'reached',
  solved: 'solved-asked',
  graded: 'reached',
  satisfied: 'graded',
  'very-satisfied': 'graded',
  'grade-satisfied': 'graded',
  'basically-satisfied': 'graded',
  dissatisfied: 'graded',
  'very-dissatisfied': 'graded',
  'plain-yes': 'graded',
  'plain-no': 'graded',
  'in-window': 'accepted',
};

/** Sums that a report must satisfy, whatever it is of: the left side and the right. One that does not hold is a defect. */
export const identities: readonly {
  readonly left: readonly FigureName[];
  readonly right: readonly FigureName[];
}[] = [
  { left: ['opening', 'received', 'reopened'], right: ['closed', 'open'] },
  { left: ['direct', 'ended', 'handed', 'waiting'], right: ['received'] },
  { left: ['handed-on-time', 'handed-late', 'handed-undue', 'handed-open'], right: ['handed'] },
  { left: ['on-time', 'late-closed', 'late-open'], right: ['due'] },
];

/** Adds sums up. */
export function addSums(list: Iterable<Sums>): Sums {
  const all: Partial<Record<FigureName, number>> = {};
  for (const sums of list)
    for (const name of figureNames) {
      const value = sums[name];
      if (value !== undefined) all[name] = (all[name] ?? 0) + value;
    }
  return all;
}
