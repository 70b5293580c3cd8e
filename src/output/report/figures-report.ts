import { basesOf, figureNames } from '../../domain/figure-names.ts';
import { tenthsOf } from '../../domain/figure.ts';
import type {
  CheckedIdentity,
  Comparison,
  FiguresReport,
  Grid,
  GridCell,
  GridColumn,
  GridNote,
  GridRow,
  ReportFrame,
  RowSubject,
} from '../../domain/grid.ts';
import { isFigureName } from '../../domain/grid-cells.ts';
import { lastOfPeriod } from '../../domain/period.ts';
import type { Day } from '../../domain/time.ts';
import { nextDay } from '../../domain/time.ts';
import type { Texts } from '../../text/shape.ts';
import type { Cell, TableColumn } from '../view.ts';
import type { Report, ReportSection, Setting } from './report.ts';
import { sparkLine } from './report.ts';

/** Makes a report of figures as every form of output writes it. */
export function makeFiguresReport(facts: FiguresReport, setting: Setting, text: Texts): Report {
  const say = text.views.figures;
  const sections = facts.grids.filter(({ rows }) => rows.length > 0).map((grid) => makeSection(grid, text));
  const [first, ...rest] = sections;
  return {
    title: say.reports[facts.report],
    head: [...frameLines(facts.frame, text), say.counted(setting.countedAt, setting.head)],
    sections:
      first === undefined
        ? []
        : [{ ...first, notes: [...(first.notes ?? []), ...identityLines(facts.identities, text)] }, ...rest],
    definitions: definitionsOf(facts.grids, text),
    definitionsTitle: say.definitionsTitle,
  };
}

/** What a report is of, line by line. */
export function frameLines(frame: ReportFrame, text: Texts): string[] {
  const say = text.views.figures;
  const { filters, run, workedDays } = frame;
  return [
    frame.jurisdiction,
    ...periodLines(frame, text),
    ...filterLines(filters, text),
    ...[
      comparisonLine(frame.before, say.compared.before, text),
      comparisonLine(frame.yearBefore, say.compared.yearBefore, text),
    ],
    run === null ? say.noRun : say.run(run.number, run.year, run.documentNo),
    ...(frame.rules === null ? [] : [say.rules(frame.rules.name, frame.rules.code, frame.rules.isDecided)]),
    ...(workedDays === null ? [] : [say.workedDays(workedDays)]),
  ];
}

/** The days that a report is of, up to which of them where they are not over, and from which on the database has them. */
export function periodLines(
  { period, isOver, upTo, wholeFrom }: Pick<ReportFrame, 'period' | 'isOver' | 'upTo' | 'wholeFrom'>,
  text: Texts,
): string[] {
  const say = text.views.figures;
  return [
    say.period(period.from, lastOfPeriod(period)),
    ...(isOver ? [] : [say.upTo(upTo)]),
    ...(wholeFrom !== null && wholeFrom > period.from ? [say.notWhole(wholeFrom)] : []),
  ];
}

/** What a report was narrowed by, line by line. */
export function filterLines(filters: ReportFrame['filters'], text: Texts): string[] {
  const say = text.views.figures;
  return filters.map(({ name, value }) =>
    say.filter(say.filterNames[name] ?? name, codeName(name, value, text)),
  );
}

function comparisonLine(comparison: Comparison, which: string, text: Texts): string {
  const say = text.views.figures;
  if (comparison.kind === 'period')
    return say.comparedWith(which, comparison.period.from, lastOfPeriod(comparison.period));
  return say.refusedFor(which, say.refused[comparison.why](comparison.wholeFrom ?? ''));
}

/** A code in words: of a kind, a channel, a category, a tier; anything else is what it is. */
export function codeName(name: string, value: string, text: Texts): string {
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: text.codeNames.kind,
    channel: text.codeNames.channel,
    category: text.codeNames.category,
    tier: text.codeNames.tier,
  };
  return names[name]?.[value] ?? value;
}

