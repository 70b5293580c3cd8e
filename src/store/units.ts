import type { Db, Trx } from './db.ts';
import type { Leader, NamedUnit, Unit, UnitName, NameKind } from '../domain/unit.ts';
import type { Succession } from '../domain/succession.ts';
import type { RegisteredUnit } from '../domain/unit-plan.ts';
import { nameKey } from '../domain/unit-name.ts';
import { hasNotEnded } from './spans.ts';

function select(db: Db, jurisdictionId: number) {
  return db
    .selectFrom('unit')
    .select([
      'id',
      'code',
      'name',
      'shortName',
      'category',
      'groupName as group',
      'sort',
      'parentId',
      'outsideReason',
      'officeLimit',
      'fromDay as from',
      'untilDay as until',
    ])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('undone', '=', 0);
}

/** Lists the units of a jurisdiction in the official order of bodies. */
export async function listUnits(db: Db, jurisdictionId: number): Promise<Unit[]> {
  return select(db, jurisdictionId).orderBy('sort').orderBy('code').execute();
}

/** Lists the units with every name they answer to, in the official order. */
export async function listNamedUnits(db: Db, jurisdictionId: number): Promise<NamedUnit[]> {
  const units = await listUnits(db, jurisdictionId);
  const rows = await db
    .selectFrom('unitName')
    .innerJoin('unit', 'unit.id', 'unitName.unitId')
    .select([
      'unitName.unitId',
      'unitName.name',
      'unitName.kind',
      'unitName.fromDay as from',
      'unitName.untilDay as until',
    ])
    .where('unit.jurisdictionId', '=', jurisdictionId)
    .orderBy('unitName.id')
    .execute();
  const names = Map.groupBy(rows, (row) => row.unitId);
  return units.map((unit) => ({
    unit,
    names: (names.get(unit.id) ?? []).map(({ unitId: _unitId, ...name }): UnitName => name),
  }));
}

/** The first responsible person of each unit today, by unit. */
export async function listLeaders(db: Db, jurisdictionId: number): Promise<Map<number, Leader>> {
  const rows = await db
    .selectFrom('unitLeader')
    .innerJoin('unit', 'unit.id', 'unitLeader.unitId')
    .select(['unitLeader.unitId', 'unitLeader.name', 'unitLeader.title'])
    .where('unit.jurisdictionId', '=', jurisdictionId)
    .where(hasNotEnded('unitLeader.untilDay'))
    .execute();
  return new Map(rows.map(({ unitId, name, title }) => [unitId, { name, title }]));
}

/** Lists the units as an import compares them: with names and first responsible person. */
export async function listRegisteredUnits(db: Db, jurisdictionId: number): Promise<RegisteredUnit[]> {
  const leaders = await listLeaders(db, jurisdictionId);
  const named = await listNamedUnits(db, jurisdictionId);
  const names = new Map(named.map(({ unit }) => [unit.id, unit.name]));
  return named.map((one) => ({
    ...one,
    leader: leaders.get(one.unit.id) ?? null,
    parent: names.get(one.unit.parentId ?? 0) ?? null,
  }));
}

export interface NewUnit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly category: Unit['category'];
  readonly group: string | null;
  readonly sort: number;
  readonly parentId: number | null;
  readonly outsideReason: string | null;
  readonly officeLimit: number | null;
}

