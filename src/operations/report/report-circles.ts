import type { UnitRef } from '../../domain/appeal-event.ts';
import { eventsInForce } from '../../domain/appeal-event.ts';
import type {
  Chain,
  ChainFacts,
  CircleColumn,
  CirclesReport,
  CirclesRow,
  ReportGrouping,
} from '../../domain/circles.ts';
import { circleColumns, countInColumn, joinStays, foldChain } from '../../domain/circles.ts';
import type { Figure } from '../../domain/figure.ts';
import { makeCount, makeRate, medianOf } from '../../domain/figure.ts';
import type { Period } from '../../domain/period.ts';
import type { ReportFrame } from '../../domain/grid.ts';
import { makeLineage } from '../../domain/succession.ts';
import { earliestDay, startOfDay } from '../../domain/time.ts';
import { latestYear } from '../../domain/volume.ts';
import type { Unit } from '../../domain/unit.ts';
import { endedAmong } from '../../domain/unit.ts';
import type { MarkedEvent, ReportScope, StayRow, StraightCount } from '../../store/chains.ts';
import { countStraight, listMarkedEvents, listStays } from '../../store/chains.ts';
import type { Db } from '../../store/db.ts';
import { listRulings } from '../../store/rulings.ts';
import { listSuccessions, listUnits } from '../../store/units.ts';
import { referTo } from '../appeal/hand-over.ts';
import type { LocalWork } from '../kernel/transaction.ts';

