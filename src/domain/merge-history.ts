import type { CourseEvent } from './appeal-event.ts';
import { eventsInForce } from './appeal-event.ts';
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
 * them are taken from the log: those that only the row of the appeal told are taken back. Of a reply, a close or a call-back the register keeps
 * its own where the times differ, and that is said; one without a time of its own gets that of the log.
 */
export function mergeHistory(
  known: Pick<KnownLife, 'events' | 'textsOf'>,
  chain: readonly ChainEvent[],
  now: Instant,
): HistoryMerge {
  const there = eventsInForce(known.events).filter(({ action }) => action !== 'log');
  const matched = new Map<CourseEvent, ChainEvent>();
  const unmatched = chain.filter((event) => {
    const same = there.find((one) => !matched.has(one) && isSame(one, event));
    if (same !== undefined) matched.set(same, event);
    return same === undefined;
  });
  // A close keeps the due day it was closed under: it is told anew where the work is known by now to have been done again before.
  const reopened = unmatched.find(({ action }) => action === 'reopen');
  const retold = [...matched].filter(
    ([one]) => one.action === 'close' && reopened !== undefined && reopened.at <= one.at,
  );
  for (const [one] of retold) matched.delete(one);
  const again = new Set(retold.map(([, event]) => event));
  const left = chain.filter((event) => unmatched.includes(event) || again.has(event));
  const tells = new Set(chain.map(({ action }) => action));
  const hasHops = chain.some(({ to }) => to !== null);
  const isToldBetter = ({ action }: CourseEvent): boolean =>
    handOvers.has(action) ? hasHops : toldByBoth.has(action) && tells.has(action);
  const gone: CourseEvent[] = [];
  const dropped = new Set<ChainEvent>();
  const filled = new Map<ChainEvent, ChainEvent>();
  const differences: LifeDifference[] = [];
  for (const one of there.toReversed()) {
    if (matched.has(one)) continue;
    if (isToldBetter(one)) gone.push(one);
    if (!toldByRow.has(one.action)) continue;
    const other = left.findLast(
      (event) => event.action === one.action && !dropped.has(event) && !filled.has(event),
    );
    if (other === undefined) continue;
    if (one.data.source?.undated === true || again.has(other)) {
      gone.push(one);
      filled.set(other, fill(other, one, known.textsOf(one.seq)));
      continue;
    }
    dropped.add(other);
    const field = timeFields[one.action];
    if (field !== undefined) differences.push({ field, before: one.at, after: other.at });
  }
  const fresh = left.flatMap((event) => (dropped.has(event) ? [] : [filled.get(event) ?? event]));
  const back =
    gone.length === 0
      ? []
      : [{ ...makeTakingBack(gone.map(({ seq }) => seq).sort((a, b) => a - b), now), row: null }]; // prettier-ignore
  return { added: [...back, ...fresh], differences };
}

/** Whether an event of the register is what a log tells: the same act, at the same minute, to the same unit. */
function isSame(there: CourseEvent, told: RecordedEvent): boolean {
  if (there.data.source?.undated === true || !isSameMinute(there.at, told.at)) return false;
  const isHandOver = told.to !== null;
  if (isHandOver !== (there.to !== null)) return false;
  // A first hand-over by the row of the appeal is one of the log, whatever the log calls it.
  if (isHandOver) return there.to?.id === told.to.id && (there.from?.id ?? null) === (told.from?.id ?? null);
  return there.action === told.action && there.data.decision === told.data.decision;
}

/** What the row said without a time, at the time of the log. */
function fill(
  event: ChainEvent,
  { data }: CourseEvent,
  texts: readonly { readonly field: string; readonly text: string }[],
): ChainEvent {
  const { outcome, callback } = data;
  const own = event.texts.filter(({ field }) => !texts.some((one) => one.field === field));
  return {
    ...event,
    data: {
      ...event.data,
      ...(outcome === undefined ? {} : { outcome }),
      ...(callback === undefined ? {} : { callback }),
    },
    texts: [...texts, ...own],
  };
}
