import type { Office, OfficePlan } from '../domain/office.ts';
import { isWithdrawn } from '../domain/office.ts';
import type { Day } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import { planView } from './import-view.ts';
import type { Cell, View } from './view.ts';

/** A unit with its internal offices and how many it may have. */
export interface OfficeLine {
  readonly code: string;
  readonly unit: string;
  readonly offices: readonly Office[];
  readonly officeLimit: number | null;
}

/** Units with their offices; how many are in force stands against the limit. */
export function officeListView(lines: readonly OfficeLine[], today: Day, text: Texts): View {
  const say = text.views.office;
  const { none } = text.labels;
  const until = (office: Office): Cell =>
    isWithdrawn(office, today) ? { text: office.withdrawnOn ?? '', tone: 'dim' } : '';
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      table: {
        columns: [
          { title: text.views.unit.code },
          { title: say.unit },
          { title: say.office },
          { title: say.withdrawnOn },
          { title: say.limit, align: 'right' },
        ],
        rows: lines.flatMap(({ code, unit, offices, officeLimit }) => {
          const inForce = offices.filter((office) => !isWithdrawn(office, today)).length;
          const limit = `${String(inForce)}/${officeLimit === null ? none : String(officeLimit)}`;
          return offices.map((office, at) => [code, unit, office.name, until(office), at === 0 ? limit : '']);
        }),
      },
    },
  ];
}

/** What an import of offices changes. */
export function officePlanView(file: string, plan: OfficePlan, text: Texts): View {
  const say = text.views.office;
  const words = text.views.import;
  const { added, changed, unchanged } = plan;
  const state = ({ withdrawnOn }: Office): string =>
    withdrawnOn === null ? say.inForce : say.withdrawn(withdrawnOn);
  return planView(
    file,
    { added: added.length, changed: changed.length, unchanged },
    [
      {
        columns: [{ title: say.unit }, { title: words.counts.added }, { title: say.state }],
        rows: added.map(({ unit, after }) => [unit.name, after.name, state(after)]),
      },
      {
        columns: [
          { title: say.unit },
          { title: say.office },
          { title: words.before },
          { title: words.after },
        ],
        rows: changed.map(({ unit, before, after }) => [
          unit.name,
          after.name,
          before === undefined ? '' : state(before),
          state(after),
        ]),
      },
    ],
    text,
  );
}
