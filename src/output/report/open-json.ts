import type { OpenCount, OpenReport } from '../../domain/report-open.ts';
import type { DefinitionJson, PeriodJson } from './figures-json.ts';
import { definitionsJson, periodJson } from './figures-json.ts';
import type { Setting } from './report.ts';

/** A count as programs get it: null where it is suppressed, for itself or so that no small one follows. */
export interface OpenCountJson {
  readonly count: number | null;
  readonly suppressed: boolean;
}

/** What may be published, as programs get it. */
export interface OpenJson {
  readonly report: 'open';
  readonly jurisdiction: string;
  readonly period: PeriodJson;
  readonly isOver: boolean;
  readonly upTo: string;
  readonly countedAt: string;
  readonly head: string;
  /** Null where there are too few appeals for it. */
  readonly table: {
    readonly columns: readonly { readonly kind: string; readonly matter: string | null }[];
    readonly rows: readonly {
      readonly kind: string;
      readonly code: string | null;
      readonly name: string | null;
      readonly cells: readonly (OpenCountJson | null)[];
    }[];
  } | null;
  readonly wholes: readonly {
    readonly name: string;
    readonly of: string;
    readonly count: number;
    readonly parts: readonly (OpenCountJson & { readonly name: string; readonly rate: string | null })[];
  }[];
  readonly definitions?: readonly DefinitionJson[];
}

const countJson = ({ count }: OpenCount): OpenCountJson => ({ count, suppressed: count === null });

/** What may be published, as programs get it. */
export function openJson(
  { jurisdiction, frame, table, wholes }: OpenReport,
  { countedAt, head }: Setting,
  definitions?: readonly (readonly [name: string, meaning: string])[],
): OpenJson {
  const { period, isOver, upTo } = frame;
  return {
    ...{ report: 'open', jurisdiction, period: periodJson(period) },
    ...{ isOver, upTo, countedAt, head },
    table:
      table === null
        ? null
        : {
            columns: table.columns.map((column) => ({
              kind: column.kind,
              matter: column.kind === 'matter' ? column.name : null,
            })),
            rows: table.rows.map(({ line, cells }) => ({
              kind: line.kind,
              code: line.kind === 'unit' ? line.code : null,
              name: line.kind === 'unit' ? line.name : null,
              cells: cells.map((cell) => (cell === null ? null : countJson(cell))),
            })),
          },
    wholes: wholes.map(({ name, of, count, parts }) => ({
      ...{ name, of, count },
      parts: parts.map((part) => ({ name: part.name, ...countJson(part), rate: part.rate })),
    })),
    ...definitionsJson(definitions),
  };
}
