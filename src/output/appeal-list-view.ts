import type { Appeal, PersonalFields, Wait } from '../domain/appeal.ts';
import { isEscalated, isPurged, listedTexts } from '../domain/appeal.ts';
import type { AppealTimes } from '../domain/appeal-times.ts';
import type { Light } from '../domain/deadline.ts';
import { daysPassed, localTime } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import { dueCell, writeHours } from './appeal-times-view.ts';
import type { Cell, TableColumn, View } from './view.ts';

/** What a list of appeals can show. */
export const appealColumnWords = {
  number: ['编号', '诉求编号'],
  external: ['工单编号', '外部编号'],
  received: ['受理时间', '受理'],
  kind: ['诉求性质', '性质'],
  channel: ['渠道'],
  matter: ['事项', '诉求事项'],
  title: ['标题'],
  state: ['状态'],
  wait: ['等候原因', '待办'],
  days: ['停留天数', '天数'],
  holder: ['主办单位', '承办单位'],
  hops: ['转办次数', '转办'],
  due: ['到期日', '到期'],
  clock: ['等待时间', '总时长'],
  stint: ['本单位用时', '本段用时'],
  priority: ['紧急程度', '紧急'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type AppealColumn = keyof typeof appealColumnWords;

const queueColumns: readonly AppealColumn[] = ['number', 'title', 'wait', 'days', 'due', 'holder'];
const listColumns: readonly AppealColumn[] = ['number', 'received', 'title', 'state', 'due', 'holder'];

/** Columns for which the history of each appeal is read. */
export const clockColumns: readonly AppealColumn[] = ['clock', 'stint'];

/** What stands before the title of an appeal that stands first: urgent, redone three times; empty for others. */
export function markAppeal(appeal: Pick<Appeal, 'priority' | 'reworks'>, text: Texts): string {
  const { marks, marked } = text.views.appeal;
  return [
    ...(appeal.priority === 'urgent' ? [marked(marks.urgent)] : []),
    ...(isEscalated(appeal) ? [marked(marks.escalated)] : []),
  ].join('');
}

/** Appeals in a table: the columns asked for, else those of a queue or a list. */
export function appealListView(
  title: string,
  lines: readonly {
    readonly appeal: Appeal;
    readonly personal: PersonalFields;
    readonly wait: Wait | undefined;
    readonly light: Light | null;
    readonly clocks: AppealTimes | undefined;
  }[],
  terms: {
    readonly isQueue: boolean;
    /** How many there are, those that are not shown too; null where nobody counted. */
    readonly found: number | null;
    readonly columns: readonly AppealColumn[] | undefined;
    readonly timeZone: string;
    readonly now: string;
  },
  text: Texts,
): View {
  const say = text.views.appeal;
  const { isQueue, found, timeZone, now } = terms;
  const names = terms.columns ?? (isQueue ? queueColumns : listColumns);
  const titles: Readonly<Record<AppealColumn, TableColumn>> = {
    number: { title: say.number },
    external: { title: say.external },
    received: { title: say.received },
    kind: { title: say.kind },
    channel: { title: say.channel },
    matter: { title: say.matter },
    title: { title: say.title },
    state: { title: say.state },
    wait: { title: say.wait },
    days: { title: say.days, align: 'right' },
    holder: { title: say.holder },
    hops: { title: say.hops, align: 'right' },
    due: { title: text.views.times.due },
    clock: { title: text.views.times.total, align: 'right' },
    stint: { title: text.views.times.stint, align: 'right' },
    priority: { title: text.views.times.priority },
  };
  const show: Readonly<Record<AppealColumn, (line: (typeof lines)[number]) => Cell>> = {
    number: ({ appeal }) => appeal.number,
    external: ({ appeal }) => appeal.externalNumber ?? '',
    received: ({ appeal }) => localTime(appeal.receivedAt, timeZone),
    kind: ({ appeal }) => text.codeNames.kind[appeal.kind],
    channel: ({ appeal }) => text.codeNames.channel[appeal.channel],
    matter: ({ appeal, personal }) => listedTexts(appeal, personal).matter ?? '',
    title: ({ appeal, personal }) => {
      const title =
        isPurged({ appeal, personal }) && !appeal.confidential
          ? text.views.times.removed
          : (listedTexts(appeal, personal).title ?? say.confidential);
      const marks = markAppeal(appeal, text);
      if (marks !== '') return { text: `${marks}${title}`, tone: 'bad' };
      return listedTexts(appeal, personal).title === null || isPurged({ appeal, personal })
        ? { text: title, tone: 'dim' }
        : title;
    },
    state: ({ appeal }) => text.codeNames.state[appeal.state],
    wait: ({ wait }) =>
      wait === undefined
        ? ''
        : { text: text.codeNames.wait[wait], tone: wait === 'unassigned' ? 'plain' : 'warning' },
    days: ({ appeal }) => String(Math.max(0, daysPassed(appeal.standingSince, now))),
    holder: ({ appeal }) => appeal.holder?.name ?? text.codeNames.transferDesk,
    hops: ({ appeal }) => String(appeal.hopCount),
    due: ({ appeal, light }) => dueCell(appeal.dueOn, light, text),
    clock: ({ clocks }) => writeHours(clocks?.minutes ?? null),
    stint: ({ clocks }) => writeHours(clocks?.stints.at(-1)?.minutes ?? null),
    priority: ({ appeal }) => text.views.times.priorities[appeal.priority],
  };
  return [
    { kind: 'title', text: title },
    { kind: 'lines', lines: [say.count(lines.length, found)] },
    {
      kind: 'table',
      table: {
        columns: names.map((name) => titles[name]),
        rows: lines.map((line) => names.map((name) => show[name](line))),
      },
    },
  ];
}
