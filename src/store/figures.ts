import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { FigureName } from '../domain/figure-names.ts';
import type { Db } from './db.ts';
import { byNoIndex } from './engine/scan.ts';

/** What a figure is counted of: a span of time in seconds since 1970, its end not included, and what narrows it. */
export interface FigureScope {
  readonly jurisdictionId: number;
  readonly from: number;
  /** The moment of which states are told: the end of the span, or now where it is not over. */
  readonly until: number;
  /** Units that led; null among them is the transfer desk. */
  readonly unitIds?: readonly (number | null)[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly matters?: readonly (string | null)[] | undefined;
  /** Whether confidential appeals are left out. */
  readonly isOpen?: boolean | undefined;
}

/** By what figures are told apart: the unit that led, what the appeal is, the quarter of an hour in which it happened. */
export type FigureKey = 'unit' | 'kind' | 'channel' | 'matter' | 'quarter';

/** One line of what was counted: the values of its keys, then how many. */
export interface FigureLine<Name extends string = FigureName> {
  readonly keys: readonly (string | number | null)[];
  readonly counts: Readonly<Record<Name, number>>;
}

type Sql = RawBuilder<unknown>;

/** What one query counts: its table, which rows are meant, and when each happened. */
interface Basis {
  readonly from: 'appeal_round' | 'appeal_act';
  readonly which: (scope: FigureScope) => Sql;
  /** The part of `which` that an index knows by itself. */
  readonly reach: (scope: FigureScope) => Sql;
  /** When it happened; absent for what is told of a moment. */
  readonly at?: Sql;
  /** Of which moment the unit that leads is told. */
  readonly asOf: 'from' | 'until';
}

/** Never handed to a unit before the moment of which states are told, and answered by the hotline before it. */
const isDirect = ({ until }: FigureScope): Sql =>
  sql`(r.handed_at is null or r.handed_at >= ${until}) and r.answered_at < ${until}`;
/** Over by a close before that moment, without an answer to what was asked. */
const isWithoutAnswer = ({ until }: FigureScope): Sql =>
  sql`r.is_closed = 1 and r.over_at < ${until} and coalesce(r.outcome, '') in ('declined', 'withdrawn', 'duplicate')`;
const isHanded = ({ until }: FigureScope): Sql => sql`r.handed_at < ${until}`;
const isAnswered = ({ until }: FigureScope): Sql => sql`r.answered_at < ${until}`;

const during = (column: Sql, { from, until }: FigureScope): Sql =>
  sql`${column} >= ${from} and ${column} < ${until}`;
/** Not over by a moment; the index knows these, and of those that have begun it would know too many. */
const isNotOver = (moment: number): Sql => sql`r.over_at >= ${moment}`;
const openAt = (moment: number): Sql => sql`+r.begun_at < ${moment} and ${isNotOver(moment)}`;
const act = (sort: string): Basis => ({
  from: 'appeal_act',
  which: (scope) => sql`r.sort = ${sql.lit(sort)} and ${during(sql`r.at`, scope)}`,
  reach: (scope) => sql`r.sort = ${sql.lit(sort)} and ${during(sql`r.at`, scope)}`,
  at: sql`r.at`,
  asOf: 'until',
});

const bases = {
  received: {
    from: 'appeal_round',
    which: (scope) => sql`r.round = 1 and ${during(sql`r.begun_at`, scope)}`,
    reach: (scope) => during(sql`r.begun_at`, scope),
    at: sql`r.begun_at`,
    asOf: 'until',
  },
  reopened: {
    from: 'appeal_round',
    which: (scope) => sql`r.begun = 'reopen' and ${during(sql`r.begun_at`, scope)}`,
    reach: (scope) => during(sql`r.begun_at`, scope),
    at: sql`r.begun_at`,
    asOf: 'until',
  },
  closed: {
    from: 'appeal_round',
    which: (scope) => sql`r.is_closed = 1 and ${during(sql`r.over_at`, scope)}`,
    reach: (scope) => during(sql`r.over_at`, scope),
    at: sql`r.over_at`,
    asOf: 'until',
  },
  due: {
    from: 'appeal_round',
    which: (scope) =>
      sql`r.due_until > ${scope.from} and r.due_until <= ${scope.until} and not coalesce(${isDirect(scope)}, 0)`,
    reach: (scope) => sql`r.due_until > ${scope.from} and r.due_until <= ${scope.until}`,
    // The end of a day is the beginning of the next.
    at: sql`r.due_until - 1`,
    asOf: 'until',
  },
  answered: {
    from: 'appeal_round',
    which: (scope) => sql`${during(sql`r.answered_at`, scope)} and ${isHanded(scope)}`,
    reach: (scope) => during(sql`r.answered_at`, scope),
    at: sql`r.answered_at`,
    asOf: 'until',
  },
  opening: {
    from: 'appeal_round',
    which: ({ from }) => openAt(from),
    reach: ({ from }) => isNotOver(from),
    asOf: 'from',
  },
  open: {
    from: 'appeal_round',
    which: ({ until }) => openAt(until),
    reach: ({ until }) => isNotOver(until),
    asOf: 'until',
  },
  return: act('return'),
  'hand-on': act('hand-on'),
  redo: act('redo'),
  callback: act('callback'),
  assist: act('assist'),
} satisfies Record<string, Basis> as Record<BasisName, Basis>;
type BasisName =
  | 'received'
  | 'reopened'
  | 'closed'
  | 'due'
  | 'answered'
  | 'opening'
  | 'open'
  | 'return'
  | 'hand-on'
  | 'redo'
  | 'callback'
  | 'assist';

const all = (): Sql => sql`1`;
const isReached = sql`r.is_reached = 1`;
const grade = (...values: readonly string[]): (() => Sql) => {
  const list = sql.join(values.map((value) => sql.lit(value)));
  return () => sql`${isReached} and r.satisfied in (${list})`;
};

/** Every figure: of what basis, and which of its rows. */
const measures: Readonly<Record<FigureName, readonly [BasisName, (scope: FigureScope) => Sql]>> = {
  opening: ['opening', all],
  received: ['received', all],
  direct: ['received', (scope) => sql`${isDirect(scope)} and not coalesce(${isWithoutAnswer(scope)}, 0)`],
  ended: ['received', (scope) => sql`${isDirect(scope)} and ${isWithoutAnswer(scope)}`],
  handed: ['received', isHanded],
  waiting: [
    'received',
    ({ until }) =>
      sql`(r.handed_at is null or r.handed_at >= ${until}) and (r.answered_at is null or r.answered_at >= ${until})`,
  ],
  reopened: ['reopened', all],
  closed: ['closed', all],
  open: ['open', all],
  'handed-on-time': [
    'received',
    (scope) => sql`${isHanded(scope)} and ${isAnswered(scope)} and r.answered_at < r.due_until`,
  ],
  'handed-late': [
    'received',
    (scope) => sql`${isHanded(scope)} and ${isAnswered(scope)} and r.answered_at >= r.due_until`,
  ],
  'handed-undue': [
    'received',
    (scope) => sql`${isHanded(scope)} and ${isAnswered(scope)} and r.due_until is null`,
  ],
  'handed-open': ['received', (scope) => sql`${isHanded(scope)} and not coalesce(${isAnswered(scope)}, 0)`],
  due: ['due', all],
  'on-time': ['due', () => sql`r.answered_at < r.due_until`],
  'late-closed': ['due', (scope) => sql`${isAnswered(scope)} and r.answered_at >= r.due_until`],
  'late-open': ['due', (scope) => sql`not coalesce(${isAnswered(scope)}, 0)`],
  extended: ['due', () => sql`r.is_extended = 1`],
  overdue: ['open', (scope) => sql`r.due_until <= ${scope.until} and not coalesce(${isAnswered(scope)}, 0)`],
  returned: ['return', all],
  upheld: ['return', ({ until }) => sql`r.upheld_at < ${until}`],
  'transferred-on': ['hand-on', all],
  redone: ['redo', all],
  assisted: ['assist', all],
  'called-back': ['callback', all],
  reached: ['callback', () => isReached],
  'solved-asked': ['callback', () => sql`${isReached} and r.is_solved is not null`],
  solved: ['callback', () => sql`${isReached} and r.is_solved = 1`],
  graded: ['callback', () => sql`${isReached} and r.satisfied is not null`],
  satisfied: ['callback', grade('very-satisfied', 'satisfied', 'basically-satisfied', 'yes')],
  'very-satisfied': ['callback', grade('very-satisfied')],
  'grade-satisfied': ['callback', grade('satisfied')],
  'basically-satisfied': ['callback', grade('basically-satisfied')],
  dissatisfied: ['callback', grade('dissatisfied')],
  'very-dissatisfied': ['callback', grade('very-dissatisfied')],
  'plain-yes': ['callback', grade('yes')],
  'plain-no': ['callback', grade('no')],
  answered: ['answered', all],
  accepted: ['answered', () => sql`r.is_accepted_in_time is not null`],
  'in-window': ['answered', () => sql`r.is_accepted_in_time = 1`],
};

/** Whether the unit that a round stands under is that which led at a moment: it was over by then, or no other unit ever led. */
function isSettled(moment: number): Sql {
  return sql`(r.over_at < ${moment} or r.stays = 0 or (r.stays = 1 and r.lead_id <> 0 and r.handed_at < ${moment}))`;
}

/** Which unit led a round at a moment where that is not settled: of these few the parties tell; 0 for the transfer desk. */
function leadAt(moment: number): Sql {
  const at = new Date(moment * 1000).toISOString().slice(0, 19) + 'Z';
  return sql`case when r.handed_at is null or r.handed_at >= ${moment} then 0
    else coalesce((select p.unit_id from appeal_party as p where p.appeal_id = r.appeal_id and p."role" = 'lead' and p.since < ${at}
      and (p.until is null or p.until >= ${at}) order by p.since desc, p.id desc limit 1), 0) end`;
}

/** The unit whose figure it is, and of which rows that is so. An act is that of its unit. */
interface Holder {
  readonly unit: Sql;
  readonly which: Sql | null;
}

/** How the unit is told: first of all that is settled, in the order in which the table lies, then of the rest. */
function holdersOf({ from: table, asOf }: Basis, scope: FigureScope): readonly Holder[] {
  if (table === 'appeal_act') return [{ unit: sql`r.unit_id`, which: null }];
  const moment = scope[asOf];
  return [
    { unit: sql`r.lead_id`, which: isSettled(moment) },
    { unit: leadAt(moment), which: sql`${isNotOver(moment)} and not coalesce(${isSettled(moment)}, 0)` },
  ];
}

function keyOf(basis: Basis, key: FigureKey, { unit }: Pick<Holder, 'unit'>): Sql {
  if (key === 'unit') return unit;
  if (key !== 'quarter') return sql`r.${sql.raw(key)}`;
  return basis.at === undefined ? sql`null` : sql`(${basis.at}) / 900`;
}

/** Where the rows of a basis come from, and which are meant; read in their order in the table where they are many of it. */
function source(basis: Basis, scope: FigureScope, { by, holder }: Reading): Sql {
  const { unitIds, kinds, channels, matters } = scope;
  const fields = { kind: kinds, channel: channels, matter: matters?.map((one) => one ?? '') } as const;
  const narrow = (['kind', 'channel', 'matter'] as const).flatMap((field) => {
    const allowed = fields[field];
    return allowed === undefined ? [] : [sql`and r.${sql.raw(field)} in (${sql.join(allowed)})`];
  });
  const ids = unitIds?.map((id) => id ?? 0);
  const ofUnits = ids === undefined ? sql`` : sql`and ${holder.unit} in (${sql.join(ids)})`;
  const held =
    holder.which === null ? sql`` : sql`and ${by === 'holder' ? holder.which : byNoIndex(holder.which)}`;
  const open =
    scope.isOpen === true
      ? sql`and not exists (select 1 from appeal as a where a.id = r.appeal_id and a.confidential = 1)`
      : sql``;
  const meant = basis.which(scope);
  return sql`from ${sql.table(basis.from)} as r
    where r.jurisdiction_id = ${scope.jurisdictionId} and ${by === 'meaning' ? meant : byNoIndex(meant)} ${sql.join(narrow, sql` `)} ${held} ${ofUnits} ${open}`;
}

/** How a table is read, and of which rows the unit is told in which way. */
interface Reading {
  /** In the order in which it lies, by an index of what is meant, or by one of who held it. */
  readonly by: 'order' | 'meaning' | 'holder';
  readonly holder: Holder;
}

/** The readings of a basis: one where no unit is asked for, else one for each way in which it is told. */
async function readingsOf(
  db: Db,
  basis: Basis,
  scope: FigureScope,
  isByUnit: boolean,
): Promise<readonly Reading[]> {
  const isScanned = await isMost(db, basis, scope);
  if (!isByUnit && scope.unitIds === undefined)
    return [{ by: isScanned ? 'order' : 'meaning', holder: { unit: sql`0`, which: null } }];
  const [settled, rest] = holdersOf(basis, scope);
  if (settled === undefined) throw new Error('a unit that is told in no way');
  if (rest === undefined) return [{ by: isScanned ? 'order' : 'meaning', holder: settled }];
  // Nothing that was over is left for the parties to tell: mostly few, whatever is counted.
  const isRestMost = await isMost(db, bases[basis.asOf === 'from' ? 'opening' : 'open'], scope);
  return [
    { by: isScanned ? 'order' : 'meaning', holder: settled },
    { by: !isScanned ? 'meaning' : isRestMost ? 'order' : 'holder', holder: rest },
  ];
}

/**
 * Whether rows of a basis are so many of their table that it is read from end to end: going to each by an index takes four times as long. Counted in the
 * index itself, which looks at no row.
 */
async function isMost(db: Db, { from: table, reach }: Basis, scope: FigureScope): Promise<boolean> {
  const count = async (which: Sql): Promise<number> => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from ${sql.table(table)} as r where ${which}`.execute(db);
    return rows[0]?.count ?? 0;
  };
  const met = await count(sql`r.jurisdiction_id = ${scope.jurisdictionId} and ${reach(scope)}`);
  return met * scanShare > (await count(sql`1`));
}

/** From one part in so many on, a table is read from end to end. */
const scanShare = 6;

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
      // Grouped by the columns themselves: in their order nothing has to be sorted.
      const { rows } = await sql<Record<string, string | number | null>>`
        select ${sql.join([...keyColumns, ...columns])} ${source(basis, scope, reading)}
        ${keys.length === 0 ? sql`` : sql`group by ${sql.join(told)}`}`.execute(db);
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
        ${source(basis, scope, reading)} and ${minutes} is not null group by ${reading.holder.unit}, ${minutes}`.execute(
      db,
    );
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

/** Lists the appeals that are open at the end of a span and hard: handed on, returned or redone again and again, or long overdue; the longest open first. */
export async function listHardAppeals(
  db: Db,
  scope: FigureScope,
  { times, dueBefore }: HardLimits,
): Promise<{ readonly number: string; readonly unitId: number | null; readonly matter: string | null }[]> {
  const often = (sort: string): Sql =>
    sql`(select count(*) from appeal_act as h where h.appeal_id = r.appeal_id and h.sort = ${sql.lit(sort)} and h.at < ${scope.until}) >= ${times}`;
  const isHard = sql`(r.due_until <= ${dueBefore} and (r.answered_at is null or r.answered_at >= ${scope.until}))
    or ${often('hand-on')} or ${often('return')} or ${often('redo')}`;
  const basis = bases.open;
  const found: { number: string; unitId: number | null; matter: string | null; receivedAt: string }[] = [];
  for (const reading of await readingsOf(db, basis, scope, true)) {
    const { rows } = await sql<{ number: string; unitId: number; matter: string; receivedAt: string }>`
      select o.number as number, o.received_at as received_at, f.unit_id as unit_id, case when o.confidential = 1 then '' else f.matter end as matter
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
