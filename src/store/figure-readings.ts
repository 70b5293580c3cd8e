import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { FigureName } from '../domain/figure-names.ts';
import type { ActSort } from '../domain/rounds.ts';
import { instantOf } from '../domain/time.ts';
import type { Db } from './db.ts';
import { byNoIndex } from './engine/scan.ts';
import type { FigureKey, FigureScope } from './figure-scope.ts';

export type Sql = RawBuilder<unknown>;

/** What one query counts: its table, which rows are meant, and when each happened. */
export interface Basis {
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
function act(sort: ActSort): Basis {
  const which = (scope: FigureScope): Sql => sql`r.sort = ${sql.lit(sort)} and ${during(sql`r.at`, scope)}`;
  return { from: 'appeal_act', which, reach: which, at: sql`r.at`, asOf: 'until' };
}

export const bases = {
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
      sql`r.due_until > ${scope.from} and r.due_until <= ${scope.until} and (${isDirect(scope)}) is not true`,
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
} satisfies Record<string, Basis>;
export type BasisName = keyof typeof bases;

export const all = (): Sql => sql`1 = 1`;
const isReached = sql`r.is_reached = 1`;
const grade = (...values: readonly string[]): (() => Sql) => {
  const list = sql.join(values.map((value) => sql.lit(value)));
  return () => sql`${isReached} and r.satisfied in (${list})`;
};

/** Every figure: of what basis, and which of its rows. */
export const measures: Readonly<Record<FigureName, readonly [BasisName, (scope: FigureScope) => Sql]>> = {
  opening: ['opening', all],
  received: ['received', all],
  direct: ['received', (scope) => sql`${isDirect(scope)} and (${isWithoutAnswer(scope)}) is not true`],
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
  'handed-open': ['received', (scope) => sql`${isHanded(scope)} and (${isAnswered(scope)}) is not true`],
  due: ['due', all],
  'on-time': ['due', () => sql`r.answered_at < r.due_until`],
  'late-closed': ['due', (scope) => sql`${isAnswered(scope)} and r.answered_at >= r.due_until`],
  'late-open': ['due', (scope) => sql`(${isAnswered(scope)}) is not true`],
  extended: ['due', () => sql`r.is_extended = 1`],
  overdue: ['open', (scope) => sql`r.due_until <= ${scope.until} and (${isAnswered(scope)}) is not true`],
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
  const at = instantOf(moment);
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
    { unit: leadAt(moment), which: sql`${isNotOver(moment)} and (${isSettled(moment)}) is not true` },
  ];
}

export function keyOf(basis: Basis, key: FigureKey, { unit }: Pick<Holder, 'unit'>): Sql {
  if (key === 'unit') return unit;
  if (key !== 'quarter') return sql`r.${sql.raw(key)}`;
  return basis.at === undefined ? sql`null` : sql`(${basis.at}) / 900`;
}

/** Where the rows of a basis come from, and which are meant; read in their order in the table where they are many of it. */
export function source(basis: Basis, scope: FigureScope, { by, holder }: Reading): Sql {
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
export interface Reading {
  /** In the order in which it lies, by an index of what is meant, or by one of who held it. */
  readonly by: 'order' | 'meaning' | 'holder';
  readonly holder: Holder;
}

/** The readings of a basis: one where no unit is asked for, else one for each way in which it is told. */
export async function readingsOf(
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
 * Whether rows of a basis are so many of their table that it is read from end to end: going to a row by an index takes as long as reading some eighty as they lie. Counted in the
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
  return met * scanShare > (await count(sql`1 = 1`));
}

/** From one part in so many on, a table is read from end to end. */
const scanShare = 80;
