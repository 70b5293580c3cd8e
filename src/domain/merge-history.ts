import type { CourseEvent, UnitRef } from './appeal-event.ts';
import { eventsInForce, isSuccession } from './appeal-event.ts';
import type { Continuation, KnownLife, LifeDifference } from './continue-life.ts';
import { isSameMinute, makeTakingBack, timeFields } from './continue-life.ts';
import type { RecordedEvent } from './life.ts';
import type { Instant } from './time.ts';

type ChainEvent = RecordedEvent & { readonly row: number };

/** What a log of hand-overs adds to the history of an appeal, and where it says otherwise. */
export interface HistoryMerge extends Pick<Continuation, 'differences'> {
  readonly added: readonly (RecordedEvent & { readonly row: number | null })[];
}

/** What a log tells better than the row of an appeal, which knows only where it is, or ended. */
const handOvers: ReadonlySet<CourseEvent['action']> = new Set(['transfer', 'return', 'decide']);
const toldByBoth: ReadonlySet<CourseEvent['action']> = new Set(['accept', 'reopen', 'assist']);

/** What an appeal has once where it has it: the last of a log is that of the row. */
const toldByRow: ReadonlySet<CourseEvent['action']> = new Set(['reply', 'close', 'callback']);

/**
 * Puts the chain of a log into the history of an appeal. What both have, at the same minute, is there already. Hand-overs and what goes with
 * them are taken from the log, as far as it reaches: those in its span that only the row of the appeal told are taken back, and a unit that the
 * row knows and the log has not come to is handed over to at its end. Of a reply, a close or a call-back the register keeps its own where the
 * times differ, and that is said; one without a time of its own gets that of the log. What follows from the end of a unit stays.
 */
export function mergeHistory(
  known: Pick<KnownLife, 'events' | 'textsOf'>,
  chain: readonly ChainEvent[],
  now: Instant,
): HistoryMerge {
  const [first] = chain;
  const last = chain.at(-1);
  if (first === undefined || last === undefined) return { added: [], differences: [] };
  const there = eventsInForce(known.events).filter(({ action }) => action !== 'log');
  const pairs = matchEvents(there, chain);
  const fill = (event: ChainEvent, one: CourseEvent): ChainEvent =>
    fillIn(event, one, known.textsOf(one.seq));
  const gone = new Set<CourseEvent>();
  const added = new Map<ChainEvent, ChainEvent>();
  const matched = new Set(pairs.values());
  for (const event of chain) if (!matched.has(event)) added.set(event, event);
  for (const [one, event] of pairs) {
    if (!isToldAnew(one, event, [...added.keys()])) continue;
    gone.add(one);
    added.set(event, fill(event, one));
  }
  const { differences, taken } = settleOnce(there, { pairs, added, fill });
  for (const one of taken) gone.add(one);
  const tells = new Set(chain.map(({ action }) => action));
  const hasHops = chain.some(({ to }) => to !== null);
  const later: CourseEvent[] = [];
  for (const one of there) {
    const { action, at, data } = one;
    const isHandOver = handOvers.has(action);
    const isToldBetter = isHandOver ? hasHops : toldByBoth.has(action) && tells.has(action);
    if (pairs.has(one) || !isToldBetter || isOwn(one)) continue;
    // A log is believed for the time it is of; what it does not reach stays.
    const isFromLog = data.source?.log === true;
    const isUnreached = !isFromLog && one.to !== null && !chain.some(({ to }) => to?.id === one.to?.id);
    // One that was told behind the log before is behind it still.
    const isLater = at > last.at || (isUnreached && at === last.at && data.source?.undated === true);
    if (isLater || (isFromLog && at < first.at)) {
      if (isLater && (one.to !== null || isSentBack(one))) later.push(one);
      continue;
    }
    gone.add(one);
    if (isUnreached) later.push(one);
  }
  const tail = retellLater(later, { last, gone, holder: lastHolder(chain), textsOf: known.textsOf });
  const fresh = [...chain.flatMap((event) => added.get(event) ?? []), ...tail];
  if (gone.size === 0) return { added: fresh, differences };
  const seqs = [...gone].map(({ seq }) => seq).sort((a, b) => a - b);
  return { added: [{ ...makeTakingBack(seqs, now), row: null }, ...fresh], differences };
}

/** Which event of the register is which of the log. */
function matchEvents(
  there: readonly CourseEvent[],
  chain: readonly ChainEvent[],
): Map<CourseEvent, ChainEvent> {
  const pairs = new Map<CourseEvent, ChainEvent>();
  for (const event of chain) {
    const same = there.find((one) => !pairs.has(one) && isSame(one, event));
    if (same !== undefined) pairs.set(same, event);
  }
  return pairs;
}

/**
 * Whether what the register has is told once more as the log has it: where something new is told in the same minute, so that both stand in the
 * order of the log; and a close, which keeps the due day it was closed under, where the work is known by now to have been done again before.
 */
