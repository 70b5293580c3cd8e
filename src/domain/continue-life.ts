import { states } from './appeal.ts';
import type { Action, CourseEvent, EventData, Told } from './appeal-event.ts';
import { eventsInForce } from './appeal-event.ts';
import type { Course } from './course.ts';
import { foldCourse } from './course.ts';
import type { LifeRow, LifeUnits, RecordedEvent } from './life.ts';
import { lifeTimes, listLife } from './life.ts';
import type { Instant } from './time.ts';

/** What of the life of an appeal a file may say otherwise than the register. */
export type LifeField =
  | 'unit'
  | 'sentAt'
  | 'acceptedAt'
  | 'repliedAt'
  | 'reply'
  | 'closedAt'
  | 'outcome'
  | 'calledBackAt'
  | 'callback'
  | 'state';

/** A contradiction: what the register has, and what the file says; a text is personal. */
export interface LifeDifference {
  readonly field: LifeField;
  readonly before: string;
  readonly after: string;
}

/** What a row of another system adds to the history of an appeal, and where it says otherwise. */
export interface Continuation {
  readonly added: readonly RecordedEvent[];
  readonly differences: readonly LifeDifference[];
}

/** An appeal as it stands in the register, with what was written with its events. */
export interface KnownLife {
  readonly events: readonly CourseEvent[];
  /** What was written with an event, by its number; nothing where that was removed. */
  readonly textsOf: (seq: number) => readonly { readonly field: string; readonly text: string }[];
  /** Whether its course was recorded here: then nothing is added to it. */
  readonly isOurs: boolean;
}

/** Which time of a row an act stands for. */
export const timeFields: Readonly<Partial<Record<Action, LifeField>>> = {
  transfer: 'sentAt',
  accept: 'acceptedAt',
  reply: 'repliedAt',
  close: 'closedAt',
  callback: 'calledBackAt',
};

/**
 * Says what a later export of the same appeal adds. What it has that the register has not is new and is added at its own time; what both have
 * with another value is a contradiction and stays. Times are the same to the minute. A reply, a close or a hand-over after everything that is
 * known is a further one; where the appeal was closed it was reopened before.
 */
export function continueLife(known: KnownLife, row: LifeRow, units: LifeUnits): Continuation {
  const comparison = new LifeComparison(known, row);
  // A row that names no unit says nothing of who leads.
  const lead = units.lead ?? foldCourse(known.events).holder;
  for (const event of listLife(row, { ...units, lead })) comparison.take(event);
  return comparison.end(row);
}

class LifeComparison {
  readonly #known: KnownLife;
  readonly #events: readonly CourseEvent[];
  readonly #course: Course;
  readonly #lastAt: Instant;
  readonly #added: RecordedEvent[] = [];
  readonly #differences: LifeDifference[] = [];

  /** Whether the row is of an earlier export: what is known goes further than all its times. */
  readonly #isOlder: boolean;

