import type { Tier } from '../domain/scheme.ts';
import type { FieldChange, UnitField } from '../domain/unit-plan.ts';
import type { Category, Leader, NamedUnit, SuccessionKind, Unit } from '../domain/unit.ts';
import type { Counts } from '../domain/volume.ts';
import type { UnitColumn, UnitLine } from '../domain/unit-headers.ts';
import { unitColumnHeaders } from '../domain/unit-headers.ts';
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

/** A unit of a list, with what became of it if it has ended. */
export interface ListedUnit extends UnitLine {
  /** Names of the units that came of it. */
  readonly successors: readonly string[];
}

/** Units in the official order; with all fields it has every column that an import of units takes, so that it goes in again as it was edited. */
export function unitListView(
  jurisdiction: string,
  lines: readonly ListedUnit[],
  { hasAllFields }: { readonly hasAllFields: boolean },
  text: Texts,
): View {
  const say = text.views.unit;
  const cells: Readonly<Record<UnitColumn, (line: ListedUnit) => string>> = {
    sort: ({ unit }) => String(unit.sort),
    code: ({ unit }) => unit.code,
    name: ({ unit }) => unit.name,
    shortName: ({ unit }) => unit.shortName ?? '',
    category: ({ unit }) => text.codeNames.category[unit.category],
    group: ({ unit }) => unit.group ?? '',
    parent: ({ parent }) => parent ?? '',
    leader: ({ leader }) => leader?.name ?? '',
    leaderTitle: ({ leader }) => leader?.title ?? '',
    officeLimit: ({ unit }) => String(unit.officeLimit ?? ''),
    outsideReason: ({ unit }) => unit.outsideReason ?? '',
  };
  // Some columns are there only where they say something.
  const always: readonly UnitColumn[] = ['sort', 'code', 'name', 'shortName', 'category', 'group'];
  const hasOutside = lines.some(({ unit }) => unit.outsideReason !== null);
  const columns: readonly UnitColumn[] = hasAllFields
    ? (Object.keys(cells) as UnitColumn[])
    : [...always, ...(hasOutside ? (['outsideReason'] as const) : [])];
  const hasEnded = lines.some(({ unit }) => unit.until !== null);
  return [
    { kind: 'title', text: say.title(jurisdiction, lines.filter(({ unit }) => unit.until === null).length) },
    {
      kind: 'table',
      table: {
        columns: [
          ...columns.map((column) => ({
            title: text.labels.header(unitColumnHeaders[column]),
            ...(column === 'sort' || column === 'officeLimit' ? { align: 'right' as const } : {}),
          })),
          ...(hasEnded ? [{ title: say.state }] : []),
        ],
        rows: lines.map((line): Cell[] => [
          ...columns.map((column) => cells[column](line)),
          ...(hasEnded
            ? [
                line.unit.until === null
                  ? ''
                  : {
                      text: say.endedOn(line.unit.until, text.labels.list(line.successors)),
                      tone: 'dim' as const,
                    },
              ]
            : []),
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
  const isEnded = unit.until !== null;
  const rows: [string, Cell][] = [
    [say.sort, String(unit.sort)],
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
    ...(isEnded
      ? [
          {
            kind: 'lines' as const,
            lines: [
              {
                text: say.endedOn(unit.until, text.labels.list(more.wentInto.map((step) => step.unit.name))),
                tone: 'warning' as const,
              },
            ],
          },
        ]
      : []),
    { kind: 'facts', rows },
  ];
}
