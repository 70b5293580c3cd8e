import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { FigureName } from '../domain/figure-names.ts';
import type { Db } from './db.ts';

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
const openAt = (moment: number): Sql =>
  sql`r.begun_at < ${moment} and (r.over_at is null or r.over_at >= ${moment})`;
const act = (sort: string): Basis => ({
  from: 'appeal_act',
  which: (scope) => sql`r.sort = ${sql.lit(sort)} and ${during(sql`r.at`, scope)}`,
  at: sql`r.at`,
  asOf: 'until',
});

const bases = {
  received: {
    from: 'appeal_round',
    which: (scope) => sql`r.round = 1 and ${during(sql`r.begun_at`, scope)}`,
    at: sql`r.begun_at`,
    asOf: 'until',
  },
  reopened: {
    from: 'appeal_round',
    which: (scope) => sql`r.begun = 'reopen' and ${during(sql`r.begun_at`, scope)}`,
    at: sql`r.begun_at`,
    asOf: 'until',
  },
  closed: {
    from: 'appeal_round',
    which: (scope) => sql`r.is_closed = 1 and ${during(sql`r.over_at`, scope)}`,
    at: sql`r.over_at`,
    asOf: 'until',
  },
  due: {
    from: 'appeal_round',
    which: (scope) =>
      sql`r.due_until > ${scope.from} and r.due_until <= ${scope.until} and not coalesce(${isDirect(scope)}, 0)`,
    // The end of a day is the beginning of the next.
    at: sql`r.due_until - 1`,
    asOf: 'until',
  },
  answered: {
    from: 'appeal_round',
    which: (scope) => sql`${during(sql`r.answered_at`, scope)} and ${isHanded(scope)}`,
    at: sql`r.answered_at`,
    asOf: 'until',
  },
  opening: { from: 'appeal_round', which: ({ from }) => openAt(from), asOf: 'from' },
  open: { from: 'appeal_round', which: ({ until }) => openAt(until), asOf: 'until' },
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

/**
 * Which unit led a round at a moment. Where no more than one unit ever did, it was that or none; of a round that was over by then it is the last.
 * Only of the others the parties tell.
 */
function leadAt(moment: number): Sql {
  const at = new Date(moment * 1000).toISOString().slice(0, 19) + 'Z';
  return sql`case when r.over_at < ${moment} then r.lead_id
    when r.handed_at is null or r.handed_at >= ${moment} then null
    when r.stays = 1 and r.lead_id is not null then r.lead_id
    else (select p.unit_id from appeal_party as p where p.appeal_id = r.appeal_id and p."role" = 'lead' and p.since < ${at}
      and (p.until is null or p.until >= ${at}) order by p.since desc, p.id desc limit 1) end`;
}

function unitOf({ from: table, asOf }: Basis, scope: FigureScope): Sql {
  return table === 'appeal_act' ? sql`r.unit_id` : leadAt(scope[asOf]);
}

/** What an appeal is: acts have it from the appeal itself. */
function fieldOf({ from: table }: Basis, field: 'kind' | 'channel' | 'matter'): Sql {
  return table === 'appeal_act' ? sql`a.${sql.raw(field)}` : sql`r.${sql.raw(field)}`;
}

function keyOf(basis: Basis, key: FigureKey, scope: FigureScope): Sql {
  if (key === 'unit') return unitOf(basis, scope);
  if (key !== 'quarter') return fieldOf(basis, key);
  return basis.at === undefined ? sql`null` : sql`(${basis.at}) / 900`;
}

/** Null stands among values like any other. */
function among(value: Sql, allowed: readonly (string | number | null)[]): Sql {
  const known = allowed.filter((one) => one !== null);
  const inList = known.length === 0 ? sql`0` : sql`${value} in (${sql.join(known)})`;
  return known.length === allowed.length ? inList : sql`(${value} is null or ${inList})`;
}

function source(basis: Basis, scope: FigureScope, keys: readonly FigureKey[]): Sql {
  const { unitIds, kinds, channels, matters } = scope;
  const fields = { kind: kinds, channel: channels, matter: matters } as const;
  const narrowed = (['kind', 'channel', 'matter'] as const).filter((field) => fields[field] !== undefined);
  const needsAppeal =
    basis.from === 'appeal_act' && [...narrowed, ...keys].some((key) => key !== 'unit' && key !== 'quarter');
  const join = needsAppeal ? sql`join appeal as a on a.id = r.appeal_id` : sql``;
  const narrow = narrowed.map((field) => sql`and ${among(fieldOf(basis, field), fields[field] ?? [])}`);
  const ofUnits = unitIds === undefined ? sql`` : sql`and ${among(unitOf(basis, scope), unitIds)}`;
  return sql`from ${sql.table(basis.from)} as r ${join}
    where r.jurisdiction_id = ${scope.jurisdictionId} and ${basis.which(scope)} ${sql.join(narrow, sql` `)} ${ofUnits}`;
}

/** Counts figures, told apart by keys: one query for all that are of the same basis. A line has nought for what it does not count. */
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
      const value = which === all ? sql`count(*)` : sql`coalesce(sum(${which(scope)}), 0)`;
      return sql`${value} as ${sql.raw(`c${String(at)}`)}`;
    });
    const keyColumns = keys.map(
      (key, at) => sql`${keyOf(basis, key, scope)} as ${sql.raw(`k${String(at)}`)}`,
    );
    const groups = keys.map((_, at) => sql.raw(String(at + 1)));
    const { rows } = await sql<Record<string, string | number | null>>`
      select ${sql.join([...keyColumns, ...columns])} ${source(basis, scope, keys)}
      ${keys.length === 0 ? sql`` : sql`group by ${sql.join(groups)}`}`.execute(db);
    for (const row of rows) {
      const values = keys.map((_, at) => row[`k${String(at)}`] ?? null);
      const id = JSON.stringify(values);
      const there = lines.get(id) ?? {
        keys: values,
        counts: Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>,
      };
      own.forEach((name, at) => (there.counts[name] = Number(row[`c${String(at)}`] ?? 0)));
      lines.set(id, there);
    }
  }
  return [...lines.values()];
}

