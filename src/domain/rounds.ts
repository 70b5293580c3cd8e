import type { Outcome } from './appeal.ts';
import type { CourseEvent } from './appeal-event.ts';
import { eventsInForce, isSuccession } from './appeal-event.ts';
import type { CountingRules } from './counting-rules.ts';
import { dueOf, rulesOf, unlessMissing } from './counting-rules.ts';
import { foldCourses } from './course.ts';
import type { DeadlineFacts } from './deadline.ts';
import { lastDayOf } from './deadline.ts';
import type { Satisfaction } from './satisfaction.ts';
import type { Stretch } from './stops.ts';
import { listStops } from './stops.ts';
import type { Day, Instant } from './time.ts';
import { localDay, nextDay, startOfDay } from './time.ts';
import { workingMinutes } from './working-hours.ts';

/** How a round of work begins: the appeal is received, reopened after it was closed, or to be done again though it was not closed. */
export type Beginning = 'receipt' | 'reopen' | 'redo';

/**
 * One round of work on an appeal, from when it was received, reopened or sent back to be done again until it was closed or sent back. The rounds
 * of an appeal follow each other without a gap while it is open: what is open at a moment is what has begun and is not over.
 */
export interface Round {
  /** 1 for that which begins with the receipt. */
  readonly round: number;
  readonly begun: Beginning;
  readonly begunAt: Instant;
  /** Null while it goes on. */
  readonly overAt: Instant | null;
  /** Whether it is over because the appeal was closed, and not because it is to be done again. */
  readonly isClosed: boolean;
  readonly outcome: Outcome | null;
  /** When a unit was first given it; of a later round its beginning, where a unit leads. A hand-over that was recalled is none. */
  readonly handedAt: Instant | null;
  /** When the citizen was answered, or it ended without an answer. */
  readonly answeredAt: Instant | null;
  /** The end of its due day; null where no day is known. */
  readonly dueUntil: Instant | null;
  readonly isExtended: boolean;
  /** Who led when it was over, or leads now; null for the transfer desk. */
  readonly leadId: number | null;
  /** With how many units the appeal was, one after the other: with one, nobody else can have led at any moment. */
  readonly stays: number;
  /** Minutes of working hours; null where nobody knows, or nothing has ended. */
  readonly acceptMinutes: number | null;
  readonly replyMinutes: number | null;
  readonly wholeMinutes: number | null;
  /** Whether the unit that answered had accepted it by the last day for that; null where nobody knows. */
  readonly isAcceptedInTime: boolean | null;
}

/** Something that is counted where it happened: a return, a hand-over from unit to unit, work sent back, a call-back, that a unit begins to assist. */
export type ActSort = 'return' | 'hand-on' | 'redo' | 'callback' | 'assist';

/** An act that reports count, for the unit whose it is; null for the transfer desk. */
export interface CountedAct {
  readonly sort: ActSort;
  readonly at: Instant;
  readonly unitId: number | null;
  /** When a return was upheld; null for one that was not, or waits. */
  readonly upheldAt: Instant | null;
  /** What a call-back gave; null where it was none, or nothing was said. */
  readonly isReached: boolean | null;
  readonly isSolved: boolean | null;
  readonly satisfied: Satisfaction | null;
}

/** What reports count of one appeal. */
export interface AppealFacts {
  readonly rounds: readonly Round[];
  readonly acts: readonly CountedAct[];
}

type Open<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Reads what reports count from the history of an appeal; nothing of one that is void. A due day that cannot be counted here is that which
 * another system told.
 */
