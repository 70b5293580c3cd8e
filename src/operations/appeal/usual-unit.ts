import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { isOfMatter } from '../../domain/matter.ts';
import { hasEnded } from '../../domain/span.ts';
import { makeLineage } from '../../domain/succession.ts';
import type { Unit } from '../../domain/unit.ts';
import { endedAmong } from '../../domain/unit.ts';
import type { Db } from '../../store/db.ts';
import { listSuccessions, listUnits } from '../../store/units.ts';
import { countFinalUnits, listClosedMatters } from '../../store/usual-units.ts';

/** The unit with which most appeals of a matter ended: of how many. */
export interface UsualUnit {
  readonly unit: Unit;
  readonly held: number;
  readonly all: number;
}

/** So many appeals of a matter say something of it. */
const leastAppeals = 5;

/**
 * Finds the unit with which most closed appeals of a matter ended, those of a unit that went into another counting for that. Undefined where
 * there are fewer than five, or none has more than the others.
 */
export async function findUsualUnit(
  db: Db,
  jurisdiction: Jurisdiction,
  matter: string | null | undefined,
): Promise<UsualUnit | undefined> {
  if (matter === null || matter === undefined) return undefined;
  const matters = (await listClosedMatters(db, jurisdiction.id)).filter((one) => isOfMatter(one, matter));
  const counts = await countFinalUnits(db, jurisdiction.id, matters);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (all < leastAppeals) return undefined;
  const units = new Map((await listUnits(db, jurisdiction.id)).map((unit) => [unit.id, unit]));
  const { heirOf } = makeLineage(await listSuccessions(db, jurisdiction.id));
  const held = new Map<number, number>();
  for (const { unitId, count } of counts) {
    const today = heirOf(unitId, endedAmong(units)) ?? unitId;
    held.set(today, (held.get(today) ?? 0) + count);
  }
  const [first, second] = [...held].sort((a, b) => b[1] - a[1]);
  const unit = units.get(first?.[0] ?? 0);
  if (first === undefined || unit === undefined || hasEnded(unit) || second?.[1] === first[1])
    return undefined;
  return { unit, held: first[1], all };
}
