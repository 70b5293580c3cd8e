import type { ChainStop } from '../../errors.ts';
import { AppError } from '../../errors.ts';
import type { UnitRef } from '../../domain/appeal-event.ts';
import { listStops } from '../../domain/stops.ts';
import type { CourseVerb } from '../../domain/course-rules.ts';
import { allowedVerbs, decideHop, refuseVerb } from '../../domain/course-rules.ts';
import type { Instant } from '../../domain/time.ts';
import { earliestTime } from '../../domain/appeal.ts';
import { completeTime, daysPassed, localDay, localTime, parseLocalTime } from '../../domain/time.ts';
import { makeLineage } from '../../domain/succession.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Db } from '../../store/db.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { endedAmong } from '../../domain/unit.ts';
import { listSuccessions, listUnits } from '../../store/units.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { refuseRetired } from '../unit/find-unit.ts';
import type { EventInput, ActedAppeal } from './record-event.ts';

/** A unit as the course of an appeal names it. */
export function referTo({ id, code, name }: Unit): UnitRef {
  return { id, code, name };
}

/** Refuses what is not allowed now. Errors: `appeal-verb-refused` with what is, `appeal-bound-by-ruling`. */
export function refuseNow({ appeal, course }: ActedAppeal, verb: CourseVerb, isTakeOver = false): void {
  const refusal = refuseVerb(course, verb);
  if (refusal === undefined) return;
  // A successor takes over whatever binds its predecessor, and is bound in turn.
  if (isTakeOver && (refusal.kind === 'bound' || refusal.kind === 'return-pending')) return;
  const { number } = appeal;
  if (refusal.kind === 'bound') {
    throw new AppError('appeal-bound-by-ruling', {
      number,
      unit: course.holder?.name ?? '',
      ruling: refusal.ruling,
    });
  }
  const { state } = course;
  const allowed = allowedVerbs(course);
  throw new AppError('appeal-verb-refused', { number, verb, state, why: refusal.kind, allowed });
}

/**
 * Decides a hand-over to a unit and gives the event of it: the one path to a hop, whoever hands over.
 *
 * Errors: `appeal-held-already`, `appeal-circle`, `appeal-unit-limit`, `appeal-bound-by-ruling`, `appeal-verb-refused`,
 * `unit-retired`.
 */
export async function decideHandOver(
  db: Db,
  work: LocalWork,
  acted: ActedAppeal,
  event: Omit<EventInput, 'from' | 'to'> & {
    readonly action: 'transfer' | 'decide' | 'rule';
    readonly to: Unit;
  },
): Promise<EventInput> {
  const { appeal, course } = acted;
  const { number } = appeal;
  const { jurisdiction } = work;
  const to = referTo(event.to);
  // Whenever it was handed over: it is held from now on.
  await refuseRetired(db, jurisdiction, event.to);
  // Where no unit has led yet, there is nothing to descend from.
  const isFirst = course.hops.length + course.recalledHops.length === 0;
  const units = new Map((isFirst ? [] : await listUnits(db, jurisdiction.id)).map((unit) => [unit.id, unit]));
  const verdict = decideHop(course, to, {
    unitLimit: jurisdiction.unitLimit,
    byRuling: event.ruling !== undefined,
    lineage: makeLineage(isFirst ? [] : await listSuccessions(db, jurisdiction.id)),
    hasEnded: endedAmong(units),
  });
  if (verdict.kind === 'held-already') throw new AppError('appeal-held-already', { number, unit: to.name });
  const isTakeOver = verdict.kind === 'hop' && verdict.isTakeOver;
  refuseNow(acted, event.action, isTakeOver);
  switch (verdict.kind) {
    case 'circle':
      throw new AppError('appeal-circle', { number, unit: to.name, chain: showChain(acted, jurisdiction) });
    case 'unit-limit': {
      const chain = showChain(acted, jurisdiction);
      throw new AppError('appeal-unit-limit', { number, unit: to.name, limit: verdict.limit, chain });
    }
    case 'hop':
  }
  const reason = isTakeOver && event.ruling === undefined ? 'reorganised' : event.reason;
  // Who came of whom the register says, not the reason that somebody typed.
  const isNamed = event.action === 'transfer' && reason === 'reorganised';
  const data = isNamed ? { ...event.data, succession: isTakeOver } : event.data;
  return { ...event, reason, from: verdict.from, to, ...(data === undefined ? {} : { data }) };
}

/** The hops so far, with the days spent at each stop; the last one goes on. */
function showChain({ course, events }: ActedAppeal, jurisdiction: Jurisdiction): ChainStop[] {
  const stops = listStops(events);
  return course.hops.map(({ hop, from, to, at, by }) => {
    const until = stops[hop]?.leftAt ?? null;
    const days = until === null ? undefined : daysPassed(at, until);
    const on = localTime(at, jurisdiction.timeZone);
    return { hop, from: from?.name, to: to.name, on, by, ...(days === undefined ? {} : { days }) };
  });
}

/**
 * The moment something happened: the one said, in local time, else now. Never in the future, never before the last event.
 */
export function decideMoment(work: LocalWork, said: string | undefined, last: Instant | undefined): Instant {
  const { timeZone } = work.jurisdiction;
  if (said === undefined) return last !== undefined && last > work.now ? last : work.now;
  const at = parseLocalTime(completeTime(said, localDay(work.now, timeZone)), timeZone);
  if (at === undefined) {
    throw new AppError('value-invalid', {
      field: 'time',
      value: said,
      example: '2022-02-07 09:30',
    });
  }
  if (at > work.now) throw new AppError('time-in-future', { time: said });
  if (at < earliestTime)
    throw new AppError('time-too-early', { time: said, earliest: earliestTime.slice(0, 10) });
  if (last !== undefined && at < last) {
    throw new AppError('time-out-of-order', { time: said, last: localTime(last, timeZone) });
  }
  return at;
}
