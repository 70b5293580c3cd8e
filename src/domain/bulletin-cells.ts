import type { BulletinCell } from './bulletin.ts';
import type { FigureName } from './figure-names.ts';
import { figureWords, rateWord } from './figure-words.ts';
import type { FiguresReport, Grid, GridCell, GridRow } from './grid.ts';
import { isFigureName } from './grid-cells.ts';
import { channelWords, kindWords } from './input-words.ts';

/** Stands where there is no base, or nothing to compare with. */
export const noValue = '—';

/** The names by which the text of a bulletin refers to figures; each says what of which. */
export const cellNames = {
  change: (name: string) => `${name}环比`,
  yearChange: (name: string) => `${name}同比`,
  channel: (word: string) => `渠道:${word}`,
  channelShare: (word: string) => `渠道占比:${word}`,
  kind: (word: string) => `性质:${word}`,
  kindShare: (word: string) => `性质占比:${word}`,
  matter: (key: string) => `事项:${key}`,
  matterShare: (key: string) => `事项占比:${key}`,
  matterChange: (key: string) => `事项环比:${key}`,
  matterDifference: (key: string) => `事项增减:${key}`,
  matterYearChange: (key: string) => `事项同比:${key}`,
  unit: (unit: string, name: string) => `单位:${unit}:${name}`,
  perDay: '日均受理',
  period: '统计期',
} as const;

/** How a change is told in a sentence: 上升, 下降, 持平. */
function tellChange(value: string | null, unit: string): string {
  if (value === null) return noValue;
  if (Number(value) === 0) return '持平';
  return value.startsWith('-') ? `下降${value.slice(1)}${unit}` : `上升${value}${unit}`;
}

const makeCell = ({ numerator, denominator }: GridCell, value: string): BulletinCell => ({
  value,
  numerator,
  denominator,
});
const plain = (cell: GridCell): BulletinCell => makeCell(cell, cell.value ?? noValue);
const percent = (cell: GridCell): BulletinCell =>
  makeCell(cell, cell.value === null ? noValue : `${cell.value}%`);

/** By how many more or fewer. */
function tellDifference(more: number): string {
  if (more === 0) return '持平';
  return more > 0 ? `增加${String(more)}件` : `减少${String(-more)}件`;
}

/** Makes the figures that a bulletin can refer to of the reports that go with it; those told in the same words are the same figures. */
export function makeBulletinCells(reports: readonly FiguresReport[]): Map<string, BulletinCell> {
  const cells = new Map<string, BulletinCell>();
  for (const { report, grids } of reports) {
    for (const grid of grids) {
      for (const row of grid.rows) {
        const own =
          report === 'summary'
            ? summaryCells(grid, row)
            : report === 'matters'
              ? matterCells(row)
              : report === 'units' && grid.name !== 'problems'
                ? unitCells(grid, row)
                : [];
        for (const [name, cell] of own) cells.set(name, cell);
      }
    }
  }
  return cells;
}

type NamedCell = readonly [name: string, cell: BulletinCell];

function cellOf({ cells }: GridRow, name: string): GridCell | undefined {
  return cells.find((cell) => cell.name === name);
}

function summaryCells(grid: Grid, row: GridRow): NamedCell[] {
  const { subject } = row;
  if (subject.kind === 'figure')
    return grid.name === 'comparison' ? changeCells(subject.name, row) : wholeCells(subject.name, row);
  if (subject.kind !== 'channel' && subject.kind !== 'kind') return [];
  const words: Readonly<Record<string, readonly string[]>> =
    subject.kind === 'channel' ? channelWords : kindWords;
  const word = words[subject.value]?.[0] ?? subject.value;
  const [count, share] = [cellOf(row, 'received'), cellOf(row, 'share')];
  const isChannel = subject.kind === 'channel';
  return [
    ...(count === undefined
      ? []
      : [[isChannel ? cellNames.channel(word) : cellNames.kind(word), plain(count)] as const]),
    ...(share === undefined
      ? []
      : [[isChannel ? cellNames.channelShare(word) : cellNames.kindShare(word), percent(share)] as const]),
  ];
}

function wholeCells(name: FigureName, row: GridRow): NamedCell[] {
  const [count, rate, perDay] = [cellOf(row, 'count'), cellOf(row, 'rate'), cellOf(row, 'per-day')];
  return [
    ...(count === undefined ? [] : [[figureWords[name], plain(count)] as const]),
    ...(rate === undefined || rate.numerator === null ? [] : [[rateWord(name), percent(rate)] as const]),
    ...(perDay === undefined || perDay.numerator === null
      ? []
      : [[cellNames.perDay, plain(perDay)] as const]),
  ];
}

function changeCells(name: FigureName, row: GridRow): NamedCell[] {
  const told = (column: string, title: string, unit: string): NamedCell[] => {
    const cell = cellOf(row, column);
    return cell === undefined || cell.numerator === null
      ? []
      : [[title, makeCell(cell, tellChange(cell.value, unit))]];
  };
  const [word, rate] = [figureWords[name], rateWord(name)];
  return [
    ...told('change', cellNames.change(word), '%'),
    ...told('year-change', cellNames.yearChange(word), '%'),
    ...told('points', cellNames.change(rate), '个百分点'),
    ...told('year-points', cellNames.yearChange(rate), '个百分点'),
  ];
}

function matterCells(row: GridRow): NamedCell[] {
  if (row.subject.kind !== 'matter' || row.subject.name === null) return [];
  const { key } = row;
  const [count, share] = [cellOf(row, 'received'), cellOf(row, 'share')];
  const [change, yearChange] = [cellOf(row, 'change'), cellOf(row, 'year-change')];
  const before = cellOf(row, 'before')?.numerator ?? null;
  const more = count === undefined || before === null ? null : (count.numerator ?? 0) - before;
  return [
    ...(count === undefined || more === null
      ? []
      : [[cellNames.matterDifference(key), makeCell(count, tellDifference(more))] as const]),
    ...(count === undefined ? [] : [[cellNames.matter(key), plain(count)] as const]),
    ...(share === undefined ? [] : [[cellNames.matterShare(key), percent(share)] as const]),
    ...(change === undefined
      ? []
      : [[cellNames.matterChange(key), makeCell(change, tellChange(change.value, '%'))] as const]),
    ...(yearChange === undefined
      ? []
      : [
          [cellNames.matterYearChange(key), makeCell(yearChange, tellChange(yearChange.value, '%'))] as const,
        ]),
  ];
}

function unitCells(grid: Grid, row: GridRow): NamedCell[] {
  const { subject } = row;
  if (subject.kind !== 'unit') return [];
  return grid.columns.flatMap(({ name, of, form }): NamedCell[] => {
    const cell = cellOf(row, name);
    if (cell === undefined || typeof of !== 'string' || !isFigureName(of)) return [];
    return form === 'rate'
      ? [[cellNames.unit(subject.name, rateWord(of)), percent(cell)]]
      : [[cellNames.unit(subject.name, figureWords[of]), plain(cell)]];
  });
}
