import { percentOf } from '../../domain/figure.ts';
import type { OverviewDue, OverviewReport } from '../../domain/report-overview.ts';
import { isJudged } from '../../domain/run.ts';
import { tiers } from '../../domain/scheme.ts';
import type { Texts } from '../../text/shape.ts';
import { comparisonTable } from '../tier-comparison-view.ts';
import { orderUnits, tierChart, tierTones } from '../tier-view.ts';
import type { BandChart, Cell, Table, Tone, View } from '../view.ts';
import { chartTable, tablesOf } from '../view.ts';
import { periodLines } from './figures-report.ts';
import { weighMoves } from './circles-report.ts';
import type { HeatMap, Report, ReportSection, Setting } from './report.ts';
import { definitionView } from './report.ts';

/** Units of the matrix: more cannot be taken in at a glance. */
const matrixUnits = 12;

/** One thing to be known at a glance. */
export interface OverviewCard {
  readonly label: string;
  readonly value: string;
  readonly remark: string;
  readonly tone: Tone;
}

/** A part of the overview; one without a table says in its notes why. */
export interface OverviewPart extends ReportSection {
  readonly band?: BandChart;
  /** How timely the units of the rows were: what was due, parted. */
  readonly parts?: readonly Pick<OverviewDue, 'onTime' | 'lateClosed' | 'lateOpen'>[];
}

/** The overview as every form of output writes it. */
export interface OverviewPaper extends Omit<Report, 'sections'> {
  readonly cards: readonly OverviewCard[];
  readonly volumes: OverviewPart;
  readonly due: OverviewPart;
  readonly matrix: OverviewPart;
  readonly moves: OverviewPart;
  readonly waiting: OverviewPart;
}

const nothing: Table = { columns: [], rows: [] };
const number = (title: string) => ({ title, align: 'right' as const });

/** Makes the overview in words. */
export function makeOverviewPaper(facts: OverviewReport, setting: Setting, text: Texts): OverviewPaper {
  const { figures } = text.views;
  const say = text.views.overviewReport;
  const used = ['received', 'handed', 'due', 'on-time', 'late-closed', 'late-open'] as const;
  return {
    title: say.title(facts.jurisdiction),
    head: [...periodLines(facts.frame, text), figures.counted(setting.countedAt, setting.head)],
    cards: makeCards(facts, text),
    volumes: volumesPart(facts, text),
    due: duePart(facts, text),
    matrix: matrixPart(facts, text),
    moves: movesPart(facts, text),
    waiting: waitingPart(facts, text),
    definitions: [
      ...used.map((name) => [figures.columns[name], figures.definitions[name]] as const),
      ...say.definitions,
      ...figures.general.slice(0, 1),
    ],
    definitionsTitle: figures.definitionsTitle,
  };
}

function makeCards(facts: OverviewReport, text: Texts): OverviewCard[] {
  const say = text.views.overviewReport;
  const { none } = text.labels;
  const { run, edition, unpublished, desksOpen, hasAppeals, dueOfAll } = facts;
  const { overdue } = dueOfAll;
  const card = (label: string, value: string, remark = '', tone: Tone = 'plain'): OverviewCard => ({
    ...{ label, value, remark, tone },
  });
  return [
    card(say.cards.units, say.countUnits(facts.unitsInScheme), say.inScheme(run?.counts.noCount ?? 0)),
    ...(run === null
      ? [card(say.cards.tiers, none, say.noRun), card(say.cards.noVolume, none, say.noRun)]
      : [
          ...tiers.map((tier) =>
            card(text.codeNames.tier[tier], say.countUnits(run.counts[tier]), '', tierTones[tier]),
          ),
          card(
            say.cards.volume(run.year),
            say.countAppeals(run.volume),
            say.ofRun(run.number, run.documentNo),
          ),
        ]),
    card(
      say.cards.received,
      say.countAppeals(facts.received),
      hasAppeals ? say.handed(facts.handed) : say.noAppeals,
    ),
    card(
      say.cards.overdue,
      say.countAppeals(overdue),
      overdue === 0 ? say.nothingLate : say.onDay(facts.today),
      overdue === 0 ? 'plain' : 'bad',
    ),
    edition === null
      ? card(say.cards.edition, none, say.noEdition)
      : card(
          say.cards.edition,
          say.editionOf(edition.number),
          say.editionState(edition.publishedOn, unpublished),
          (unpublished ?? 0) > 0 ? 'warning' : 'plain',
        ),
    desksOpen === null
      ? card(say.cards.desks, none, say.noRun)
      : card(
          say.cards.desks,
          say.countUnits(desksOpen),
          desksOpen > 0 ? say.desksBlocked : say.noDesksBlocked,
          desksOpen > 0 ? 'warning' : 'plain',
        ),
  ];
}

function volumesPart({ run }: OverviewReport, text: Texts): OverviewPart {
  const say = text.views.overviewReport;
  const title = say.sections.volumes;
  if (run === null) return { title, table: nothing, notes: [say.noVolumes] };
  const units = orderUnits(
    run.units.filter((unit) => isJudged(run.scheme, unit)),
    'tier',
  );
  const band = tierChart(run.scheme, units, text);
  const { columns, rows } = chartTable(band);
  const table: Table = {
    columns: [...columns, { title: text.views.tier.tier }],
    rows: rows.map((row, at) => {
      const tier = units[at]?.tier ?? null;
      return [...row, tier === null ? text.labels.none : text.codeNames.tier[tier]];
    }),
  };
  return { title, table, band, notes: [say.ofRun(run.number, run.documentNo), text.views.tier.chartScale] };
}

