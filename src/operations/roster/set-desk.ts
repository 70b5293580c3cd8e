import { AppError } from '../../errors.ts';
import type { ClearedField, DeskChange, DeskInput, DeskPeople } from '../../domain/desk-plan.ts';
import { planDesk } from '../../domain/desk-plan.ts';
import type { Day } from '../../domain/time.ts';
import { localDay } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { listTiersInForce } from '../../store/classifications.ts';
import { findDeskSince, listDesks, recordDesk } from '../../store/desks.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { changeRegister } from '../kernel/change-register.ts';
import { getUnitByName, refuseRetired } from '../unit/find-unit.ts';

/** Sets fields and people of one unit's desk, and takes others away; what is not said stays. A first desk takes the tier of the run in force as its own. */
export async function setDesk(
  asked: LocalWork,
  terms: {
    readonly unit: string;
    readonly input: DeskInput;
    readonly people: DeskPeople;
    /** What is taken away. */
    readonly cleared?: readonly ClearedField[];
    readonly from?: Day | undefined;
  },
): Promise<DeskChange> {
  const { jurisdiction } = asked;
  const { input, people, cleared = [], from } = terms;
  return changeRegister(asked, async (trx, _operation, work) => {
    const unit = await getUnitByName(trx, jurisdiction, terms.unit);
    const today = localDay(work.now, jurisdiction.timeZone);
    await refuseRetired(trx, jurisdiction, unit);
    const before = (await listDesks(trx, jurisdiction.id, { unitId: unit.id })).get(unit.id);
    const tier = input.tier ?? before?.tier ?? (await listTiersInForce(trx, jurisdiction.id)).get(unit.id);
    if (tier === undefined) throw new AppError('value-missing', { fields: ['tier'] });
    const late = [input.confirmedOn, input.establishedOn].find((day) => day !== undefined && day > today);
    if (late !== undefined) throw new AppError('time-in-future', { time: late });
    const plan = planDesk(unit, before, { ...input, tier }, { people, cleared, keepsPlace: true });
    if (plan.changes.length > 0) {
      const day = decideFrom(work, from);
      const since = await findDeskSince(trx, unit.id);
      if (since !== undefined && day < since) {
        throw new AppError('desk-day-too-early', { unit: unit.name, on: day, since });
      }
      await recordDesk(trx, unit.id, before, plan.after, day);
    }
    return { result: plan, summary: { unit: unit.code, fields: plan.changes.map(({ field }) => field) } };
  });
}

/** The day from which a change of a desk holds: the one said, else today; never to come. */
function decideFrom({ now, jurisdiction }: LocalWork, said: Day | undefined): Day {
  const today = localDay(now, jurisdiction.timeZone);
  if (said !== undefined && said > today) throw new AppError('time-in-future', { time: said });
  return said ?? today;
}

/** Confirms that desks are as they are on record; all of them at once, or none. Errors: `unit-not-found`, `desk-not-found`, `time-in-future`. */
export async function confirmDesks(
  asked: LocalWork,
  { names, on }: { readonly names: readonly string[]; readonly on?: Day | undefined },
): Promise<{ readonly units: readonly Unit[]; readonly on: Day }> {
  const { jurisdiction } = asked;
  return changeRegister(asked, async (trx, _operation, work) => {
    const day = decideFrom(work, on);
    const today = localDay(work.now, jurisdiction.timeZone);
    const units: Unit[] = [];
    for (const name of names) {
      const unit = await getUnitByName(trx, jurisdiction, name);
      await refuseRetired(trx, jurisdiction, unit);
      const desk = (await listDesks(trx, jurisdiction.id, { unitId: unit.id })).get(unit.id);
      if (desk === undefined) throw new AppError('desk-not-found', { unit: unit.name });
      // A word from an earlier day does not take a later one back.
      const isNewer = desk.confirmedOn === null || desk.confirmedOn < day;
      if (isNewer) await recordDesk(trx, unit.id, desk, { ...desk, confirmedOn: day }, today);
      units.push(unit);
    }
    return { result: { units, on: day }, summary: { units: units.map(({ code }) => code), on: day } };
  });
}
