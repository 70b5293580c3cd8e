import { sql } from 'kysely';
import type { FigureName } from '../domain/figure-names.ts';
import type { Db } from './db.ts';
import { byNoIndex } from './engine/scan.ts';
import { all, bases, keyOf, measures, readingsOf, source } from './figure-readings.ts';
import type { Sql } from './figure-readings.ts';
import type { FigureKey, FigureScope } from './figure-scope.ts';

/** One line of what was counted: the values of its keys, then how many. */
export interface FigureLine<Name extends string = FigureName> {
  readonly keys: readonly (string | number | null)[];
  readonly counts: Readonly<Record<Name, number>>;
}

/** Counts figures, told apart by keys. A line has nought for what it does not count. */
export async function countFigures<Name extends FigureName>(
  db: Db,
  scope: FigureScope,
  names: readonly Name[],
  keys: readonly FigureKey[] = [],
): Promise<FigureLine<Name>[]> {
  const lines = new Map<
    string,
    { readonly keys: FigureLine['keys']; readonly counts: Record<Name, number> }
  >();
  for (const [basisName, own] of Map.groupBy(names, (name) => measures[name][0])) {
    const basis = bases[basisName];
    const columns = own.map((name, at) => {
      const which = measures[name][1];
      // In a case the engine stops at the first condition that is not met.
      const value = which === all ? sql`count(*)` : sql`count(case when ${which(scope)} then 1 end)`;
      return sql`${value} as ${sql.raw(`c${String(at)}`)}`;
    });
    for (const reading of await readingsOf(db, basis, scope, keys.includes('unit'))) {
      const told = keys.map((key) => keyOf(basis, key, reading.holder));
      const keyColumns = told.map((key, at) => sql`${key} as ${sql.raw(`k${String(at)}`)}`);
      // Grouped by the columns by their places: a server takes what is bound twice for two different things.
      const { rows } = await sql<Record<string, string | number | null>>`
        select ${sql.join([...keyColumns, ...columns])} ${source(basis, scope, reading)}
        ${keys.length === 0 ? sql`` : sql`group by ${sql.raw(keys.map((_, at) => at + 1).join(', '))}`}`.execute(
        db,
      );
      for (const row of rows) {
        const values = keys.map((key, at) => plainKey(key, row[`k${String(at)}`] ?? null));
        const id = JSON.stringify(values);
        const there = lines.get(id) ?? {
          keys: values,
          counts: Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>,
        };
        own.forEach((name, at) => (there.counts[name] += Number(row[`c${String(at)}`] ?? 0)));
        lines.set(id, there);
      }
    }
  }
  return [...lines.values()];
}

/** A key as those who ask have it: no unit is null, and so is no matter. */
function plainKey(key: FigureKey, value: string | number | null): string | number | null {
  if (key === 'unit') return value === 0 ? null : value;
  return key === 'matter' && value === '' ? null : value;
}

/** Lists the appeals behind a figure, once each, in the order in which they came in. */
export async function listFigureAppeals(db: Db, scope: FigureScope, name: FigureName): Promise<number[]> {
  const found = await findBehind(db, scope, name, false);
  const seen = new Set<number>();
  return found.flatMap(({ id }) => (seen.has(id) ? [] : (seen.add(id), [id])));
}

/** The numbers of the appeals behind a figure, with the unit that led, in the order in which they came in. */
export async function listFigureNumbers(
  db: Db,
  scope: FigureScope,
  name: FigureName,
): Promise<{ readonly unitId: number | null; readonly number: string }[]> {
  return findBehind(db, scope, name, true);
}

