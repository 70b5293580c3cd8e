import type { DeadlineCase, DeadlineRules, Due, Window } from '../domain/deadline.ts';
import { localTime } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import { describeStep } from './appeal-times-view.ts';
import type { View } from './view.ts';

/** Deadline rules in a list. */
export function deadlineListView(
  lines: readonly {
    readonly rules: DeadlineRules;
    readonly isInUse: boolean;
    readonly usedFrom: readonly string[];
  }[],
  text: Texts,
): View {
  const say = text.views.deadline;
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      table: {
        columns: [{ title: say.code }, { title: say.name }, { title: say.inUse }, { title: say.source }],
        rows: lines.map(({ rules, isInUse, usedFrom }) => [
          rules.code,
          rules.name,
          {
            text: text.labels.clauses([...(isInUse ? [say.today] : []), ...usedFrom.map(say.from)]),
            tone: isInUse ? 'good' : 'dim',
          },
          rules.source,
        ]),
      },
    },
  ];
}

function describeWindow({ days, dayKind, start }: Window, text: Texts): string {
  return text.views.deadline.window(days, dayKind, start);
}

/** For which appeals a limit is, in words. */
function describeFor({ kinds, channels, priorities }: DeadlineCase, isOnly: boolean, text: Texts): string {
  const { codeNames, labels, views } = text;
  const parts = [
    ...(kinds === undefined ? [] : [labels.list(kinds.map((one) => codeNames.kind[one]))]),
    ...(channels === undefined ? [] : [labels.list(channels.map((one) => codeNames.channel[one]))]),
    ...(priorities === undefined ? [] : [labels.list(priorities.map((one) => views.times.priorities[one]))]),
  ];
  if (parts.length > 0) return labels.clauses(parts);
  return isOnly ? views.deadline.any : views.deadline.all;
}

/** Deadline rules whole: each limit, each window, and where each figure comes from. */
export function deadlineView(rules: DeadlineRules, text: Texts): View {
  const say = text.views.deadline;
  const { accept, rework, extension, warning } = rules;
  const windows: [string, string, string | undefined][] = [
    [say.windows.accept, accept === null ? say.noLimit : describeWindow(accept, text), accept?.source],
    [
      say.windows.return,
      rules.return === null ? say.noLimit : describeWindow(rules.return, text),
      rules.return?.source,
    ],
    [
      say.windows.extension,
      extension === null ? say.notAllowed : say.extension(extension.times, extension.days, extension.dayKind),
      extension?.source,
    ],
    [say.windows.rework, rework === null ? say.asFirst : describeWindow(rework, text), rework?.source],
    [say.windows.warning, say.warning(warning.yellow, warning.red), warning.source],
  ];
  return [
    { kind: 'title', text: say.one(rules.code, rules.name) },
    { kind: 'facts', rows: [[say.source, rules.source]] },
    {
      kind: 'table',
      table: {
        columns: [{ title: say.forWhat }, { title: say.limit }, { title: say.note }],
        rows: [
          ...rules.cases.map((one) => [
            describeFor(one, rules.cases.length === 1, text),
            describeWindow(one, text),
            one.source ?? '',
          ]),
          ...windows.map(([what, limit, source]) => [what, limit, source ?? '']),
        ],
      },
    },
  ];
}

/** The due day of an appeal, day by day. */
export function deadlineExplanationView(
  facts: {
    readonly number: string;
    readonly receivedAt: string;
    readonly rules: DeadlineRules;
    readonly due: Due;
    readonly sourceOf: (year: number) => string;
    readonly isDefault: boolean;
  },
  timeZone: string,
  text: Texts,
): View {
  const say = text.views.deadline;
  const { number, receivedAt, rules, due, sourceOf, isDefault } = facts;
  const years = [...new Set(due.steps.flatMap(({ days }) => days.map(({ day }) => day.slice(0, 4))))].sort();
  return [
    { kind: 'title', text: say.explain(number, due.on) },
    {
      kind: 'facts',
      rows: [
        [say.receivedAt, localTime(receivedAt, timeZone)],
        [say.rules, say.one(rules.code, rules.name)],
        [say.source, rules.source],
        ...(isDefault ? [[say.inUse, { text: say.isDefault(rules.code), tone: 'warning' }] as const] : []),
        ...years.map((year) => [text.views.calendar.ofYear(Number(year)), sourceOf(Number(year))] as const),
        [say.dueOn, due.on],
      ],
    },
    ...due.steps.flatMap((step): View => [
      { kind: 'lines', lines: [describeStep(step, text)] },
      {
        kind: 'table',
        table: {
          columns: [
            { title: say.day },
            { title: say.weekday },
            { title: say.sort },
            { title: say.count, align: 'right' },
          ],
          rows: step.days.map(({ day, weekday, sort, name, count }) => [
            day,
            say.weekdays[weekday - 1] ?? '',
            name === null || name === '' ? say.sorts[sort] : text.labels.remark(say.sorts[sort], name),
            count === null ? '' : String(count),
          ]),
        },
      },
    ]),
  ];
}
