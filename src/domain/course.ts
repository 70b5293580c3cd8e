import type { HopReason, Outcome, State } from './appeal.ts';
import type { Assistant, CourseEvent, Link, Told, UnitRef } from './appeal-event.ts';
import { eventsInForce, inOrder, isSuccession } from './appeal-event.ts';
import { sentSince } from './stops.ts';

/** A hand-over. Hop 0 is the first, from the transfer desk; `from` is null where the transfer desk hands over. */
export interface Hop {
  readonly hop: number;
  readonly seq: number;
  readonly from: UnitRef | null;
  readonly to: UnitRef;
  readonly at: string;
  readonly by: string;
  readonly reason: HopReason | null;
  readonly ruling: number | null;
}

/** A return that waits to be decided; the unit goes on leading meanwhile. */
export interface PendingReturn {
  readonly at: string;
  readonly unit: UnitRef;
  readonly proposed: UnitRef | null;
}

/** What the history of an appeal amounts to. */
export interface Course {
  readonly state: State;
  readonly holder: UnitRef | null;
  /** Hops that hold, numbered among all. */
  readonly hops: readonly Hop[];
  /** Hops that were recalled: no visits, but each a stop, and one of the limit of units. */
  readonly recalledHops: readonly Hop[];
  /** Units that lead or led the appeal, in the order of their first visit. Assisting is no visit, nor is a hop that was recalled. */
  readonly visited: readonly UnitRef[];
  /** Number of the ruling that binds the unit that leads now. */
  readonly boundBy: number | null;
  /** The unit that led until it ended, where nobody took over from it whole; its parts stand in its place. */
  readonly releasedFrom: UnitRef | null;
  readonly assists: readonly Assistant[];
  readonly pendingReturn: PendingReturn | null;
  /** Whether the unit that leads has asked to return it in this stint. */
  readonly hasReturned: boolean;
  /** Whether the last hop can be recalled: not by a ruling, and nothing has been done on it. */
  readonly isRecallable: boolean;
  readonly outcome: Outcome | null;
  /** How often the work was redone: reopened, or sent back by a review; where another system tells of more, as often as it says. */
  readonly reworks: number;
  /** How often it was redone by its own history. */
  readonly redone: number;
  readonly reminders: number;
  /** What another system says of it as a whole. */
  readonly told: Told;
  /** Whether the import it came in by was undone: it is no appeal, and counted nowhere. */
  readonly isVoided: boolean;
  /** How it stands to other appeals, as was said of it. */
  readonly links: readonly Link[];
  readonly lastAt: string;
}

/** Number of the appeal that one is a duplicate of, as was said last; null for one that is none. */
export function originalOf({ links }: Course): string | null {
  return links.findLast(({ kind }) => kind === 'duplicate-of')?.number ?? null;
}

/** What a hop changes and a recall puts back. */
interface StateBefore {
  readonly state: State;
  readonly holder: UnitRef | null;
  readonly boundBy: number | null;
  readonly hasReturned: boolean;
  readonly assists: readonly Assistant[];
  readonly releasedFrom: UnitRef | null;
}

/** An appeal that was just taken in, at the transfer desk. */
export function freshCourse(receivedAt: string): Course {
  return {
    state: 'unassigned',
    holder: null,
    hops: [],
    recalledHops: [],
    visited: [],
    boundBy: null,
    releasedFrom: null,
    assists: [],
    pendingReturn: null,
    hasReturned: false,
    isRecallable: false,
    outcome: null,
    reworks: 0,
    redone: 0,
    reminders: 0,
    told: {},
    isVoided: false,
    links: [],
    lastAt: receivedAt,
  };
}

/** Where an appeal stands that was taken in and, if a unit is named, handed to it, and of which nothing else is known: what its history of one or two events amounts to. */
export function freshStanding(
  receivedAt: string,
  sent: { readonly at: string } | null,
): Pick<Course, 'state' | 'lastAt'> & { readonly hopCount: number; readonly sentSince: string | null } {
  return sent === null
    ? { state: 'unassigned', hopCount: 0, lastAt: receivedAt, sentSince: null }
    : { state: 'sent', hopCount: 1, lastAt: sent.at, sentSince: sent.at };
}

/** What stands in the row of an appeal itself: what its history amounts to. */
export interface Standing {
  readonly state: State;
  readonly holderId: number | null;
  readonly outcome: Outcome | null;
  readonly hopCount: number;
  readonly returnPending: boolean;
  readonly reworks: number;
  readonly standingSince: string;
  readonly sentSince: string | null;
}