async function findBehind(
  db: Db,
  scope: FigureScope,
  name: FigureName,
  isByUnit: boolean,
): Promise<{ readonly id: number; readonly unitId: number | null; readonly number: string }[]> {
  const [basisName, which] = measures[name];
  const basis = bases[basisName];
  const found: { id: number; unitId: number | null; number: string; receivedAt: string }[] = [];
  for (const reading of await readingsOf(db, basis, scope, isByUnit)) {
    const behind = sql`${source(basis, scope, reading)} and ${byNoIndex(which(scope))}`;
    const { rows: held } = await sql<{ id: number; unitId: number }>`
      select distinct ${reading.holder.unit} as unit_id, r.appeal_id as id ${behind}`.execute(db);
    // Asked for apart: joined, the engine would look at all appeals there are.
    const { rows } = await sql<{ id: number; number: string; receivedAt: string }>`
      select o.id as id, o.number as number, o.received_at as received_at from appeal as o where o.id in (select r.appeal_id ${behind})`.execute(
      db,
    );
    const appeals = new Map(rows.map((row) => [row.id, row]));
    for (const { id, unitId } of held) {
      const appeal = appeals.get(id);
      if (appeal !== undefined) found.push({ ...appeal, unitId: unitId === 0 ? null : unitId });
    }
  }
  const order = (a: (typeof found)[number], b: (typeof found)[number]): number =>
    a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : a.id - b.id;
  return found.sort(order);
}

/** The clocks of a unit: sent to accepted, accepted to answered, begun to answered; in minutes of working hours. */
export const clockNames = ['accept', 'reply', 'whole'] as const;
export type ClockName = (typeof clockNames)[number];

/** Counts, by the unit that answered, how many rounds took so many minutes; each unit from the shortest on. */
export async function countClock(
  db: Db,
  scope: FigureScope,
  clock: ClockName,
): Promise<{ readonly unitId: number | null; readonly minutes: number; readonly count: number }[]> {
  const minutes = sql`r.${sql.raw(`${clock}_minutes`)}`;
  const basis = bases.answered;
  const lines: { unitId: number | null; minutes: number; count: number }[] = [];
  for (const reading of await readingsOf(db, basis, scope, true)) {
    const { rows } = await sql<{ unitId: number; minutes: number; count: number }>`
      select ${reading.holder.unit} as unit_id, ${minutes} as minutes, count(*) as count
        ${source(basis, scope, reading)} and ${minutes} is not null group by 1, 2`.execute(db);
    for (const row of rows) lines.push({ ...row, unitId: row.unitId === 0 ? null : row.unitId });
  }
  const sums = new Map<string, (typeof lines)[number]>();
  for (const line of lines) {
    const key = `${String(line.unitId)} ${String(line.minutes)}`;
    sums.set(key, { ...line, count: line.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].sort((a, b) => (a.unitId ?? 0) - (b.unitId ?? 0) || a.minutes - b.minutes);
}

/** When the first appeal was received that the database has; null where it has none. */
export async function findFirstReceipt(db: Db, jurisdictionId: number): Promise<number | null> {
  const { rows } = await sql<{ first: number | null }>`
    select min(begun_at) as first from appeal_round where jurisdiction_id = ${jurisdictionId}`.execute(db);
  return rows[0]?.first ?? null;
}

/** When the last appeal was received that the database has; null where it has none. */
export async function findLastReceipt(db: Db, jurisdictionId: number): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`
    select max(begun_at) as last from appeal_round where jurisdiction_id = ${jurisdictionId} and round = 1`.execute(
    db,
  );
  return rows[0]?.last ?? null;
}

/** Matters of the appeals that are counted, as they are written. */
export async function listCountedMatters(db: Db, jurisdictionId: number): Promise<(string | null)[]> {
  const { rows } = await sql<{ matter: string }>`
    select distinct matter as matter from appeal_round where jurisdiction_id = ${jurisdictionId}`.execute(db);
  return rows.map(({ matter }) => (matter === '' ? null : matter));
}

/** Places of which so many appeals of one matter were received, those that are not confidential: fewer would tell where somebody lives. */
export async function countMatterPlaces(
  db: Db,
  scope: FigureScope,
  least: number,
): Promise<{ readonly matter: string | null; readonly place: string; readonly count: number }[]> {
  const basis = bases.received;
  const counts = new Map<string, { matter: string | null; place: string; count: number }>();
  for (const reading of await readingsOf(db, basis, scope, false)) {
    const { rows } = await sql<{ matter: string; place: string; count: number }>`
      select f.matter as matter, o.place as place, count(*) as count
        from (select r.appeal_id as id, r.matter as matter ${source(basis, scope, reading)}) as f join appeal as o on o.id = f.id
        where o.place is not null and o.confidential = 0 group by 1, 2`.execute(db);
    for (const { matter, place, count } of rows) {
      const key = `${matter}/${place}`;
      const there = counts.get(key)?.count ?? 0;
      counts.set(key, { matter: matter === '' ? null : matter, place, count: count + there });
    }
  }
  return [...counts.values()]
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || (a.place < b.place ? -1 : 1));
}

