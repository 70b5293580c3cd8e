import { hasEnded } from './span.ts';
import type { Day } from './time.ts';
import type { Channel } from './volume.ts';

/** What a citizen does (诉求性质): asks, requests, complains, reports, suggests, praises, or else. */
export const kinds = [
  'consultation',
  'request',
  'complaint',
  'tipoff',
  'suggestion',
  'praise',
  'other',
] as const;
export type Kind = (typeof kinds)[number];

/** How pressing an appeal is. */
export const priorities = ['normal', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** Where an appeal stands in its course. `unassigned` is at the transfer desk; in the others one unit leads. */
export const states = ['unassigned', 'sent', 'accepted', 'replied', 'closed'] as const;
export type State = (typeof states)[number];

/** How an appeal ended: solved, explained, answered by the hotline itself, declined as out of scope, withdrawn, a duplicate. */
export const outcomes = ['solved', 'explained', 'answered', 'declined', 'withdrawn', 'duplicate'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why an appeal is handed over. */
export const hopReasons = ['wrong-unit', 'shared-duty', 'place', 'reorganised', 'ruling', 'other'] as const;
export type HopReason = (typeof hopReasons)[number];

/** What the citizen said; personal, kept apart from everything sealed. */
export interface PersonalFields {
  readonly caller: string | null;
  readonly phone: string | null;
  readonly title: string;
  readonly text: string | null;
  /** Names and phones that were set right since; they are masked like those of now. */
  readonly former?: readonly { readonly caller: string | null; readonly phone: string | null }[];
}

/** An appeal without its personal texts. */
export interface Appeal {
  readonly id: number;
  readonly number: string;
  readonly externalNumber: string | null;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly matter: string | null;
  readonly place: string | null;
  readonly confidential: boolean;
  readonly receivedAt: string;
  readonly state: State;
  readonly hopCount: number;
  /** Whether a return waits to be decided. */
  readonly returnPending: boolean;
  /** Whether the import it came in by was undone. */
  readonly isVoided: boolean;
  /** How often the work was redone: reopened, or sent back by a review. */
  readonly reworks: number;
  /** Since when it stands where it stands. */
  readonly standingSince: string;
  readonly priority: Priority;
  /** Code of the deadline rules it was received under. */
  readonly rulesCode: string;
  /** Since when the unit that leads has had it, or has it anew to be done again; null where none has. */
  readonly sentSince: string | null;
  /** By when it is to be answered; null where no rules say so, or no calendar is there to count by. */
  readonly dueOn: Day | null;
  /** Day on which its personal texts were removed; null for one that has them. */
  readonly purgedOn: Day | null;
  readonly holder: {
    readonly id: number;
    readonly code: string;
    readonly name: string;
    /** Day from which the unit is no more; null for one that goes on. */
    readonly until: string | null;
  } | null;
}

/** Whether the texts of an appeal were removed, and nothing has been written in their place since. */
export function isPurged(line: {
  readonly appeal: Pick<Appeal, 'purgedOn'>;
  readonly personal: Pick<PersonalFields, 'title'>;
}): boolean {
  return line.appeal.purgedOn !== null && line.personal.title === '';
}

/** Before this nothing happened to an appeal: an earlier time is a slip of the pen. */
export const earliestTime = '1990-01-01T00:00:00Z';

/** Writes an appeal's own number, `2022-000001`. */
export function appealNumber(year: number, serial: number): string {
  return `${String(year)}-${String(serial).padStart(6, '0')}`;
}

/** Why an appeal waits for the transfer desk. */
export const waits = ['return', 'unassigned', 'unit-ended', 'not-accepted', 'no-due'] as const;
export type Wait = (typeof waits)[number];

/** States of an appeal that is still to be answered. */
export const unanswered: readonly State[] = ['unassigned', 'sent', 'accepted'];

/** Redone so often, an appeal is escalated (Bayannur: three times). */
export const reworksToEscalate = 3;

/** Whether an appeal was redone so often that it is escalated. */
export function isEscalated({ reworks }: { readonly reworks: number }): boolean {
  return reworks >= reworksToEscalate;
}

/** What stands before all others while it is still to be answered: the urgent, then the escalated. */
export function rankOf(appeal: Pick<Appeal, 'priority' | 'reworks' | 'state'>): number {
  if (!unanswered.includes(appeal.state)) return 2;
  if (appeal.priority === 'urgent') return 0;
  return isEscalated(appeal) ? 1 : 2;
}

/**
 * Why an appeal waits for the transfer desk now; undefined for one that does not. One without a due day stands there too: nobody can say
 * whether it is late.
 */
export function findWait(
  appeal: Pick<Appeal, 'state' | 'returnPending' | 'holder' | 'dueOn'>,
  isAcceptedLate: () => boolean,
): Wait | undefined {
  const { state, returnPending, holder, dueOn } = appeal;
  if (returnPending) return 'return';
  if (state === 'unassigned') return 'unassigned';
  // An older version left appeals with units that were no more.
  if (holder !== null && hasEnded(holder) && (state === 'sent' || state === 'accepted')) return 'unit-ended';
  if (state === 'sent' && isAcceptedLate()) return 'not-accepted';
  return dueOn === null && unanswered.includes(state) ? 'no-due' : undefined;
}

/** What lists, searches and hints say of an appeal's texts: of a confidential one nothing. */
export function listedTexts(
  appeal: Pick<Appeal, 'confidential' | 'matter' | 'place'>,
  { title, text }: { readonly title: string | null; readonly text: string | null },
): {
  readonly title: string | null;
  readonly text: string | null;
  readonly matter: string | null;
  readonly place: string | null;
} {
  const { confidential, matter, place } = appeal;
  return confidential
    ? { title: null, text: null, matter: null, place: null }
    : { title, text, matter, place };
}
