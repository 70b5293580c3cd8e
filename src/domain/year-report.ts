import type { Desk, DeskPerson } from './desk.ts';
import type { Finding } from './desk-check.ts';
import type { Part } from './figure.ts';
import { percentOf, pointsOf } from './figure.ts';
import type { OfficeBalance } from './office-balance.ts';
import type { Override } from './run.ts';
import type { Tier } from './scheme.ts';
import type { Day } from './time.ts';
import type { Category, Leader } from './unit.ts';
import { nameKey } from './unit-name.ts';
import type { Counts } from './volume.ts';
import type { DayWindow, Reach, YearWindow } from './year-window.ts';

/** What units did in a period. */
export interface Rates {
  readonly onTime: Part;
  readonly satisfied: Part;
  /** Median of the working time from received to answered, in minutes, and of how many rounds; null of none. */
  readonly minutes: number | null;
  readonly timed: number;
}

/** What units did in the months before and in those after. */
export interface RatePair {
  readonly before: Rates;
  readonly after: Rates;
}

export const rateNames = ['onTime', 'satisfied'] as const;
export type RateName = (typeof rateNames)[number];

/** A unit as it is evaluated. */
export interface YearUnit {
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly group: string | null;
  /** By the run; null where it gives none. */
  readonly tier: Tier | null;
  readonly override: Override | null;
  readonly leader: Leader | null;
  readonly desk: Desk | null;
  /** Of three years, the earliest first; null where there is no count. */
  readonly volumes: readonly { readonly year: number; readonly volume: number | null }[];
  readonly window: DayWindow;
  /** Null where it is not compared. */
  readonly rates: RatePair | null;
  readonly offices: OfficeBalance;
}

/** A unit that others are held against. */
export interface ControlUnit {
  readonly code: string;
  readonly name: string;
  /** Whether it set up a body of its own in that time: said of one that was named. */
  readonly hasChanged: boolean;
}

/** Units whose months are the same, beside those in which nothing changed. */
export interface YearEffect {
  readonly window: YearWindow;
  readonly units: readonly { readonly unit: YearUnit; readonly rates: RatePair }[];
  readonly all: RatePair;
  readonly controls: readonly ControlUnit[];
  /** Null where there are no such units. */
  readonly control: RatePair | null;
}

/** What is still open. */
export type OpenFinding = { readonly code: string; readonly name: string } & (
  | { readonly kind: 'desk'; readonly finding: Finding }
  | { readonly kind: 'on-bound'; readonly volume: number }
  | { readonly kind: 'counts-changed'; readonly of: string; readonly before: Counts; readonly now: Counts }
  | { readonly kind: 'without-tier' | 'without-count' }
);

/** The evaluation of a reform (机构改革评估). */
export interface YearReport {
  readonly jurisdiction: string;
  readonly year: number;
  readonly today: Day;
  /** The day that was said for all. */
  readonly on: Day | null;
  readonly run: {
    readonly number: number;
    readonly year: number;
    readonly documentNo: string;
    readonly adoptedOn: Day;
    readonly scheme: string;
  };
  /** The run against which desks were checked: the one in force of the latest year. */
  readonly checkedRun: number;
  /** From when to when the database has appeals; null where it has none. */
  readonly reach: Reach | null;
  readonly units: readonly YearUnit[];
  /** By their months, the earliest first. */
  readonly effects: readonly YearEffect[];
  /** Units that should be compared and are not. */
  readonly uncompared: readonly YearUnit[];
  readonly findings: readonly OpenFinding[];
  /** Whether mobile numbers are shown. */
  readonly isRevealed: boolean;
}

/** How many people stand at a desk: who has two roles is one of them. */
export function countPersons(persons: readonly DeskPerson[]): number {
  return new Set(persons.map(({ name }) => nameKey(name))).size;
}

/** A volume for each person, two decimals, half up; null where there is no count, or nobody. */
export function volumePerPerson(volume: number | null, persons: number): string | null {
  // A percentage of a hundredfold base is the quotient itself.
  return volume === null ? null : percentOf({ numerator: volume, denominator: persons * 100 });
}

/**
 * By how many percentage points more a rate changed than that of others in the same time (双重差分): of the rates themselves, half up by its size.
 * Null where one of the four has no base.
 */
export function differenceOfPoints(
  own: { readonly before: Part; readonly after: Part },
  others: { readonly before: Part; readonly after: Part },
): string | null {
  if ([own.before, own.after, others.before, others.after].some(({ denominator }) => denominator === 0))
    return null;
  // (own after − own before) − (others after − others before), as one difference of two sums.
  return pointsOf(addParts(own.after, others.before), addParts(own.before, others.after));
}

function addParts(one: Part, other: Part): Part {
  return {
    numerator: one.numerator * other.denominator + other.numerator * one.denominator,
    denominator: one.denominator * other.denominator,
  };
}

/** By how many minutes a median changed; null where one of them is of nothing. */
export function minutesChanged({ before, after }: RatePair): number | null {
  return before.minutes === null || after.minutes === null ? null : after.minutes - before.minutes;
}
