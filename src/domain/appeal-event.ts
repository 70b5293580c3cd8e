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
 * appeal whose import was undone. `told` keeps what another system says of an appeal as a whole.
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
  'told',
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

/** Where in a file of another system an event stands; the file and its tab are those of the import it was recorded by. */
export interface EventSource {
  readonly row: number;
  /** The file does not say when it was: it stands at the time of the event before it, a reply at that of the close. */
  readonly undated?: true;
  /** A log of hand-overs told it, not the row of the appeal. */
  readonly log?: true;
}

/** What another system says of an appeal as a whole, kept beside what is counted here. */
export interface Told {
  /** By when it was to be answered there. */
  readonly dueAt?: string;
  /** Whether the hotline answered it itself, or handed it over. */
  readonly handling?: 'direct' | 'handed';
  readonly extended?: boolean;
  /** How often units returned it, and how often it was redone. */
  readonly returned?: number;
  readonly redone?: number;
}

/** What this tool would have said to a hand-over that another system made: a circle, or one unit more than the limit, which asks for a ruling. */
export type WouldRefuse = 'circle' | 'unit-limit';

/** What an event says beside who, when and whereto; nothing personal. What it does not say is absent. */
export interface EventData {
  /** Set where another system recorded it, and an import told it. */
  readonly source?: EventSource;
  readonly told?: Told;
  readonly wouldRefuse?: WouldRefuse;
  /** A hand-over of another system from a unit that did not lead there, as far as was told. */
  readonly gap?: true;
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
  /** Whether what is taken back was a record of another system: it is then read as if it had never been told. */
  readonly ofRecord?: true;
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
  /** The import that told it, its file and the tab of that. */
  readonly batch?:
    { readonly number: number; readonly file: string; readonly tab: string | null } | undefined;
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

/** Numbers of the events that undos of some sort take back. An undo that was itself taken back takes nothing back. */
function listGone(
  events: readonly Pick<CourseEvent, 'seq' | 'action' | 'data'>[],
  isMeant: (data: EventData) => boolean,
): ReadonlySet<number> {
  const gone = new Set<number>();
  for (const { seq, action, data } of [...events].sort((a, b) => b.seq - a.seq))
    if (action === 'undo' && isMeant(data) && !gone.has(seq))
      for (const one of data.undoes ?? []) gone.add(one);
  return gone;
}

/**
 * The history as it happened. What another system recorded may be told later than what followed it, each with a time of its own, and be
 * told anew: what a later record took back is left out, and all stands at its time. What was done here stands in the order in which it was.
 */
export function inOrder<Event extends Pick<CourseEvent, 'seq' | 'action' | 'data' | 'at'>>(
  events: readonly Event[],
): readonly Event[] {
  const isRetold = events.some(({ data }) => data.ofRecord === true);
  let told = events;
  if (isRetold) {
    const gone = listGone(events, ({ ofRecord }) => ofRecord === true);
    told = events.filter(({ seq, data }) => data.ofRecord !== true && !gone.has(seq));
  }
  const isSorted = told.every(({ at, seq }, place) => {
    const before = told[place - 1];
    return before === undefined || before.at < at || (before.at === at && before.seq < seq);
  });
  return isSorted ? told : [...told].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
}

/** The events that count, as they happened: those that no `undo` took back. */
export function eventsInForce<Event extends Pick<CourseEvent, 'seq' | 'action' | 'data' | 'at'>>(
  events: readonly Event[],
): readonly Event[] {
  const told = inOrder(events);
  if (!told.some(({ action }) => action === 'undo')) return told;
  const gone = listGone(told, ({ ofRecord }) => ofRecord !== true);
  return told.filter(({ seq }) => !gone.has(seq));
}
