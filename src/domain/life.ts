import type { HopReason, Outcome, State } from './appeal.ts';
import { states } from './appeal.ts';
import type { Action, EventData, Told, UnitRef } from './appeal-event.ts';
import type { Satisfaction } from './satisfaction.ts';
import type { Instant } from './time.ts';

/** The times that a row of another system's appeals tells, in the order in which they follow each other. */
export const lifeTimes = [
  'receivedAt',
  'sentAt',
  'acceptedAt',
  'repliedAt',
  'closedAt',
  'calledBackAt',
] as const;
export type LifeTime = (typeof lifeTimes)[number];

/** What the citizen said when called back, as a row tells it. */
export interface ToldCallback {
  readonly reached?: boolean | undefined;
  readonly solved?: boolean | undefined;
  readonly satisfiedWithResult?: Satisfaction | undefined;
  readonly satisfiedWithService?: Satisfaction | undefined;
  /** Why the citizen is not satisfied; personal. */
  readonly complaint?: string | undefined;
}

/** The life of an appeal as one row of another system tells it; what it does not say is undefined. */
export interface LifeRow extends ToldCallback, Told {
  readonly receivedAt: Instant;
  readonly sentAt?: Instant | undefined;
  readonly acceptedAt?: Instant | undefined;
  readonly repliedAt?: Instant | undefined;
  readonly closedAt?: Instant | undefined;
  readonly calledBackAt?: Instant | undefined;
  /** What the citizen was answered; personal. */
  readonly reply?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly state?: State | undefined;
  /** Units that assist, as they are written. */
  readonly assists?: string | undefined;
}

/** Units a row names, once they are found. */
export interface LifeUnits {
  readonly lead: UnitRef | null;
  readonly assists: readonly UnitRef[];
}

/** Something another system recorded, before it is an event of a history. */
export interface RecordedEvent {
  readonly action: Action;
  readonly at: Instant;
  /** Set where the row does not say when. */
  readonly isUndated: boolean;
  /** Set where a log of hand-overs tells it. */
  readonly isLog?: boolean;
  readonly from: UnitRef | null;
  readonly to: UnitRef | null;
  readonly reason: HopReason | null;
  readonly data: EventData;
  /** Personal texts that were written with it, by field. */
  readonly texts: readonly { readonly field: string; readonly text: string }[];
}

/** What is wrong with the life that a row tells. */
export type LifeFault =
  | { readonly kind: 'order'; readonly earlier: LifeTime | 'now'; readonly later: LifeTime }
  /** Something is told of a unit that led, and no unit is. */
  | { readonly kind: 'no-unit' }
  /** The status says less than the times do. */
  | { readonly kind: 'status'; readonly state: State; readonly reached: State };

/**
 * Says what is wrong with the life a row tells; undefined where it hangs together. A row has the last of each time: a call-back may be from before
 * the work was done again.
 */
export function findLifeFault(
  row: LifeRow,
  { hasUnit, now }: { readonly hasUnit: boolean; readonly now: Instant },
): LifeFault | undefined {
  let last: { readonly name: LifeTime; readonly at: Instant } = { name: 'receivedAt', at: row.receivedAt };
  let sent = last;
  for (const name of lifeTimes) {
    const at = row[name];
    if (at === undefined) continue;
    if (at > now) return { kind: 'order', earlier: 'now', later: name };
    const isCall = name === 'calledBackAt';
    const before = isCall ? sent : last;
    if (at < before.at) return { kind: 'order', earlier: before.name, later: name };
    if (!isCall) last = { name, at };
    if (name === 'sentAt') sent = last;
  }
  const { state } = row;
  const reached = reachedState(row);
  const isLed = row.acceptedAt !== undefined || state === 'sent' || state === 'accepted';
  if (!hasUnit && isLed && row.handling !== 'direct') return { kind: 'no-unit' };
  const isBehind = state !== undefined && states.indexOf(state) < states.indexOf(reached);
  return isBehind ? { kind: 'status', state, reached } : undefined;
}

/** How far an appeal has come by the times of its row. */
function reachedState(row: LifeRow): State {
  if (row.closedAt !== undefined) return 'closed';
  if (row.repliedAt !== undefined) return 'replied';
  if (row.acceptedAt !== undefined) return 'accepted';
  return row.sentAt === undefined ? 'unassigned' : 'sent';
}

/** Whether a row tells more than that an appeal was received, and handed to a unit. */
export function tellsMore({ receivedAt: _received, sentAt: _sent, state, ...row }: LifeRow): boolean {
  const said: readonly unknown[] = Object.values(row);
  return (state !== undefined && state !== 'sent') || said.some((value) => value !== undefined);
}

