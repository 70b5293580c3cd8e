import { addWorkingDays } from '../../domain/calendar.ts';
import { unlessMissing } from '../../domain/counting-rules.ts';
import { lastOverdue } from '../../domain/deadline.ts';
import type { Day } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import { countLate, countOpen, countOverdue } from '../../store/appeal-counts.ts';
import { getCountingRules } from '../../store/counting-rules.ts';
import { listUnits } from '../../store/units.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { findLateSpans } from './list-appeals.ts';

/** A unit with appeals that are late: overdue, or not accepted in time. */
export interface LateUnit {
  readonly code: string;
  readonly name: string;
  readonly overdue: number;
  readonly unaccepted: number;
  /** The earliest due day of those that are overdue; null where none is. */
  readonly oldestDue: Day | null;
}

/** What waits and what is late, in figures. */
export interface DueCounts {
  readonly overdue: number;
  /** Due today or on the next worked day; null where no calendar tells. */
  readonly dueSoon: number | null;
  readonly unaccepted: number;
  /** Still to be answered, and without a due day: no calendar, or no rules. */
  readonly withoutDue: number;
  readonly urgent: number;
  readonly escalated: number;
  /** The units that are latest, most overdue first. */
  readonly lateUnits: readonly LateUnit[];
}

/** Counts what is still to be answered: overdue, due soon, not accepted in time, without a due day, urgent, escalated; by the rules of the lists. */
export async function countDue(work: Pick<LocalWork, 'store' | 'jurisdiction' | 'now'>): Promise<DueCounts> {
  const { store, jurisdiction, now } = work;
  const { db } = store;
  const { id } = jurisdiction;
  const counting = await getCountingRules(db, jurisdiction);
  const today = localDay(now, jurisdiction.timeZone);
  const next = unlessMissing(() => addWorkingDays(counting.calendar, today, 1), null);
  const overdue = await countOverdue(db, id, lastOverdue(today));
  const late = await countLate(db, id, findLateSpans(counting, now));
  const lateOf = new Map(late.map(({ unitId, count }) => [unitId, count]));
  const overdueOf = new Map(overdue.map((one) => [one.unitId, one]));
  const units = (await listUnits(db, id)).filter((unit) => overdueOf.has(unit.id) || lateOf.has(unit.id));
  const lateUnits = units.map(({ id: unitId, code, name }): LateUnit => ({
    code,
    name,
    overdue: overdueOf.get(unitId)?.count ?? 0,
    unaccepted: lateOf.get(unitId) ?? 0,
    oldestDue: overdueOf.get(unitId)?.oldest ?? null,
  }));
  const sum = (counts: readonly { readonly count: number }[]): number =>
    counts.reduce((all, { count }) => all + count, 0);
  return {
    overdue: sum(overdue),
    unaccepted: sum(late),
    ...(await countOpen(db, id, next === null ? null : { from: today, until: next })),
    lateUnits: lateUnits
      .sort((a, b) => b.overdue - a.overdue || b.unaccepted - a.unaccepted || (a.code < b.code ? -1 : 1))
      .slice(0, latestUnits),
  };
}

/** So many of the units that are latest are named. */
const latestUnits = 5;
