import type { UnitMove } from '../../domain/comparison.ts';
import { n } from '../numbers.ts';

/** What commands say of tiers. */
export const tierViews = {
  title: (run: number, year: number, scheme: string) =>
    `Run ${n(run)}: volume year ${n(year)}, scheme ${scheme}`,
  draft: 'draft',
  adopted: (on: string, documentNo: string) => `adopted on ${on} by ${documentNo}`,
  superseded: (by: number) => `superseded by run ${n(by)}`,
  counts: 'units by tier',
  noCount: 'no count',
  noticeTitle: (number: number, year: number) => `Notices of run ${n(number)} of ${n(year)}`,
  noticeWithout: (units: string) => `No notice, for the run gives them no tier: ${units}`,
  outside: 'outside the scheme',
  outsideShort: 'outside',
  total: 'total',
  code: 'code',
  unit: 'unit',
  volume: 'volume',
  tier: 'tier',
  mark: 'note',
  onBound: 'on a bound',
  classified: (run: number) => `Classified as draft run ${n(run)}.`,
  same: (run: number) => `Nothing has changed since run ${n(run)}; it stands.`,
  adoptedDone: (run: number, year: number) => `Run ${n(run)} is adopted and in force for ${n(year)}.`,
  supersedes: (run: number) => `It supersedes run ${n(run)}.`,
  explainTitle: (unit: string, tier: string) => `${unit}: ${tier}`,
  run: 'run',
  counted: 'counted',
  sum: (parts: string, sum: number) => `${parts} = ${n(sum)}`,
  totalOnly: (sum: number) => `${n(sum)}, given as a total`,
  clause: 'clause',
  clauseOf: (number: number, scheme: string, condition: string, tier: string) =>
    `clause ${n(number)} of ${scheme}: ${condition} → ${tier}`,
  categoryClause: (scheme: string, category: string, tier: string) =>
    `clause on categories of ${scheme}: ${category}, whatever the volume → ${tier}`,
  schemeSource: 'source of the rule',
  countSource: 'source of the figure',
  byHand: 'entered by hand',
  setByHand: (on: string, by: string, reason: string) => `set by hand on ${on} by ${by}: ${reason}`,
  sourceOf: (channel: string, file: string, row: number, batch: number, tab: string | undefined) =>
    `${channel}: ${file}${tab === undefined ? '' : ` “${tab}”`} line ${n(row)} (batch ${n(batch)})`,
  bound: 'bound',
  boundNote: (number: number, tier: string) =>
    `stands exactly on ${n(number)}; the scheme says on which side the number lies: ${tier}`,
  distance: 'to the next tier',
  up: (count: number) => `${n(count)} more`,
  down: (count: number) => `${n(count)} less`,
  lastYear: 'the year before',
  lastYearOf: (year: number, standing: string) => `${n(year)}: ${standing}`,
  changedSince: (unit: string, before: string, now: string) =>
    `Changed since: ${unit} had ${before} when the run read it, and has ${now} now. The run stays as it was.`,
  changedHint: (year: number) => `To take the change in: liaison tier classify --year ${n(year)}`,
  isChanged: 'changed since',
  changedUnits: (units: string) =>
    `Counts changed since the run read them: ${units}. Classify again to take them in.`,
  nearBound: (bound: number) => `within 10 % of ${n(bound)}`,
  byDecision: (documentNo: string) => `by decision ${documentNo}`,
  withUnits: (units: string) => `with ${units}`,
  notDivided: (units: string) => `without ${units}, which was split`,
  decision: 'decision',
  decisionOf: (tier: string, documentNo: string, reason: string) =>
    `${tier} by ${documentNo}: ${reason}; it holds whatever the clause says`,
  overridden: (unit: string, tier: string, run: number) =>
    `${unit} is ${tier} by decision in draft run ${n(run)}.`,
  overrideTakenBack: (unit: string, run: number) =>
    `The decision on ${unit} is taken back in draft run ${n(run)}.`,
  overridesKept: (run: number) => `Decisions on single units were taken over from run ${n(run)}.`,
  totalOf: (count: number) => `total (${n(count)} units)`,
  newerDraft: (draft: number, run: number) =>
    `There is a newer draft, run ${n(draft)}, not adopted; this is run ${n(run)}. To see the draft: --run ${n(draft)}`,
  isDraft: (run: number, year: number) => `Run ${n(run)} of ${n(year)} is a draft, not adopted.`,
  overrideFellAway: (unit: string, year: number, tier: string, documentNo: string, now: string) =>
    `${unit}: ${tier} by decision in ${n(year)} (${documentNo}), which does not hold on; by the scheme it is ${now}.`,
  overridesLost: (units: string) => `Decisions that no longer apply and were left out: ${units}.`,
  shiftScale:
    'Bands are equally wide, whatever they hold. A ring is where a unit stood, a dot where it stands; bounds are those of the later run.',
  ofRun: (run: number) => `run ${n(run)}`,
  noChart: 'A workbook has no chart; Word and HTML have: -o FILE.docx, -o FILE.html',
  chartScale:
    'Each band between two bounds is equally wide; within its band a bar is as long as the volume is far through it.',
  overview: 'Tiers by jurisdiction',
  edition: 'edition',
  notPrinted: 'it was not printed there',
  wentInto: (on: string, unit: string) => `ended on ${on} and went into ${unit}; counted there`,
  addedOf: (on: string, figures: string) => `${figures}, added: it ended on ${on}`,
  undividedOf: (on: string, figures: string) =>
    `${figures}, not added: it was split on ${on}, and how its counts divide is not known`,
  nameNow: (name: string) => `Its name today is ${name}.`,
  notInRun: 'not in it',
  otherRun: (run: number) => `run ${n(run)}`,
  replaces: 'supersedes',
  supersededWhy: (run: number, reason: string) => `it superseded run ${n(run)}: ${reason}`,
  standing: (figure: string, tier: string) => `${figure}, ${tier}`,
  compareTitle: (first: number, firstYear: number, second: number, secondYear: number) =>
    `Run ${n(first)} of ${n(firstYear)} → run ${n(second)} of ${n(secondYear)}`,
  schemesDiffer: (before: string, after: string) => `The scheme is another one: ${before} → ${after}`,
  simulateTitle: (year: number, run: number | null) =>
    run === null ? `Tried on the counts of ${n(year)}` : `Tried on run ${n(run)} of ${n(year)}`,
  nothingMoves: (scheme: string) => `No unit would stand elsewhere than under ${scheme}.`,
  move: 'change',
  moves: {
    raised: 'raised',
    lowered: 'lowered',
    entered: 'now in a tier',
    left: 'no tier now',
    new: 'new',
    gone: 'gone',
    same: 'same',
  } satisfies Record<UnitMove, string> as Record<UnitMove, string>,
  renamed: 'renamed',
  difference: '+/−',
  formerly: (name: string) => `formerly ${name}`,
  cameOf: (units: string) => `came of ${units}`,
  goneInto: (units: string) => `went into ${units}`,
  gaveTo: (units: string) => `was split, part went to ${units}`,
  ended: 'ended',
  noCountNote: 'There is no count for that year, which is not the same as zero.',
  outsideNote: (reason: string) => `It stands outside the scheme: ${reason}`,
};
