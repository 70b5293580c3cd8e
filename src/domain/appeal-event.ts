import type { HopReason, Outcome } from './appeal.ts';
import type { Satisfaction } from './satisfaction.ts';

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
 * What happens to an appeal. Only `transfer`, `recall`, `decide`, `rule`, `release` and `undo` change who leads it. `release` nobody
 * does: it follows from the end of the unit that led. `undo` takes back events that followed from another operation, `void` ends an
 * appeal whose import was undone.
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
  'undo',
  'void',
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
    readonly satisfiedWithResult?: Satisfaction;
    readonly satisfiedWithService?: Satisfaction;
  };
  /** A second look at a reply: it stands, or the work is to be redone. */
  readonly review?: { readonly askedBy: 'citizen' | 'transfer-desk'; readonly result: 'upheld' | 'redo' };
  readonly outcome?: Outcome;
  /** The due day an appeal was closed under; it is counted by no later calendar. */
  readonly due?: string;
  /** Fields that were set right, personal ones by name alone. */
  readonly corrected?: readonly {
    readonly field: string;
    readonly before?: string;
    readonly after?: string;
  }[];
  readonly link?: Link;
  /** Links that are taken back. */
  readonly unlink?: readonly Link[];
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
  /** Events, by number, that no longer count: what they came of was undone. */
  readonly undoes?: readonly number[];
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

/**
 * Whether a hand-over goes to the successor of the unit that led. An event of an older version does not say so, and was taken
 * for one by its reason.
 */
export function isSuccession({
  action,
  reason,
  data,
}: Pick<CourseEvent, 'action' | 'reason' | 'data'>): boolean {
  return action === 'transfer' && reason === 'reorganised' && data.succession !== false;
}

/**
 * The events that count: those that no `undo` took back. An `undo` that was itself taken back takes nothing back.
 */
export function eventsInForce<Event extends Pick<CourseEvent, 'seq' | 'action' | 'data'>>(
  events: readonly Event[],
): readonly Event[] {
  if (!events.some(({ action }) => action === 'undo')) return events;
  const gone = new Set<number>();
  for (const { seq, action, data } of events.toReversed())
    if (action === 'undo' && !gone.has(seq)) for (const one of data.undoes ?? []) gone.add(one);
  return events.filter(({ seq }) => !gone.has(seq));
}
