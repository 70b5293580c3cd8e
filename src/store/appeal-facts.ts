import type { AppealFacts, CountedAct, Round } from '../domain/rounds.ts';
import type { Instant } from '../domain/time.ts';
import { secondsOf } from '../domain/time.ts';
import type { Db, Trx } from './db.ts';
import type { Value } from './engine/bulk.ts';
import { insertRows } from './engine/bulk.ts';

/** What an appeal is, as its figures are grouped and narrowed by it. */
export interface CountedAppeal {
  readonly id: number;
  readonly jurisdictionId: number;
  readonly kind: string;
  readonly channel: string;
  readonly matter: string | null;
}

const roundColumns = [
  'appealId', 'round', 'jurisdictionId', 'kind', 'channel', 'matter', 'begun', 'begunAt', 'overAt', 'isClosed', 'outcome', 'handedAt', 'answeredAt',
  'dueUntil', 'isExtended', 'leadId', 'stays', 'acceptMinutes', 'replyMinutes', 'wholeMinutes', 'isAcceptedInTime',
] as const; // prettier-ignore

const actColumns = [
  'appealId', 'number', 'jurisdictionId', 'kind', 'channel', 'matter', 'sort', 'at', 'unitId', 'upheldAt', 'isReached', 'isSolved', 'satisfied',
] as const; // prettier-ignore

/** The last second of the year 9999: what is not over yet stands there. */
const never = 253_402_300_799;
const momentOf = (instant: Instant | null): number | null => (instant === null ? null : secondsOf(instant));
const flagOf = (value: boolean | null): number | null => (value === null ? null : value ? 1 : 0);

function roundValues({ id, jurisdictionId, kind, channel, matter }: CountedAppeal, one: Round): Value[] {
  return [
    ...[id, one.round, jurisdictionId, kind, channel, matter ?? '', one.begun, secondsOf(one.begunAt)],
    ...[momentOf(one.overAt) ?? never, one.isClosed ? 1 : 0, one.outcome, momentOf(one.handedAt)],
    ...[momentOf(one.answeredAt), momentOf(one.dueUntil), one.isExtended ? 1 : 0, one.leadId ?? 0, one.stays],
    ...[one.acceptMinutes, one.replyMinutes, one.wholeMinutes, flagOf(one.isAcceptedInTime)],
  ];
}

function actValues(
  { id, jurisdictionId, kind, channel, matter }: CountedAppeal,
  one: CountedAct,
  number: number,
): Value[] {
  const { satisfied } = one;
  const grade = typeof satisfied === 'boolean' ? (satisfied ? 'yes' : 'no') : satisfied;
  return [
    ...[
      id,
      number,
      jurisdictionId,
      kind,
      channel,
      matter ?? '',
      one.sort,
      secondsOf(one.at),
      one.unitId ?? 0,
    ],
    momentOf(one.upheldAt),
    ...[flagOf(one.isReached), flagOf(one.isSolved), grade],
  ];
}

/** What reports count of an appeal. */
export interface CountedFacts {
  readonly appeal: CountedAppeal;
  readonly facts: AppealFacts;
}

/** Gathers what reports count of many appeals, and writes it at once. */
export class BulkFacts {
  #rounds: Value[] = [];
  #acts: Value[] = [];

  add({ appeal, facts }: CountedFacts): void {
    for (const one of facts.rounds) this.#rounds.push(...roundValues(appeal, one));
    for (const [at, one] of facts.acts.entries()) this.#acts.push(...actValues(appeal, one, at + 1));
  }

  async write(trx: Trx): Promise<void> {
    await insertRows(trx, { table: 'appealRound', columns: roundColumns }, this.#rounds);
    await insertRows(trx, { table: 'appealAct', columns: actColumns }, this.#acts);
    this.#rounds = [];
    this.#acts = [];
  }
}

/** Writes what reports count of some appeals in place of what was there; of those that are not among the counted nothing is left. */
export async function replaceFacts(
  trx: Trx,
  ids: readonly number[],
  counted: readonly CountedFacts[],
): Promise<void> {
  if (ids.length === 0) return;
  await trx.deleteFrom('appealRound').where('appealId', 'in', ids).execute();
  await trx.deleteFrom('appealAct').where('appealId', 'in', ids).execute();
  const rows = new BulkFacts();
  for (const one of counted) rows.add(one);
  await rows.write(trx);
}

/** What is kept of some appeals, one line a row, in the order of `writeFacts`. */
export async function listKeptFacts(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rounds = await db
    .selectFrom('appealRound')
    .select(roundColumns)
    .where('appealId', 'in', ids)
    .orderBy('appealId')
    .orderBy('round')
    .execute();
  const acts = await db
    .selectFrom('appealAct')
    .select(actColumns)
    .where('appealId', 'in', ids)
    .orderBy('appealId')
    .orderBy('number')
    .execute();
  const lines = new Map<number, string[]>();
  const keep = (id: number, values: readonly unknown[]): void => {
    const there = lines.get(id) ?? [];
    there.push(JSON.stringify(values));
    lines.set(id, there);
  };
  for (const row of rounds) keep(row.appealId, roundColumns.map((column) => row[column])); // prettier-ignore
  for (const row of acts) keep(row.appealId, actColumns.map((column) => row[column])); // prettier-ignore
  return new Map([...lines].map(([id, own]) => [id, own.join('\n')]));
}

/** What is to be kept of an appeal, to be held against what is. */
export function writeFacts({ appeal, facts }: CountedFacts): string {
  return [
    ...facts.rounds.map((one) => roundValues(appeal, one)),
    ...facts.acts.map((one, at) => actValues(appeal, one, at + 1)),
  ]
    .map((values) => JSON.stringify(values))
    .join('\n');
}
