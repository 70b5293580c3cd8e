import type { BaseKind, ShareCause, SumCause, Verdict } from '../../domain/printed-figures.ts';
import { count, n } from '../numbers.ts';

interface CountFacts {
  readonly count: number;
  readonly meant: number;
}

interface SumFacts {
  readonly part: number | null;
  readonly meant: number;
  /** What the parts still lack; below nought what they have more. */
  readonly missing: number;
}

/** What `report verify` says of printed bulletins. */
export const verifyViews = {
  title: (file: string) => `Figures of ${file}`,
  ask: 'A line with figures, such as “direct 36516/54706 66.75%” or “36516+18190=54706” (empty: done)',
  notALine: 'no percentage and no sum: direct 36516/54706 66.75%, or 36516+18190=54706',
  input: 'the input',
  bulletin: 'bulletin',
  unnamed: '(unnamed)',
  all: 'all',
  kind: 'kind',
  item: 'item',
  figures: 'figures',
  printed: 'printed',
  computed: 'computed',
  verdict: 'verdict',
  why: 'why',
  kinds: { percentage: 'percentage', sum: 'sum', change: 'change', mean: 'mean of a day' },
  aDay: (num: number, days: number) => `${n(num)} in ${count(days, 'day')}`,
  explained: (verdict: string, why: string) => `${verdict}: ${why}`,
  verdicts: {
    follows: 'follows',
    truncated: 'cut off',
    'largest-remainder': 'largest remainder',
    'takes-the-rest': 'takes the rest',
    'other-base': 'other base',
    'does-not-follow': 'does not follow',
  } satisfies Record<Verdict, string> as Record<Verdict, string>,
  short: {
    follows: 'follows',
    truncated: 'cut off',
    'largest-remainder': 'remainder',
    'takes-the-rest': 'rest',
    'other-base': 'other base',
    'does-not-follow': 'not',
  } satisfies Record<Verdict, string> as Record<Verdict, string>,
  ofBase: (base: number, name: string) => `of ${n(base)} (${name})`,
  overDays: (days: number) => `over ${count(days, 'day')}`,
  bases: {
    total: 'a total',
    sum: 'what the parts come to',
    denominator: 'another base',
    part: 'a part of a sum',
    numerator: 'another count',
    now: 'what is now',
  } satisfies Record<BaseKind, string> as Record<BaseKind, string>,
  causes: {
    'no-base': () => 'there is no base for it',
    'left-out': () => 'there is a base, and no figure',
    sign: () => 'the sign is turned round',
    'rounded-up': () => 'rounded up',
    'points-not-percent': () => 'the difference itself: points, not percent',
    'misplaced-point': () => 'the point is misplaced',
    'misprinted-count': ({ count: printed, meant }: CountFacts) =>
      `it is that of ${n(meant)}, and ${n(printed)} may be a misprint`,
    'digits-transposed': () => 'two digits are transposed',
    complement: () => 'it is that of all the others',
  } satisfies Record<ShareCause, (of: CountFacts) => string> as Record<
    ShareCause,
    (of: CountFacts) => string
  >,
  sumCauses: {
    'part-misprinted': ({ part, meant, missing }: SumFacts) =>
      `${n(part ?? 0)} may be a misprint of ${n(meant)}` +
      (missing === 0
        ? ''
        : missing > 0
          ? `; ${n(missing)} would still be missing`
          : `; still ${n(-missing)} too many`),
    'total-misprinted': ({ meant }: SumFacts) => `the total may be a misprint of ${n(meant)}`,
    'digit-misprinted': ({ missing }: SumFacts) =>
      `${missing > 0 ? `${n(missing)} missing` : `${n(-missing)} too many`}; one digit would set it right, in more than one place`,
    'counted-twice-possible': ({ part, missing }: SumFacts) =>
      `${n(-missing)} too many; ${part === null ? 'some' : `the ${n(part)}`} may be counted twice`,
    'part-missing': ({ missing }: SumFacts) => `${n(missing)} missing; a part may be left out`,
  } satisfies Record<SumCause, (of: SumFacts) => string> as Record<SumCause, (of: SumFacts) => string>,
  unchecked: (changes: number) =>
    `Changes printed without the figures they come from, not checked: ${n(changes)}`,
};
