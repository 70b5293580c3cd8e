import type { Tier } from '../domain/scheme.ts';
import type { FieldChange, UnitField } from '../domain/unit-plan.ts';
import type { Category, Leader, NamedUnit, SuccessionKind, Unit } from '../domain/unit.ts';
import type { Counts } from '../domain/volume.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';
import { describeVolumes } from './volume-view.ts';

type YearCounts = readonly { readonly year: number; readonly counts: Counts }[];

/** One step of a unit's history as it is shown. */
interface SuccessionStep {
  readonly unit: Unit;
  readonly on: string;
  readonly how: SuccessionKind;
}

function describeStep({ unit, on, how }: SuccessionStep, text: Texts): string {
  return `${unit.code} ${unit.name} (${text.codeNames.successionKind[how]}, ${on})`;
}

export function unitListView(jurisdiction: string, units: readonly Unit[], text: Texts): View {
  const say = text.views.unit;
  // The column is there only where it says something; an import reads it back.
  const hasOutside = units.some((unit) => unit.outsideReason !== null);
  return [
    { kind: 'title', text: say.title(jurisdiction, units.length) },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.code },
          { title: say.name },
          { title: say.shortName },
          { title: say.category },
          { title: say.group },
          ...(hasOutside ? [{ title: say.outside }] : []),
        ],
        rows: units.map((unit) => [
          unit.code,
          unit.name,
          unit.shortName ?? '',
          text.codeNames.category[unit.category],
          unit.group ?? '',
          ...(hasOutside ? [unit.outsideReason ?? ''] : []),
        ]),
      },
    },
  ];
}

/** What was set of a unit, from what to what. */
export function unitChangesView(unit: Unit, changes: readonly FieldChange<UnitField>[], text: Texts): View {
  const show = (field: UnitField, value: string | null): string => {
    if (value === null || value === '') return text.labels.none;
    return field === 'category' ? text.codeNames.category[value as Category] : value;
  };
  return [
    { kind: 'title', text: `${unit.code} ${unit.name}` },
    {
      kind: 'lines',
      lines:
        changes.length === 0
          ? [text.views.import.nothing]
          : changes.map(
              ({ field, before, after }) =>
                `${text.codeNames.unitField[field]}: ${show(field, before)} → ${show(field, after)}`,
            ),
    },
  ];
}

/** What became of units: who ended, who goes on, and the open appeals. */
export function reorganisationView(
  result: {
    readonly ended: readonly Unit[];
    readonly successors: readonly Unit[];
    readonly on: string;
    readonly moved: readonly string[];
    readonly waiting: readonly string[];
    readonly had: {
      readonly names: readonly string[];
      readonly desks: readonly string[];
      readonly rulings: readonly number[];
    };
  },
  text: Texts,
): View {
  const say = text.views.unit;
  const { list } = text.labels;
  const { ended, successors, on, moved, waiting, had } = result;
  const isTakenOver = ended.length > 0 && successors.length === 1;
  const names = (units: readonly Unit[]): string => list(units.map((unit) => unit.name));
  const lines: Cell[] = [
    ...(ended.length === 0 ? [] : [say.ended(names(ended), on)]),
    ...(successors.length === 0 ? [] : [say.goesOn(names(successors))]),
    ...(moved.length === 0 ? [] : [say.moved(list(moved))]),
    ...(had.names.length === 0
      ? []
      : [isTakenOver ? say.namesLead(list(had.names), names(successors)) : say.namesStay(list(had.names))]),
    ...(had.desks.length === 0 ? [] : [say.desksEnd(list(had.desks))]),
    ...(had.rulings.length === 0 ? [] : [say.rulingsLead(list(had.rulings.map(String)))]),
    ...(waiting.length === 0 ? [] : [{ text: say.waiting(list(waiting)), tone: 'warning' as const }]),
  ];
  return [{ kind: 'lines', lines }];
}

/** One unit with all its names, its first responsible person and its volumes by year. */
export function unitView(
  named: NamedUnit,
  more: {
    readonly leader: Leader | undefined;
    readonly volumes: YearCounts;
    readonly tier: Tier | undefined;
    readonly predecessors: readonly { readonly unit: Unit; readonly volumes: YearCounts }[];
    readonly cameOf: readonly SuccessionStep[];
    readonly wentInto: readonly SuccessionStep[];
  },
  text: Texts,
): View {
  const say = text.views.unit;
  const { unit, names } = named;
  const { none } = text.labels;
  const { leader, tier } = more;
  const rows: [string, Cell][] = [
    [say.category, text.codeNames.category[unit.category]],
    [say.group, unit.group ?? none],
    ...names.map(({ name, kind, from, until }): [string, Cell] => [
      text.codeNames.nameKind[kind],
      [name, ...(from === null && until === null ? [] : [say.between(from, until)])].join(' '),
    ]),
    ...(unit.until === null
      ? []
      : [[text.codeNames.registerField.until, unit.until] satisfies [string, Cell]]),
    ...more.cameOf.map((step): [string, Cell] => [say.cameOf, describeStep(step, text)]),
    ...more.wentInto.map((step): [string, Cell] => [say.wentInto, describeStep(step, text)]),
    [say.leader, leader === undefined ? none : [leader.name, leader.title ?? ''].join(' ').trim()],
    [say.tier, tier === undefined ? none : text.codeNames.tier[tier]],
    ...more.volumes.map(({ year, counts }): [string, Cell] => [
      `${say.volumes} ${String(year)}`,
      describeVolumes(counts, text),
    ]),
  ];
  for (const { unit: other, volumes } of more.predecessors) {
    for (const { year, counts } of volumes) {
      rows.push([`${other.name} ${String(year)}`, describeVolumes(counts, text)]);
    }
  }
  if (unit.outsideReason !== null) rows.push([say.outside, unit.outsideReason]);
  return [
    { kind: 'title', text: `${unit.code} ${unit.name}` },
    { kind: 'facts', rows },
  ];
}
