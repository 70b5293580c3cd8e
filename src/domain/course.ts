import type { HopReason, Outcome, State } from './appeal.ts';

/** A unit as the course of an appeal names it. */
export interface UnitRef {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** Who assists: a unit, or one internal office of it. */
export interface Assistant extends UnitRef {
  readonly office?: string;
}

/**
 * What happens to an appeal. Only `transfer`, `recall`, `decide`, `rule` and `release` change who leads it; the last nobody
 * does: it follows from the end of the unit that led.
 */
export const actions = [
  'log',
  'transfer',
  'recall',
  'accept',
  'return',
  'decide',
  'rule',
  'release',
  'assist',
  'note',
  'extend',
  'remind',
  'reply',
  'callback',
  'review',
  'close',
  'reopen',
  'correct',
  'link',
] as const;
export type Action = (typeof actions)[number];

/** How one appeal stands to another. */
export const linkKinds = ['duplicate-of', 'repeat-of', 'related'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Another appeal, and how this one stands to it. */
export interface Link {
  readonly kind: LinkKind;
  readonly number: string;
}

/** What an event says beside who, when and whereto; nothing personal. What it does not say is absent. */
export interface EventData {
  /** All who assist from then on. */
  readonly assists?: readonly Assistant[];
  /** The unit that a return proposes. */
  readonly proposed?: UnitRef;
  /** What became of a return. */
  readonly decision?: 'uphold' | 'reject';
  /** A call-back: whether the citizen was reached, and what was said. */
  readonly callback?: {
    readonly reached: boolean;
    readonly solved?: boolean;
    readonly satisfiedWithResult?: boolean;
    readonly satisfiedWithService?: boolean;
  };
  /** A second look at a reply: it stands, or the work is to be redone. */
  readonly review?: { readonly askedBy: 'citizen' | 'transfer-desk'; readonly result: 'upheld' | 'redo' };
  readonly outcome?: Outcome;
  /** Fields that were set right, personal ones by name alone. */
  readonly corrected?: readonly {
    readonly field: string;
    readonly before?: string;
    readonly after?: string;
  }[];
  readonly link?: Link;
  /** Number of the ruling for its matter that a hand-over follows. */
  readonly cites?: number;
  /** Whether a hand-over for reorganisation goes to the successor of the unit that led; a person may give that reason for any. */
  readonly succession?: boolean;
  /** Code of the deadline rules that hold for it, as they did when it was received. */
  readonly deadline?: string;
  /** What an appeal was taken in as, nothing personal; what was set right since stands with its event. */
  readonly received?: {
    readonly kind: string;
    readonly channel: string;
    readonly priority: string;
    readonly confidential: boolean;
    /** As everybody may see it. */
    readonly matter: string | null;
    /** Its number in the system it came from. */
    readonly externalNumber?: string | null;
  };
  /** By how many days its due day is moved. */
  readonly extension?: { readonly days: number; readonly unit: 'working' | 'calendar' };
}

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
  readonly data: EventData;
}

/** An event with what was written with it, masked, by field: `text`, `reply`, `note`, `basis`. */
export type ToldEvent = CourseEvent & {
  readonly texts: readonly { readonly field: string; readonly text: string }[];
};

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
  /** How often the work was redone: reopened, or sent back by a review. */
  readonly reworks: number;
  readonly reminders: number;
  /** How it stands to other appeals, as was said of it. */
  readonly links: readonly Link[];
  readonly lastAt: string;
}

/** Number of the appeal that one is a duplicate of, as was said last; null for one that is none. */
export function originalOf({ links }: Course): string | null {
  return links.findLast(({ kind }) => kind === 'duplicate-of')?.number ?? null;
}

/** Redone so often, an appeal is escalated (Bayannur: three times). */
export const reworksToEscalate = 3;

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
    reminders: 0,
    links: [],
    lastAt: receivedAt,
  };
}

/** Reads what an appeal's events amount to: who holds it, in which state, its hops, its visits. */
export function foldCourse(events: readonly CourseEvent[]): Course {
  const last = foldCourses(events).at(-1);
  if (last === undefined) throw new Error('an appeal without events');
  return last;
}

/** Reads what an appeal's events amounted to after each of them. */
export function foldCourses(events: readonly CourseEvent[]): Course[] {
  const before: StateBefore[] = [];
  const courses: Course[] = [];
  for (const event of events) {
    const course = courses.at(-1);
    courses.push(course === undefined ? freshCourse(event.at) : applyEvent(course, event, before));
  }
  return courses;
}

/** The course after one more event. `before` holds how things stood before each hop, the newest last. */
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
    case 'link':
      return data.link === undefined ? next : { ...next, links: [...course.links, data.link] };
    case 'note':
      return { ...next, isRecallable: false };
    case 'log':
    case 'extend':
    case 'callback':
    case 'correct':
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
    reworks: course.reworks + 1,
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

/**
 * Whether a hand-over goes to the successor of the unit that led. An event of an older version does not say so, and was taken
 * for one by its reason.
 */
function isSuccession({ action, reason, data }: Pick<CourseEvent, 'action' | 'reason' | 'data'>): boolean {
  return action === 'transfer' && reason === 'reorganised' && data.succession !== false;
}

function visitedBy(hops: readonly Hop[]): UnitRef[] {
  const visited = new Map<number, UnitRef>();
  for (const { to } of hops) if (!visited.has(to.id)) visited.set(to.id, to);
  return [...visited.values()];
}

