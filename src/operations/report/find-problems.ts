import { countCell, otherColumn, textCell } from '../../domain/grid-cells.ts';
import type { Grid, GridRow } from '../../domain/grid.ts';
import type { FigureLine } from '../../store/figures.ts';
import { countFigures } from '../../store/figures.ts';
import type { FramedReport, GroupedUnit } from './frame-report.ts';

/** Why a matter of a unit is proposed for a study meeting (专题研究): most of it, more and more of it, most dissatisfied with it. */
export type ProblemReason = 'most' | 'rising' | 'dissatisfied';

/** A matter of one unit that its first responsible person might call a meeting on. */
interface Problem {
  readonly unit: GroupedUnit;
  readonly matter: string;
  readonly why: ProblemReason;
  readonly count: number;
  /** How many there were in the period before, or how many said how satisfied they are; null where it is not told. */
  readonly of: number | null;
}

/** Fewer appeals than these are no problem of a unit. */
const least = 5;
/** So many are proposed of each reason. */
const proposed = 5;

/** What is counted by unit and matter for the problems. */
const problemFigures = ['handed', 'graded', 'satisfied'] as const;

/**
 * Proposes matters for study meetings: those of which units have most, those that have grown most since the period before (to half as many again at
 * least), and those with which most citizens were dissatisfied; five of each, with five appeals or more.
 */
async function findProblems({ db, scope, before, units }: FramedReport): Promise<Problem[]> {
  const keys = ['unit', 'matter'] as const;
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const lines = await countFigures(db, scope, problemFigures, keys);
  const keyed = <Name extends string>(list: readonly FigureLine<Name>[], name: Name) =>
    new Map(list.map(({ keys: own, counts }) => [JSON.stringify(own), counts[name]]));
  const [now, graded, satisfied] = problemFigures.map((name) => keyed(lines, name));
  if (now === undefined || graded === undefined || satisfied === undefined)
    throw new Error('nothing counted');
  const then =
    before === null ? undefined : keyed(await countFigures(db, before, ['handed'], keys), 'handed');
  const choose = (
    why: ProblemReason,
    list: readonly (readonly [key: string, count: number, of: number | null, weight: number])[],
  ): Problem[] =>
    list
      .flatMap(([key, count, of, weight]) => {
        const [unitId, matter] = JSON.parse(key) as [number | null, string | null];
        const unit = byId.get(unitId ?? 0);
        return unit === undefined || matter === null || count < least
          ? []
          : [{ unit, matter, why, count, of, weight }];
      })
      .sort((a, b) => b.weight - a.weight || a.unit.sort - b.unit.sort || (a.matter < b.matter ? -1 : 1))
      .slice(0, proposed)
      .map(({ weight: _weight, ...one }) => one);
  const rising = [...now].flatMap(([key, count]) => {
    const was = then?.get(key) ?? 0;
    return then === undefined || was === 0 || count * 2 < was * 3
      ? []
      : [[key, count, was, count / was] as const];
  });
  return [
    ...choose('most', [...now].map(([key, count]) => [key, count, null, count] as const)),
    ...choose('rising', rising),
    ...choose('dissatisfied', [...graded].map(([key, all]) => {
      const count = all - (satisfied.get(key) ?? 0);
      return [key, count, all, count] as const;
    })),
  ]; // prettier-ignore
}

/** The problems as a table. */
export async function problemsGrid(framed: FramedReport): Promise<Grid> {
  const problems = await findProblems(framed);
  return {
    name: 'problems',
    columns: [
      otherColumn('matter', 'text'),
      otherColumn('why', 'text'),
      otherColumn('count', 'count'),
      otherColumn('base', 'count'),
    ],
    rows: problems.map(({ unit, matter, why, count, of }): GridRow => ({
      key: unit.code,
      subject: { kind: 'unit', code: unit.code, name: unit.name },
      isSum: false,
      cells: [
        textCell('matter', matter),
        textCell('why', why),
        countCell('count', count),
        of === null ? textCell('base', null) : countCell('base', of),
      ],
    })),
    notes: [],
  };
}
