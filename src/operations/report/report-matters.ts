import {
  changeCell,
  countCell,
  countColumn,
  otherColumn,
  rateCell,
  textCell,
} from '../../domain/grid-cells.ts';
import { groupsOfMatters, levelsOfMatter } from '../../domain/matter.ts';
import type { FiguresReport, GridCell, GridNote, GridRow } from '../../domain/grid.ts';
import type { FigureScope } from '../../store/figure-scope.ts';
import { countFigures, countMatterPlaces } from '../../store/figures.ts';
import { listMatters } from '../../store/matters.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { FigureTerms, FramedReport } from './frame-report.ts';
import { frameReport } from './frame-report.ts';

/** So many matters are called hot, and so many rising. */
const named = 5;
/** A matter rises from so many appeals on in the period before: from fewer, every growth is large. */
const leastBefore = 10;
/** Places with fewer appeals of one matter are not named. */
const leastAtPlace = 3;

/** A matter of a report: its name, what stands above it, and the appeals of it as they are written. */
interface MatterLine {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly received: number;
  readonly before: number;
  readonly yearBefore: number;
  readonly units: ReadonlyMap<string, number>;
  readonly places: readonly { readonly place: string; readonly count: number }[];
}

/** What appeals are about, on two levels: how many, their part of all, what they grew by, with whom they mostly were, and where. */
export async function reportMatters(asked: LocalWork, terms: FigureTerms): Promise<FiguresReport> {
  const framed = await frameReport(asked, terms);
  const lines = await listLines(framed);
  const all = lines.reduce((sum, { received }) => sum + received, 0);
  const groups = Map.groupBy(lines, ({ level1 }) => level1);
  const rowOf = (own: readonly MatterLine[], name: string | null, level: 1 | 2, key: string): GridRow => ({
    ...{ key, subject: { kind: 'matter', name, level }, isSum: level === 1 },
    cells: cellsOf(framed, joinLines(own), all),
  });
  const weight = (own: readonly MatterLine[]): number => own.reduce((sum, { received }) => sum + received, 0);
  const rows = [...groups]
    .sort((a, b) => weight(b[1]) - weight(a[1]) || compare(a[0], b[0]))
    .flatMap(([level1, own]) => {
      const below = [...Map.groupBy(own, ({ level2 }) => level2)]
        .filter(([level2]) => level2 !== null)
        .sort((a, b) => weight(b[1]) - weight(a[1]) || compare(a[0], b[0]));
      return [
        rowOf(own, level1, 1, level1 ?? '-'),
        ...below.map(([level2, some]) => rowOf(some, level2, 2, `${level1 ?? '-'}/${level2 ?? ''}`)),
      ];
    })
    .filter(({ cells }) => cells.some(({ name, numerator }) => name === 'received' && numerator !== 0));
  const total: GridRow = {
    ...{ key: 'all', subject: { kind: 'all' }, isSum: true },
    cells: cellsOf(framed, joinLines(lines), all).map((cell) =>
      cell.name === 'first-units' || cell.name === 'places' ? textCell(cell.name, null) : cell,
    ),
  };
  return {
    report: 'matters',
    frame: framed.frame,
    identities: [],
    grids: [
      {
        name: 'matters',
        columns: [
          countColumn('received'),
          otherColumn('share', 'rate'),
          otherColumn('before', 'count'),
          otherColumn('change', 'change'),
          otherColumn('year-before', 'count'),
          otherColumn('year-change', 'change'),
          otherColumn('first-units', 'text'),
          otherColumn('places', 'text'),
        ],
        rows: [...rows, total],
        notes: [{ kind: 'share-of', base: 'received' }, ...notesOf(framed, lines)],
      },
    ],
  };
}

