import type { Action } from '../domain/appeal-event.ts';
import type { Texts } from '../text/shape.ts';
import { planView } from './import-view.ts';
import type { Cell, Table, View } from './view.ts';

/** Appeals that come in, and what the file says otherwise of those that are there. */
export function appealPlanView(
  file: string,
  plan: {
    readonly added: number;
    readonly corrections: readonly unknown[];
    readonly continued: readonly ContinuedLine[];
    readonly unchanged: number;
    readonly differences: readonly AppealDifferenceLine[];
  },
  text: Texts,
): View {
  const say = text.views.import;
  const { added, corrections, continued, unchanged, differences } = plan;
  const further = continued.length === 0 ? {} : { continued: continued.length };
  const counts = { added, ...further, changed: corrections.length, unchanged };
  const differing = (isCorrected: boolean): readonly AppealDifferenceLine[] =>
    differences.filter((one) => one.isCorrected === isCorrected).slice(0, longestTable);
  const [corrected, otherwise] = [differing(true), differing(false)];
  const view = planView(
    file,
    counts,
    [
      {
        columns: [{ title: say.counts.continued }, { title: say.further }],
        rows: continued
          .slice(0, longestTable)
          .map((one) => [
            one.number,
            text.labels.list(one.added.map(({ action }) => text.codeNames.action[action])),
          ]),
      },
      differenceTable(say.counts.changed, corrected, text),
      differenceTable(say.otherwise, otherwise, text),
    ],
    text,
  );
  const left =
    Math.max(0, continued.length - longestTable) + differences.length - corrected.length - otherwise.length;
  return left > 0 ? [...view, { kind: 'lines', lines: [say.moreDifferences(left)] }] : view;
}

/** What a file says otherwise of appeals, a line for each. */
export function differenceTable(
  title: string,
  differences: readonly AppealDifferenceLine[],
  text: Texts,
): Table {
  const say = text.views.import;
  return {
    columns: [{ title }, { title: say.field }, { title: say.before }, { title: say.inFile }],
    rows: differences.map(({ number, field, before, after }) => [
      number,
      say.appealFields[field],
      before,
      after,
    ]),
  };
}

/** What a file tells further of one appeal. */
interface ContinuedLine {
  readonly number: string;
  readonly added: readonly { readonly action: Action }[];
}

/** What a file says otherwise of one appeal. */
export interface AppealDifferenceLine {
  readonly number: string;
  readonly field: keyof Texts['views']['import']['appealFields'];
  readonly before: string;
  readonly after: string;
  readonly isCorrected: boolean;
}

/** So many differences stand in a plan; in JSON all do. */
export const longestTable = 50;

/** What a log of hand-overs adds, and what this tool would have said to it. */
export function historyPlanView(
  file: string,
  plan: {
    readonly added: readonly unknown[];
    readonly courses: readonly unknown[];
    readonly unchanged: number;
    readonly differences: readonly AppealDifferenceLine[];
    readonly ours: readonly string[];
    readonly marks: {
      readonly hops: number;
      readonly circle: number;
      readonly unitLimit: number;
      readonly gaps: number;
    };
  },
  text: Texts,
): View {
  const say = text.views.import;
  const { added, courses, unchanged, differences, ours, marks } = plan;
  const counts = { added: added.length, continued: courses.length, unchanged };
  const shown = differences.slice(0, longestTable);
  const left = differences.length - shown.length;
  const lines: Cell[] = [
    say.hops(marks.hops, marks.circle, marks.unitLimit),
    ...(marks.gaps === 0 ? [] : [{ text: say.gaps(marks.gaps), tone: 'warning' as const }]),
    ...(ours.length === 0
      ? []
      : [
          {
            text: say.ours(ours.length, text.labels.list(ours.slice(0, longestTable))),
            tone: 'warning' as const,
          },
        ]),
    ...(left > 0 ? [say.moreDifferences(left)] : []),
  ];
  return [
    ...planView(file, counts, [differenceTable(say.otherwise, shown, text)], text),
    { kind: 'lines', lines },
  ];
}