/** A table of a report, with its notes and how it is drawn. */
export function makeSection(grid: Grid, text: Texts): ReportSection {
  const say = text.views.figures;
  const [row] = grid.rows;
  const kind = row?.subject.kind === 'group' || row?.subject.kind === 'desk' ? 'unit' : row?.subject.kind;
  return {
    title: say.sections[grid.name] ?? grid.name,
    table: {
      columns: [
        { title: say.rowTitle[kind ?? ''] ?? '' },
        ...grid.columns.map((column) => titleColumn(column, text)),
      ],
      rows: grid.rows.map((one) => [
        nameSubject(one, text),
        ...grid.columns.map((column, at) => writeCell(column, one.cells[at], text)),
      ]),
      sums: grid.rows.flatMap(({ isSum }, at) => (isSum ? [at] : [])),
    },
    notes: grid.notes.map((note) => noteLine(note, text)),
    ...drawGrid(grid, text),
  };
}

/** Which column of a table is drawn as bars, by the table. */
const barColumns: Readonly<Record<string, string>> = {
  'by-channel': 'received',
  'by-kind': 'received',
  load: 'handed',
  timeliness: 'on-time-rate',
  matters: 'received',
  'clock-whole': 'median',
  answers: 'satisfied-rate',
};
/** Bars beyond these are no picture any more. */
const mostBars = 60;

/** How a table is drawn: what went on day by day as lines, what stands beside each other as bars. */
function drawGrid(grid: Grid, text: Texts): Pick<ReportSection, 'chart' | 'bars' | 'screenNotes'> {
  const valuesOf = (rows: readonly GridRow[], name: string): (number | null)[] =>
    rows.map(({ cells }) => {
      const value = cells.find((cell) => cell.name === name)?.value;
      return value == null ? null : Number(value);
    });
  const isSeries = grid.rows.every(({ subject }) => subject.kind === 'span');
  if (isSeries) {
    const names = ['received', 'closed', 'open'] as const;
    const received = valuesOf(grid.rows, 'received').map((value) => value ?? 0);
    return {
      bars: received,
      screenNotes: [`${text.views.figures.columns.received} ${sparkLine(received)}`],
      chart: {
        kind: 'lines',
        name: '',
        labels: grid.rows.map((row) => nameSubject(row, text)),
        series: names.map((name) => ({
          name: text.views.figures.columns[name],
          values: valuesOf(grid.rows, name),
        })),
      },
    };
  }
  const drawn = barColumns[grid.name];
  const column = grid.columns.find(({ name }) => name === drawn);
  const rows = grid.rows.filter(({ isSum, subject }) =>
    subject.kind === 'matter' ? subject.level === 1 : !isSum,
  );
  if (drawn === undefined || column === undefined || rows.length < 2 || rows.length > mostBars) return {};
  const isMinutes = column.form === 'minutes';
  const values = valuesOf(rows, drawn).map((value) =>
    value !== null && isMinutes ? Number(tenthsOf(value, 60)) : value,
  );
  const { title } = titleColumn(column, text);
  return {
    chart: {
      ...{ kind: 'bars', name: title, labels: rows.map((row) => nameSubject(row, text).trim()) },
      series: [{ name: title, values }],
    },
  };
}

/** The title of a column. */
function titleColumn({ of, form }: GridColumn, text: Texts): TableColumn {
  const say = text.views.figures;
  const align = form === 'text' && of !== 'per-day' ? 'left' : 'right';
  if (typeof of !== 'string') return { title: codeName(of.kind, of.value, text), align };
  if (!isFigureName(of)) return { title: say.others[of], align };
  return { title: form === 'rate' ? say.rate(of) : say.columns[of], align };
}

