import type { State } from '../../domain/appeal.ts';
import { assistantKey } from '../../domain/appeal-parties.ts';
import { hasEnded } from '../../domain/span.ts';
import type { Instant } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Trx } from '../../store/db.ts';
import type { LocalWork, Operation } from '../kernel/transaction.ts';
import { decideHandOver, decideMoment, referTo } from './hand-over.ts';
import { findHeir } from '../unit/find-unit.ts';
import type { ActedAppeal } from './record-event.ts';
import { getActedAppeal, recordEvent } from './record-event.ts';
import { listUnits } from '../../store/units.ts';

/** States in which the unit that leads has work to do. */
const atWork = new Set<State>(['sent', 'accepted']);

/**
 * Sees to it that no appeal stays with a unit that is no more: it goes on to the unit that took over whole, else to the transfer desk,
 * where it is in the queue; and that nobody who is no more assists.
 */
export async function leaveEnded(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  given: ActedAppeal,
  // What follows from an act is dated as that act.
  at: Instant = decideMoment(work, undefined, given.course.lastAt),
): Promise<ActedAppeal> {
  if (!atWork.has(given.course.state)) return given;
  const { jurisdiction } = work;
  const units = new Map((await listUnits(trx, jurisdiction.id)).map((unit) => [unit.id, unit]));
  let acted = given;
  // Units that ended while nobody was at work on it.
  for (const { id } of given.course.assists) {
    const from = units.get(id);
    if (from === undefined || !hasEnded(from) || !acted.course.assists.some((one) => one.id === id)) continue;
    const to = (await findHeir(trx, jurisdiction, id)) ?? null;
    acted = await passAssistance(trx, work, operation, acted, { from, to, at });
  }
  const { holder } = acted.course;
  const unit = holder === null ? undefined : units.get(holder.id);
  if (holder === null || unit === undefined || !hasEnded(unit)) return acted;
  const heir = await findHeir(trx, jurisdiction, unit.id);
  if (heir === undefined)
    return recordEvent(trx, work, operation, acted, { action: 'release', at, from: holder });
  const hop = { action: 'transfer' as const, at, to: heir, reason: 'reorganised' as const };
  return recordEvent(trx, work, operation, acted, await decideHandOver(trx, work, acted, hop));
}

/** Has an open appeal leave the unit that has just ended, within a transaction. */
export async function leaveEndedUnit(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  number: string,
): Promise<void> {
  await leaveEnded(trx, work, operation, await getActedAppeal(trx, work.jurisdiction, number));
}

/** Has the unit that another went into assist an open appeal in its place, unless it leads it; where nobody took over, nobody does. Within a transaction. */
export async function takeOverAssistance(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  number: string,
  units: { readonly from: Unit; readonly to: Unit | null },
): Promise<void> {
  const acted = await getActedAppeal(trx, work.jurisdiction, number);
  const at = decideMoment(work, undefined, acted.course.lastAt);
  await passAssistance(trx, work, operation, acted, { ...units, at });
}

async function passAssistance(
  trx: Trx,
  work: LocalWork,
  operation: Operation,
  acted: ActedAppeal,
  { from, to, at }: { readonly from: Unit; readonly to: Unit | null; readonly at: Instant },
): Promise<ActedAppeal> {
  const { assists, holder } = acted.course;
  const moved = assists
    .flatMap((one) => (one.id !== from.id ? [one] : to === null ? [] : [{ ...one, ...referTo(to) }]))
    .filter(({ id, office }) => id !== holder?.id || office !== undefined);
  const distinct = [...new Map(moved.map((one) => [assistantKey(one), one])).values()];
  return recordEvent(trx, work, operation, acted, { action: 'assist', at, data: { assists: distinct } });
}
