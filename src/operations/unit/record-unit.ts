import type { UnitRow } from '../../domain/unit-plan.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Trx } from '../../store/db.ts';
import type { NewUnit } from '../../store/units.ts';
import { endLeader, findLeader, insertUnit, recordLeader } from '../../store/units.ts';

/** Writes a new unit with its first responsible person. */
export async function recordNewUnit(
  trx: Trx,
  jurisdictionId: number,
  row: Omit<UnitRow, 'place'> & { readonly code: string; readonly sort: number },
  today: string,
): Promise<Unit> {
  const unit = await insertUnit(trx, jurisdictionId, {
    code: row.code,
    name: row.name,
    shortName: row.shortName ?? null,
    category: row.category ?? 'department',
    group: row.group ?? null,
    sort: row.sort,
    parentId: null,
    outsideReason: row.outsideReason ?? null,
    officeLimit: row.officeLimit ?? null,
  });
  await recordRowLeader(trx, unit, row, today);
  return unit;
}

/** Puts the first responsible person of a row in place, if it names one, or ends who is there. */
export async function recordRowLeader(
  trx: Trx,
  unit: Unit,
  row: Pick<UnitRow, 'leader' | 'leaderTitle' | 'cleared'>,
  today: string,
): Promise<void> {
  if (row.cleared?.includes('leader') === true) {
    await endLeader(trx, unit.id, today);
    return;
  }
  // A title alone is that of who is there.
  const isTitle = row.leaderTitle !== undefined || row.cleared?.includes('leaderTitle') === true;
  const name = row.leader ?? (isTitle ? (await findLeader(trx, unit.id))?.name : undefined);
  if (name === undefined) return;
  await recordLeader(trx, unit.id, { name, title: row.leaderTitle ?? null }, today);
}

/** The columns of a unit that are to change. */
export function changedFields(
  row: Omit<UnitRow, 'place'>,
  changed: ReadonlySet<string>,
): { -readonly [Field in keyof Omit<NewUnit, 'code'>]?: NewUnit[Field] } {
  const { name, shortName, category, group, sort, officeLimit, outsideReason } = row;
  const given = { name, shortName, category, group, sort, officeLimit, outsideReason };
  const gone = new Set<string>(row.cleared);
  const entries = Object.entries(given).filter(([field]) => changed.has(field));
  return Object.fromEntries(entries.map(([field, value]) => [field, gone.has(field) ? null : value]));
}