/** Lists the appeals behind a figure, once each, in the order in which they came in. */
export async function listFigureAppeals(db: Db, scope: FigureScope, name: FigureName): Promise<number[]> {
  const [basisName, which] = measures[name];
  const { rows } = await sql<{ id: number }>`
    select o.id as id from appeal as o where o.id in (select r.appeal_id ${source(bases[basisName], scope, [])} and ${which(scope)})
      order by o.received_at, o.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The numbers of the appeals behind a figure, with the unit that led, in the order in which they came in. */
export async function listFigureNumbers(
  db: Db,
  scope: FigureScope,
  name: FigureName,
): Promise<{ readonly unitId: number | null; readonly number: string }[]> {
  const [basisName, which] = measures[name];
  const basis = bases[basisName];
  const { rows } = await sql<{ unitId: number | null; number: string }>`
    select f.unit_id as unit_id, o.number as number
      from (select distinct ${unitOf(basis, scope)} as unit_id, r.appeal_id as id ${source(basis, scope, ['unit'])} and ${which(scope)}) as f
      join appeal as o on o.id = f.id order by o.received_at, o.id`.execute(db);
  return rows;
}

/** The clocks of a unit: sent to accepted, accepted to answered, begun to answered; in minutes of working hours. */
export const clockNames = ['accept', 'reply', 'whole'] as const;
export type ClockName = (typeof clockNames)[number];

/** Counts, by the unit that answered, how many rounds took so many minutes. */
export async function countClock(
  db: Db,
  scope: FigureScope,
  clock: ClockName,
): Promise<{ readonly unitId: number | null; readonly minutes: number; readonly count: number }[]> {
  const minutes = sql`r.${sql.raw(`${clock}_minutes`)}`;
  const { rows } = await sql<{ unitId: number | null; minutes: number; count: number }>`
    select ${unitOf(bases.answered, scope)} as unit_id, ${minutes} as minutes, count(*) as count
      ${source(bases.answered, scope, ['unit'])} and ${minutes} is not null group by 1, 2 order by 1, 2`.execute(
    db,
  );
  return rows;
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
  const { rows } = await sql<{ matter: string | null }>`
    select distinct matter as matter from appeal_round where jurisdiction_id = ${jurisdictionId}`.execute(db);
  return rows.map(({ matter }) => matter);
}

/** Places of which so many appeals of one matter were received, those that are not confidential: fewer would tell where somebody lives. */
export async function countMatterPlaces(
  db: Db,
  scope: FigureScope,
  least: number,
): Promise<{ readonly matter: string | null; readonly place: string; readonly count: number }[]> {
  const { rows } = await sql<{ matter: string | null; place: string; count: number }>`
    select o.matter as matter, o.place as place, count(*) as count from appeal as o
      where o.place is not null and o.confidential = 0 and o.id in (select r.appeal_id ${source(bases.received, scope, [])})
      group by 1, 2 having count(*) >= ${least} order by 3 desc, 2`.execute(db);
  return rows;
}