/** Reads what stands in the row of an appeal from its history. */
export function standingOf(events: readonly CourseEvent[]): Standing {
  const { state, holder, outcome, hops, pendingReturn, reworks, lastAt } = foldCourse(events);
  return {
    ...{ state, outcome, reworks, holderId: holder?.id ?? null, hopCount: hops.length },
    returnPending: pendingReturn !== null,
    standingSince: standingSince(events) ?? lastAt,
    sentSince: sentSince(events),
  };
}

/** Reads what an appeal's events amount to: who holds it, in which state, its hops, its visits. */
export function foldCourse(events: readonly CourseEvent[]): Course {
  const last = foldCourses(events).at(-1);
  if (last === undefined) throw new Error('an appeal without events');
  return last;
}

/** Reads what an appeal's events amounted to after each of them, as they happened. */
export function foldCourses(history: readonly CourseEvent[]): Course[] {
  const events = inOrder(history);
  let before: StateBefore[] = [];
  const courses: Course[] = [];
  for (const [at, event] of events.entries()) {
    const course = courses.at(-1);
    if (event.action === 'undo') {
      // What is left is read anew: it stands as if what was taken back had not been.
      const standing = foldAll(eventsInForce(events.slice(0, at + 1)));
      before = standing.before;
      courses.push({ ...(standing.courses.at(-1) ?? freshCourse(event.at)), lastAt: event.at });
    } else courses.push(course === undefined ? freshCourse(event.at) : applyEvent(course, event, before));
  }
  return courses;
}

/** Reads events that all count, one after the other, with what a recall after them would put back. */
function foldAll(events: readonly CourseEvent[]): { courses: Course[]; before: StateBefore[] } {
  const before: StateBefore[] = [];
  const courses: Course[] = [];
  for (const event of events) {
    const course = courses.at(-1);
    courses.push(course === undefined ? freshCourse(event.at) : applyEvent(course, event, before));
  }
  return { courses, before };
}

/** The course after one more event; an `undo` is told by what is left without what it takes back. `before` holds how things stood before each hop, the newest last. */
function applyEvent(course: Course, event: CourseEvent, before: StateBefore[]): Course {
  const next: Course = { ...course, lastAt: event.at };
  const { data, to } = event;
  switch (event.action) {
    case 'transfer':
      return hop(next, event, before);
    case 'rule': {
      const ruled = { ...next, boundBy: event.ruling, assists: data.assists ?? [], pendingReturn: null };
      return to === null ? { ...ruled, isRecallable: false } : hop(ruled, event, before);
    }
    case 'recall': {
      const standing = before.pop();
      const hops = course.hops.slice(0, -1);
      const recalledHops = [...course.recalledHops, ...course.hops.slice(-1)];
      return { ...next, ...standing, hops, recalledHops, visited: visitedBy(hops), isRecallable: false };
    }
    case 'release':
      return { ...next, ...atTransferDesk, pendingReturn: null, releasedFrom: course.holder };
    case 'accept':
      return { ...next, state: 'accepted', isRecallable: false };
    case 'return': {
      const unit = course.holder;
      if (unit === null) return next;
      const pendingReturn = { at: event.at, unit, proposed: data.proposed ?? null };
      return { ...next, pendingReturn, hasReturned: true, isRecallable: false };
    }
    case 'decide': {
      const decided = { ...next, pendingReturn: null };
      if (data.decision === 'reject') return decided;
      if (to !== null) return hop(decided, event, before);
      return { ...decided, ...atTransferDesk, assists: [] };
    }
    case 'assist':
      return { ...next, assists: data.assists ?? [], isRecallable: false };
    case 'remind':
      return { ...next, reminders: course.reminders + 1 };
    case 'reply':
      return { ...next, state: 'replied' };
    case 'review':
      return data.review?.result === 'redo' ? redo(next) : next;
    case 'told':
      return {
        ...next,
        told: { ...course.told, ...data.told },
        reworks: Math.max(course.redone, data.told?.redone ?? course.told.redone ?? 0),
      };
    case 'close':
      return {
        ...next,
        state: 'closed',
        outcome: data.outcome ?? null,
        isRecallable: false,
        pendingReturn: null,
      };
    case 'reopen':
      return redo(next);
    case 'link': {
      const gone = data.unlink ?? [];
      const left = course.links.filter(
        (link) => !gone.some(({ kind, number }) => kind === link.kind && number === link.number),
      );
      return { ...next, links: data.link === undefined ? left : [...left, data.link] };
    }
    case 'void':
      return {
        ...next,
        state: 'closed',
        outcome: null,
        isVoided: true,
        isRecallable: false,
        pendingReturn: null,
      };
    case 'note':
      return { ...next, isRecallable: false };
    case 'log':
    case 'extend':
    case 'callback':
    case 'correct':
    case 'undo':
      return next;
  }
}