function movesPart({ run, moves }: OverviewReport, text: Texts): OverviewPart {
  const say = text.views.overviewReport;
  const title = say.sections.moves;
  if (run === null || moves === null)
    return { title, table: nothing, notes: [run === null ? say.noRun : say.noRunBefore] };
  const { before, units } = moves;
  const [found] = tablesOf(comparisonTable(units, [String(before.year), String(run.year)], text));
  if (found?.kind !== 'table') return { title, table: nothing, notes: [say.noMoves(before.year)] };
  return { title, table: found.table, notes: [say.movesSince(before.number, before.year, run.year)] };
}

function matrixPart({ handOvers, hasAppeals }: OverviewReport, text: Texts): OverviewPart {
  const say = text.views.overviewReport;
  const title = say.sections.matrix;
  const { ranked, cellsOf } = weighMoves(handOvers);
  if (ranked.length === 0)
    return { title, table: nothing, notes: [hasAppeals ? say.noHandOvers : say.noAppeals] };
  const shown = ranked.slice(0, matrixUnits);
  const heat: HeatMap = { labels: shown.map(({ name }) => name), cells: cellsOf(shown) };
  return {
    ...{ title, heat },
    table: {
      columns: [{ title: text.views.report.unit }, ...shown.map((_, at) => number(String(at + 1)))],
      rows: heat.cells.map((row, at) => [
        `${String(at + 1)} ${heat.labels[at] ?? ''}`,
        ...row.map((value): Cell => (value === 0 ? '' : String(value))),
      ]),
    },
    notes: [
      say.matrixRead,
      ...(ranked.length > shown.length ? [say.matrixCut(shown.length, ranked.length)] : []),
    ],
  };
}

function duePart({ due, dueOfAll, today, hasAppeals }: OverviewReport, text: Texts): OverviewPart {
  const say = text.views.overviewReport;
  const { columns, desk } = text.views.figures;
  const title = say.sections.due;
  if (due.length === 0)
    return { title, table: nothing, notes: [hasAppeals ? say.nothingDue : say.noAppeals] };
  const late = (count: number): Cell => (count === 0 ? '0' : { text: String(count), tone: 'bad' });
  const rowOf = (one: OverviewDue, name: string): Cell[] => [
    name,
    String(one.due),
    String(one.onTime),
    percentOf({ numerator: one.onTime, denominator: one.due }) ?? text.labels.none,
    String(one.lateClosed),
    late(one.lateOpen),
    late(one.overdue),
  ];
  return {
    title,
    table: {
      columns: [
        { title: text.views.report.unit },
        number(columns.due),
        number(columns['on-time']),
        number(say.onTimeRate),
        number(columns['late-closed']),
        number(columns['late-open']),
        number(say.overdueNow),
      ],
      rows: [...due.map((one) => rowOf(one, one.unit?.name ?? desk)), rowOf(dueOfAll, say.all)],
      sums: [due.length],
    },
    parts: due,
    notes: [say.dueRead(today)],
  };
}

function waitingPart({ waiting }: OverviewReport, text: Texts): OverviewPart {
  const say = text.views.overviewReport;
  const title = say.sections.waiting;
  if (waiting.length === 0) return { title, table: nothing, notes: [say.nothingWaits] };
  const all = waiting.reduce((sum, { count }) => sum + count, 0);
  return {
    title,
    table: {
      columns: [{ title: say.wait }, number(say.waits)],
      rows: [
        ...waiting.map(({ wait, count }) => [text.codeNames.wait[wait], String(count)]),
        [say.all, String(all)],
      ],
      sums: [waiting.length],
    },
  };
}

/** The parts in their order. */
export function partsOf({ volumes, due, matrix, moves, waiting }: OverviewPaper): OverviewPart[] {
  return [volumes, moves, due, waiting, matrix];
}

/** The overview as a screen shows it. */
export function overviewView(paper: OverviewPaper, hasDefinitions: boolean): View {
  const { title, head, cards } = paper;
  return [
    { kind: 'title', text: title },
    { kind: 'lines', lines: [...head] },
    {
      kind: 'facts',
      rows: cards.map(({ label, value, remark, tone }) => [
        label,
        { text: remark === '' ? value : `${value}   ${remark}`, tone },
      ]),
    },
    ...partsOf(paper).flatMap(({ title: name, table, band, notes = [] }): View => [
      { kind: 'lines', lines: [name] },
      ...(table.rows.length === 0
        ? []
        : [band === undefined ? { kind: 'table' as const, table } : { kind: 'chart' as const, chart: band }]),
      ...(notes.length === 0 ? [] : [{ kind: 'lines' as const, lines: [...notes] }]),
    ]),
    ...(hasDefinitions ? definitionView(paper) : []),
  ];
}

/** The overview as a report of tables, for workbooks and text files: the cards are its first. */
export function overviewReport(paper: OverviewPaper, text: Texts): Report {
  const say = text.views.overviewReport;
  const { title, head, cards, definitions, definitionsTitle } = paper;
  const table: Table = {
    columns: [{ title: say.figure }, { title: say.value }, { title: say.remark }],
    rows: cards.map(({ label, value, remark }) => [label, value, remark]),
  };
  const parts = partsOf(paper).map((part): ReportSection =>
    part.table.rows.length > 0
      ? part
      : { title: part.title, table: { columns: [{ title: say.remark }], rows: (part.notes ?? []).map((note) => [note]) } },
  ); // prettier-ignore
  return {
    ...{ title, head, definitions, definitionsTitle },
    sections: [{ title: say.sections.cards, table }, ...parts],
  };
}
