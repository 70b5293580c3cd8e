import type { Tier } from '../domain/scheme.ts';
import type { Leader, NamedUnit, Unit } from '../domain/unit.ts';
import type { Counts } from '../domain/volume.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';
import { describeVolumes } from './volume-view.ts';

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
          text.words.category[unit.category],
          unit.group ?? '',
          ...(hasOutside ? [unit.outsideReason ?? ''] : []),
        ]),
      },
    },
  ];
}

/** One unit with all its names, its first responsible person and its volumes by year. */
export function unitView(
  named: NamedUnit,
  more: {
    readonly leader: Leader | undefined;
    readonly volumes: readonly { readonly year: number; readonly counts: Counts }[];
    readonly tier: Tier | undefined;
  },
  text: Texts,
): View {
  const say = text.views.unit;
  const { unit, names } = named;
  const { none } = text.labels;
  const { leader, tier } = more;
  const rows: [string, Cell][] = [
    [say.category, text.words.category[unit.category]],
    [say.group, unit.group ?? none],
    ...names.map(({ name, kind }): [string, Cell] => [text.words.nameKind[kind], name]),
    [say.leader, leader === undefined ? none : [leader.name, leader.title ?? ''].join(' ').trim()],
    [say.tier, tier === undefined ? none : text.words.tier[tier]],
    ...more.volumes.map(({ year, counts }): [string, Cell] => [
      `${say.volumes} ${String(year)}`,
      describeVolumes(counts, text),
    ]),
  ];
  if (unit.outsideReason !== null) rows.push([say.outside, unit.outsideReason]);
  return [
    { kind: 'title', text: `${unit.code} ${unit.name}` },
    { kind: 'facts', rows },
  ];
}
