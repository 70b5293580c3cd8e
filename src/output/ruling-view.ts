import type { Outcome, State } from '../domain/appeal.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';

/** A ruling as it is shown. */
export interface RulingFacts {
  readonly ruling: {
    readonly number: number;
    readonly matter: string | null;
    readonly appeal: string | null;
    readonly isPrecedent: boolean;
    readonly basis: string;
    readonly on: string;
    readonly by: string;
    readonly supersedes: number | null;
    readonly supersededBy: number | null;
  };
  readonly lead: { readonly name: string };
  readonly ruledLead: { readonly name: string } | null;
  readonly assists: readonly { readonly name: string }[];
}

/** What a ruling holds for: its matter, one appeal, or no longer. */
function describeReach({ ruling }: RulingFacts, text: Texts): Cell {
  const say = text.views.ruling;
  if (ruling.supersededBy !== null) return { text: say.supersededBy(ruling.supersededBy), tone: 'dim' };
  return ruling.isPrecedent ? say.forMatter : say.forAppeal(ruling.appeal ?? '');
}

/** One ruling, and the appeals that cite it with how they ended. */
export function rulingView(
  facts: RulingFacts,
  citing: readonly { readonly number: string; readonly state: string; readonly outcome: string | null }[],
  text: Texts,
): View {
  const say = text.views.ruling;
  const { ruling, lead, ruledLead, assists } = facts;
  const { none, list } = text.labels;
  const rows: [string, Cell][] = [
    [say.matter, ruling.matter ?? none],
    [say.lead, ruledLead === null ? lead.name : text.labels.remark(lead.name, say.formerly(ruledLead.name))],
    [say.assists, assists.length === 0 ? none : list(assists.map(({ name }) => name))],
    [say.basis, ruling.basis],
    [say.decided, say.onBy(ruling.on, ruling.by)],
    [say.reach, describeReach(facts, text)],
  ];
  if (ruling.appeal !== null) rows.push([say.appeal, ruling.appeal]);
  if (ruling.supersedes !== null) rows.push([say.supersedes, String(ruling.supersedes)]);
  return [
    { kind: 'title', text: say.title(ruling.number) },
    { kind: 'facts', rows },
    ...(citing.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: {
              columns: [
                { title: say.citing },
                { title: text.views.appeal.state },
                { title: text.views.appeal.outcome },
              ],
              rows: citing.map(({ number, state, outcome }) => [
                number,
                text.codeNames.state[state as State],
                outcome === null ? '' : text.codeNames.outcome[outcome as Outcome],
              ]),
            },
          },
        ]),
  ];
}

/** Rulings in a table, oldest first. */
export function rulingListView(rulings: readonly RulingFacts[], text: Texts): View {
  const say = text.views.ruling;
  return [
    { kind: 'title', text: say.listTitle },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.number, align: 'right' },
          { title: say.matter },
          { title: say.lead },
          { title: say.basis },
          { title: say.on },
          { title: say.reach },
        ],
        rows: rulings.map((facts) => [
          String(facts.ruling.number),
          facts.ruling.matter ?? '',
          facts.lead.name,
          facts.ruling.basis,
          facts.ruling.on,
          describeReach(facts, text),
        ]),
      },
    },
  ];
}
