import type { ExpressionBuilder, RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Appeal, Kind, Priority, State } from '../domain/appeal.ts';
import { unanswered } from '../domain/appeal.ts';
import { usualRules } from '../domain/deadline-presets.ts';
import type { Channel } from '../domain/volume.ts';
import { toAppeal, selectAppeals } from './appeals.ts';
import { mayHoldText } from './engine/search.ts';
import type { Db } from './db.ts';
import { hasNotEnded } from './spans.ts';
import type { Tables } from './tables.ts';

/** A span of instants of one set of deadline rules: what was sent in it and not accepted is late. */
export interface LateSpan {
  readonly rules: string;
  readonly from: string;
  readonly before: string;
}

/** Which appeals a list is of; what is not said does not limit it. */
export interface AppealFilter {
  readonly states?: readonly State[] | undefined;
  readonly kind?: Kind | undefined;
  readonly channel?: Channel | undefined;
  readonly priority?: Priority | undefined;
  /** Matters, each as it is written. */
  readonly matters?: readonly string[] | undefined;
  /** Redone at least so often. */
  readonly reworksFrom?: number | undefined;
  /** Group of the unit that leads. */
  readonly group?: string | undefined;
  /** The unit that leads, or assists, or either. */
  readonly unit?: { readonly id: number; readonly as: 'lead' | 'assist' | 'any' } | undefined;
  /** Received from this instant on, and before that one. */
  readonly since?: string | undefined;
  readonly before?: string | undefined;
  readonly hopsFrom?: number | undefined;
  /** Due on this day or later, and on that day or earlier. */
  readonly dueFrom?: string | undefined;
  readonly dueUntil?: string | undefined;
  readonly ids?: readonly number[] | undefined;
  /** Signs that may stand in a number or a text: by what the search knows, so that those found are looked at once more. */
  readonly text?: string | undefined;
  /** Sent and not accepted in time. */
  readonly late?: readonly LateSpan[] | undefined;
  /** Waiting for the transfer desk: returned, unassigned, with a unit that has ended, not accepted in time, or without a due day. */
  readonly waiting?: readonly LateSpan[] | undefined;
}

/** In which order: the urgent and the escalated first or not; then as they came in, longest waiting, most hand-overs, or first due. */
export interface AppealOrder {
  readonly by: 'received' | 'waiting' | 'hops' | 'due';
  readonly isRanked: boolean;
}

/**
 * What stands before all others while it is still to be answered, as `rankOf` says; written as the indexes have it, so that lists are read
 * in the order of these.
 */
const rank = sql<number>`case when "appeal"."state" in ('unassigned', 'sent', 'accepted')
  then case when "appeal"."priority" = 'urgent' then 0 when "appeal"."reworks" >= 3 then 1 else 2 end else 2 end`;

/** A part of a list: so many at most, those before it left out. */
interface AppealPage {
  readonly order?: AppealOrder;
  readonly limit?: number | undefined;
  readonly offset?: number;
}

const asTheyCameIn: AppealOrder = { by: 'received', isRanked: false };

function orderOf({ by, isRanked }: AppealOrder = asTheyCameIn) {
  const first = {
    received: [],
    waiting: [sql`"appeal"."standing_since"`],
    hops: [sql`"appeal"."hop_count" desc`],
    due: [sql`"appeal"."due_on" is null`, sql`"appeal"."due_on"`],
  }[by];
  return sql.join([...(isRanked ? [rank] : []), ...first, sql`"appeal"."received_at"`, sql`"appeal"."id"`]);
}

function inPage<Query extends { limit(count: number): Query; offset(count: number): Query }>(
  query: Query,
  { limit, offset = 0 }: AppealPage,
): Query {
  return limit === undefined ? query : query.limit(limit).offset(offset);
}

type Eb = ExpressionBuilder<Tables, 'appeal'>;

/** Lists appeals in the order asked for, else as they came in; so many at most. None whose import was undone. */
export async function listAppeals(
  db: Db,
  jurisdictionId: number,
  filter: AppealFilter = {},
  page: AppealPage = {},
): Promise<Appeal[]> {
  const holds = await holdingOf(db, filter);
  const query = selectAppeals(db, jurisdictionId, { byId: filter.ids !== undefined })
    .where('appeal.voided', '=', 0)
    .where((eb) => eb.and([...conditionsOf(eb as unknown as Eb, filter), ...holds]))
    .orderBy(orderOf(page.order));
  return (await inPage(query, page).execute()).map(toAppeal);
}

/** Lists the ids of appeals in the order asked for: of a list that is too long to be held. */
export async function listAppealIds(
  db: Db,
  jurisdictionId: number,
  filter: AppealFilter,
  page: AppealPage,
): Promise<number[]> {
  const holds = await holdingOf(db, filter);
  const query = db
    .selectFrom('appeal')
    .select('appeal.id')
    .where('appeal.jurisdictionId', '=', jurisdictionId)
    .where('appeal.voided', '=', 0)
    .where((eb) => eb.and([...conditionsOf(eb, filter), ...holds]))
    .orderBy(orderOf(page.order));
  return (await inPage(query, page).execute()).map(({ id }) => id);
}

