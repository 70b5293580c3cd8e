import { AppError } from '../../errors.ts';
import { hasEnded } from '../../domain/span.ts';
import type { Unit } from '../../domain/unit.ts';
import { listUnits, setUnitSort } from '../../store/units.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { changeRegister } from '../kernel/change-register.ts';
import { getUnitByName, refuseRetired } from './find-unit.ts';

/** A unit that stands elsewhere in the official order. */
export interface MovedUnit {
  readonly unit: Unit;
  /** The unit it stands after; null for the first. */
  readonly after: Unit | null;
  /** Its sort number from now on. */
  readonly sort: number;
  /** How many others got another sort number, to make room. */
  readonly shifted: number;
}

/** Puts a unit right after another in the official order, or before all; others keep their numbers where there is room. Errors: `unit-not-found`, `unit-retired`, `unit-own-successor` for a unit after itself. */
export async function moveUnit(
  asked: LocalWork,
  terms: { readonly unit: string; readonly after: string | null },
): Promise<MovedUnit> {
  return changeRegister(asked, async (trx, _operation, { jurisdiction }) => {
    const unit = await getUnitByName(trx, jurisdiction, terms.unit);
    await refuseRetired(trx, jurisdiction, unit);
    const after = terms.after === null ? null : await getUnitByName(trx, jurisdiction, terms.after);
    if (after !== null) await refuseRetired(trx, jurisdiction, after);
    if (after?.id === unit.id) throw new AppError('unit-after-itself', { unit: unit.name });
    const others = (await listUnits(trx, jurisdiction.id)).filter(
      (one) => one.id !== unit.id && !hasEnded(one),
    );
    const place = after === null ? 0 : others.findIndex(({ id }) => id === after.id) + 1;
    let last = (after?.sort ?? 0) + 1;
    const sort = last;
    await setUnitSort(trx, unit.id, sort);
    let shifted = 0;
    for (const other of others.slice(place)) {
      if (other.sort > last) break;
      last += 1;
      await setUnitSort(trx, other.id, last);
      shifted += 1;
    }
    const moved = { ...unit, sort };
    return {
      result: { unit: moved, after, sort, shifted },
      summary: { unit: unit.code, after: after?.code ?? null },
    };
  });
}
