import type { Appeal, PersonalFields } from '../domain/appeal.ts';
import type { Course, CourseEvent } from '../domain/course.ts';
import type { Desk } from '../domain/desk.ts';
import { printedPhones } from '../domain/roster.ts';
import { localTime } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import type { Cell, View } from './view.ts';

/** An appeal in a list, its personal texts masked. */
export interface AppealLine {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
}

export function appealListView(
  title: string,
  lines: readonly AppealLine[],
  timeZone: string,
  text: Texts,
): View {
  const say = text.views.appeal;
  return [
    { kind: 'title', text: title },
    { kind: 'lines', lines: [say.count(lines.length)] },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.number },
          { title: say.received },
          { title: say.kind },
          { title: say.title },
          { title: say.state },
          { title: say.holder },
        ],
        rows: lines.map(({ appeal, personal }) => [
          appeal.number,
          localTime(appeal.receivedAt, timeZone),
          text.words.kind[appeal.kind],
          appeal.confidential ? { text: say.confidential, tone: 'dim' } : personal.title,
          text.words.state[appeal.state],
          appeal.holder?.name ?? text.words.transferDesk,
        ]),
      },
    },
  ];
}

export interface AppealFacts extends AppealLine {
  readonly course: Course;
  readonly rulings: readonly {
    readonly number: number;
    readonly on: string;
    readonly by: string;
    readonly basis: string;
  }[];
  readonly allowed: readonly string[];
  readonly desk: Desk | undefined;
}

export function appealView(
  facts: AppealFacts,
  place: { readonly timeZone: string; readonly areaCode: string | null },
  text: Texts,
): View {
  const say = text.views.appeal;
  const { appeal, personal, course } = facts;
  const { none } = text.labels;
  const caller = [personal.caller, personal.phone].filter((part) => part !== null).join(' ');
  const rows: [string, Cell][] = [
    [say.received, localTime(appeal.receivedAt, place.timeZone)],
    [say.external, appeal.externalNumber ?? none],
    [say.kind, text.words.kind[appeal.kind]],
    [say.channel, text.words.channel[appeal.channel]],
    [say.matter, appeal.matter ?? none],
    [say.place, appeal.place ?? none],
    [say.caller, caller === '' ? say.anonymous : caller],
    [say.text, personal.text ?? none],
    [say.state, text.words.state[appeal.state]],
    [say.holder, appeal.holder?.name ?? text.words.transferDesk],
    [say.hops, String(course.hops.length)],
  ];
  if (course.assists.length > 0) rows.push([say.assists, course.assists.map((unit) => unit.name).join('、')]);
  for (const { number, on, by, basis } of facts.rulings) {
    rows.push([say.ruling, say.rulingOf(number, on, by, basis)]);
  }
  rows.push([say.allowed, text.labels.list(facts.allowed)]);
  const call =
    appeal.holder === null ? [] : [describeCall(appeal.holder.name, facts.desk, place.areaCode, text)];
  return [
    { kind: 'title', text: `${appeal.number} ${personal.title}` },
    { kind: 'facts', rows },
    { kind: 'lines', lines: call },
  ];
}

/** Whom to call at a unit now: the desk's phones and its liaison. */
export function describeCall(
  unit: string,
  desk: Pick<Desk, 'phones' | 'persons'> | undefined,
  areaCode: string | null,
  text: Texts,
): string {
  const say = text.views.appeal;
  const phones = printedPhones(desk?.phones ?? null, areaCode).join('、');
  if (phones === '') return say.noDesk(unit);
  const liaison = desk?.persons.find((person) => person.role === 'liaison');
  return say.call(unit, phones, liaison === undefined ? text.labels.none : say.liaisonOf(liaison.name));
}

/** The course of an appeal, one line for each event. */
export function appealTraceView(
  number: string,
  events: readonly (CourseEvent & { readonly text: string | null })[],
  timeZone: string,
  text: Texts,
): View {
  const say = text.views.appeal;
  let hop = -1;
  return [
    { kind: 'title', text: say.trace(number) },
    {
      kind: 'table',
      table: {
        columns: [
          { title: say.hop, align: 'right' },
          { title: say.when },
          { title: say.what },
          { title: say.by },
        ],
        rows: events.map((event) => {
          if (event.to !== null) hop += 1;
          return [
            event.to === null ? '' : String(hop),
            localTime(event.at, timeZone),
            describeEvent(event, text),
            event.by,
          ];
        }),
      },
    },
  ];
}

function describeEvent(event: CourseEvent & { readonly text: string | null }, text: Texts): string {
  const say = text.views.appeal;
  const { from, to, reason } = event;
  const lines: string[] = [];
  if (event.action === 'log') lines.push(say.events.log);
  if (event.action === 'rule' && event.ruling !== null) {
    lines.push(say.events.rule(event.ruling, event.lead?.name ?? ''));
  }
  if (to !== null) lines.push(say.events.handedTo(from?.name ?? text.words.transferDesk, to.name));
  if (event.assists.length > 0) lines.push(say.assistedBy(event.assists.map((unit) => unit.name).join('、')));
  if (event.action === 'transfer' && reason !== null) lines.push(say.reasonOf(text.words.reason[reason]));
  if (event.text !== null) lines.push(event.text);
  return lines.join('\n');
}
