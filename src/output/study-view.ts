import type { Outcome, State } from '../domain/appeal.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';

/** A study as it is shown. */
export interface StudyFacts {
  readonly study: {
    readonly number: number;
    readonly on: string;
    readonly matter: string;
    readonly decision: string;
    readonly until: string;
    readonly leader: { readonly name: string; readonly title: string | null };
    readonly by: string;
    readonly closedOn: string | null;
    readonly closing: { readonly result: string; readonly by: string } | null;
  };
  readonly unit: { readonly code: string; readonly name: string };
  readonly heir: { readonly name: string } | null;
  readonly appeals: readonly {
    readonly number: string;
    readonly state: State;
    readonly outcome: Outcome | null;
  }[];
  readonly isLate: boolean;
}

function describeUnit({ unit, heir }: StudyFacts, text: Texts): string {
  return heir === null ? unit.name : text.labels.remark(unit.name, text.views.study.wentInto(heir.name));
}

/** Who answers for a decision, with the post. */
export function describeLeader({ name, title }: StudyFacts['study']['leader'], text: Texts): string {
  return title === null ? name : text.labels.remark(name, title);
}

/** Whether the decision is open, late, or carried out and when. */
function describeState({ study, isLate }: StudyFacts, text: Texts): Cell {
  const say = text.views.study;
  if (study.closedOn !== null) return { text: say.closedOn(study.closedOn), tone: 'dim' };
  return isLate ? { text: say.late, tone: 'bad' } : say.open;
}

/** One study, and the appeals it was about as they stand today. */
export function studyView(facts: StudyFacts, text: Texts): View {
  const say = text.views.study;
  const { study, appeals } = facts;
  const { none } = text.labels;
  const rows: [string, Cell][] = [
    [say.unit, describeUnit(facts, text)],
    [say.on, study.on],
    [say.matter, study.matter],
    [say.decision, study.decision],
    [say.until, study.until],
    [say.leader, describeLeader(study.leader, text)],
    [say.state, describeState(facts, text)],
  ];
  if (study.closing !== null) rows.push([say.result, study.closing.result]);
  rows.push([say.by, study.by]);
  if (study.closing !== null) rows.push([say.closedBy, study.closing.by]);
  if (appeals.length === 0) rows.push([say.appeals, none]);
  return [
    { kind: 'title', text: say.title(study.number) },
    { kind: 'facts', rows },
    ...(appeals.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: {
              columns: [
                { title: say.appeals },
                { title: text.views.appeal.state },
                { title: text.views.appeal.outcome },
              ],
              rows: appeals.map(({ number, state, outcome }) => [
                number,
                text.codeNames.state[state],
                outcome === null ? '' : text.codeNames.outcome[outcome],
              ]),
            },
          },
        ]),
  ];
}

/** Studies in a table by number, so many at most. */
export function studyListView(studies: readonly StudyFacts[], text: Texts, limit = studies.length): View {
  const say = text.views.study;
  const shown = studies.slice(0, limit);
  return [
    { kind: 'title', text: say.listTitle },
    ...(shown.length === studies.length
      ? []
      : [{ kind: 'lines' as const, lines: [say.cut(shown.length, studies.length)] }]),
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.number, align: 'right' },
          { title: say.unit },
          { title: say.on },
          { title: say.matter },
          { title: say.appeals },
          { title: say.decision },
          { title: say.until },
          { title: say.leader },
          { title: say.state },
        ],
        rows: shown.map((facts) => [
          String(facts.study.number),
          describeUnit(facts, text),
          facts.study.on,
          facts.study.matter,
          text.labels.list(facts.appeals.map(({ number }) => number)),
          facts.study.decision,
          facts.study.until,
          describeLeader(facts.study.leader, text),
          describeState(facts, text),
        ]),
      },
    },
  ];
}
