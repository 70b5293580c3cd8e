import type { Comparison, FiguresReport, GridRow, ReportFrame } from '../../domain/grid.ts';
import type { Period } from '../../domain/period.ts';
import { lastOfPeriod } from '../../domain/period.ts';
import type { Setting } from './report.ts';

/** A period as programs get it; both days are in it. */
export interface PeriodJson {
  readonly from: string;
  readonly to: string;
}

export function periodJson(period: Period): PeriodJson {
  return { from: period.from, to: lastOfPeriod(period) };
}

/** What a column means, as programs get it. */
export interface DefinitionJson {
  readonly name: string;
  readonly meaning: string;
}

/** What the columns of a report mean, where that was asked for. */
export function definitionsJson(
  definitions: readonly (readonly [name: string, meaning: string])[] | undefined,
): {
  readonly definitions?: readonly DefinitionJson[];
} {
  return definitions === undefined
    ? {}
    : { definitions: definitions.map(([name, meaning]) => ({ name, meaning })) };
}

/** With what a report is compared; or why it is not. */
export interface ComparisonJson {
  readonly period: PeriodJson | null;
  readonly refused: string | null;
  readonly wholeFrom: string | null;
}

function comparisonJson(comparison: Comparison): ComparisonJson {
  if (comparison.kind === 'period')
    return { period: periodJson(comparison.period), refused: null, wholeFrom: null };
  const { period, why, wholeFrom } = comparison;
  return { period: period === null ? null : periodJson(period), refused: why, wholeFrom };
}

/** What a report of figures says, as programs get it: minutes are of working hours, values as they are printed. */
export interface FiguresJson {
  readonly report: string;
  readonly jurisdiction: string;
  readonly period: PeriodJson;
  readonly isOver: boolean;
  readonly upTo: string;
  readonly filters: readonly { readonly name: string; readonly value: string }[];
  readonly before: ComparisonJson;
  readonly yearBefore: ComparisonJson;
  readonly run: ReportFrame['run'];
  readonly rules: ReportFrame['rules'];
  readonly workedDays: number | null;
  readonly countedAt: string;
  readonly head: string;
  readonly identities: readonly {
    readonly left: readonly { readonly name: string; readonly count: number }[];
    readonly right: readonly { readonly name: string; readonly count: number }[];
    readonly holds: boolean;
  }[];
  readonly sections: readonly {
    readonly name: string;
    readonly columns: readonly { readonly name: string; readonly form: string }[];
    readonly rows: readonly {
      readonly key: string;
      readonly name: string | null;
      readonly isSum: boolean;
      readonly cells: readonly {
        readonly name: string;
        readonly numerator: number | null;
        readonly denominator: number | null;
        readonly base: string | null;
        readonly value: string | null;
      }[];
    }[];
    readonly notes: readonly {
      readonly kind: string;
      readonly least?: number;
      readonly base?: string;
      readonly units?: readonly string[];
      readonly matters?: readonly string[];
    }[];
  }[];
  readonly definitions?: readonly DefinitionJson[];
}

/** A report of figures as programs get it. */
export function figuresJson(
  { report, frame, grids, identities }: FiguresReport,
  { countedAt, head }: Setting,
  definitions?: readonly (readonly [name: string, meaning: string])[],
): FiguresJson {
  const { period, isOver, upTo, filters, before, yearBefore, run, workedDays } = frame;
  return {
    ...{ report, jurisdiction: frame.jurisdiction, period: periodJson(period), isOver, upTo, filters },
    ...{ before: comparisonJson(before), yearBefore: comparisonJson(yearBefore) },
    ...{ run, rules: frame.rules, workedDays, countedAt, head, identities },
    sections: grids.map(({ name, columns, rows, notes }) => ({
      name,
      columns: columns.map((column) => ({ name: column.name, form: column.form })),
      rows: rows.map((row) => ({ key: row.key, name: nameOf(row), isSum: row.isSum, cells: row.cells })),
      notes,
    })),
    ...definitionsJson(definitions),
  };
}

/** The name of a unit or a matter; other rows are told by their key. */
function nameOf({ subject }: GridRow): string | null {
  return subject.kind === 'unit' || subject.kind === 'matter' ? subject.name : null;
}