async function listLines({
  db,
  jurisdiction,
  scope,
  before,
  yearBefore,
  units,
}: FramedReport): Promise<MatterLine[]> {
  const groups = groupsOfMatters(await listMatters(db, jurisdiction.id));
  const names = new Map(units.map(({ id, shortName, name }) => [id, shortName ?? name]));
  const count = async (of: FigureScope | null): Promise<ReadonlyMap<string | null, number>> =>
    new Map(
      of === null
        ? []
        : (await countFigures(db, of, ['received'], ['matter'])).map(({ keys, counts }) => [
            keys[0] as string | null,
            counts.received,
          ]),
    );
  const [then, last] = [await count(before), await count(yearBefore)];
  const withUnits = Map.groupBy(
    await countFigures(db, scope, ['received'], ['matter', 'unit']),
    ({ keys }) => keys[0] as string | null,
  );
  const now = new Map(
    [...withUnits].map(([matter, own]) => [
      matter,
      own.reduce((sum, { counts }) => sum + counts.received, 0),
    ]),
  );
  const places = Map.groupBy(await countMatterPlaces(db, scope, leastAtPlace), ({ matter }) => matter);
  return [...new Set([...now.keys(), ...then.keys(), ...last.keys()])].map((matter) => {
    const [level1 = null, level2 = null] = levelsOfMatter(matter, groups);
    return {
      ...{ level1, level2, received: now.get(matter) ?? 0 },
      ...{ before: then.get(matter) ?? 0, yearBefore: last.get(matter) ?? 0 },
      units: new Map(
        (withUnits.get(matter) ?? []).flatMap(({ keys, counts }) => {
          const name = names.get(Number(keys[1]));
          return name === undefined ? [] : [[name, counts.received] as const];
        }),
      ),
      places: places.get(matter) ?? [],
    };
  });
}

function joinLines(lines: readonly MatterLine[]): Omit<MatterLine, 'level1' | 'level2'> {
  const units = new Map<string, number>();
  const places = new Map<string, number>();
  for (const line of lines) {
    for (const [name, count] of line.units) units.set(name, (units.get(name) ?? 0) + count);
    for (const { place, count } of line.places) places.set(place, (places.get(place) ?? 0) + count);
  }
  const sum = (of: 'received' | 'before' | 'yearBefore'): number =>
    lines.reduce((all, line) => all + line[of], 0);
  return {
    ...{ received: sum('received'), before: sum('before'), yearBefore: sum('yearBefore'), units },
    places: [...places].map(([place, count]) => ({ place, count })),
  };
}

function cellsOf(
  { frame }: FramedReport,
  { received, before, yearBefore, units, places }: Omit<MatterLine, 'level1' | 'level2'>,
  all: number,
): GridCell[] {
  const [isBefore, isYearBefore] = [frame.before.kind === 'period', frame.yearBefore.kind === 'period'];
  const most = (list: readonly (readonly [string, number])[]): string | null => {
    const first = [...list].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).slice(0, 3);
    return first.length === 0 ? null : first.map(([name, count]) => `${name} ${String(count)}`).join('、');
  };
  return [
    countCell('received', received),
    rateCell('share', { numerator: received, denominator: all }, 'received'),
    isBefore ? countCell('before', before) : textCell('before', null),
    changeCell('change', received, isBefore ? before : null),
    isYearBefore ? countCell('year-before', yearBefore) : textCell('year-before', null),
    changeCell('year-change', received, isYearBefore ? yearBefore : null),
    textCell('first-units', most([...units])),
    textCell('places', most(places.map(({ place, count }) => [place, count] as const))),
  ];
}

/** Which matters are hot, and which rise. */
function notesOf({ frame }: FramedReport, lines: readonly MatterLine[]): GridNote[] {
  const second = [...Map.groupBy(lines, ({ level1, level2 }) => `${level1 ?? ''}/${level2 ?? ''}`)].flatMap(
    ([, own]) => {
      const [first] = own;
      return first?.level1 == null ? [] : [{ name: first.level2 ?? first.level1, ...joinLines(own) }];
    },
  );
  const hot = second
    .filter(({ received }) => received > 0)
    .sort((a, b) => b.received - a.received || compare(a.name, b.name));
  const rising = second
    .filter(({ before, received }) => before >= leastBefore && received > before)
    .sort((a, b) => b.received / b.before - a.received / a.before || compare(a.name, b.name));
  const note = (kind: 'hot' | 'rising', list: readonly { readonly name: string }[]): GridNote[] =>
    list.length === 0
      ? []
      : [{ kind, matters: list.slice(0, named).map(({ name }) => name), least: leastBefore }];
  return [...note('hot', hot), ...(frame.before.kind === 'period' ? note('rising', rising) : [])];
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