  constructor(known: KnownLife, row: LifeRow) {
    this.#known = known;
    this.#events = eventsInForce(known.events);
    this.#course = foldCourse(known.events);
    this.#lastAt = this.#course.lastAt;
    const times = lifeTimes.flatMap((name) => row[name] ?? []);
    const last = times.reduce((a, b) => (a > b ? a : b), row.receivedAt);
    this.#isOlder = this.#events.some(
      ({ at, action, data }) =>
        data.source?.log === undefined &&
        data.source?.undated === undefined &&
        action !== 'told' &&
        at > last,
    );
  }

  take(event: RecordedEvent): void {
    if (event.action === 'told') this.#takeTold(event);
    else if (event.action === 'assist') this.#takeAssists(event);
    else if (event.action === 'transfer') this.#takeHandOver(event);
    else this.#takeAct(event);
  }

  #add(event: RecordedEvent): void {
    const [first] = this.#events;
    const field = timeFields[event.action];
    // Nothing happened to an appeal before it was received, whatever a file says of when that was.
    if (first !== undefined && event.at < first.at && field !== undefined) this.#differ(field, '', event.at);
    else this.#added.push(first !== undefined && event.at < first.at ? { ...event, at: first.at } : event);
  }

  #differ(field: LifeField, before: string, after: string): void {
    this.#differences.push({ field, before, after });
  }

  #takeTold(event: RecordedEvent): void {
    const { told } = this.#course;
    const entries = Object.entries(event.data.told ?? {}) as [keyof Told, unknown][];
    const changed = entries.filter(([field, value]) => told[field] !== value);
    if (changed.length === 0 || this.#known.isOurs || this.#isOlder) return;
    // What is said of it as a whole holds from then on, whatever the times of the row.
    const before = this.#events.findLast(({ action }) => action === 'told')?.at ?? event.at;
    const at = event.at > before ? event.at : before;
    this.#add({ ...event, at, data: { told: Object.fromEntries(changed) } });
  }

  #takeAssists(event: RecordedEvent): void {
    const keysOf = (data: EventData): string => (data.assists ?? []).map(({ id }) => String(id)).join();
    const there = { assists: this.#course.assists.filter(({ office }) => office === undefined) };
    if (keysOf(event.data) === keysOf(there) || this.#known.isOurs) return;
    // That they once did is known already.
    if (this.#events.some(({ data }) => data.assists !== undefined && keysOf(data) === keysOf(event.data)))
      return;
    this.#add({ ...event, at: this.#after(event.at), isUndated: true });
  }

  #takeHandOver(event: RecordedEvent): void {
    const hops = this.#events.filter(({ to }) => to !== null);
    const there = hops.filter(({ to }) => to?.id === event.to?.id);
    if (event.isUndated ? there.length > 0 : there.some(({ at }) => isSameMinute(at, event.at))) return;
    // A row has the time of the first hand-over with the unit of the last.
    const isHeld = this.#course.holder?.id === event.to?.id;
    if (isHeld && hops.some(({ at }) => isSameMinute(at, event.at))) return;
    const last = hops.at(-1);
    const isLater = event.isUndated || last === undefined || event.at > last.at;
    if (there.length > 0 || this.#known.isOurs || !isLater) {
      if (there.length > 0) this.#differ('sentAt', there.at(-1)?.at ?? '', event.at);
      else this.#differ('unit', this.#course.holder?.name ?? '', event.to?.name ?? '');
      return;
    }
    const at = event.isUndated ? this.#lastAt : event.at;
    this.#reopen(event, at);
    this.#add({ ...event, at, from: holderAt(this.#known.events, at) });
  }

  /** Takes an acceptance, a reply, a call-back or a close. */
  #takeAct(event: RecordedEvent): void {
    const { action, at, isUndated } = event;
    const there = this.#events.filter((one) => one.action === action);
    const same = isUndated ? there.at(-1) : there.findLast((one) => isSameMinute(one.at, at));
    const isMoved = this.#added.some((one) => one.to !== null || one.action === 'reopen');
    if (same !== undefined && !(isUndated && isMoved)) {
      this.#compare(same, event);
      return;
    }
    const last = there.at(-1);
    const isNew = last === undefined || (at > this.#lastAt && (action !== 'accept' || isMoved)) || isMoved;
    const field = timeFields[action];
    if ((!isNew || this.#known.isOurs) && field !== undefined) {
      this.#differ(field, last?.at ?? '', at);
      return;
    }
    if (action !== 'callback') this.#reopen(event, this.#lastAt);
    this.#add(isUndated ? { ...event, at: this.#after(at) } : event);
  }

  /** What follows the close of an appeal says that it was reopened. */
  #reopen(event: Pick<RecordedEvent, 'at'>, at: Instant): void {
    const isClosed =
      this.#course.state === 'closed' && !this.#added.some(({ action }) => action === 'reopen');
    const closedAt = this.#events.findLast(({ action }) => action === 'close')?.at ?? '';
    if (isClosed && event.at > closedAt) this.#add(makeReopen(at));
  }

  #compare(there: CourseEvent, event: RecordedEvent): void {
    for (const { field, text } of event.texts) {
      const before = this.#known.textsOf(there.seq).find((one) => one.field === field)?.text;
      if (before !== undefined && before !== text)
        this.#differ(field === 'reply' ? 'reply' : 'callback', before, text);
    }
    const [had, has] = [there.data.outcome, event.data.outcome];
    if (had !== undefined && has !== undefined && had !== has) this.#differ('outcome', had, has);
    this.#compareCallback(there.data.callback, event);
  }

  #compareCallback(before: EventData['callback'], event: RecordedEvent): void {
    const { callback } = event.data;
    if (before === undefined || callback === undefined) return;
    const was: Readonly<Record<string, unknown>> = { ...before };
    const entries = Object.entries(callback).filter(([field, value]) => was[field] !== value);
    const isMore = (field: string): boolean => was[field] === undefined || was['reached'] === false;
    for (const [field, value] of entries)
      if (!isMore(field))
        this.#differ('callback', `${field} ${String(was[field])}`, `${field} ${String(value)}`);
    if (entries.length === 0 || this.#known.isOurs || entries.some(([field]) => !isMore(field))) return;
    this.#add({ ...event, at: this.#after(event.at) });
  }

  /** No earlier than what is known: of what is told without a time nobody knows when it was. */
  #after(at: Instant): Instant {
    const last = this.#added.at(-1)?.at ?? this.#lastAt;
    return at > last ? at : last;
  }

  /** A status that says less than is known is an older one, unless the work was done again since. */
  end({ state, redone = 0 }: LifeRow): Continuation {
    const course = this.#course;
    const isBack = state !== undefined && states.indexOf(state) < states.indexOf(course.state);
    if (isBack && this.#added.every(({ to }) => to === null)) {
      const isRedone = state !== 'unassigned' && redone > course.reworks && !this.#isOlder;
      if (this.#known.isOurs || !isRedone) this.#differ('state', course.state, state);
      else if (!this.#added.some(({ action }) => action === 'reopen')) {
        const accepted = this.#added.filter(({ action }) => action !== 'accept');
        const at = this.#lastAt;
        this.#added.splice(0, this.#added.length, ...accepted, makeReopen(at));
        if (state === 'accepted' || state === 'replied')
          this.#added.push({ ...makeReopen(at), action: 'accept' });
      }
    }
    const added = this.#added.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    return { added, differences: this.#differences };
  }
}

/** Makes what takes back events that an import told. */
export function makeTakingBack(seqs: readonly number[], at: Instant): RecordedEvent {
  return {
    ...{ action: 'undo', at, isUndated: false, from: null, to: null, reason: null, texts: [] },
    data: { undoes: seqs, ofRecord: true },
  };
}

function makeReopen(at: Instant): RecordedEvent {
  return {
    ...{ action: 'reopen', at, isUndated: true, from: null, to: null, reason: null },
    ...{ data: {}, texts: [] },
  };
}

/** Whether two moments are in the same minute: one system keeps seconds, another does not. */
export function isSameMinute(a: Instant, b: Instant): boolean {
  return a.slice(0, 16) === b.slice(0, 16);
}

/** Who led an appeal at a time. */
function holderAt(events: readonly CourseEvent[], at: Instant): RecordedEvent['from'] {
  const before = eventsInForce(events).filter((event) => event.at <= at);
  return before.length === 0 ? null : foldCourse(before).holder;
}
