import { percentOf, pointsOf, tenthsOf } from '../../domain/figure.ts';
import type { Period } from '../../domain/period.ts';
import { lastOfPeriod } from '../../domain/period.ts';
import type { Part } from '../../domain/figure.ts';
import type { RateName, RatePair, YearEffect, YearReport, YearUnit } from '../../domain/year-report.ts';
import { differenceOfPoints, minutesChanged } from '../../domain/year-report.ts';
import type { YearWindow } from '../../domain/year-window.ts';
import type { Texts } from '../../text/shape.ts';
import type { Table } from '../view.ts';
import type { YearSection } from './year-sections.ts';
import { number, screenBlocks, word } from './year-sections.ts';

function monthsOf({ from, until }: Period, text: Texts): string {
  return text.views.reportYear.months(from.slice(0, 7), lastOfPeriod({ from, until }).slice(0, 7));
}

function sidesOf({ before, after }: YearWindow, text: Texts): string {
  return text.views.reportYear.sides(monthsOf(before, text), monthsOf(after, text));
}

/** How a table of the two sides is written: what stands of each side, and what came of it. */
interface Sides {
  readonly titles: readonly string[];
  readonly changes: readonly string[];
  readonly cells: (pair: RatePair) => readonly string[];
  /** The change, that of the control units, the difference of the two. */
  readonly compare: (own: RatePair, control: RatePair | null) => readonly string[];
}

function sideTable({ effects, uncompared }: YearReport, sides: Sides, text: Texts): Table {
  const { columns, sideOf, allUnits, allControls } = text.views.reportYear;
  const { none } = text.labels;
  const rows: string[][] = [];
  const sums: number[] = [];
  const add = (names: readonly string[], pair: RatePair, control: RatePair | null): void => {
    rows.push([...names, ...sides.cells(pair), ...sides.compare(pair, control)]);
  };
  for (const { window, units, all, controls, control } of effects) {
    const months = `${monthsOf(window.before, text)}\n${monthsOf(window.after, text)}`;
    for (const { unit, rates } of units) add([unit.name, unit.window.day ?? '', months], rates, control);
    const sum = (name: string, pair: RatePair, against: RatePair | null): void => {
      sums.push(rows.length);
      add([name, '', months], pair, against);
    };
    sum(allUnits(units.length), all, control);
    if (control !== null) sum(allControls(controls.length), control, null);
  }
  const blank = [...sides.titles, ...sides.titles, ...sides.changes].map(() => none);
  for (const { name, window } of uncompared) rows.push([name, window.day ?? '', none, ...blank]);
  return {
    columns: [
      ...[columns.unit, columns.day, columns.months].map(word),
      ...[columns.before, columns.after].flatMap((side) =>
        sides.titles.map((title) => number(sideOf(side, title))),
      ),
      ...sides.changes.map(number),
    ],
    rows,
    sums,
  };
}

/** Against whom units were held. */
function controlLines(effects: readonly YearEffect[], text: Texts): string[] {
  const say = text.views.reportYear;
  return effects.flatMap(({ window, controls }) => {
    const sides = sidesOf(window, text);
    if (controls.length === 0) return [say.noControls(sides)];
    const names = (list: YearEffect['controls']): string => list.map(({ name }) => name).join('、');
    const changed = controls.filter(({ hasChanged }) => hasChanged);
    return [
      say.controls(sides, names(controls)),
      ...(changed.length === 0 ? [] : [say.controlsChanged(names(changed))]),
    ];
  });
}

/** Why units are not compared, and which of them are by fewer months than there might be. */
function reachLines({ effects, uncompared, reach }: YearReport, text: Texts): string[] {
  const say = text.views.reportYear;
  const [from, last] = [reach?.from ?? '', reach?.last ?? ''];
  const join = (units: readonly YearUnit[]): string => units.map(({ name }) => name).join('、');
  const short = effects.flatMap(({ window, units }) => {
    const own = units
      .map(({ unit }) => unit)
      .filter((unit) => unit.window.kind === 'window' && unit.window.isShort);
    return own.length === 0 ? [] : [say.short(from, last, window.months, join(own))];
  });
  const refused = Map.groupBy(uncompared, ({ window }) => (window.kind === 'none' ? window.why : 'no-day'));
  return [
    ...short,
    ...[...refused].map(([why, units]) => say.uncompared(say.why[why](from, last), join(units))),
  ];
}

/** What stands of the sums on a screen, which shows the beginning of the table alone. */
function sumLines({ effects }: YearReport, sides: Sides, text: Texts): string[] {
  const say = text.views.reportYear;
  return effects.map(({ units, all, control }) => {
    const cells = sides.cells(all);
    const [before = '', after = ''] = [cells[sides.titles.length - 1], cells.at(-1)];
    const [change = '', other = '', difference = ''] = sides.compare(all, control);
    return say.sum(say.allUnits(units.length), before, after, change, other, difference);
  });
}

/** A table of the two sides as a part of the evaluation. */
function sideSection(facts: YearReport, title: string, sides: Sides, text: Texts): YearSection {
  return {
    ...{ title, isApart: true, screenRows: screenBlocks, table: sideTable(facts, sides, text) },
    notes: [...controlLines(facts.effects, text), ...reachLines(facts, text)],
    screenNotes: sumLines(facts, sides, text),
  };
}

/** Units before and after their desks by a rate, and against those in which nothing changed. */
export function rateSection(facts: YearReport, name: RateName, text: Texts): YearSection {
  const { columns, sections, parts, bases, rates } = text.views.reportYear;
  const { none } = text.labels;
  const cells = (part: Part): string[] => [
    ...[String(part.numerator), String(part.denominator)],
    percentOf(part) ?? none,
  ];
  const change = (pair: RatePair | null): string =>
    pair === null ? none : (pointsOf(pair.after[name], pair.before[name]) ?? none);
  const side = ({ before, after }: RatePair) => ({ before: before[name], after: after[name] });
  return sideSection(
    facts,
    sections[name],
    {
      titles: [parts[name], bases[name], rates[name]],
      changes: [columns.change, columns.controlChange, columns.difference],
      cells: ({ before, after }) => [...cells(before[name]), ...cells(after[name])],
      compare: (own, control) => [
        ...[change(own), change(control)],
        control === null ? none : (differenceOfPoints(side(own), side(control)) ?? none),
      ],
    },
    text,
  );
}

/** Minutes as hours with one decimal, with their sign. */
function hoursOf(minutes: number | null, none: string): string {
  if (minutes === null) return none;
  const hours = tenthsOf(Math.abs(minutes), 60);
  return minutes < 0 && hours !== '0.0' ? `-${hours}` : hours;
}

/** The same by the middle of the working time. */
export function minuteSection(facts: YearReport, text: Texts): YearSection {
  const { columns, sections, median, timed } = text.views.reportYear;
  const { none } = text.labels;
  return sideSection(
    facts,
    sections.minutes,
    {
      titles: [timed, median],
      changes: [columns.changeHours, columns.controlHours, columns.differenceHours],
      cells: ({ before, after }) =>
        [before, after].flatMap((one) => [String(one.timed), hoursOf(one.minutes, none)]),
      compare: (own, control) => {
        const [change, other] = [minutesChanged(own), control === null ? null : minutesChanged(control)];
        const difference = change === null || other === null ? null : change - other;
        return [change, other, difference].map((minutes) => hoursOf(minutes, none));
      },
    },
    text,
  );
}
