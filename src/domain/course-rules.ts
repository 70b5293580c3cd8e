import type { Outcome, State } from './appeal.ts';
import type { Action, UnitRef } from './appeal-event.ts';
import type { Course } from './course.ts';
import type { Lineage } from './succession.ts';

/** What can be done to an appeal after it was taken in. */
export type CourseVerb = Exclude<Action, 'log' | 'release' | 'told' | 'undo' | 'void'>;

/**
 * In which states each verb is allowed. `sent` and `accepted` are with the unit that leads; what a return that waits, a
 * ruling or a hop before adds is in `refuseVerb`.
 */
export const verbStates: Readonly<Record<CourseVerb, readonly State[]>> = {
  transfer: ['unassigned', 'sent', 'accepted'],
  recall: ['sent'],
  accept: ['sent'],
  return: ['sent', 'accepted'],
  decide: ['sent', 'accepted'],
  rule: ['unassigned', 'sent', 'accepted'],
  assist: ['sent', 'accepted'],
  note: ['unassigned', 'sent', 'accepted', 'replied', 'closed'],
  extend: ['sent', 'accepted'],
  remind: ['sent', 'accepted'],
  reply: ['accepted'],
  callback: ['replied', 'closed'],
  review: ['replied', 'closed'],
  close: ['unassigned', 'sent', 'accepted', 'replied'],
  reopen: ['closed'],
  correct: ['unassigned', 'sent', 'accepted', 'replied', 'closed'],
  link: ['unassigned', 'sent', 'accepted', 'replied', 'closed'],
};

/** Verbs that wait while a return is to be decided: who leads, or what was done, must not change under it. */
const waitForReturn: readonly CourseVerb[] = ['transfer', 'recall', 'accept', 'return', 'reply', 'close'];

/** Why a verb is not allowed now. */
export type Refusal =
  | { readonly kind: 'state' }
  | { readonly kind: 'voided' }
  | { readonly kind: 'return-pending' }
  | { readonly kind: 'no-return' }
  | { readonly kind: 'returned-already' }
  | { readonly kind: 'not-recallable' }
  | { readonly kind: 'recalled-already' }
  | { readonly kind: 'bound'; readonly ruling: number };

/** Says why a verb is not allowed now; undefined where it is. Whereto an appeal may be handed is `decideHop`'s to say. */
export function refuseVerb(course: Course, verb: CourseVerb): Refusal | undefined {
  if (course.isVoided) return { kind: 'voided' };
  if (!verbStates[verb].includes(course.state)) return { kind: 'state' };
  if (verb === 'decide') return course.pendingReturn === null ? { kind: 'no-return' } : undefined;
  if (course.pendingReturn !== null && waitForReturn.includes(verb)) return { kind: 'return-pending' };
  if (verb === 'recall') return refuseRecall(course);
  const isBound = course.boundBy !== null && (verb === 'transfer' || verb === 'return');
  if (isBound) return { kind: 'bound', ruling: course.boundBy };
  if (verb === 'return' && course.hasReturned) return { kind: 'returned-already' };
  return undefined;
}

/** A slip of the hand is taken back once from each unit; a second time it is no slip. */
function refuseRecall({ isRecallable, holder, recalledHops }: Course): Refusal | undefined {
  if (!isRecallable) return { kind: 'not-recallable' };
  return recalledHops.some(({ to }) => to.id === holder?.id) ? { kind: 'recalled-already' } : undefined;
}

/** Verbs that are allowed now, in the order of their list. */
export function allowedVerbs(course: Course): CourseVerb[] {
  return (Object.keys(verbStates) as CourseVerb[]).filter((verb) => refuseVerb(course, verb) === undefined);
}

/** With which outcomes an appeal may be closed in each state. */
export const outcomesOf: Readonly<Record<State, readonly Outcome[]>> = {
  unassigned: ['answered', 'declined', 'withdrawn', 'duplicate'],
  sent: ['withdrawn', 'duplicate'],
  accepted: ['withdrawn', 'duplicate'],
  replied: ['solved', 'explained', 'withdrawn', 'duplicate'],
  closed: [],
};

export type HopVerdict =
  | {
      readonly kind: 'hop';
      readonly hop: number;
      readonly from: UnitRef | null;
      /** A successor takes over what its predecessor led. */
      readonly isTakeOver: boolean;
    }
  | { readonly kind: 'held-already' }
  | { readonly kind: 'circle' }
  | { readonly kind: 'unit-limit'; readonly limit: number };

/**
 * Decides whether an appeal may be handed over to a unit.
 *
 * | case | verdict |
 * |---|---|
 * | the unit leads it now | held already |
 * | by a ruling | hop |
 * | the unit came of the one that leads it, or led it last, which has ended | hop, no new visit |
 * | the unit, or one it came of that has ended, has led it before | circle |
 * | it would be one unit more than the limit, those it was recalled from among them | unit limit |
 * | else | hop |
 *
 * Whoever hands over: the transfer desk is under the same rule. That a ruling binds the unit that leads is `refuseVerb`'s to say.
 */
export function decideHop(
  course: Course,
  to: UnitRef,
  terms: {
    readonly unitLimit: number;
    readonly byRuling: boolean;
    readonly lineage: Lineage;
    /** Whether a unit is no more. One that goes on after a split has no successor: its part is a unit like any other. */
    readonly hasEnded: (unitId: number) => boolean;
  },
): HopVerdict {
  const predecessorsOf = (unitId: number): ReadonlySet<number> =>
    new Set([...terms.lineage.predecessorsOf(unitId)].filter((id) => terms.hasEnded(id)));
  if (course.holder?.id === to.id) return { kind: 'held-already' };
  const ancestors = predecessorsOf(to.id);
  const led = course.holder ?? course.releasedFrom;
  const isTakeOver = led !== null && ancestors.has(led.id);
  const number = course.hops.length + course.recalledHops.length;
  const hop: HopVerdict = { kind: 'hop', hop: number, from: course.holder, isTakeOver };
  if (terms.byRuling || isTakeOver) return hop;
  if (course.visited.some((unit) => unit.id === to.id || ancestors.has(unit.id))) return { kind: 'circle' };
  const succeeded = new Set(course.visited.flatMap((unit) => [...predecessorsOf(unit.id)]));
  const units = new Set(
    [...course.visited, ...course.recalledHops.map((one) => one.to), to]
      .map(({ id }) => id)
      .filter((id) => !succeeded.has(id)),
  );
  if (units.size > terms.unitLimit) return { kind: 'unit-limit', limit: terms.unitLimit };
  return hop;
}
