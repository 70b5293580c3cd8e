import type { CircleColumn, CirclesReport } from '../../domain/circles.ts';
import type { Figure } from '../../domain/figure.ts';
import { percentOf } from '../../domain/figure.ts';
import type { UnitRefJson } from '../appeal-json.ts';
import { unitRefJson } from '../appeal-json.ts';
import type { PeriodJson } from './figures-json.ts';
import { periodJson } from './figures-json.ts';
import type { Setting } from './report.ts';

/** A figure as programs get it; hours are told in minutes, a rate in percent with two decimals. */
export interface FigureJson {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly base: string | null;
  readonly rate: string | null;
}

function figureJson(figure: Figure): FigureJson {
  const { name, numerator, denominator, base } = figure;
  return { name, numerator, denominator, base, rate: base === null ? null : percentOf(figure) };
}

/** What `report circles` says. */
export interface CirclesJson {
  readonly period: PeriodJson;
  readonly unit: string | null;
  readonly by: string | null;
  readonly filters: CirclesReport['filters'];
  readonly countedAt: string;
  readonly head: string;
  readonly figures: readonly FigureJson[];
  readonly longest: number;
  readonly medianMinutesLost: number | null;
  readonly units: readonly { readonly units: number; readonly appeals: number }[];
  readonly lengths: readonly {
    readonly length: number;
    readonly returns: number;
    readonly appeals: number;
  }[];
  readonly pairs: readonly {
    readonly units: readonly UnitRefJson[];
    readonly returns: number;
    readonly appeals: number;
  }[];
  readonly moves: readonly {
    readonly from: UnitRefJson;
    readonly to: UnitRefJson;
    readonly count: number;
    readonly medianMinutes: number;
    readonly returned: number;
    readonly upheld: number;
  }[];
  readonly rulings: CirclesReport['rulings'];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly figures: readonly FigureJson[];
  }[];
  readonly definitions?: Readonly<Record<CircleColumn, string>>;
}

/** The report on hand-overs as programs get it. */
export function circlesJson(
  facts: CirclesReport,
  setting: Setting & { readonly definitions: CirclesJson['definitions'] | undefined },
): CirclesJson {
  const { period, unit, by, figures, longest, medianLost, unitCounts, lengths, pairs, moves } = facts;
  const { countedAt, head, definitions } = setting;
  return {
    period: periodJson(period),
    ...{
      unit: unit?.code ?? null,
      by,
      filters: facts.filters,
      countedAt,
      head,
      longest,
      medianMinutesLost: medianLost,
    },
    figures: figures.map(figureJson),
    ...{ units: unitCounts, lengths },
    pairs: pairs.map((pair) => ({ ...pair, units: pair.units.map(unitRefJson) })),
    moves: moves.map(({ from, to, ...move }) => ({
      ...{ from: unitRefJson(from), to: unitRefJson(to) },
      ...move,
    })),
    rulings: facts.rulings,
    rows: facts.rows.map(({ figures: own, ...row }) => ({ ...row, figures: own.map(figureJson) })),
    ...(definitions === undefined ? {} : { definitions }),
  };
}