export async function insertUnit(trx: Trx, jurisdictionId: number, unit: NewUnit): Promise<Unit> {
  const { group, ...columns } = unit;
  const { id } = await trx
    .insertInto('unit')
    .values({ ...columns, groupName: group, jurisdictionId, fromDay: null, untilDay: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertUnitName(trx, id, unit.name, 'official');
  if (unit.shortName !== null) await insertUnitName(trx, id, unit.shortName, 'short');
  return { ...unit, id, from: null, until: null };
}

/** Changes fields of a unit from a day on. A name that gives way stays as a former name, so that the unit is still found by it. */
export async function updateUnit(
  trx: Trx,
  unit: Unit,
  changes: Partial<Omit<NewUnit, 'code'>>,
  on: string,
): Promise<void> {
  const { group, ...columns } = changes;
  const set = { ...columns, ...(group === undefined ? {} : { groupName: group }) };
  if (Object.keys(set).length === 0) return;
  await trx.updateTable('unit').set(set).where('id', '=', unit.id).execute();
  for (const [kind, name] of [
    ['official', changes.name],
    ['short', changes.shortName],
  ] as const) {
    if (name === undefined) continue;
    await trx
      .updateTable('unitName')
      .set({ kind: 'former', untilDay: on })
      .where('unitId', '=', unit.id)
      .where('kind', '=', kind)
      .execute();
    if (name === null) continue;
    await insertUnitName(trx, unit.id, name, kind, on);
  }
}

export async function insertUnitName(
  trx: Trx,
  unitId: number,
  name: string,
  kind: NameKind,
  from: string | null = null,
): Promise<void> {
  await trx
    .insertInto('unitName')
    .values({ unitId, name, nameKey: nameKey(name), kind, fromDay: from, untilDay: null })
    .execute();
}

/** Puts a first responsible person in place from a day on; the one before ends on that day. */
export async function recordLeader(trx: Trx, unitId: number, leader: Leader, from: string): Promise<void> {
  const now = await trx
    .selectFrom('unitLeader')
    .select('fromDay')
    .where('unitId', '=', unitId)
    .where(hasNotEnded('unitLeader.untilDay'))
    .executeTakeFirst();
  // Whoever is in place is so from their own day on: who follows begins no earlier.
  const day = now !== undefined && now.fromDay > from ? now.fromDay : from;
  await trx
    .updateTable('unitLeader')
    .set({ untilDay: day })
    .where('unitId', '=', unitId)
    .where(hasNotEnded('unitLeader.untilDay'))
    .execute();
  await trx
    .insertInto('unitLeader')
    .values({ unitId, ...leader, fromDay: day, untilDay: null })
    .execute();
}

/** The first responsible person of a unit; undefined where there is none. */
export async function findLeader(trx: Db, unitId: number): Promise<Leader | undefined> {
  return trx
    .selectFrom('unitLeader')
    .select(['name', 'title'])
    .where('unitId', '=', unitId)
    .where(hasNotEnded('unitLeader.untilDay'))
    .executeTakeFirst();
}

/** The first responsible person of a unit on a day; undefined where none is on record for it. */
export async function findLeaderOn(db: Db, unitId: number, day: string): Promise<Leader | undefined> {
  return db
    .selectFrom('unitLeader')
    .select(['name', 'title'])
    .where('unitId', '=', unitId)
    .where('fromDay', '<=', day)
    .where(hasNotEnded('unitLeader.untilDay', day))
    .executeTakeFirst();
}

/** Ends the first responsible person of a unit on a day, without another in place. */
export async function endLeader(trx: Trx, unitId: number, on: string): Promise<void> {
  await trx
    .updateTable('unitLeader')
    .set((eb) => ({ untilDay: eb.case().when('fromDay', '>', on).then(eb.ref('fromDay')).else(on).end() }))
    .where('unitId', '=', unitId)
    .where(hasNotEnded('unitLeader.untilDay'))
    .execute();
}

/** Takes a name away from a unit, so that it leads to it no more; whether it had it. */
export async function deleteUnitName(trx: Trx, unitId: number, name: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('unitName')
    .where('unitId', '=', unitId)
    .where('nameKey', '=', nameKey(name))
    .where('kind', '!=', 'official')
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Ends a unit on a day. Its rows stay, so that what is counted for it is found. */
export async function retireUnit(trx: Trx, unitId: number, on: string): Promise<void> {
  await trx.updateTable('unit').set({ untilDay: on }).where('id', '=', unitId).execute();
}

/** Has a unit that had ended go on: who took it over whole has taken over a part. */
export async function reviveUnit(trx: Trx, unitId: number): Promise<void> {
  await trx.updateTable('unit').set({ untilDay: null }).where('id', '=', unitId).execute();
  await trx.updateTable('unitSuccession').set({ how: 'split' }).where('fromUnitId', '=', unitId).execute();
}

/** Records that one unit came of another. */
export async function insertSuccession(trx: Trx, { fromId, toId, on, how }: Succession): Promise<void> {
  await trx
    .insertInto('unitSuccession')
    .values({ fromUnitId: fromId, toUnitId: toId, onDay: on, how })
    // A unit that was split off a part may go into that part whole later: then this is what counts.
    .onConflict((conflict) => conflict.columns(['fromUnitId', 'toUnitId']).doUpdateSet({ onDay: on, how }))
    .execute();
}

/** Lists which units came of which, in the order they were recorded. */
export async function listSuccessions(db: Db, jurisdictionId: number): Promise<Succession[]> {
  return db
    .selectFrom('unitSuccession')
    .innerJoin('unit', 'unit.id', 'unitSuccession.fromUnitId')
    .select(['fromUnitId as fromId', 'toUnitId as toId', 'onDay as on', 'how'])
    .where('unit.jurisdictionId', '=', jurisdictionId)
    .orderBy('unitSuccession.id')
    .execute();
}

/** Lists which units came of which in every jurisdiction, by their codes. */
export async function listAllSuccessions(
  db: Db,
): Promise<
  { readonly from: string; readonly to: string; readonly how: Succession['how']; readonly on: string }[]
> {
  return db
    .selectFrom('unitSuccession as s')
    .innerJoin('unit as old', 'old.id', 's.fromUnitId')
    .innerJoin('unit as new', 'new.id', 's.toUnitId')
    .select(['old.code as from', 'new.code as to', 's.how', 's.onDay as on'])
    .orderBy('s.id')
    .execute();
}

/** Numbers, in the tables, of the units that are no more, or whose import was undone. */
export async function listEndedUnits(db: Db): Promise<Set<number>> {
  const rows = await db
    .selectFrom('unit')
    .select('id')
    .where((eb) => eb.or([eb.not(hasNotEnded('unit.untilDay')), eb('undone', '=', 1)]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Gives a unit another place in the official order. */
export async function setUnitSort(trx: Trx, unitId: number, sort: number): Promise<void> {
  await trx.updateTable('unit').set({ sort }).where('id', '=', unitId).execute();
}
