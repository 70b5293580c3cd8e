import type { Matter, MatterPlan } from '../domain/matter.ts';
import type { Texts } from '../text/shape.ts';
import { planView } from './import-view.ts';
import type { View } from './view.ts';

/** The list of matters, each with its appeals and who leads it by ruling. */
export function matterListView(
  lines: readonly (Matter & {
    readonly appeals: number;
    readonly isListed: boolean;
    readonly ruling: number | null;
    readonly lead: string | null;
  })[],
  text: Texts,
): View {
  const say = text.views.matter;
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.group },
          { title: say.name },
          { title: say.appeals, align: 'right' },
          { title: say.lead },
        ],
        rows: lines.map(({ group, name, appeals, isListed, ruling, lead }, at) => [
          // A group stands before its first matter only, so that the two levels are seen.
          !isListed
            ? { text: say.notListed, tone: 'dim' }
            : lines[at - 1]?.group === group
              ? ''
              : (group ?? ''),
          name,
          appeals === 0 ? '' : String(appeals),
          lead === null ? '' : text.labels.remark(lead, text.views.ruling.title(ruling ?? 0)),
        ]),
      },
    },
  ];
}

/** What a new list of matters changes. */
export function matterPlanView(file: string, plan: MatterPlan, text: Texts): View {
  const say = text.views.matter;
  const words = text.views.import;
  const { added, changed, gone, unchanged } = plan;
  const title = ({ group, name }: Matter): string => (group === null ? name : `${group}/${name}`);
  return planView(
    file,
    { added: added.length, changed: changed.length, unchanged },
    [
      { columns: [{ title: words.counts.added }], rows: added.map((matter) => [title(matter)]) },
      {
        columns: [{ title: words.before }, { title: words.after }],
        rows: changed.map(({ before, after }) => [title(before), title(after)]),
      },
      { columns: [{ title: say.gone }], rows: gone.map((matter) => [title(matter)]) },
    ],
    text,
  );
}