export function foldFacts(
  counting: CountingRules,
  sort: DeadlineFacts,
  history: readonly CourseEvent[],
): AppealFacts {
  const events = eventsInForce(history);
  const courses = foldCourses(events);
  const last = courses.at(-1);
  if (last === undefined || last.isVoided) return { rounds: [], acts: [] };
  const walk = new FactsWalk();
  for (const [place, event] of events.entries()) walk.take(event, courses[place - 1], courses[place]);
  const { told } = last;
  const stretches = listStops(events).flatMap((stop) =>
    stop.isRecalled ? [] : stop.stretches.map((one) => ({ ...one, isUnknown: stop.isAcceptUnknown })),
  );
  const rounds = walk.rounds.map(({ last: until, isUndated, isCloseDated, ...round }, place): Round => {
    const upTo = place === walk.rounds.length - 1 ? events : events.filter((_, at) => at <= until);
    const due = unlessMissing(() => dueOf(counting, sort, upTo), null)?.on;
    const day = due ?? (told.dueAt === undefined ? undefined : localDay(told.dueAt, counting.timeZone));
    const dueUntil = day === undefined ? null : endOfDay(day, counting.timeZone);
    // Nobody told when it was answered: only a close before the due day shows that it was in time.
    const isJudged =
      !isUndated || (isCloseDated && dueUntil !== null && (round.overAt ?? dueUntil) < dueUntil);
    return {
      ...round,
      stays: walk.stays.length + walk.successions,
      dueUntil: isJudged ? dueUntil : null,
      isExtended: round.isExtended || (place === 0 && told.extended === true),
      ...(isUndated
        ? noMinutes
        : countMinutes(counting, rulesOf(counting, events)?.accept ?? null, round, stretches)),
    };
  });
  return { rounds, acts: walk.acts };
}

/** What reports count of an appeal that was just taken in and, if a unit is named, handed to it. */
export function freshFacts(
  receivedAt: Instant,
  sent: { readonly unitId: number; readonly at: Instant } | null,
  dueUntil: Instant | null,
): AppealFacts {
  const round = { ...beginRound(1, 'receipt', receivedAt), dueUntil };
  return {
    rounds: [
      { ...round, handedAt: sent?.at ?? null, leadId: sent?.unitId ?? null, stays: sent === null ? 0 : 1 },
    ],
    acts: [],
  };
}

const ends = new Map<string, Instant>();

/** The moment at which a day is over. */
export function endOfDay(day: Day, timeZone: string): Instant {
  const key = `${day} ${timeZone}`;
  const there = ends.get(key);
  if (there !== undefined) return there;
  const end = startOfDay(nextDay(day), timeZone);
  ends.set(key, end);
  return end;
}

const noMinutes = { acceptMinutes: null, replyMinutes: null, wholeMinutes: null, isAcceptedInTime: null };

function beginRound(round: number, begun: Beginning, begunAt: Instant): Round {
  const nothing = { overAt: null, isClosed: false, outcome: null, answeredAt: null, dueUntil: null };
  return {
    ...{ round, begun, begunAt, handedAt: null, isExtended: false, leadId: null, stays: 0 },
    ...nothing,
    ...noMinutes,
  };
}

type Course = ReturnType<typeof foldCourses>[number];

/** A round while the history is gone through. */
interface OpenRound extends Open<Round> {
  /** Place of its last event. */
  last: number;
  /** Whether nobody told when it was answered, and whether somebody told when it was closed. */
  isUndated: boolean;
  isCloseDated: boolean;
}

/** Goes through a history event by event. */
class FactsWalk {
  readonly rounds: OpenRound[] = [];
  readonly acts: Open<CountedAct>[] = [];
  /** The units it was with, one after the other; what a successor takes over stays where it is. */
  readonly stays: { unitId: number; readonly act: Open<CountedAct> | undefined }[] = [];
  /** How often a successor took over: the unit was another before. */
  successions = 0;
  #place = -1;