/** What a report on hand-overs is of. */
export interface CirclesTerms {
  readonly period: Period;
  readonly unit?: Unit | undefined;
  readonly by?: ReportGrouping | undefined;
  /** Only appeals of these matters. */
  readonly matters?: readonly string[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  /** Only appeals that one of these units has led at some time. */
  readonly unitIds?: readonly number[] | undefined;
  /** What it was narrowed by beside its unit, word for word. */
  readonly filters?: ReportFrame['filters'] | undefined;
}

/** An appeal that was handed on, as the report reads it. */
export interface HandedOn {
  readonly id: number;
  readonly chain: Chain;
  readonly facts: ChainFacts;
  readonly matter: string | null;
  readonly holderId: number | null;
  readonly isClosed: boolean;
  /** Hand-overs that this tool would not have made. */
  readonly refused: number;
  /** Hand-overs by which a return was upheld: from whom, to whom. */
  readonly upheld: readonly { readonly fromId: number; readonly toId: number }[];
}

/** All that the report counts. */
export interface Handed {
  readonly straight: readonly StraightCount[];
  readonly handedOn: readonly HandedOn[];
  readonly units: ReadonlyMap<number, Unit>;
}

/** The appeals of a period that units led: where they were, and what became of them. */
export async function gatherHanded(db: Db, work: LocalWork, terms: CirclesTerms): Promise<Handed> {
  const { jurisdiction } = work;
  const scope = scopeOf(work, terms);
  const units = new Map((await listUnits(db, jurisdiction.id)).map((unit) => [unit.id, unit]));
  const { predecessorsOf } = makeLineage(await listSuccessions(db, jurisdiction.id));
  const hasEnded = endedAmong(units);
  // What a successor takes over stays where it is.
  const isSame = (fromId: number, toId: number): boolean =>
    fromId === toId || (hasEnded(fromId) && predecessorsOf(toId).has(fromId));
  const stays = Map.groupBy(await listStays(db, jurisdiction.id, scope), ({ appealId }) => appealId);
  const marked = Map.groupBy(await listMarkedEvents(db, jurisdiction.id, scope), ({ appealId }) => appealId);
  const handedOn = [...stays].map(([id, rows]) =>
    makeHandedOn(id, rows, eventsInForce(marked.get(id) ?? []), isSame),
  );
  return { straight: await countStraight(db, jurisdiction.id, scope), handedOn, units };
}

/** The span of time that a report is of, and what narrows it. */
export function scopeOf({ jurisdiction }: Pick<LocalWork, 'jurisdiction'>, terms: CirclesTerms): ReportScope {
  const { period, unit, matters, kinds, channels, unitIds } = terms;
  const { timeZone } = jurisdiction;
  return {
    from: startOfDay(period.from, timeZone),
    until: startOfDay(period.until, timeZone),
    unitId: unit?.id,
    ...{ matters, kinds, channels, unitIds },
  };
}

function makeHandedOn(
  id: number,
  rows: readonly StayRow[],
  events: readonly MarkedEvent[],
  isSame: (fromId: number, toId: number) => boolean,
): HandedOn {
  // A hand-over that was recalled is no visit.
  const recalls = events.filter(({ action }) => action === 'recall');
  const isRecalled = ({ unitId, until }: StayRow): boolean =>
    recalls.some(({ fromId, at }) => fromId === unitId && at === until);
  const chain = {
    appealId: id,
    stays: joinStays(
      rows.filter((row) => !isRecalled(row)),
      isSame,
    ),
  };
  const [first] = rows;
  return {
    id,
    chain,
    facts: foldChain(chain),
    matter: first?.matter ?? null,
    holderId: first?.holderId ?? null,
    isClosed: first?.isClosed === true,
    // One that came back to the same unit by way of the desk is no hand-over.
    refused: events.filter(
      ({ data, at }) =>
        data.wouldRefuse !== undefined && chain.stays.some(({ since }, place) => place > 0 && since === at),
    ).length,
    upheld: events.flatMap(({ action, fromId, toId }) =>
      action === 'decide' && fromId !== null && toId !== null ? [{ fromId, toId }] : [],
    ),
  };
}

/** What an appeal counts in a column. */
export function countOf(
  column: CircleColumn,
  { facts, chain, isClosed, holderId, refused }: HandedOn,
): number {
  if (column === 'would-refuse') return refused;
  const isEnded = isClosed && holderId !== null;
  if (column === 'closed') return isEnded ? 1 : 0;
  if (column === 'first-unit')
    return isEnded && chain.stays.at(0)?.unitId === chain.stays.at(-1)?.unitId ? 1 : 0;
  return countInColumn(column, facts);
}

/** What appeals that one unit alone has led count in a column. */
function countStraightIn(column: CircleColumn, { holderId, isClosed, count }: StraightCount): number {
  if (column === 'handed') return count;
  return (column === 'closed' || column === 'first-unit') && isClosed && holderId !== null ? count : 0;
}

/** Of what each column is a part; those that are not here are counts by themselves. */
const bases: Readonly<Partial<Record<CircleColumn, CircleColumn>>> = {
  'handed-on': 'handed',
  'three-or-more': 'handed',
  returned: 'handed',
  direct: 'handed',
  indirect: 'handed',
  'would-refuse': 'hops',
  'first-unit': 'closed',
};

/** The figures of some of the appeals. */
function sumFigures(
  straight: readonly StraightCount[],
  handedOn: readonly HandedOn[],
): Figure<CircleColumn>[] {
  const sums = new Map(
    circleColumns.map((column) => [
      column,
      straight.reduce((sum, one) => sum + countStraightIn(column, one), 0) +
        handedOn.reduce((sum, one) => sum + countOf(column, one), 0),
    ]),
  );
  return circleColumns.map((column) => {
    const count = sums.get(column) ?? 0;
    const base = bases[column];
    return base === undefined
      ? makeCount(column, count)
      : makeRate(column, count, { name: base, numerator: sums.get(base) ?? 0 });
  });
}

/** Makes the report on hand-overs and circles of the appeals that were received in a period. */
export async function reportCircles(work: LocalWork, terms: CirclesTerms): Promise<CirclesReport> {
  const { db } = work.store;
  const { period, unit, by } = terms;
  const handed = await gatherHanded(db, work, terms);
  const { straight, handedOn, units } = handed;
  const refer = referAmong(units);
  const returned = handedOn.filter(({ facts }) => facts.returns.length > 0);
  const counts = countBy(handedOn, ({ facts }) => [String(facts.units)]);
  const alone = straight.reduce((sum, { count }) => sum + count, 0);
  counts.set('1', { times: 0, appeals: (counts.get('1')?.appeals ?? 0) + alone });
  return {
    period,
    unit: unit === undefined ? null : referTo(unit),
    by: by ?? null,
    filters: terms.filters ?? [],
    figures: sumFigures(straight, handedOn),
    longest: handedOn.reduce((most, { facts }) => Math.max(most, facts.moves.length), 0),
    medianLost: medianOf(returned.map(({ facts }) => facts.minutesLost)),
    unitCounts: [...counts]
      .map(([number, { appeals }]) => ({ units: Number(number), appeals }))
      .filter(({ appeals }) => appeals > 0)
      .sort((a, b) => a.units - b.units),
    lengths: [...countBy(returned, ({ facts }) => facts.returns.map(({ length }) => String(length)))]
      .map(([length, { times, appeals }]) => ({ length: Number(length), returns: times, appeals }))
      .sort((a, b) => a.length - b.length),
    pairs: [...countBy(returned, ({ facts }) => pairsOf(facts))]
      .map(([pair, { times, appeals }]) => {
        const [a = 0, b = 0] = pair.split(' ').map(Number);
        return { units: [refer(a), refer(b)] as const, returns: times, appeals };
      })
      .sort(
        (a, b) =>
          b.returns - a.returns ||
          compareCodes(a.units[0], b.units[0]) ||
          compareCodes(a.units[1], b.units[1]),
      ),
    moves: listMoves(handedOn, refer),
    rulings: await listRulingEffects(db, work, terms),
    rows: by === undefined ? [] : listRows(handed, by),
  };
}

/** From whom to whom the appeals of a period were handed, most often first. */
export async function countMoves(work: LocalWork, terms: CirclesTerms): Promise<CirclesReport['moves']> {
  const { handedOn, units } = await gatherHanded(work.store.db, work, terms);
  return listMoves(handedOn, referAmong(units));
}

function referAmong(units: ReadonlyMap<number, Unit>): (id: number) => UnitRef {
  return (id) => {
    const found = units.get(id);
    return found === undefined ? { id, code: String(id), name: String(id) } : referTo(found);
  };
}

function compareCodes(a: UnitRef, b: UnitRef): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

/** The pairs between which an appeal came straight back, once for each time; whichever had it first. */
function pairsOf({ returns }: ChainFacts): string[] {
  return returns
    .filter(({ length }) => length === 2)
    .map(({ unitId, fromId }) => [unitId, fromId].sort((a, b) => a - b).join(' '));
}

/** How often each key comes up, and in how many appeals. */
function countBy(
  appeals: readonly HandedOn[],
  keysOf: (one: HandedOn) => readonly string[],
): Map<string, { times: number; appeals: number }> {
  const counts = new Map<string, { times: number; appeals: number }>();
  for (const one of appeals) {
    const keys = keysOf(one);
    for (const key of keys) {
      const count = counts.get(key) ?? { times: 0, appeals: 0 };
      count.times += 1;
      counts.set(key, count);
    }
    for (const key of new Set(keys)) {
      const count = counts.get(key);
      if (count !== undefined) count.appeals += 1;
    }
  }
  return counts;
}

/** From whom to whom appeals were handed, most often first. */
function listMoves(handedOn: readonly HandedOn[], refer: (id: number) => UnitRef): CirclesReport['moves'] {
  const moves = new Map<string, { minutes: number[]; returned: number; upheld: number }>();
  const find = (fromId: number, toId: number) => {
    const key = `${String(fromId)} ${String(toId)}`;
    const there = moves.get(key) ?? { minutes: [], returned: 0, upheld: 0 };
    moves.set(key, there);
    return there;
  };
  for (const { facts, upheld } of handedOn) {
    for (const { fromId, toId, minutes, isReturned } of facts.moves) {
      const move = find(fromId, toId);
      move.minutes.push(minutes);
      if (isReturned) move.returned += 1;
    }
    for (const { fromId, toId } of upheld)
      if (moves.has(`${String(fromId)} ${String(toId)}`)) find(fromId, toId).upheld += 1;
  }
  return [...moves]
    .map(([key, { minutes, returned, upheld }]) => {
      const [from = 0, to = 0] = key.split(' ').map(Number);
      return {
        ...{ from: refer(from), to: refer(to), count: minutes.length, returned, upheld },
        medianMinutes: medianOf(minutes) ?? 0,
      };
    })
    .sort((a, b) => b.count - a.count || compareCodes(a.from, b.from) || compareCodes(a.to, b.to));
}

/** Circles of the matter of each ruling, before the day it was made and from it on, whatever the period. */
async function listRulingEffects(
  db: Db,
  work: LocalWork,
  terms: CirclesTerms,
): Promise<CirclesReport['rulings']> {
  const effects: CirclesReport['rulings'][number][] = [];
  for (const { number, matter, on, supersededBy } of await listRulings(db, work.jurisdiction.id)) {
    if (matter === null || supersededBy !== null || terms.matters?.includes(matter) === false) continue;
    const side = async (period: Period) => {
      const { straight, handedOn } = await gatherHanded(db, work, { ...terms, period, matters: [matter] });
      const alone = straight.reduce((sum, { count }) => sum + count, 0);
      const returned = handedOn.filter(({ facts }) => facts.returns.length > 0).length;
      return { handed: alone + handedOn.length, returned };
    };
    const before = await side({ from: earliestDay, until: on });
    const after = await side({ from: on, until: `${String(latestYear + 1)}-01-01` });
    effects.push({ number, matter, on, before, after });
  }
  return effects;
}

/** What an appeal belongs to in a report by units, groups, categories or matters. */
export function keyIn(
  by: ReportGrouping,
  { holderId, matter }: { readonly holderId: number | null; readonly matter: string | null },
  units: ReadonlyMap<number, Unit>,
): string {
  if (by === 'matter') return matter ?? '';
  const unit = units.get(holderId ?? 0);
  return (by === 'unit' ? unit?.code : by === 'group' ? unit?.group : unit?.category) ?? '';
}

function listRows({ straight, handedOn, units }: Handed, by: ReportGrouping): CirclesRow[] {
  const ownStraight = Map.groupBy(straight, (one) => keyIn(by, one, units));
  const ownHandedOn = Map.groupBy(handedOn, (one) => keyIn(by, one, units));
  const names = new Map([...units.values()].map(({ code, name }) => [code, name]));
  const order = new Map(
    [...units.values()].map((unit, at) => [keyIn(by, { holderId: unit.id, matter: null }, units), at]),
  );
  return [...new Set([...ownStraight.keys(), ...ownHandedOn.keys()])]
    .map((key) => ({
      ...{ key, name: by === 'unit' ? (names.get(key) ?? '') : key },
      figures: sumFigures(ownStraight.get(key) ?? [], ownHandedOn.get(key) ?? []),
    }))
    .sort((a, b) =>
      by === 'matter' ? compare(a.key, b.key) : (order.get(a.key) ?? -1) - (order.get(b.key) ?? -1),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