function isToldAnew(one: CourseEvent, event: ChainEvent, fresh: readonly ChainEvent[]): boolean {
  if (isOwn(one)) return false;
  return fresh.some(
    ({ action, at }) =>
      isSameMinute(at, event.at) || (one.action === 'close' && action === 'reopen' && at <= event.at),
  );
}

/** Settles what an appeal has once: the register's own is kept and said where the times differ, one without a time takes that of the log. */
function settleOnce(
  there: readonly CourseEvent[],
  terms: {
    readonly pairs: ReadonlyMap<CourseEvent, ChainEvent>;
    readonly added: Map<ChainEvent, ChainEvent>;
    readonly fill: (event: ChainEvent, one: CourseEvent) => ChainEvent;
  },
): { readonly differences: LifeDifference[]; readonly taken: CourseEvent[] } {
  const { pairs, added, fill } = terms;
  const differences: LifeDifference[] = [];
  const taken: CourseEvent[] = [];
  const settled = new Set<ChainEvent>(pairs.values());
  for (const one of there.toReversed()) {
    if (pairs.has(one) || !toldByRow.has(one.action) || isOwn(one)) continue;
    const other = [...added.keys()].findLast((event) => event.action === one.action && !settled.has(event));
    if (other === undefined) continue;
    settled.add(other);
    if (one.data.source?.undated === true) {
      taken.push(one);
      added.set(other, fill(other, one));
      continue;
    }
    added.delete(other);
    const field = timeFields[one.action];
    if (field !== undefined) differences.push({ field, before: one.at, after: other.at });
  }
  return { differences, taken };
}

/** Hand-overs after the end of the log, each from the unit that has it then. */
function retellLater(
  later: readonly CourseEvent[],
  terms: {
    readonly last: ChainEvent;
    readonly gone: Set<CourseEvent>;
    readonly holder: UnitRef | null | undefined;
    readonly textsOf: KnownLife['textsOf'];
  },
): ChainEvent[] {
  const { last, gone, textsOf } = terms;
  if (terms.holder === undefined) return [];
  let { holder } = terms;
  return later.flatMap((one): ChainEvent[] => {
    const { action, at, to, data, reason, from } = one;
    const isThere = !gone.has(one) && (from?.id ?? null) === (holder?.id ?? null);
    const isHeld = to !== null && holder?.id === to.id;
    const before = holder;
    if (isSentBack(one)) {
      holder = null;
      return [];
    }
    holder = to;
    if (isThere) return [];
    gone.add(one);
    if (isHeld) return [];
    const { source, ...said } = data;
    const isUndated = at <= last.at || source?.undated === true;
    const time = at > last.at ? at : last.at;
    return [
      {
        action,
        at: time,
        isUndated,
        from: before,
        to,
        reason,
        data: said,
        texts: textsOf(one.seq),
        row: last.row,
      },
    ];
  });
}

/** Whether an event gives an appeal back to the transfer desk. */
function isSentBack({ action, to, data }: Pick<CourseEvent, 'action' | 'to' | 'data'>): boolean {
  return action === 'decide' && to === null && data.decision === 'uphold';
}

/** Who has an appeal at the end of a chain; undefined where it hands nothing over. */
function lastHolder(chain: readonly ChainEvent[]): UnitRef | null | undefined {
  let holder: UnitRef | null | undefined;
  for (const event of chain) {
    if (event.to !== null) holder = event.to;
    else if (isSentBack(event)) holder = null;
  }
  return holder;
}

/** What this tool wrote itself: what follows from the end of a unit. */
function isOwn(event: CourseEvent): boolean {
  return event.data.source === undefined && (event.action === 'release' || isSuccession(event));
}

/** Whether an event of the register is what a log tells: the same act, at the same minute, to the same unit. */
function isSame(there: CourseEvent, told: RecordedEvent): boolean {
  const isUndated = there.data.source?.undated === true;
  if (isUndated !== told.isUndated || !isSameMinute(there.at, told.at)) return false;
  if ((there.data.gap === true) !== (told.data.gap === true)) return false;
  const isHandOver = told.to !== null;
  if (isHandOver !== (there.to !== null)) return false;
  // A first hand-over by the row of the appeal is one of the log, whatever the log calls it.
  if (isHandOver) return there.to?.id === told.to.id && (there.from?.id ?? null) === (told.from?.id ?? null);
  return there.action === told.action && there.data.decision === told.data.decision;
}

/** What the register has of an event, with what the log says of it. */
function fillIn(
  event: ChainEvent,
  { data }: CourseEvent,
  texts: readonly { readonly field: string; readonly text: string }[],
): ChainEvent {
  const { outcome, callback, assists } = data;
  const own = event.texts.filter(({ field }) => !texts.some((one) => one.field === field));
  return {
    ...event,
    data: {
      ...event.data,
      ...(outcome === undefined ? {} : { outcome }),
      ...(callback === undefined ? {} : { callback }),
      ...(assists === undefined ? {} : { assists }),
    },
    texts: [...texts.map(({ field, text }) => ({ field, text })), ...own],
  };
}
