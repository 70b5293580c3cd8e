import type { CalendarPlan, MovedDue } from '../domain/calendar-plan.ts';
import type { CalendarYear, SpecialDay } from '../domain/calendar.ts';
import { weekdayOf } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';

/** The calendars there are, a line a year. */
export function calendarListView(
  years: readonly (CalendarYear & { readonly batch: number | null })[],
  text: Texts,
): View {
  const say = text.views.calendar;
  const count = (days: readonly SpecialDay[], kind: SpecialDay['kind']): string =>
    String(days.filter((one) => one.kind === kind).length);
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.year },
          { title: say.off, align: 'right' },
          { title: say.work, align: 'right' },
          { title: say.source },
        ],
        rows: years.map(({ year, days, batch, source }) => [
          String(year),
          count(days, 'off'),
          count(days, 'work'),
          text.labels.said(batch === null ? say.builtIn : say.batch(batch), source),
        ]),
      },
    },
  ];
}

function dayTable(days: readonly SpecialDay[], text: Texts): View {
  const say = text.views.calendar;
  return [
    {
      kind: 'table',
      table: {
        columns: [{ title: say.day }, { title: say.weekday }, { title: say.kind }, { title: say.name }],
        rows: days.map(({ day, kind, name }) => [
          day,
          text.views.deadline.weekdays[weekdayOf(day) - 1] ?? '',
          say.kinds[kind],
          name,
        ]),
      },
    },
  ];
}

/** The special days of one year. */
export function calendarView({ year, source, days }: CalendarYear, text: Texts): View {
  const say = text.views.calendar;
  return [
    { kind: 'title', text: say.ofYear(year) },
    { kind: 'facts', rows: [[say.source, source]] },
    ...dayTable(
      [...days].sort((a, b) => (a.day < b.day ? -1 : 1)),
      text,
    ),
  ];
}

/** Due days that move, before and after. */
function dueTable(moved: readonly MovedDue[], text: Texts): View {
  const say = text.views.calendar;
  if (moved.length === 0) return [];
  const hasTurned = moved.some(({ becomes }) => becomes !== null);
  return [
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.number },
          { title: say.before },
          { title: say.after },
          ...(hasTurned ? [{ title: say.becomes }] : []),
        ],
        rows: moved.map(({ number, before, after, becomes }): Cell[] => [
          number,
          before ?? say.unknown,
          after ?? say.unknown,
          ...(hasTurned
            ? [
                becomes === null
                  ? ''
                  : {
                      text: say.turned[becomes],
                      tone: becomes === 'late' ? ('bad' as const) : ('good' as const),
                    },
              ]
            : []),
        ]),
      },
    },
  ];
}

/** Due days that moved with something else that was set; nothing where none did. */
export function movedDuesView(moved: readonly MovedDue[], text: Texts): View {
  if (moved.length === 0) return [];
  return [{ kind: 'lines', lines: [text.views.calendar.moved(moved.length)] }, ...dueTable(moved, text)];
}

/** What a notice changes: its days, and first of all the due days that move. */
export function calendarPlanView(file: string, plan: CalendarPlan, text: Texts): View {
  const say = text.views.calendar;
  const { notice, added, gone, unchanged, moved } = plan;
  return [
    { kind: 'title', text: say.plan(file, notice.year) },
    { kind: 'lines', lines: [say.moved(moved.length)] },
    ...dueTable(moved, text),
    { kind: 'lines', lines: [say.counts(added.length, gone.length, unchanged)] },
    ...(added.length === 0 ? [] : dayTable(added, text)),
    ...(gone.length === 0 ? [] : [{ kind: 'lines' as const, lines: [say.gone] }, ...dayTable(gone, text)]),
  ];
}
