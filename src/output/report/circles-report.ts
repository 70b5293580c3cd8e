import type { UnitRef } from '../../domain/appeal-event.ts';
import type { CircleColumn, CirclesReport } from '../../domain/circles.ts';
import { circleColumns } from '../../domain/circles.ts';
import type { Figure } from '../../domain/figure.ts';
import { percentOf, tenthsOf } from '../../domain/figure.ts';
import { lastOfPeriod } from '../../domain/period.ts';
import type { Texts } from '../../text/shape.ts';
import type { Cell, Table, TableColumn } from '../view.ts';
import { displayWidth, takeWidth } from '../wrap.ts';
import { filterLines } from './figures-report.ts';
import type { HeatMap, Report, ReportSection, Setting } from './report.ts';
import { heatOf } from './report.ts';

/** Rows of a long table that a screen shows. */
const screenRows = 15;
/** Units of a matrix that fit a screen. */
const matrixUnits = 9;

const number = (title: string): TableColumn => ({ title, align: 'right' });

/** Makes the report on hand-overs and circles as every form of output writes it. */
export function makeCirclesReport(facts: CirclesReport, setting: Setting, text: Texts): Report {
  const say = text.views.report;
  const { period, unit, figures, longest, medianLost, by } = facts;
  const last = lastOfPeriod(period);
  const sections: readonly (ReportSection | undefined)[] = [
    {
      title: say.sections.figures,
      table: figureTable(figures, text),
      notes: [
        ...(longest === 0 ? [] : [say.longest(longest)]),
        ...(medianLost === null ? [] : [say.medianLost(tenthsOf(medianLost, 60))]),
      ],
    },
    by === null ? undefined : { title: say.sections.rows[by], table: rowTable(facts, by, text) },
    {
      title: say.sections.units,
      table: {
        columns: [number(say.units), number(say.appeals), { title: say.behind }],
        rows: facts.unitCounts.map(({ units, appeals }) => [
          ...[String(units), String(appeals), say.forms.units(units)],
        ]),
      },
    },
    {
      title: say.sections.lengths,
      table: {
        columns: [number(say.length), number(say.returns), number(say.appeals), { title: say.behind }],
        rows: facts.lengths.map(({ length, returns, appeals }) => [
          ...[String(length), String(returns), String(appeals), say.forms.length(length)],
        ]),
      },
    },
    {
      title: say.sections.pairs,
      screenRows,
      table: {
        columns: [{ title: say.pair }, number(say.returns), number(say.appeals), { title: say.behind }],
        rows: facts.pairs.map(({ units: [a, b], returns, appeals }) => [
          ...[`${a.name} ⇄ ${b.name}`, String(returns), String(appeals), say.forms.pair(a.code, b.code)],
        ]),
      },
    },
    moveSection(facts, text),
    matrixSection(facts, text),
    {
      title: say.sections.rulings,
      table: {
        columns: [
          number(say.ruling),
          { title: say.matter },
          { title: say.on },
          { title: say.before, align: 'right' },
          { title: say.after, align: 'right' },
        ],
        rows: facts.rulings.map(({ number: ruling, matter, on, before, after }) => [
          ...[String(ruling), matter, on],
          ...[before, after].map(({ returned, handed }) => say.part(returned, handed)),
        ]),
      },
    },
  ];
  return {
    title: say.circles,
    head: [
      say.period(period.from, last),
      ...(unit === null ? [] : [say.of(unit.name)]),
      ...filterLines(facts.filters, text),
      ...(last > setting.today ? [say.unfinished(setting.today)] : []),
      ...(figures.every(({ numerator }) => numerator === 0) ? [say.empty] : []),
      say.counted(setting.countedAt, setting.head),
    ],
    sections: sections.flatMap((one) => (one === undefined || one.table.rows.length === 0 ? [] : [one])),
    definitions: circleColumns.map((column) => [say.columns[column], say.definitions[column]]),
    definitionsTitle: say.sections.definitions,
  };
}

/** What a figure counts, in words; hours are kept as minutes. */
function writeCount({ name, numerator }: Figure<CircleColumn>): string {
  return name === 'hours-lost' ? tenthsOf(numerator, 60) : String(numerator);
}

function figureTable(figures: readonly Figure<CircleColumn>[], text: Texts): Table {
  const say = text.views.report;
  // Where a figure is called as it is listed, its name stands there already.
  const hasNames = figures.some(({ name }) => say.names[name] !== say.columns[name]);
  return {
    columns: [
      ...[{ title: say.figure }, number(say.count), { title: say.base }, number(say.rate)],
      ...(hasNames ? [{ title: say.behind }] : []),
    ],
    rows: figures.map((figure) => [
      say.columns[figure.name],
      writeCount(figure),
      figure.base === null ? '' : `${String(figure.denominator)} ${say.columns[figure.base]}`,
      figure.base === null ? '' : (percentOf(figure) ?? text.labels.none),
      ...(hasNames ? [say.names[figure.name]] : []),
    ]),
  };
}

