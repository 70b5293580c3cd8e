import type { HopReason, State } from './appeal.ts';
import type { Lineage } from './succession.ts';

/** A unit as the course of an appeal names it. */
export interface UnitRef {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** What happens to an appeal. `transfer` and `rule` may hand it over. */
export const actions = ['log', 'transfer', 'rule'] as const;
export type Action = (typeof actions)[number];

/** One entry of an appeal's history, personal texts apart. */
export interface CourseEvent {
  readonly seq: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly action: Action;
  readonly from: UnitRef | null;
  readonly to: UnitRef | null;
  readonly reason: HopReason | null;
  readonly ruling: number | null;
  /** Who leads by that ruling. */
  readonly lead: UnitRef | null;
  readonly assists: readonly UnitRef[];
}

/** A hand-over. Hop 0 is the first, from the transfer desk; `from` is null where the transfer desk hands over. */
export interface Hop {
  readonly hop: number;
  readonly from: UnitRef | null;
  readonly to: UnitRef;
  readonly at: string;
  readonly by: string;
  readonly reason: HopReason | null;
  readonly ruling: number | null;
}

/** What the history of an appeal amounts to. */
export interface Course {
  readonly state: State;
  readonly holder: UnitRef | null;
  readonly hops: readonly Hop[];
  /** Units that lead or led the appeal, in the order of their first visit. Assisting is no visit. */
  readonly visited: readonly UnitRef[];
  /** Number of the ruling that binds the unit that leads now. */
  readonly boundBy: number | null;
  readonly assists: readonly UnitRef[];
  readonly lastAt: string;
}

/** Reads what an appeal's events amount to: who holds it, its hops, its visits. */
export function readCourse(events: readonly CourseEvent[]): Course {
  const hops: Hop[] = [];
  const visited = new Map<number, UnitRef>();
  let holder: UnitRef | null = null;
  let boundBy: number | null = null;
  let assists: readonly UnitRef[] = [];
  for (const event of events) {
    if (event.action === 'rule') {
      boundBy = event.ruling;
      assists = event.assists;
    }
    if (event.to === null) continue;
    // A successor that takes an appeal over is bound as its predecessor was; any other hop starts a free stint.
    if (event.action === 'transfer' && event.reason !== 'reorganised') boundBy = null;
    const { from, to, at, by, reason, ruling } = event;
    hops.push({ hop: hops.length, from, to, at, by, reason, ruling });
    holder = to;
    if (!visited.has(to.id)) visited.set(to.id, to);
  }
  const last = events.at(-1);
  if (last === undefined) throw new Error('an appeal without events');
  return {
    state: holder === null ? 'unassigned' : 'sent',
    holder,
    hops,
    visited: [...visited.values()],
    boundBy,
    assists,
    lastAt: last.at,
  };
}

export type HopVerdict =
  | {
      readonly kind: 'hop';
      readonly hop: number;
      readonly from: UnitRef | null;
      /** A successor takes over what its predecessor led. */
      readonly isTakeOver: boolean;
    }
  | { readonly kind: 'held-already' }
  | { readonly kind: 'bound'; readonly ruling: number }
  | { readonly kind: 'circle' }
  | { readonly kind: 'unit-limit'; readonly limit: number };

/**
 * Decides whether an appeal may be handed over to a unit.
 *
 * | case | verdict |
 * |---|---|
 * | the unit leads it now | held already |
 * | by a ruling | hop |
 * | the unit came of the one that leads it (merged, split) | hop, no new visit |
 * | the unit that leads is bound by a ruling | bound |
 * | the unit, or one it came of, has led it before | circle |
 * | it would be one unit more than the limit | unit limit |
 * | else | hop |
 *
 * Whoever hands over: the transfer desk is under the same rule.
 */
export function decideHop(
  course: Course,
  to: UnitRef,
  terms: { readonly unitLimit: number; readonly byRuling: boolean; readonly lineage: Lineage },
): HopVerdict {
  const { predecessorsOf } = terms.lineage;
  if (course.holder?.id === to.id) return { kind: 'held-already' };
  const ancestors = predecessorsOf(to.id);
  const isTakeOver = course.holder !== null && ancestors.has(course.holder.id);
  const hop: HopVerdict = { kind: 'hop', hop: course.hops.length, from: course.holder, isTakeOver };
  if (terms.byRuling || isTakeOver) return hop;
  if (course.boundBy !== null) return { kind: 'bound', ruling: course.boundBy };
  if (course.visited.some((unit) => unit.id === to.id || ancestors.has(unit.id))) return { kind: 'circle' };
  const succeeded = new Set(course.visited.flatMap((unit) => [...predecessorsOf(unit.id)]));
  const units = course.visited.filter((unit) => !succeeded.has(unit.id)).length;
  if (units >= terms.unitLimit) return { kind: 'unit-limit', limit: terms.unitLimit };
  return hop;
}

/** Verbs that an appeal's present state allows. */
export function allowedVerbs(course: Course): string[] {
  if (course.holder === null) return ['transfer', 'rule'];
  return course.boundBy === null ? ['transfer', 'rule'] : ['rule'];
}
