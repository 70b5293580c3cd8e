import { fitColumns } from '../papers/fit-columns.ts';
import type { YearSection } from './year-sections.ts';

/** Fits the columns of a sheet into a room: those that have a room of their own keep it, the others share the rest. */
export function fitYearColumns(
  { table, kept = {} }: YearSection,
  cells: readonly (readonly string[])[],
  room: number,
): number[] {
  const printed = [...table.columns.keys()].filter((at) => kept[at] === undefined);
  const taken = Object.values(kept).reduce((sum, width) => sum + width, 0);
  const titles = printed.map((at) => table.columns[at]?.title ?? '');
  const rows = cells.map((row) => printed.map((at) => row[at] ?? ''));
  const fitted = fitColumns(titles, rows, room - taken);
  const widths = new Map(printed.map((at, place) => [at, fitted[place] ?? 4]));
  return [...table.columns.keys()].map((at) => kept[at] ?? widths.get(at) ?? 4);
}