  take(event: CourseEvent, before: Course | undefined, after: Course | undefined): void {
    this.#place += 1;
    if (after === undefined) return;
    const { action, at, data } = event;
    if (action === 'log') this.#begin('receipt', at, after);
    const round = this.rounds.at(-1);
    if (round === undefined) return;
    const isRedo = action === 'reopen' || data.review?.result === 'redo';
    if (isRedo) this.#redo(round, at, after);
    else this.#move(event, before, after, round);
    const current = this.rounds.at(-1) ?? round;
    if (current.overAt === null) current.leadId = after.holder?.id ?? null;
    if ((action === 'reply' || action === 'close') && round.answeredAt === null) {
      round.answeredAt = at;
      round.isUndated = data.source?.undated === true;
    }
    if (action === 'close') {
      round.isCloseDated = data.source?.undated !== true;
      round.overAt = at;
      round.isClosed = true;
      round.outcome = data.outcome ?? null;
    }
    for (const { id } of after.assists)
      if (before?.assists.some((one) => one.id === id) !== true && !this.#assists(id, at))
        this.#act('assist', at, id);
    if (action === 'extend') round.isExtended = true;
    if (action === 'return') this.#act('return', at, before?.holder?.id ?? null);
    if (action === 'decide' && data.decision !== 'reject') this.#uphold(at);
    if (data.callback !== undefined) {
      const { reached, solved, satisfiedWithResult } = data.callback;
      const said = { isReached: reached, isSolved: solved ?? null, satisfied: satisfiedWithResult ?? null };
      Object.assign(this.#act('callback', at, after.holder?.id ?? null), said);
    }
    current.last = this.#place;
  }

  #begin(begun: Beginning, at: Instant, after: Course): void {
    const told = { last: this.#place, isUndated: false, isCloseDated: true };
    const handedAt = after.holder === null ? null : at;
    this.rounds.push({ ...beginRound(this.rounds.length + 1, begun, at), ...told, handedAt });
  }

  #redo(round: OpenRound, at: Instant, after: Course): void {
    const wasClosed = round.overAt !== null;
    round.overAt ??= at;
    this.#begin(wasClosed ? 'reopen' : 'redo', at, after);
    this.#act('redo', at, after.holder?.id ?? null);
  }

  /** A hand-over, a recall, or that nobody leads any more. */
  #move(event: CourseEvent, before: Course | undefined, after: Course, round: OpenRound): void {
    const { action, at } = event;
    const unitId = after.holder?.id;
    if (action === 'recall') {
      const gone = this.stays.pop();
      if (gone?.act !== undefined) this.acts.splice(this.acts.indexOf(gone.act), 1);
      if (unitId === undefined && after.hops.length === 0) round.handedAt = null;
      return;
    }
    if (unitId === undefined || unitId === before?.holder?.id) return;
    round.handedAt ??= at;
    const stay = this.stays.at(-1);
    if (stay !== undefined && isSuccession(event)) {
      stay.unitId = unitId;
      this.successions += 1;
    } else if (stay?.unitId === unitId) this.stays.push({ unitId, act: undefined });
    else {
      const act = stay === undefined ? undefined : this.#act('hand-on', at, stay.unitId);
      this.stays.push({ unitId, act });
    }
  }

  #act(sort: ActSort, at: Instant, unitId: number | null): Open<CountedAct> {
    const nothing = { upheldAt: null, isReached: null, isSolved: null, satisfied: null };
    const act = { sort, at, unitId, ...nothing };
    this.acts.push(act);
    return act;
  }

  /** Whether a unit has begun to assist at this moment already, by another of its offices. */
  #assists(unitId: number, at: Instant): boolean {
    return this.acts.some((act) => act.sort === 'assist' && act.unitId === unitId && act.at === at);
  }

  #uphold(at: Instant): void {
    const asked = this.acts.findLast(({ sort }) => sort === 'return');
    if (asked !== undefined) asked.upheldAt ??= at;
  }
}

/** Minutes of working hours of a round that was answered, and whether it was accepted in time. */
function countMinutes(
  counting: CountingRules,
  window: Parameters<typeof lastDayOf>[1] | null,
  { begunAt, answeredAt }: Pick<Round, 'begunAt' | 'answeredAt'>,
  stretches: readonly (Stretch & { readonly isUnknown: boolean })[],
): Pick<Round, 'acceptMinutes' | 'replyMinutes' | 'wholeMinutes' | 'isAcceptedInTime'> {
  if (answeredAt === null) return noMinutes;
  const count = (from: Instant, until: Instant): number | null =>
    unlessMissing(() => workingMinutes(counting, from, until), null);
  const wholeMinutes = count(begunAt, answeredAt);
  const stretch = stretches.findLast(
    ({ from, until }) => from <= answeredAt && (until ?? answeredAt) >= answeredAt,
  );
  if (stretch?.acceptedAt == null || stretch.isUnknown || stretch.acceptedAt > answeredAt)
    return { ...noMinutes, wholeMinutes };
  const { from, acceptedAt } = stretch;
  const { timeZone, calendar } = counting;
  const limit =
    window === null ? null : unlessMissing(() => lastDayOf(calendar, window, localDay(from, timeZone)), null);
  return {
    acceptMinutes: count(from, acceptedAt),
    replyMinutes: count(acceptedAt, answeredAt),
    wholeMinutes,
    isAcceptedInTime: limit === null ? null : localDay(acceptedAt, timeZone) <= limit,
  };
}