/** How an appeal stands that no unit leads. */
const atTransferDesk = {
  state: 'unassigned',
  holder: null,
  boundBy: null,
  hasReturned: false,
  isRecallable: false,
} as const;

/** The work begins again where it was done: no hop and no new visit. Without a unit it is at the transfer desk again. */
function redo(course: Course): Course {
  const state = course.holder === null ? 'unassigned' : 'sent';
  return {
    ...course,
    state,
    outcome: null,
    redone: course.redone + 1,
    reworks: Math.max(course.redone + 1, course.told.redone ?? 0),
    hasReturned: false,
    isRecallable: false,
  };
}

function hop(course: Course, event: CourseEvent, before: StateBefore[]): Course {
  const { seq, from, to, at, by, reason, ruling } = event;
  if (to === null) return course;
  const { state, holder, boundBy, hasReturned, assists, releasedFrom } = course;
  before.push({ state, holder, boundBy, hasReturned, assists, releasedFrom });
  // A successor that takes an appeal over stands where its predecessor stood; any other hop starts a free stint.
  const isTakenOver = holder !== null && isSuccession(event);
  const { pendingReturn } = course;
  const number = course.hops.length + course.recalledHops.length;
  const hops = [...course.hops, { hop: number, seq, from, to, at, by, reason, ruling }];
  return {
    ...course,
    state: isTakenOver ? course.state : 'sent',
    holder: to,
    hops,
    visited: visitedBy(hops),
    boundBy: event.action === 'rule' || isTakenOver ? course.boundBy : null,
    releasedFrom: null,
    assists: course.assists.filter(({ id, office }) => id !== to.id || office !== undefined),
    pendingReturn: isTakenOver && pendingReturn !== null ? { ...pendingReturn, unit: to } : null,
    hasReturned: isTakenOver && hasReturned,
    isRecallable: event.action === 'transfer' && !isSuccession(event),
  };
}

function visitedBy(hops: readonly Hop[]): UnitRef[] {
  const visited = new Map<number, UnitRef>();
  for (const { to } of hops) if (!visited.has(to.id)) visited.set(to.id, to);
  return [...visited.values()];
}

/** Whether an appeal stands elsewhere, or otherwise, after more of its history than before. */
export function hasMoved(before: readonly CourseEvent[], after: readonly CourseEvent[]): boolean {
  const [was, is] = [foldCourse(before), foldCourse(after)];
  return (
    was.state !== is.state ||
    was.holder?.id !== is.holder?.id ||
    was.outcome !== is.outcome ||
    was.isVoided !== is.isVoided ||
    was.hops.length !== is.hops.length ||
    was.pendingReturn?.at !== is.pendingReturn?.at ||
    sentSince(before) !== sentSince(after)
  );
}

/** Since when an appeal stands where it stands, by its history. */
export function standingSince(history: readonly CourseEvent[]): string | undefined {
  const events = inOrder(history);
  const last = events.findLast((_, at) => at === 0 || hasMoved(events.slice(0, at), events.slice(0, at + 1)));
  return last?.at;
}

/** Whether the citizen was answered since the work began, or began again; what ended without an answer was not. */
export function isAnsweredNow(events: readonly CourseEvent[]): boolean {
  let isAnswered = false;
  for (const { action, data } of eventsInForce(events)) {
    if (action === 'reply' || data.outcome === 'answered') isAnswered = true;
    if (action === 'reopen' || data.review?.result === 'redo') isAnswered = false;
  }
  return isAnswered;
}

/** What the citizen said last since the last reply: whether it is solved; null where nobody was asked, or reached. */
export function lastCallback(events: readonly CourseEvent[]): boolean | null {
  let solved: boolean | null = null;
  for (const { action, data } of eventsInForce(events)) {
    if (action === 'reply' || action === 'reopen') solved = null;
    if (action === 'callback' && data.callback?.reached === true) solved = data.callback.solved ?? solved;
  }
  return solved;
}

/** Whether somebody told when the answer was that an appeal has now; an export may say no more than that there is one. */
export function isAnswerDated(events: readonly CourseEvent[]): boolean {
  const answered = answeredAt(events);
  const answer = eventsInForce(events).find(
    ({ action, at }) => (action === 'reply' || action === 'close') && at === answered,
  );
  return answer?.data.source?.undated !== true;
}

/** When an appeal was answered, or ended without an answer; null while the citizen waits. */
export function answeredAt(events: readonly CourseEvent[]): string | null {
  let answered: string | null = null;
  for (const { action, at, data } of eventsInForce(events)) {
    if (action === 'reply' || action === 'close') answered ??= at;
    if (action === 'reopen' || data.review?.result === 'redo') answered = null;
  }
  return answered;
}