/** From when on an appeal that is open is a hard case. */
export interface HardLimits {
  /** Handed on from unit to unit, returned, or to be done again so often. */
  readonly times: number;
  /** Past its due day since this moment. */
  readonly dueBefore: number;
}

/** An open appeal that is a hard case. */
export interface HardAppeal {
  readonly number: string;
  readonly externalNumber: string | null;
  readonly unitId: number | null;
  readonly matter: string | null;
}

/** Lists the appeals that are open at the end of a span and hard: handed on, returned or redone again and again, or long overdue; the longest open first. */
export async function listHardAppeals(
  db: Db,
  scope: FigureScope,
  { times, dueBefore }: HardLimits,
): Promise<HardAppeal[]> {
  const often = (sort: string): Sql =>
    sql`(select count(*) from appeal_act as h where h.appeal_id = r.appeal_id and h.sort = ${sql.lit(sort)} and h.at < ${scope.until}) >= ${times}`;
  const isHard = sql`(r.due_until <= ${dueBefore} and (r.answered_at is null or r.answered_at >= ${scope.until}))
    or ${often('hand-on')} or ${often('return')} or ${often('redo')}`;
  const basis = bases.open;
  const found: (HardAppeal & { receivedAt: string })[] = [];
  for (const reading of await readingsOf(db, basis, scope, true)) {
    const { rows } = await sql<{
      number: string;
      externalNumber: string | null;
      unitId: number;
      matter: string;
      receivedAt: string;
    }>`
      select o.number as number, o.external_number as external_number, o.received_at as received_at, f.unit_id as unit_id, case when o.confidential = 1 then '' else f.matter end as matter
        from (select r.appeal_id as id, r.matter as matter, ${reading.holder.unit} as unit_id ${source(basis, scope, reading)}
          and ${byNoIndex(isHard)}) as f
        join appeal as o on o.id = f.id`.execute(db);
    for (const { unitId, matter, ...row } of rows)
      found.push({ ...row, unitId: unitId === 0 ? null : unitId, matter: matter === '' ? null : matter });
  }
  return found
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0))
    .map(({ receivedAt: _received, ...one }) => one);
}

/** On which moment each of some appeals was closed before another, for good; null for one that was open then. */
export async function listClosedAt(
  db: Db,
  jurisdictionId: number,
  terms: { readonly numbers: readonly string[]; readonly before: number },
): Promise<ReadonlyMap<string, number | null>> {
  const { numbers, before } = terms;
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ number: string; closedAt: number | null }>`
    select o.number as number, (select case when r.is_closed = 1 and r.over_at < ${before} then r.over_at end from appeal_round as r
        where r.appeal_id = o.id and r.begun_at < ${before} order by r.round desc limit 1) as closed_at
      from appeal as o where o.jurisdiction_id = ${jurisdictionId} and o.number in (${sql.join(numbers)})`.execute(
    db,
  );
  return new Map(rows.map(({ number, closedAt }) => [number, closedAt]));
}