/** How many appeals a filter lets through. */
export async function countListed(db: Db, jurisdictionId: number, filter: AppealFilter): Promise<number> {
  const holds = await holdingOf(db, filter);
  const row = await db
    .selectFrom('appeal')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('appeal.jurisdictionId', '=', jurisdictionId)
    .where('appeal.voided', '=', 0)
    .where((eb) => eb.and([...conditionsOf(eb, filter), ...holds]))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The signs that an appeal may hold, as a condition, if any are asked for. */
async function holdingOf(db: Db, { text }: AppealFilter): Promise<readonly RawBuilder<SqlBool>[]> {
  return text === undefined ? [] : [await mayHoldText(db, text)];
}

function conditionsOf(eb: Eb, filter: AppealFilter) {
  const { states, kind, channel, priority, matters, reworksFrom, group, unit, ids, late, waiting } = filter;
  const { since, before, hopsFrom, dueFrom, dueUntil } = filter;
  return [
    ...(states === undefined ? [] : [eb('appeal.state', 'in', states)]),
    ...(kind === undefined ? [] : [eb('appeal.kind', '=', kind)]),
    ...(channel === undefined ? [] : [eb('appeal.channel', '=', channel)]),
    ...(priority === undefined ? [] : [eb('appeal.priority', '=', priority)]),
    ...(matters === undefined ? [] : [eb('appeal.matter', 'in', matters)]),
    ...(reworksFrom === undefined ? [] : [eb('appeal.reworks', '>=', reworksFrom)]),
    ...(group === undefined ? [] : [eb('appeal.holderId', 'in', unitsOfGroup(eb, group))]),
    ...(since === undefined ? [] : [eb('appeal.receivedAt', '>=', since)]),
    ...(before === undefined ? [] : [eb('appeal.receivedAt', '<', before)]),
    ...(dueFrom === undefined ? [] : [eb('appeal.dueOn', '>=', dueFrom)]),
    ...(dueUntil === undefined ? [] : [eb('appeal.dueOn', '<=', dueUntil)]),
    ...(ids === undefined ? [] : [eb('appeal.id', 'in', ids)]),
    ...(hopsFrom === undefined ? [] : [eb('appeal.hopCount', '>=', hopsFrom)]),
    ...(unit === undefined ? [] : [isOfUnit(eb, unit)]),
    ...(late === undefined ? [] : [isLate(eb, late)]),
    ...(waiting === undefined ? [] : [waits(eb, waiting)]),
  ];
}

function unitsOfGroup(eb: Eb, group: string) {
  return eb.selectFrom('unit').select('unit.id').where('unit.groupName', '=', group);
}

function isOfUnit(eb: Eb, { id, as }: NonNullable<AppealFilter['unit']>) {
  const assisted = eb
    .selectFrom('appealParty')
    .select('appealParty.appealId')
    .where('appealParty.unitId', '=', id)
    // Written as its index is.
    .where(sql<SqlBool>`"appeal_party"."role" = 'assist'`)
    .where(hasNotEnded('appealParty.until'));
  const assists = eb('appeal.id', 'in', assisted);
  if (as === 'assist') return assists;
  const leads = eb('appeal.holderId', '=', id);
  return as === 'lead' ? leads : eb.or([leads, assists]);
}

/** Sent, and not accepted in time. */
function isLate(eb: Eb, spans: readonly LateSpan[]) {
  return eb.and([
    eb('appeal.state', '=', 'sent'),
    eb.or(
      spans.map(({ rules, from, before }) =>
        eb.and([
          sql<SqlBool>`coalesce("appeal"."deadline", ${usualRules}) = ${rules}`,
          eb('appeal.sentSince', '>=', from),
          eb('appeal.sentSince', '<', before),
        ]),
      ),
    ),
  ]);
}

/** As `findWait` says it of one appeal. */
function waits(eb: Eb, spans: readonly LateSpan[]) {
  const endedUnits = eb.selectFrom('unit').select('unit.id').where('unit.untilDay', 'is not', null);
  return eb.or([
    eb('appeal.returnPending', '=', 1),
    eb('appeal.state', '=', 'unassigned'),
    eb.and([eb('appeal.state', 'in', ['sent', 'accepted']), eb('appeal.holderId', 'in', endedUnits)]),
    isLate(eb, spans),
    eb.and([eb('appeal.dueOn', 'is', null), eb('appeal.state', 'in', unanswered)]),
  ]);
}

/** Matters that appeals have, each once. */
export async function listMattersInUse(db: Db, jurisdictionId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('appeal')
    .select('matter')
    .distinct()
    .where('jurisdictionId', '=', jurisdictionId)
    .where('matter', 'is not', null)
    .execute();
  return rows.flatMap(({ matter }) => matter ?? []);
}
