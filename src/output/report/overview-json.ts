import type { UnitMove } from '../../domain/comparison.ts';
import { percentOf } from '../../domain/figure.ts';
import type { OverviewDue, OverviewReport } from '../../domain/report-overview.ts';
import type { RunCounts } from '../../domain/run.ts';
import { isJudged } from '../../domain/run.ts';
import type { Tier } from '../../domain/scheme.ts';
import type { UnitRefJson } from '../appeal-json.ts';
import { unitRefJson } from '../appeal-json.ts';
import type { DefinitionJson, PeriodJson } from './figures-json.ts';
import { definitionsJson, periodJson } from './figures-json.ts';
import type { Setting } from './report.ts';

/** What was due and is late, as programs get it; the rate in percent, null where nothing was due. */
export interface OverviewDueJson {
  readonly code: string | null;
  readonly name: string | null;
  readonly due: number;
  readonly onTime: number;
  readonly rate: string | null;
  readonly lateClosed: number;
  readonly lateOpen: number;
  readonly overdue: number;
}

/** The overview as programs get it. */
export interface OverviewJson {
  readonly report: 'overview';
  readonly jurisdiction: string;
  readonly period: PeriodJson;
  readonly isOver: boolean;
  readonly upTo: string;
  readonly countedAt: string;
  readonly head: string;
  readonly unitsInScheme: number;
  readonly run: {
    readonly number: number;
    readonly year: number;
    readonly documentNo: string;
    readonly scheme: string;
    readonly counts: RunCounts;
    readonly volume: number;
    readonly units: readonly {
      readonly code: string;
      readonly name: string;
      readonly volume: number | null;
      readonly tier: Tier | null;
    }[];
  } | null;
  readonly moves: {
    readonly before: { readonly number: number; readonly year: number };
    readonly units: readonly {
      readonly code: string;
      readonly name: string;
      readonly move: UnitMove;
      readonly before: string | null;
      readonly after: string | null;
    }[];
  } | null;
  readonly received: number;
  readonly handed: number;
  readonly overdue: number;
  readonly due: { readonly units: readonly OverviewDueJson[]; readonly all: OverviewDueJson };
  readonly handOvers: readonly {
    readonly from: UnitRefJson;
    readonly to: UnitRefJson;
    readonly count: number;
  }[];
  readonly edition: { readonly number: number; readonly publishedOn: string } | null;
  readonly unpublished: number | null;
  readonly desksOpen: number | null;
  readonly waiting: OverviewReport['waiting'];
  readonly definitions?: readonly DefinitionJson[];
}

/** The overview with the figures of the page; the transfer desk has no code. */
export function overviewJson(
  facts: OverviewReport,
  { countedAt, head }: Setting,
  definitions?: readonly (readonly [name: string, meaning: string])[],
): OverviewJson {
  const { frame, run, moves, received, handed, edition, unpublished, desksOpen, waiting } = facts;
  const { period, isOver, upTo } = frame;
  return {
    ...{ report: 'overview', jurisdiction: facts.jurisdiction },
    period: periodJson(period),
    ...{ isOver, upTo, countedAt, head, unitsInScheme: facts.unitsInScheme },
    run:
      run === null
        ? null
        : {
            ...{ number: run.number, year: run.year, documentNo: run.documentNo },
            ...{ scheme: run.scheme.code, counts: run.counts, volume: run.volume },
            units: run.units
              .filter((unit) => isJudged(run.scheme, unit))
              .map(({ code, name, volume, tier }) => ({ code, name, volume, tier })),
          },
    moves:
      moves === null
        ? null
        : {
            before: moves.before,
            units: moves.units.map(({ code, name, move, before, after }) => ({
              ...{ code, name, move },
              ...{ before: before?.standing ?? null, after: after?.standing ?? null },
            })),
          },
    ...{ received, handed, overdue: facts.dueOfAll.overdue },
    due: { units: facts.due.map(dueJson), all: dueJson(facts.dueOfAll) },
    handOvers: facts.handOvers.map(({ from, to, count }) => ({
      ...{ from: unitRefJson(from), to: unitRefJson(to), count },
    })),
    ...{ edition, unpublished, desksOpen, waiting },
    ...definitionsJson(definitions),
  };
}

function dueJson({ unit, due, onTime, lateClosed, lateOpen, overdue }: OverviewDue): OverviewDueJson {
  return {
    ...{ code: unit?.code ?? null, name: unit?.name ?? null, due, onTime },
    rate: percentOf({ numerator: onTime, denominator: due }),
    ...{ lateClosed, lateOpen, overdue },
  };
}