/** A stretch of time in which a unit was at an appeal; `until` is null while it goes on. */
export interface Stretch {
  readonly from: string;
  readonly until: string | null;
  /** When the unit accepted it, and who said so; null while it has not. */
  readonly acceptedAt: string | null;
  readonly acceptedBy: string | null;
}

/** A stay of an appeal at a unit that led it, or was to lead it until the hop was recalled. */
export interface Stop {
  readonly hop: number;
  readonly unit: UnitRef;
  readonly sentAt: string;
  readonly sentBy: string;
  /** When the unit accepted it; anew where it is to be done again. */
  readonly acceptedAt: string | null;
  readonly acceptedBy: string | null;
  /** When it was handed on, recalled, or went back to the transfer desk; null where it is, or ended. */
  readonly leftAt: string | null;
  /** Whether its hop was recalled: a stop, and no visit. */
  readonly isRecalled: boolean;
  /** When the unit was at it: from sent to handed on, replied or closed, and anew when it was to be done again. */
  readonly stretches: readonly Stretch[];
}

/** The stops of an appeal in their order, each from sent over accepted to handed on. */
export function listStops(events: readonly CourseEvent[]): Stop[] {
  const stops: Stop[] = [];
  /** Place of the stop where the appeal is, or was last. */
  let place: number | undefined;
  /** The place before each hop, and the stop there as it stood. */
  const before: { readonly place: number | undefined; readonly stop: Stop | undefined }[] = [];
  const set = (stop: Stop | undefined): void => {
    if (stop !== undefined && place !== undefined) stops[place] = stop;
  };
  for (const event of events) {
    const { action, at, by, to, data } = event;
    const last = place === undefined ? undefined : stops[place];
    if (action === 'recall') {
      if (last !== undefined) set({ ...pause(last, at), leftAt: at, isRecalled: true });
      const back = before.pop();
      place = back?.place;
      set(back?.stop);
    } else if (action === 'accept' && last?.acceptedAt === null) {
      const accepted = { acceptedAt: at, acceptedBy: by };
      const stretches = last.stretches.map((one) =>
        one.acceptedAt === null && one.until === null ? { ...one, ...accepted } : one,
      );
      set({ ...last, ...accepted, stretches });
    } else if (action === 'reply' || action === 'close') {
      if (last !== undefined) set(pause(last, at));
    } else if (action === 'release') {
      if (last?.leftAt === null) set({ ...pause(last, at), leftAt: at });
    } else if (action === 'reopen' || data.review?.result === 'redo') {
      if (last?.leftAt === null)
        set({
          ...last,
          acceptedAt: null,
          acceptedBy: null,
          stretches: [
            ...pause(last, at).stretches,
            { from: at, until: null, acceptedAt: null, acceptedBy: null },
          ],
        });
    } else if (action === 'transfer' || action === 'rule' || action === 'decide') {
      if (to === null && data.decision !== 'uphold') continue;
      // A successor stands where its predecessor stood.
      const isTakenOver = last?.leftAt === null && isSuccession(event);
      before.push({ place, stop: last });
      if (last?.leftAt === null) set({ ...pause(last, at), leftAt: at });
      if (to === null) {
        before.pop();
        continue;
      }
      const accepted = isTakenOver
        ? { acceptedAt: last.acceptedAt, acceptedBy: last.acceptedBy }
        : { acceptedAt: null, acceptedBy: null };
      place = stops.length;
      stops.push({
        hop: place,
        unit: to,
        sentAt: at,
        sentBy: by,
        ...accepted,
        leftAt: null,
        isRecalled: false,
        stretches: [{ from: at, until: null, ...accepted }],
      });
    }
  }
  return stops;
}

/** The stop where an appeal is, or was last; undefined where no unit has led it. */
export function lastStop(events: readonly CourseEvent[]): Stop | undefined {
  return listStops(events).findLast(({ isRecalled }) => !isRecalled);
}

/** A stop whose stretch that goes on ends. */
function pause(stop: Stop, at: string): Stop {
  return { ...stop, stretches: stop.stretches.map((one) => ({ ...one, until: one.until ?? at })) };
}

/** Since when the unit that leads has had an appeal, or has it anew; null where none leads it. */
export function sentSince(events: readonly CourseEvent[]): string | null {
  const last = lastStop(events);
  return last?.leftAt === null ? (last.stretches.at(-1)?.from ?? null) : null;
}

/** Whether an appeal stands elsewhere, or otherwise, after more of its history than before. */
export function hasMoved(before: readonly CourseEvent[], after: readonly CourseEvent[]): boolean {
  const [was, is] = [foldCourse(before), foldCourse(after)];
  return (
    was.state !== is.state ||
    was.holder?.id !== is.holder?.id ||
    was.outcome !== is.outcome ||
    was.hops.length !== is.hops.length ||
    was.pendingReturn?.at !== is.pendingReturn?.at ||
    sentSince(before) !== sentSince(after)
  );
}

/** Since when an appeal stands where it stands, by its history. */
export function standingSince(events: readonly CourseEvent[]): string | undefined {
  const last = events.findLast((_, at) => at === 0 || hasMoved(events.slice(0, at), events.slice(0, at + 1)));
  return last?.at;
}

/** When an appeal was answered, or ended without an answer; null while the citizen waits. */
export function answeredAt(events: readonly CourseEvent[]): string | null {
  let answered: string | null = null;
  for (const { action, at, data } of events) {
    if (action === 'reply' || action === 'close') answered ??= at;
    if (action === 'reopen' || data.review?.result === 'redo') answered = null;
  }
  return answered;
}