/** What a row is called. */
function nameSubject({ subject }: GridRow, text: Texts): string {
  const say = text.views.figures;
  switch (subject.kind) {
    case 'all':
      return say.all;
    case 'desk':
      return say.desk;
    case 'unit':
      return subject.name;
    case 'group':
      return say.subtotal(groupName(subject, text));
    case 'figure':
      return say.columns[subject.name];
    case 'kind':
    case 'channel':
      return codeName(subject.kind, subject.value, text);
    case 'matter':
      return `${subject.level === 2 ? '　' : ''}${subject.name ?? say.noMatter}`;
    case 'span':
      return nameSpan(subject.from, subject.last);
  }
}

/** A day, a whole month, or the first and the last day of what a row is of. */
function nameSpan(from: Day, last: Day): string {
  if (from === last) return from;
  const isMonth =
    from.endsWith('-01') && nextDay(last).endsWith('-01') && from.slice(0, 7) === last.slice(0, 7);
  return isMonth ? from.slice(0, 7) : `${from}～${last.slice(5)}`;
}

function groupName({ category, tier, hasRun }: RowSubject & { readonly kind: 'group' }, text: Texts): string {
  if (!hasRun) return text.codeNames.category[category];
  const tierName = tier === null ? text.views.figures.noTier : text.codeNames.tier[tier];
  return `${text.codeNames.category[category]}·${tierName}`;
}

function writeCell({ of, form }: GridColumn, cell: GridCell | undefined, text: Texts): Cell {
  const say = text.views.figures;
  if (cell === undefined) return '';
  const { value } = cell;
  if (of === 'base' && form === 'text') {
    if (value === null) return '';
    return isFigureName(value) ? say.columns[value] : value;
  }
  if (of === 'why') return say.problemReasons[value ?? ''] ?? value ?? '';
  // What has no base has no rate; what cannot have one says nothing.
  const isMissing = form === 'text' || (cell.numerator === null && (form === 'rate' || form === 'points'));
  if (value === null) return isMissing ? '' : text.labels.none;
  return form === 'minutes' ? tenthsOf(Number(value), 60) : value;
}

function noteLine(note: GridNote, text: Texts): string {
  const { notes, columns } = text.views.figures;
  const join = (list: readonly string[]): string => list.join('、');
  switch (note.kind) {
    case 'not-ranked':
      return notes['not-ranked'](note.least, join(note.units));
    case 'nothing-due':
    case 'without-appeals':
      return notes[note.kind](join(note.units));
    case 'share-of':
      return notes['share-of'](isFigureName(note.base) ? columns[note.base] : note.base);
    case 'counted-twice':
      return notes['counted-twice'];
    case 'hot':
      return notes.hot(join(note.matters));
    case 'rising':
      return notes.rising(join(note.matters), note.least);
  }
}

/** The sums that were checked, each on a line. */
function identityLines(identities: readonly CheckedIdentity[], text: Texts): string[] {
  const say = text.views.figures;
  const side = (terms: CheckedIdentity['left']): string =>
    terms.map(({ name, count }) => say.term(say.columns[name], count)).join(say.plus);
  return identities.map(({ left, right, holds }) => say.balance(side(left), side(right), holds));
}

/** What the columns and rows of a report mean, its figures first. */
export function definitionsOf(
  grids: readonly Grid[],
  text: Texts,
): (readonly [name: string, meaning: string])[] {
  const say = text.views.figures;
  const used = new Set<string>();
  for (const { columns, rows } of grids) {
    for (const { of } of columns) if (typeof of === 'string') used.add(of);
    for (const { subject } of rows) if (subject.kind === 'figure') used.add(subject.name);
  }
  // A figure that is told in percent needs its base.
  for (const name of [...used]) if (isFigureName(name)) used.add(basesOf[name] ?? name);
  return [
    ...figureNames.filter((name) => used.has(name)).map((name) => [say.columns[name], say.definitions[name]] as const),
    ...say.general,
  ]; // prettier-ignore
}