/**
 * Lists what a row tells after the receipt, in the order in which it happened. What has no time of its own stands at that of what comes
 * before it, a reply at that of the close; it is marked. Nothing is wrong with the row: `findLifeFault` was asked.
 *
 * An answer without a unit is the hotline's own, and ends the appeal.
 */
export function listLife(row: LifeRow, { lead, assists }: LifeUnits): RecordedEvent[] {
  const { state } = row;
  const events: RecordedEvent[] = [];
  const add = (
    action: Action,
    at: Instant | undefined,
    more: Partial<Pick<RecordedEvent, 'to' | 'data' | 'texts'>> = {},
    otherwise?: Instant,
  ): void => {
    const last = events.at(-1)?.at ?? row.receivedAt;
    const isUndated = at === undefined;
    events.push({
      ...{ action, from: null, to: null, reason: null, data: {}, texts: [], isUndated },
      ...more,
      at: at ?? otherwise ?? last,
    });
  };
  if (lead !== null && !(state === 'unassigned' && row.sentAt === undefined)) {
    add('transfer', row.sentAt, { to: lead });
    if (assists.length > 0) add('assist', row.sentAt, { data: { assists } });
  }
  if (lead !== null && (row.acceptedAt !== undefined || state === 'accepted')) add('accept', row.acceptedAt);
  const hasReply = row.repliedAt !== undefined || row.reply !== undefined || state === 'replied';
  if (hasReply)
    add(
      'reply',
      row.repliedAt,
      row.reply === undefined ? {} : { texts: [{ field: 'reply', text: row.reply }] },
      row.closedAt,
    );
  const close = (): void => {
    const outcome = outcomeOf(row, lead === null);
    add('close', row.closedAt, { data: outcome === undefined ? {} : { outcome } });
  };
  const isOver = saysClosed(row) || (hasReply && lead === null);
  const called = makeCallback(row);
  if (isOver) close();
  if (called !== undefined) add('callback', row.calledBackAt, called);
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const told = toldOf(row);
  if (told !== undefined) add('told', events.at(-1)?.at ?? row.receivedAt, { data: { told } });
  return events;
}

/** Whether a row says that its appeal is over: by a time, by its status, or where it has none, by how it ended. */
function saysClosed({ closedAt, state, outcome, handling }: LifeRow): boolean {
  if (closedAt !== undefined || state === 'closed') return true;
  return state === undefined && (outcome !== undefined || handling === 'direct');
}

/** The last that a row tells of an appeal that is over; undefined for one that is open. */
export function lastOfClosed(row: LifeRow): Instant | undefined {
  if (!saysClosed(row)) return undefined;
  return row.closedAt ?? row.repliedAt ?? row.acceptedAt ?? row.sentAt ?? row.receivedAt;
}

/** How an appeal ended, as its row says or as follows from it. */
function outcomeOf({ outcome, handling, solved }: LifeRow, isDirect: boolean): Outcome | undefined {
  if (outcome !== undefined) return outcome;
  if (handling === 'direct' || isDirect) return 'answered';
  return solved === true ? 'solved' : undefined;
}

function makeCallback(row: LifeRow): Pick<RecordedEvent, 'data' | 'texts'> | undefined {
  const { reached, solved, satisfiedWithResult, satisfiedWithService, complaint, calledBackAt } = row;
  const isAnswered = [solved, satisfiedWithResult, satisfiedWithService, complaint].some(
    (said) => said !== undefined,
  );
  if (!isAnswered && reached === undefined && calledBackAt === undefined) return undefined;
  const callback = {
    reached: reached ?? isAnswered,
    ...(solved === undefined ? {} : { solved }),
    ...(satisfiedWithResult === undefined ? {} : { satisfiedWithResult }),
    ...(satisfiedWithService === undefined ? {} : { satisfiedWithService }),
  };
  return { data: { callback }, texts: complaint === undefined ? [] : [{ field: 'text', text: complaint }] };
}

/** What a row says of its appeal as a whole; undefined where it says nothing. */
export function toldOf({ dueAt, handling, extended, returned, redone }: LifeRow): Told | undefined {
  const told: Told = {
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(handling === undefined ? {} : { handling }),
    ...(extended === undefined ? {} : { extended }),
    ...(returned === undefined ? {} : { returned }),
    ...(redone === undefined ? {} : { redone }),
  };
  return Object.keys(told).length === 0 ? undefined : told;
}
