import type { FigureName, Sums } from '../../domain/figure-names.ts';
import {
  checkIdentities,
  countCell,
  countColumn,
  figureCells,
  otherColumn,
  partOf,
  pointsCell,
  rateCell,
  rateColumn,
  textCell,
} from '../../domain/grid-cells.ts';
import type { FiguresReport, Grid, GridCell, GridColumn, GridNote, GridRow } from '../../domain/grid.ts';
import { leastBase, rankRates } from '../../domain/rank.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { FigureTerms } from './frame-report.ts';
import { frameReport } from './frame-report.ts';
import type { GroupedSums, UnitGroup, UnitSums } from './group-units.ts';
import { countByUnit } from './group-units.ts';
import { problemsGrid } from './find-problems.ts';

/** Rates by which units can be ranked within their group. */
export type RankedFigure = 'on-time' | 'solved' | 'satisfied';

/** What a report by units is of, and by which rate units are ranked, if at all. */
export interface UnitTerms extends FigureTerms {
  readonly rank?: RankedFigure | undefined;
}

/** What is told of each unit; of what was received, all that it needs to balance. */
const unitFigures = [
  'opening', 'received', 'reopened', 'handed', 'closed', 'open', 'overdue', 'assisted', 'due', 'on-time', 'late-closed', 'late-open', 'extended',
  'returned', 'upheld', 'transferred-on', 'redone', 'called-back', 'reached', 'solved-asked', 'solved', 'graded', 'satisfied',
] as const satisfies readonly FigureName[]; // prettier-ignore

/** Units in their groups: what they had, how timely they were, what went back and on, and what citizens said. */
export async function reportUnits(asked: LocalWork, terms: UnitTerms): Promise<FiguresReport> {
  const framed = await frameReport(asked, terms);
  const grouped = await countByUnit(framed, unitFigures);
  const { rank } = terms;
  const tables: readonly (readonly [name: string, columns: readonly GridColumn[]])[] = [
    ['load', [...['opening', 'handed'].map(asCount), share, ...['closed', 'open', 'overdue', 'assisted'].map(asCount)]],
    ['timeliness', [asCount('due'), asCount('on-time'), rateColumn('on-time'), difference, ...['late-closed', 'late-open', 'extended'].map(asCount)]],
    ['rounds', ['returned', 'upheld', 'transferred-on', 'redone'].map(asCount)],
    ['answers', [...['called-back', 'reached', 'solved-asked', 'solved'].map(asCount), rateColumn('solved'), ...['graded', 'satisfied'].map(asCount), rateColumn('satisfied')]],
  ]; // prettier-ignore
  const rankedTable = rank === 'on-time' ? 'timeliness' : 'answers';
  const grids = tables.map(([name, columns]) =>
    unitGrid(name, columns, grouped, rank !== undefined && name === rankedTable ? rank : undefined),
  );
  return {
    report: 'units',
    frame: framed.frame,
    identities: checkIdentities(grouped.all),
    grids: [
      ...grids.map((grid, at) => (at === 0 ? withNotes(grid, grouped) : grid)),
      await problemsGrid(framed),
    ],
  };
}

const asCount = (name: string): GridColumn => countColumn(name as FigureName);
const share = otherColumn('share', 'rate');
const difference = otherColumn('difference', 'points');
const place = otherColumn('place', 'count');

function withNotes(grid: Grid, { groups, without }: GroupedSums): Grid {
  const undue = groups.flatMap(({ members }) => members.filter(({ sums }) => (sums.due ?? 0) === 0));
  return {
    ...grid,
    notes: [
      { kind: 'share-of', base: 'handed' },
      ...noteUnits('without-appeals', without.map(({ name }) => name)),
      ...noteUnits('nothing-due', undue.map(({ unit }) => unit.name)),
    ],
  }; // prettier-ignore
}

function noteUnits(kind: 'without-appeals' | 'nothing-due', units: readonly string[]): GridNote[] {
  return units.length === 0 ? [] : [{ kind, units }];
}

/** A table by units: each group with its sum below, the transfer desk, and all. */
export function unitGrid(
  name: string,
  columns: readonly GridColumn[],
  { groups, desk, all }: GroupedSums,
  rank?: RankedFigure,
): Grid {
  const places = new Map(groups.flatMap((group) => (rank === undefined ? [] : placesOf(group, rank))));
  const make = (one: Omit<GridRow, 'cells'>, sums: Sums, group: UnitGroup | undefined): GridRow => {
    const at = places.get(one.key);
    const more = rank === undefined ? [] : [at == null ? textCell('place', null) : countCell('place', at)];
    return { ...one, cells: [...cellsOf(columns, sums, { all, group }), ...more] };
  };
  const rows = groups.flatMap((group) => [
    ...group.members.map(({ unit, sums }) =>
      make(
        { key: unit.code, subject: { kind: 'unit', code: unit.code, name: unit.name }, isSum: false },
        sums,
        group,
      ),
    ),
    make({ key: group.key, subject: group.subject, isSum: true }, group.sums, undefined),
  ]);
  const ofDesk =
    desk === null || isEmpty(columns, desk)
      ? []
      : [make({ key: 'desk', subject: { kind: 'desk' }, isSum: false }, desk.sums, undefined)];
  const unranked = groups.flatMap(({ members }) =>
    members.filter(({ unit }) => places.get(unit.code) === null),
  );
  return {
    name,
    columns: rank === undefined ? columns : [...columns, place],
    rows: [...rows, ...ofDesk, make({ key: 'all', subject: { kind: 'all' }, isSum: true }, all, undefined)],
    notes:
      unranked.length === 0
        ? []
        : [{ kind: 'not-ranked', least: leastBase, units: unranked.map(({ unit }) => unit.name) }],
  };
}

function isEmpty(columns: readonly GridColumn[], { sums }: UnitSums): boolean {
  return columns.every(({ of }) => typeof of !== 'string' || (sums[of as FigureName] ?? 0) === 0);
}

function placesOf({ members }: UnitGroup, rank: RankedFigure): [string, number | null][] {
  const rates = members.map(({ sums }) => partOf(sums, rank) ?? { numerator: 0, denominator: 0 });
  const places = rankRates(rates);
  return members.map(({ unit }, at) => [unit.code, places[at] ?? null]);
}

function cellsOf(
  columns: readonly GridColumn[],
  sums: Sums,
  { all, group }: { readonly all: Sums; readonly group: UnitGroup | undefined },
): GridCell[] {
  return columns.map((column) => {
    if (column === share) {
      const part = { numerator: sums.handed ?? 0, denominator: all.handed ?? 0 };
      return rateCell('share', part, 'handed');
    }
    if (column === difference) {
      const own = partOf(sums, 'on-time');
      const others = group === undefined ? undefined : partOf(group.sums, 'on-time');
      return own === undefined || others === undefined
        ? textCell('difference', null)
        : pointsCell('difference', own, others);
    }
    const [cell] = figureCells([column], sums);
    if (cell === undefined) throw new Error(`a column without a cell: ${column.name}`);
    return cell;
  });
}
