import type { Printed } from './printed-value.ts';

/** A percentage as a bulletin prints it. */
export interface PrintedShare {
  readonly name: string | null;
  readonly num: number;
  readonly den: number;
  readonly printed: Printed;
}

/** A sum as a bulletin prints it. */
export interface PrintedSum {
  readonly name: string | null;
  readonly parts: readonly number[];
  readonly total: number;
}

/** A mean of a day as a bulletin prints it. */
export interface PrintedMean {
  readonly name: string | null;
  readonly num: number;
  readonly days: number;
  readonly printed: Printed;
}

/** What a printed bulletin says in figures. */
export interface Bulletin {
  /** Null where nothing says what it is called. */
  readonly name: string | null;
  readonly sums: readonly PrintedSum[];
  readonly percentages: readonly PrintedShare[];
  /** Changes against an earlier period: the difference, and what it was before. */
  readonly changes: readonly PrintedShare[];
  readonly means: readonly PrintedMean[];
  /** Changes that are printed without the figures they come from. */
  readonly unchecked: number;
}

/** How a printed figure follows from the figures it comes from. */
export const verdicts = [
  'follows',
  'truncated',
  'largest-remainder',
  'takes-the-rest',
  'other-base',
  'does-not-follow',
] as const;
export type Verdict = (typeof verdicts)[number];

/** What other base a printed figure follows from. */
export type BaseKind = 'total' | 'sum' | 'denominator' | 'part' | 'numerator' | 'now';

/** Why a printed percentage, change or mean does not follow, where that can be told. */
export type ShareCause =
  | 'no-base'
  | 'left-out'
  | 'sign'
  | 'rounded-up'
  | 'points-not-percent'
  | 'misplaced-point'
  | 'misprinted-count'
  | 'digits-transposed'
  | 'complement';

/** Why a printed sum does not hold, where that can be told. */
export type SumCause =
  'part-misprinted' | 'total-misprinted' | 'digit-misprinted' | 'counted-twice-possible' | 'part-missing';

/** A percentage that was checked. */
export interface ShareCheck {
  readonly name: string | null;
  readonly num: number;
  readonly den: number;
  readonly printed: string;
  readonly verdict: Verdict;
  readonly cause: ShareCause | null;
  /** What follows half up, with two decimals at least; null without a base. */
  readonly computed: string | null;
  /** The other base from which it follows. */
  readonly base: number | null;
  readonly baseName: string | null;
  readonly baseKind: BaseKind | null;
  /** The count that the printed percentage stands for, where the count is a misprint. */
  readonly meant: number | null;
}

/** A sum that was checked. */
export interface SumCheck {
  readonly name: string | null;
  readonly parts: readonly number[];
  readonly total: number;
  /** What the parts come to. */
  readonly sum: number;
  readonly verdict: Extract<Verdict, 'follows' | 'does-not-follow'>;
  readonly cause: SumCause | null;
  /** The part that the cause is about. */
  readonly part: number | null;
  /** What the part or the total is meant to be. */
  readonly meant: number | null;
  /** What the parts still lack to the total; below nought what they have more. Nought once a misprint explains all. */
  readonly missing: number;
}

/** A mean of a day that was checked. */
export interface MeanCheck {
  readonly name: string | null;
  readonly num: number;
  readonly days: number;
  readonly printed: string;
  readonly verdict: Verdict;
  readonly cause: ShareCause | null;
  readonly computed: string | null;
  /** The other number of days from which it follows. */
  readonly base: number | null;
}

/** A bulletin with all its figures checked, each in the order in which it stands there. */
export interface BulletinCheck {
  readonly name: string | null;
  readonly percentages: readonly ShareCheck[];
  readonly sums: readonly SumCheck[];
  readonly changes: readonly ShareCheck[];
  readonly means: readonly MeanCheck[];
  readonly unchecked: number;
}
