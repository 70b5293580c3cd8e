import type { Db, Trx } from './db.ts';
import type { Desk, DeskPerson } from '../domain/desk.ts';
import { deskFields } from '../domain/desk-fields.ts';
import { hasNotEnded } from './spans.ts';

/** Fields that stand in a column of their name. */
const ownFields = deskFields.filter((field) => field !== 'tier').map((field) => `desk.${field}` as const);

/** Lists the desks of today by unit, with their people; of one unit if asked. */
export async function listDesks(
  db: Db,
  jurisdictionId: number,
  filter: { readonly unitId?: number } = {},
): Promise<Map<number, Desk>> {
  const people = await listDeskPersons(db, jurisdictionId);
  let query = db
    .selectFrom('desk')
    .innerJoin('unit', 'unit.id', 'desk.unitId')
    .select(['desk.unitId', 'desk.form as tier', ...ownFields])
    .where('unit.jurisdictionId', '=', jurisdictionId)
    .where(hasNotEnded('desk.untilDay'));
  if (filter.unitId !== undefined) query = query.where('desk.unitId', '=', filter.unitId);
  const rows = await query.execute();
  return new Map(rows.map(({ unitId, ...desk }) => [unitId, { ...desk, persons: people.get(unitId) ?? [] }]));
}

async function listDeskPersons(db: Db, jurisdictionId: number): Promise<Map<number, DeskPerson[]>> {
  const rows = await db
    .selectFrom('deskPerson')
    .innerJoin('unit', 'unit.id', 'deskPerson.unitId')
    .select(['deskPerson.unitId', 'role', 'deskPerson.name', 'post', 'phone', 'mobile'])
    .where('unit.jurisdictionId', '=', jurisdictionId)
    .where(hasNotEnded('deskPerson.untilDay'))
    .orderBy('deskPerson.id')
    .execute();
  const people = new Map<number, DeskPerson[]>();
  for (const { unitId, ...person } of rows) people.set(unitId, [...(people.get(unitId) ?? []), person]);
  return people;
}

/** Puts a desk in place from a day on; the desk and the people it replaces end on that day and stay on record. */
export async function recordDesk(
  trx: Trx,
  unitId: number,
  before: Desk | undefined,
  after: Desk,
  from: string,
): Promise<void> {
  const { persons, tier, ...desk } = after;
  // What holds already holds from its own day on: what replaces it begins no earlier.
  const since = await findDeskSince(trx, unitId);
  const day = since !== undefined && since > from ? since : from;
  await trx
    .updateTable('desk')
    .set({ untilDay: day })
    .where('unitId', '=', unitId)
    .where(hasNotEnded('desk.untilDay'))
    .execute();
  await trx
    .insertInto('desk')
    .values({ ...desk, form: tier, unitId, fromDay: day, untilDay: null })
    .execute();
  for (const { role } of before?.persons ?? []) {
    if (persons.some((person) => person.role === role)) continue;
    await trx
      .updateTable('deskPerson')
      .set({ untilDay: day })
      .where('unitId', '=', unitId)
      .where('role', '=', role)
      .where(hasNotEnded('deskPerson.untilDay'))
      .execute();
  }
  for (const person of persons) {
    const old = before?.persons.find((one) => one.role === person.role);
    if (old !== undefined && isSamePerson(old, person)) continue;
    await trx
      .updateTable('deskPerson')
      .set({ untilDay: day })
      .where('unitId', '=', unitId)
      .where('role', '=', person.role)
      .where(hasNotEnded('deskPerson.untilDay'))
      .execute();
    await trx
      .insertInto('deskPerson')
      .values({ ...person, unitId, fromDay: day, untilDay: null })
      .execute();
  }
}

function isSamePerson(a: DeskPerson, b: DeskPerson): boolean {
  return a.name === b.name && a.post === b.post && a.phone === b.phone && a.mobile === b.mobile;
}

/** Ends the desk of a unit and the people at it on a day; what began later ends on the day it began. */
export async function endDesk(trx: Trx, unitId: number, on: string): Promise<void> {
  for (const table of ['desk', 'deskPerson'] as const) {
    await trx
      .updateTable(table)
      .set((eb) => ({
        untilDay: eb.case().when('fromDay', '>', on).then(eb.ref('fromDay')).else(on).end(),
      }))
      .where('unitId', '=', unitId)
      .where(hasNotEnded(`${table}.untilDay`))
      .execute();
  }
}

/** The day since which the newest of what is on record of a unit's desk and people holds; undefined where nothing is. */
export async function findDeskSince(db: Db, unitId: number): Promise<string | undefined> {
  const days: string[] = [];
  for (const table of ['desk', 'deskPerson'] as const) {
    const rows = await db
      .selectFrom(table)
      .select('fromDay')
      .where('unitId', '=', unitId)
      .where(hasNotEnded(`${table}.untilDay`))
      .execute();
    days.push(...rows.map(({ fromDay }) => fromDay));
  }
  return days.sort().at(-1);
}

/** Who was liaison of a unit on a day; undefined where nobody was. */
export async function findLiaisonOn(db: Db, unitId: number, day: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('deskPerson')
    .select('name')
    .where('unitId', '=', unitId)
    .where('role', '=', 'liaison')
    .where('fromDay', '<=', day)
    .where(hasNotEnded('deskPerson.untilDay', day))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.name;
}
