import type { UnitRef } from './appeal-event.ts';
import type { Figure } from './figure.ts';
import type { ReportFrame } from './grid.ts';
import type { Period } from './period.ts';
import type { Day, Instant } from './time.ts';

/** Time that an appeal was with one unit; stays of the same unit in a row are one. */
export interface Stay {
  readonly unitId: number;
  readonly since: Instant;
  /** Null while it is there. */
  readonly until: Instant | null;
}

/** The units an appeal was with, one after the other. */
export interface Chain {
  readonly appealId: number;
  readonly stays: readonly Stay[];
}

/** A hand-over from one unit to another. */
export interface Move {
  readonly fromId: number;
  readonly toId: number;
  /** Minutes that it was with the first. */
  readonly minutes: number;
  /** Whether it came straight back. */
  readonly isReturned: boolean;
}

/** A return: a unit has an appeal once more that it had before. */
export interface Return {
  readonly unitId: number;
  /** Which unit it came back from. */
  readonly fromId: number;
  /** In how many hand-overs it came back: 2 with one other unit between, a direct return. */
  readonly length: number;
}

/** What the hand-overs of one appeal amount to. */
export interface ChainFacts {
  readonly moves: readonly Move[];
  readonly returns: readonly Return[];
  /** How many units it was with. */
  readonly units: number;
  /** Minutes from when it first left a unit that got it back until it last came back; nought without a return. */
  readonly minutesLost: number;
}

/** Joins stays that are one: those of the same unit, and those of a unit and what came of it whole. */
export function joinStays(stays: readonly Stay[], isSame: (fromId: number, toId: number) => boolean): Stay[] {
  const joined: Stay[] = [];
  for (const stay of stays) {
    const last = joined.at(-1);
    if (last !== undefined && isSame(last.unitId, stay.unitId))
      joined[joined.length - 1] = { unitId: stay.unitId, since: last.since, until: stay.until };
    else joined.push(stay);
  }
  return joined;
}

/** Reads the hand-overs and the returns of an appeal from its stays. */
export function foldChain({ stays }: Chain): ChainFacts {
  const lastPlace = new Map<number, number>();
  const moves: Move[] = [];
  const returns: Return[] = [];
  let firstLeft: Instant | undefined;
  let lastBack: Instant | undefined;
  stays.forEach(({ unitId, since }, place) => {
    const before = stays[place - 1];
    if (before !== undefined) {
      const isReturned = stays[place + 1]?.unitId === before.unitId;
      const minutes = minutesBetween(before.since, since);
      moves.push({ fromId: before.unitId, toId: unitId, minutes, isReturned });
    }
    const last = lastPlace.get(unitId);
    if (last !== undefined && before !== undefined) {
      returns.push({ unitId, fromId: before.unitId, length: place - last });
      const left = stays[last + 1]?.since ?? since;
      firstLeft = firstLeft === undefined || left < firstLeft ? left : firstLeft;
      lastBack = since;
    }
    lastPlace.set(unitId, place);
  });
  const minutesLost =
    firstLeft === undefined || lastBack === undefined ? 0 : minutesBetween(firstLeft, lastBack);
  return { moves, returns, units: lastPlace.size, minutesLost };
}

function minutesBetween(from: Instant, until: Instant): number {
  return Math.floor((Date.parse(until) - Date.parse(from)) / 60_000);
}

/** The columns of the report on hand-overs, each by the name under which the appeals behind it are listed. */
export const circleColumns = [
  'handed',
  'handed-on',
  'three-or-more',
  'hops',
  'returned',
  'direct',
  'indirect',
  'hours-lost',
  'would-refuse',
  'closed',
  'first-unit',
] as const;
export type CircleColumn = (typeof circleColumns)[number];

/** The columns that follow from the hand-overs alone. */
export type ChainColumn = Exclude<CircleColumn, 'would-refuse' | 'closed' | 'first-unit'>;

/** What an appeal that was handed on counts in a column; nought where it is not behind it. Hours are told in minutes. */
export function countInColumn(column: ChainColumn, facts: ChainFacts): number {
  const { moves, returns, minutesLost } = facts;
  switch (column) {
    case 'handed':
      return 1;
    case 'handed-on':
      return moves.length > 0 ? 1 : 0;
    case 'three-or-more':
      return moves.length >= 3 ? 1 : 0;
    case 'hops':
      return moves.length;
    case 'returned':
      return returns.length > 0 ? 1 : 0;
    case 'direct':
      return returns.some(({ length }) => length === 2) ? 1 : 0;
    case 'indirect':
      return returns.some(({ length }) => length > 2) ? 1 : 0;
    case 'hours-lost':
      return minutesLost;
  }
}

/** By what the rows of a report are made. */
export type ReportGrouping = 'unit' | 'group' | 'category' | 'matter';

/** A row of a report: what it is of, and its figures. */
export interface CirclesRow {
  /** A code of a unit, a group, a category, a matter; empty for what has none. */
  readonly key: string;
  readonly name: string;
  readonly figures: readonly Figure<CircleColumn>[];
}

/** The report on hand-overs and circles. */
export interface CirclesReport {
  readonly period: Period;
  readonly unit: UnitRef | null;
  readonly by: ReportGrouping | null;
  /** What it was narrowed by beside its unit, word for word. */
  readonly filters: ReportFrame['filters'];
  readonly figures: readonly Figure<CircleColumn>[];
  readonly longest: number;
  /** Minutes lost, in the middle of the appeals that came back; null where none did. */
  readonly medianLost: number | null;
  /** How many appeals were with so many units. */
  readonly unitCounts: readonly { readonly units: number; readonly appeals: number }[];
  readonly lengths: readonly {
    readonly length: number;
    readonly returns: number;
    readonly appeals: number;
  }[];
  readonly pairs: readonly {
    readonly units: readonly [UnitRef, UnitRef];
    readonly returns: number;
    readonly appeals: number;
  }[];
  readonly moves: readonly {
    readonly from: UnitRef;
    readonly to: UnitRef;
    readonly count: number;
    readonly medianMinutes: number;
    readonly returned: number;
    readonly upheld: number;
  }[];
  readonly rulings: readonly {
    readonly number: number;
    readonly matter: string;
    readonly on: Day;
    readonly before: { readonly handed: number; readonly returned: number };
    readonly after: { readonly handed: number; readonly returned: number };
  }[];
  readonly rows: readonly CirclesRow[];
}