/** The columns of a report by units: fewer than the whole has, so that they fit beside each other. */
function rowTable({ rows }: CirclesReport, by: NonNullable<CirclesReport['by']>, text: Texts): Table {
  const say = text.views.report;
  const cells: readonly (readonly [title: string, column: CircleColumn, isRate: boolean])[] = [
    [say.short.handed, 'handed', false],
    [say.short.handedOn, 'handed-on', false],
    [say.short.hops, 'hops', false],
    [say.short.returned, 'returned', false],
    [say.short.returnedRate, 'returned', true],
    [say.short.closed, 'closed', false],
    [say.short.firstRate, 'first-unit', true],
  ];
  return {
    columns: [{ title: say.rowTitle[by] }, ...cells.map(([title]) => number(title))],
    rows: rows.map(({ key, name, figures }) => [
      nameRow(by, key, name, text),
      ...cells.map(([, column, isRate]) => {
        const figure = figures.find((one) => one.name === column);
        if (figure === undefined) return '';
        return isRate ? (percentOf(figure) ?? text.labels.none) : writeCount(figure);
      }),
    ]),
  };
}

function nameRow(by: NonNullable<CirclesReport['by']>, key: string, name: string, text: Texts): string {
  const say = text.views.report;
  if (key === '') return by === 'unit' ? say.noUnit : say.none;
  return by === 'category' ? ((text.codeNames.category as Record<string, string>)[key] ?? key) : name;
}

function moveSection({ moves }: CirclesReport, text: Texts): ReportSection {
  const say = text.views.report;
  return {
    title: say.sections.moves,
    screenRows,
    notes: [say.movesRead],
    table: {
      columns: [
        { title: say.fromTo },
        number(say.moves),
        number(say.hours),
        number(say.returned),
        number(say.upheld),
        { title: say.behind },
      ],
      rows: moves.map(({ from, to, count, medianMinutes, returned, upheld }) => [
        `${from.name} → ${to.name}`,
        ...[String(count), tenthsOf(medianMinutes, 60), String(returned), String(upheld)],
        say.forms.move(from.code, to.code),
      ]),
    },
  };
}

/** The units of hand-overs, those with most first, and how many there were between some of them. */
export function weighMoves(moves: CirclesReport['moves']): {
  readonly ranked: readonly UnitRef[];
  readonly cellsOf: (units: readonly UnitRef[]) => number[][];
} {
  const weights = new Map<string, { readonly unit: UnitRef; weight: number }>();
  for (const { from, to, count } of moves)
    for (const unit of [from, to]) {
      const there = weights.get(unit.code) ?? { unit, weight: 0 };
      there.weight += count;
      weights.set(unit.code, there);
    }
  const ranked = [...weights.values()].sort(
    (a, b) => b.weight - a.weight || (a.unit.code < b.unit.code ? -1 : 1),
  );
  const between = new Map(moves.map(({ from, to, count }) => [`${from.code} ${to.code}`, count]));
  return {
    ranked: ranked.map(({ unit }) => unit),
    cellsOf: (units) => units.map((from) => units.map((to) => between.get(`${from.code} ${to.code}`) ?? 0)),
  };
}

/** Who hands over to whom, as a matrix: on a screen the units with most hand-overs, numbered. */
function matrixSection({ moves }: CirclesReport, text: Texts): ReportSection {
  const say = text.views.report;
  const { ranked, cellsOf } = weighMoves(moves);
  const all = ranked.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const heat: HeatMap = { labels: all.map(({ name }) => name), cells: cellsOf(all) };
  const shown = ranked.slice(0, matrixUnits);
  const cells = cellsOf(shown);
  const most = Math.max(0, ...cells.flat());
  return {
    title: say.sections.matrix,
    heat,
    table: {
      columns: [{ title: say.unit }, ...shown.map((_, at) => number(String(at + 1)))],
      rows: shown.map((unit, at) => [
        `${String(at + 1)} ${shorten(unit.name)}`,
        ...(cells[at] ?? []).map((value): Cell => toneCell(value, most)),
      ]),
    },
    notes: [say.matrixRead],
    screenNotes: all.length > shown.length ? [say.matrixCut(shown.length, all.length)] : [],
  };
}

function toneCell(value: number, most: number): Cell {
  if (value === 0) return '';
  const step = heatOf(value, most);
  return { text: String(value), tone: step >= 4 ? 'high' : step >= 2 ? 'middle' : 'low' };
}

/** A name as it fits the side of a matrix. */
function shorten(name: string): string {
  if (displayWidth(name) <= 24) return name;
  return `${takeWidth(name, 23)}…`;
}
