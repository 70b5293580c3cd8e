import type { FigureName, Sums } from './figure-names.ts';
import { basesOf, figureNames, identities } from './figure-names.ts';
import type { Part } from './figure.ts';
import { changeOf, percentOf, pointsOf } from './figure.ts';
import type { CellForm, CheckedIdentity, GridCell, GridColumn, OtherColumn } from './grid.ts';

export function countCell(name: string, count: number): GridCell {
  return { name, numerator: count, denominator: null, base: null, value: String(count) };
}

export function rateCell(name: string, { numerator, denominator }: Part, base: string): GridCell {
  return { name, numerator, denominator, base, value: percentOf({ numerator, denominator }) };
}

/** A change of a count against another period; null where that period is not compared with. */
export function changeCell(name: string, now: number, before: number | null): GridCell {
  return { name, numerator: now, denominator: before, base: null, value: changeOf(now, before) };
}

/** A change of a rate, in percentage points. */
export function pointsCell(name: string, now: Part, before: Part | null): GridCell {
  return {
    ...{ name, numerator: now.numerator, denominator: now.denominator, base: null },
    value: pointsOf(now, before),
  };
}

export function textCell(name: string, value: string | null): GridCell {
  return { name, numerator: null, denominator: null, base: null, value };
}

/** A number of minutes of working hours; null where there are none. */
export function minutesCell(name: string, minutes: number | null): GridCell {
  return {
    name,
    numerator: minutes,
    denominator: null,
    base: null,
    value: minutes === null ? null : String(minutes),
  };
}

/** The part that a figure is of its base. */
export function partOf(sums: Sums, name: FigureName): Part | undefined {
  const base = basesOf[name];
  return base === undefined ? undefined : { numerator: sums[name] ?? 0, denominator: sums[base] ?? 0 };
}

/** The name under which the rate of a figure stands. */
function rateName(name: FigureName): string {
  return `${name}-rate`;
}

/** A column of counts of a figure. */
export function countColumn(name: FigureName): GridColumn {
  return { name, of: name, form: 'count' };
}

/** A column of the rates of a figure. */
export function rateColumn(name: FigureName): GridColumn {
  return { name: rateName(name), of: name, form: 'rate' };
}

/** A column of something beside the figures, under its own name. */
export function otherColumn(name: OtherColumn, form: CellForm): GridColumn {
  return { name, of: name, form };
}

/** Cells of columns that are figures, counted or in percent of their base. */
export function figureCells(columns: readonly GridColumn[], sums: Sums): GridCell[] {
  return columns.map(({ name, of, form }) => {
    if (typeof of !== 'string') throw new Error(`no figure: ${name}`);
    const figure = of as FigureName;
    const part = form === 'rate' ? partOf(sums, figure) : undefined;
    return part === undefined
      ? countCell(name, sums[figure] ?? 0)
      : rateCell(name, part, basesOf[figure] ?? '');
  });
}

/** Checks the sums that every report must satisfy, as far as they were counted. */
export function checkIdentities(sums: Sums): CheckedIdentity[] {
  const side = (names: readonly FigureName[]) => names.map((name) => ({ name, count: sums[name] ?? 0 }));
  const sum = (list: readonly { readonly count: number }[]): number =>
    list.reduce((all, { count }) => all + count, 0);
  return identities
    .filter(({ left, right }) => [...left, ...right].every((name) => sums[name] !== undefined))
    .map(({ left, right }) => {
      const sides = { left: side(left), right: side(right) };
      return { ...sides, holds: sum(sides.left) === sum(sides.right) };
    });
}

/** Whether a name is one of a figure. */
export function isFigureName(name: string): name is FigureName {
  return (figureNames as readonly string[]).includes(name);
}
