import { AppError } from '../../errors.ts';
import type { UnitRow } from '../../domain/unit-plan.ts';
import { makeCodes } from '../../domain/unit-plan.ts';
import { makeUnitFinder, nameKey } from '../../domain/unit-name.ts';
import { localDay } from '../../domain/time.ts';
import type { NamedUnit, Unit } from '../../domain/unit.ts';
import { insertUnitName, listNamedUnits, reviveUnit, updateUnit } from '../../store/units.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Db, Trx } from '../../store/db.ts';
import { hasEnded } from '../../domain/span.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { transaction } from '../kernel/transaction.ts';
import { getUnitByName } from './find-unit.ts';
import { changedFields, recordNewUnit, recordRowLeader } from './record-unit.ts';

/** Whether a name that an ended unit answers to is that unit again, or another one. */
export type Identity = 'same' | 'new';

/** The ended unit that answers to a name, as people write names; undefined where there is none. */
export async function findEndedUnit(
  db: Db,
  jurisdiction: Jurisdiction,
  name: string,
): Promise<Unit | undefined> {
  const match = makeUnitFinder(await listNamedUnits(db, jurisdiction.id), jurisdiction.name).find(name);
  return match.kind === 'found' && hasEnded(match.unit) ? match.unit : undefined;
}

/**
 * Adds one unit. Without a code it gets the next free one, without a sort number it comes last. One that has ended and is the same
 * is there again, with all it has led.
 *
 * Errors: `unit-ended-before` where nobody has said whether it is, `name-in-use`, `code-in-use`.
 */
export async function addUnit(
  asked: LocalWork,
  { unit, identity }: { readonly unit: Omit<UnitRow, 'place'>; readonly identity?: Identity | undefined },
): Promise<Unit> {
  const { jurisdiction } = asked;
  return transaction(asked, async (trx, _operation, work) => {
    const ended = await findEndedUnit(trx, jurisdiction, unit.name);
    if (ended !== undefined && identity === undefined)
      throw new AppError('unit-ended-before', {
        name: unit.name,
        unit: ended.name,
        until: ended.until ?? '',
      });
    if (ended !== undefined && identity === 'same') {
      await reviveUnit(trx, ended.id);
      const again: Unit = { ...ended, until: null };
      const given = await resetUnit(
        trx,
        jurisdiction,
        again,
        unit,
        localDay(work.now, jurisdiction.timeZone),
      );
      return { result: { ...again, ...given }, summary: { unit: ended.code, identity } };
    }
    const result = await recordUnit(trx, jurisdiction, unit, localDay(work.now, jurisdiction.timeZone));
    return { result, summary: { unit: result.code, identity: identity ?? null } };
  });
}

/** Sets what is said of a unit that goes on again; what is not said stays. */
async function resetUnit(
  trx: Trx,
  jurisdiction: Jurisdiction,
  unit: Unit,
  { name: _name, code: _code, parent, ...said }: Omit<UnitRow, 'place'>,
  today: string,
): Promise<Partial<Unit>> {
  const registered = (await listNamedUnits(trx, jurisdiction.id)).filter((one) => one.unit.id !== unit.id);
  if (said.shortName !== undefined) refuseTakenName(registered, said.shortName);
  const row = { ...said, name: unit.name };
  const given = new Set(
    Object.entries<unknown>(said).flatMap(([field, value]) => (value === undefined ? [] : [field])),
  );
  const above = parent === undefined ? undefined : await getUnitByName(trx, jurisdiction, parent);
  const columns = {
    ...changedFields(row, given),
    ...(above === undefined ? {} : { parentId: above.id }),
  };
  if (Object.keys(columns).length > 0) await updateUnit(trx, unit, columns, today);
  await recordRowLeader(trx, unit, row, today);
  return columns;
}

/** Writes a unit that is added by hand, within a transaction. Errors: `name-in-use`, `code-in-use`. */
export async function recordUnit(
  trx: Trx,
  jurisdiction: Jurisdiction,
  unit: Omit<UnitRow, 'place'>,
  today: string,
): Promise<Unit> {
  const registered = await listNamedUnits(trx, jurisdiction.id);
  for (const name of [unit.name, unit.shortName]) if (name !== undefined) refuseTakenName(registered, name);
  const codes = registered.map((one) => one.unit.code);
  const owner = registered.find((one) => nameKey(one.unit.code) === nameKey(unit.code ?? ''));
  if (unit.code !== undefined && owner !== undefined) {
    throw new AppError('code-in-use', { unitCode: unit.code, unit: owner.unit.name });
  }
  const code = unit.code ?? makeCodes(jurisdiction.code, codes)();
  const sort = unit.sort ?? Math.max(0, ...registered.map((one) => one.unit.sort)) + 1;
  const parent = unit.parent === undefined ? undefined : await getUnitByName(trx, jurisdiction, unit.parent);
  const added = await recordNewUnit(trx, jurisdiction.id, { ...unit, code, sort }, today);
  if (parent !== undefined) await updateUnit(trx, added, { parentId: parent.id }, today);
  return { ...added, parentId: parent?.id ?? null };
}

/** Gives a unit one more name by which it is found. A name that another unit answers to is refused. */
export async function addAlias(
  asked: LocalWork,
  { unitName, alias }: { readonly unitName: string; readonly alias: string },
): Promise<Unit> {
  return transaction(asked, async (trx, _operation, work) => {
    const unit = await getUnitByName(trx, work.jurisdiction, unitName);
    refuseTakenName(await listNamedUnits(trx, work.jurisdiction.id), alias);
    await insertUnitName(trx, unit.id, alias, 'alias');
    return { result: unit, summary: { unit: unit.code } };
  });
}

/** Refuses a name that a unit answers to already. Errors: `name-in-use`. */
export function refuseTakenName(registered: readonly NamedUnit[], name: string): void {
  const key = nameKey(name);
  const owner = registered.find(({ names }) => names.some((one) => nameKey(one.name) === key));
  if (owner !== undefined) {
    throw new AppError('name-in-use', { name, unit: `${owner.unit.code} ${owner.unit.name}` });
  }
}
