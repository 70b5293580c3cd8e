import { AppError } from '../../errors.ts';
import type { UnitRow } from '../../domain/unit-plan.ts';
import { makeCodes } from '../../domain/unit-plan.ts';
import { cleanName, nameKey } from '../../domain/unit-name.ts';
import { makeUnitFinder } from '../../domain/unit-finder.ts';
import { localDay } from '../../domain/time.ts';
import type { NamedUnit, Unit } from '../../domain/unit.ts';
import { deleteUnitName, insertUnitName, listNamedUnits, reviveUnit, updateUnit } from '../../store/units.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Db, Trx } from '../../store/db.ts';
import { hasEnded } from '../../domain/span.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import { changeRegister } from '../kernel/change-register.ts';
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
 * Errors: `unit-ended-before` where nobody has said whether it is, `unit-like` for a usual or former name of another that nobody has said
 * is new, `name-in-use`, `code-in-use`.
 */
export async function addUnit(
  asked: LocalWork,
  { unit, identity }: { readonly unit: Omit<UnitRow, 'place'>; readonly identity?: Identity | undefined },
): Promise<Unit> {
  const { jurisdiction } = asked;
  return changeRegister(asked, async (trx, _operation, work) => {
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
    const today = localDay(work.now, jurisdiction.timeZone);
    const result = await recordUnit(trx, jurisdiction, unit, today, { isNew: identity === 'new' });
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
  if (said.shortName !== undefined) refuseTakenName(registered, said.shortName, { city: jurisdiction.name });
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

/**
 * Writes a unit that is added by hand, within a transaction. Errors: `name-in-use`, `code-in-use`, and unless it is said to be new
 * `unit-like`.
 */
export async function recordUnit(
  trx: Trx,
  jurisdiction: Jurisdiction,
  given: Omit<UnitRow, 'place'>,
  today: string,
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<Unit> {
  const { shortName } = given;
  const unit = {
    ...given,
    name: cleanName(given.name),
    ...(shortName === undefined ? {} : { shortName: cleanName(shortName) }),
  };
  const registered = await listNamedUnits(trx, jurisdiction.id);
  for (const name of [unit.name, unit.shortName])
    if (name !== undefined) refuseTakenName(registered, name, { city: jurisdiction.name, isNew });
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
  return changeRegister(asked, async (trx, _operation, work) => {
    const unit = await getUnitByName(trx, work.jurisdiction, unitName);
    const registered = await listNamedUnits(trx, work.jurisdiction.id);
    const name = cleanName(alias);
    refuseTakenName(registered, name, { city: work.jurisdiction.name, own: unit });
    await insertUnitName(trx, unit.id, name, 'alias');
    return { result: unit, summary: { unit: unit.code } };
  });
}

/**
 * Takes a name away from a unit: an alias, a former or a short one. Errors: `unit-name-not-there` with the names it has, and for its official
 * one, which is changed by a rename.
 */
export async function removeAlias(
  asked: LocalWork,
  { unitName, alias }: { readonly unitName: string; readonly alias: string },
): Promise<Unit> {
  return changeRegister(asked, async (trx, _operation, work) => {
    const { jurisdiction, now } = work;
    const unit = await getUnitByName(trx, jurisdiction, unitName);
    const isOfficial = nameKey(alias) === nameKey(unit.name);
    const isGone = !isOfficial && (await deleteUnitName(trx, unit.id, alias));
    if (!isGone) {
      const named = (await listNamedUnits(trx, jurisdiction.id)).find((one) => one.unit.id === unit.id);
      const others = named?.names.filter(({ kind }) => kind !== 'official').map(({ name }) => name) ?? [];
      throw new AppError('unit-name-not-there', { unit: unit.name, name: alias, names: others });
    }
    // Its short name is one of its fields too.
    if (unit.shortName !== null && nameKey(unit.shortName) === nameKey(alias))
      await updateUnit(trx, unit, { shortName: null }, localDay(now, jurisdiction.timeZone));
    return { result: unit, summary: { unit: unit.code, removed: 1 } };
  });
}

/**
 * Refuses a name that finds a unit already, the city in front aside; one that finds another than `own` by a usual or former name, or
 * another spelling, unless it is said to be new. Errors: `name-in-use`, `unit-like`.
 */
export function refuseTakenName(
  registered: readonly NamedUnit[],
  name: string,
  { city, own, isNew = false }: { readonly city: string; readonly own?: Unit; readonly isNew?: boolean },
): void {
  const match = makeUnitFinder(registered, city).find(name);
  if (match.kind === 'unknown') return;
  const units = match.kind === 'found' ? [match.unit] : match.units;
  const as = match.kind === 'found' ? match.as : undefined;
  const key = nameKey(name);
  const isOwn = (unit: Unit): boolean =>
    unit.id === own?.id &&
    !registered.some(
      (one) => one.unit.id === own.id && one.names.some((other) => nameKey(other.name) === key),
    );
  const owner = units.find((unit) => !isOwn(unit));
  if (owner === undefined) return;
  const isExact = registered.some(({ names }) => names.some((one) => nameKey(one.name) === key));
  // Of one that has ended, another may have the name but for the city in front.
  if (as === undefined && (isExact || !isNew || !hasEnded(owner)))
    throw new AppError('name-in-use', { name, unit: `${owner.code} ${owner.name}` });
  if (as !== undefined && !isNew && !hasEnded(owner))
    throw new AppError('unit-like', { name, unit: owner.name, as });
}
