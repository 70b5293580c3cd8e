import type { Appeal, PersonalFields } from '../domain/appeal.ts';
import { isPurged } from '../domain/appeal.ts';
import type {
  Action,
  Assistant,
  EventData,
  EventSource,
  Link,
  Told,
  ToldEvent,
} from '../domain/appeal-event.ts';
import type { Course } from '../domain/course.ts';
import type { Stop } from '../domain/stops.ts';
import { isEscalated } from '../domain/appeal.ts';
import type { AppealTimes } from '../domain/appeal-times.ts';
import type { Desk } from '../domain/desk.ts';
import { printedPhones } from '../domain/roster.ts';
import type { Satisfaction } from '../domain/satisfaction.ts';
import { localTime } from '../domain/time.ts';
import type { Texts } from '../text/shape.ts';
import { acceptCell, clockRows, writeHours } from './appeal-times-view.ts';
import type { Cell, View } from './view.ts';

/** An appeal in a list, its personal texts masked. */
export interface SeenAppeal {
  readonly appeal: Appeal;
  readonly personal: PersonalFields;
}

export interface AppealFacts extends SeenAppeal {
  readonly course: Course;
  readonly rulings: readonly {
    readonly number: number;
    readonly on: string;
    readonly by: string;
    readonly basis: string;
  }[];
  readonly linkedFrom: readonly Link[];
  readonly allowed: readonly Action[];
  readonly desk: Desk | undefined;
  readonly clocks: AppealTimes;
}

export function appealView(
  facts: AppealFacts,
  place: { readonly timeZone: string; readonly areaCode: string | null },
  text: Texts,
): View {
  const say = text.views.appeal;
  const { appeal, personal, course } = facts;
  const { none } = text.labels;
  const isRemoved = isPurged(facts);
  const caller = [personal.caller, personal.phone].filter((part) => part !== null).join(' ');
  const rows: [string, Cell][] = [
    [say.received, localTime(appeal.receivedAt, place.timeZone)],
    [say.external, appeal.externalNumber ?? none],
    [say.kind, text.codeNames.kind[appeal.kind]],
    [say.channel, text.codeNames.channel[appeal.channel]],
    [say.matter, appeal.matter ?? none],
    [say.place, isRemoved ? text.views.times.removed : (appeal.place ?? none)],
    [say.caller, caller !== '' ? caller : isRemoved ? text.views.times.removed : say.anonymous],
    [say.text, isRemoved ? text.views.times.removed : (personal.text ?? none)],
    ...(appeal.confidential
      ? [[say.confidential, { text: text.labels.yes, tone: 'warning' }] as [string, Cell]]
      : []),
    [say.state, appeal.isVoided ? text.codeNames.action.void : text.codeNames.state[appeal.state]],
    [say.holder, appeal.holder?.name ?? text.codeNames.transferDesk],
    [say.hops, String(course.hops.length)],
    ...clockRows(facts.clocks, text),
  ];
  if (appeal.priority === 'urgent')
    rows.splice(3, 0, [
      text.views.times.priority,
      { text: text.views.times.priorities.urgent, tone: 'warning' },
    ]);
  if (appeal.purgedOn !== null)
    rows.push([text.views.times.purged, { text: text.views.times.purgedOn(appeal.purgedOn), tone: 'dim' }]);
  if (course.outcome !== null) rows.push([say.outcome, text.codeNames.outcome[course.outcome]]);
  if (course.assists.length > 0)
    rows.push([say.assists, text.labels.list(course.assists.map(nameAssistant))]);
  if (course.pendingReturn !== null) {
    const { unit, proposed } = course.pendingReturn;
    rows.push([say.pending, { text: say.pendingOf(unit.name, proposed?.name ?? null), tone: 'warning' }]);
  }
  if (course.reworks > 0) {
    const count = String(course.reworks);
    rows.push([
      say.reworks,
      isEscalated(course) ? { text: text.labels.remark(count, say.escalated), tone: 'bad' } : count,
    ]);
  }
  const elsewhere = describeTold(course.told, place.timeZone, text);
  if (elsewhere.length > 0) rows.push([say.told.title, text.labels.list(elsewhere)]);
  if (course.reminders > 0) rows.push([say.reminders, String(course.reminders)]);
  const links = [
    ...course.links.map(({ kind, number }) => `${text.codeNames.link[kind]} ${number}`),
    ...facts.linkedFrom.map(({ kind, number }) => `${text.codeNames.linkBack[kind]} ${number}`),
  ];
  if (links.length > 0) rows.push([say.links, links.join('\n')]);
  for (const { number, on, by, basis } of facts.rulings) {
    rows.push([say.ruling, say.rulingOf(number, on, by, basis)]);
  }
  rows.push([
    say.allowed,
    text.labels.list(facts.allowed.map((verb) => say.verb(verb, text.codeNames.action[verb]))),
  ]);
  const call =
    appeal.holder === null ? [] : [describeCall(appeal.holder.name, facts.desk, place.areaCode, text)];
  return [
    { kind: 'title', text: `${appeal.number} ${isRemoved ? text.views.times.removed : personal.title}` },
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

/** What was done says where it stands. */
const saysState: ReadonlySet<Action> = new Set(['accept', 'reply', 'close']);

/** What was done to an appeal, and whom to call where it has been handed over. */
export function describeWorkedOn(
  action: Action,
  worked: {
    readonly appeal: Appeal;
    readonly before: Course;
    readonly course: Course;
    readonly dueBefore: string | null;
    readonly becomes: 'late' | 'on-time' | null;
    readonly openDuplicates: readonly string[];
  },
  deskOf: (unitId: number) => Desk | undefined,
  areaCode: string | null,
  text: Texts,
): string[] {
  const say = text.views.appeal;
  const { appeal, before, course, dueBefore, becomes, openDuplicates } = worked;
  const isRedone = course.reworks > before.reworks;
  const hop = course.hops.at(-1);
  const lines =
    hop !== undefined && course.hops.length > before.hops.length
      ? [say.transferred(appeal.number, hop.hop, hop.from?.name ?? text.codeNames.transferDesk, hop.to.name)]
      : [
          saysState.has(action)
            ? say.didSo(appeal.number, text.codeNames.action[action])
            : say.did(appeal.number, text.codeNames.action[action], text.codeNames.state[course.state]),
        ];
  if (action === 'extend' || isRedone)
    lines.push(text.labels.said(text.views.times.due, appeal.dueOn ?? text.views.times.noDue));
  else if (appeal.dueOn !== dueBefore)
    lines.push(
      text.views.times.dueMoved(
        dueBefore ?? text.views.times.noDue,
        appeal.dueOn ?? text.views.times.noDue,
        becomes === null ? null : text.views.calendar.turned[becomes],
      ),
    );
  if (openDuplicates.length > 0) lines.push(say.openDuplicates(text.labels.list(openDuplicates)));
  const link = action === 'link' ? course.links.at(-1) : undefined;
  if (link !== undefined) lines.push(`${text.codeNames.link[link.kind]} ${link.number}`);
  const { holder, releasedFrom } = course;
  if (releasedFrom !== null && before.releasedFrom === null) lines.push(say.released(releasedFrom.name));
  const isCalled =
    holder !== null &&
    (lines.length === 0 || holder.id !== before.holder?.id || isRedone || action === 'remind');
  return isCalled ? [...lines, describeCall(holder.name, deskOf(holder.id), areaCode, text)] : lines;
}

/** A stop as it is shown: with the liaison of that day. */
export type ShownStop = Stop & { readonly liaison: string | null };

/** The course of an appeal: a line for each stop, then one for each event. */
export function appealTraceView(
  facts: {
    readonly number: string;
    readonly stops: readonly ShownStop[];
    readonly events: readonly ToldEvent[];
    readonly clocks: AppealTimes;
  },
  timeZone: string,
  text: Texts,
): View {
  const say = text.views.appeal;
  const { number, stops, events, clocks } = facts;
  const time = (at: string): string => localTime(at, timeZone);
  const stopTable: View =
    stops.length === 0
      ? []
      : [
          {
            kind: 'table',
            table: {
              columns: [
                { title: say.stop, align: 'right' },
                { title: say.unit },
                { title: say.sent },
                { title: say.accepted },
                { title: say.left },
                { title: text.views.times.worked, align: 'right' },
                { title: say.liaison },
              ],
              rows: stops.map((stop) => [
                String(stop.hop),
                stop.unit.name,
                say.doneAt(time(stop.sentAt), stop.sentBy),
                acceptCell(stop, clocks.stints[stop.hop], time, text),
                stop.leftAt === null
                  ? ''
                  : stop.isRecalled
                    ? say.recalledStop(time(stop.leftAt))
                    : time(stop.leftAt),
                writeHours(clocks.stints[stop.hop]?.minutes ?? null),
                stop.liaison ?? '',
              ]),
            },
          },
        ];
  return [
    { kind: 'title', text: say.trace(number) },
    ...(clocks.due === null && clocks.minutes === null
      ? []
      : [{ kind: 'facts' as const, rows: clockRows(clocks, text, true) }]),
    ...stopTable,
    {
      kind: 'table',
      table: {
        columns: [{ title: say.when }, { title: say.what }, { title: say.by }],
        rows: events.map((event) => [time(event.at), describeEvent(event, timeZone, text), event.by]),
      },
    },
  ];
}

/** One event in words, a line for each thing it says. */
function describeEvent(event: ToldEvent, timeZone: string, text: Texts): string {
  const say = text.views.appeal;
  const { action, from, to, reason, data } = event;
  const { codeNames } = text;
  const fieldNames: Readonly<Record<string, string>> = {
    title: say.title,
    text: say.text,
    caller: say.caller,
    phone: say.phone,
    kind: say.kind,
    channel: say.channel,
    matter: say.matter,
    place: say.place,
    priority: text.views.times.priority,
    externalNumber: say.external,
  };
  const lines: string[] =
    action === 'rule' && event.ruling !== null
      ? [say.events.rule(event.ruling, event.lead?.name ?? '')]
      : action === 'transfer'
        ? []
        : [data.decision === undefined ? codeNames.action[action] : say.decisions[data.decision]];
  if (action === 'recall') lines.push(say.recalledTo(to?.name ?? codeNames.transferDesk));
  else if (to !== null) lines.push(say.events.handedTo(from?.name ?? codeNames.transferDesk, to.name));
  else if (data.decision === 'uphold') lines.push(say.toDesk(from?.name ?? ''));
  if (data.assists !== undefined && (data.assists.length > 0 || action === 'assist')) {
    const names = data.assists.map(nameAssistant);
    lines.push(names.length === 0 ? say.noAssists : say.assistsNow(text.labels.list(names)));
  }
  if (reason !== null && action !== 'rule' && action !== 'decide')
    lines.push(say.reasonOf(codeNames.reason[reason]));
  if (data.cites !== undefined) lines.push(text.views.ruling.title(data.cites));
  if (data.proposed !== undefined) lines.push(say.proposedOf(data.proposed.name));
  if (data.callback !== undefined) lines.push(...describeCallback(data.callback, text));
  if (data.review !== undefined)
    lines.push(say.askedBy[data.review.askedBy], say.reviews[data.review.result]);
  if (data.extension !== undefined)
    lines.push(text.views.times.extended(data.extension.days, data.extension.unit));
  if (data.outcome !== undefined) lines.push(say.outcomeOf(codeNames.outcome[data.outcome]));
  if (data.link !== undefined) lines.push(`${codeNames.link[data.link.kind]} ${data.link.number}`);
  for (const { field, before, after } of data.corrected ?? []) {
    const name = fieldNames[field] ?? field;
    const coded = (value: string): string =>
      field === 'priority'
        ? text.views.times.priorities[value === 'urgent' ? 'urgent' : 'normal']
        : field === 'kind' || field === 'channel'
          ? ((codeNames[field] as Record<string, string>)[value] ?? value)
          : value;
    lines.push(
      after === undefined
        ? say.correctedPersonal(name)
        : say.correctedOf(
            name,
            before === undefined || before === '' ? text.labels.none : coded(before),
            coded(after),
          ),
    );
  }
  if (data.told !== undefined) lines.push(...describeTold(data.told, timeZone, text));
  if (data.wouldRefuse !== undefined) lines.push(codeNames.wouldRefuse[data.wouldRefuse]);
  if (data.gap === true) lines.push(say.told.gap);
  if (data.source !== undefined) lines.push(describeSource(data.source, event.batch, text));
  for (const { field, text: written } of event.texts) lines.push(say.textOf(field, written));
  return lines.join('\n');
}

/** Where an event stands that an import told: file, tab and row. */
function describeSource(source: EventSource, batch: ToldEvent['batch'], text: Texts): string {
  const say = text.views.appeal.told;
  const { number, file, tab } = batch ?? { number: 0, file: '', tab: null };
  const place = tab === null ? file : text.labels.remark(file, tab);
  return say.source(number, place, source.row, source.undated === true);
}

/** What another system says of an appeal as a whole, a line for each thing. */
function describeTold(told: Told, timeZone: string, text: Texts): string[] {
  const say = text.views.appeal.told;
  const { dueAt, handling, extended, returned, redone } = told;
  return [
    ...(dueAt === undefined ? [] : [say.due(localTime(dueAt, timeZone))]),
    ...(handling === undefined ? [] : [text.codeNames.handling[handling]]),
    ...(extended === undefined ? [] : [say.extended(extended)]),
    ...(returned === undefined ? [] : [say.returned(returned)]),
    ...(redone === undefined ? [] : [say.redone(redone)]),
  ];
}

function describeCallback(callback: NonNullable<EventData['callback']>, text: Texts): string[] {
  const say = text.views.appeal.callback;
  const { reached, solved, satisfiedWithResult, satisfiedWithService } = callback;
  if (!reached) return [say.notReached];
  return [
    ...(solved === undefined ? [] : [say.solved(solved)]),
    ...(satisfiedWithResult === undefined ? [] : [say.result(saySatisfaction(satisfiedWithResult, text))]),
    ...(satisfiedWithService === undefined ? [] : [say.service(saySatisfaction(satisfiedWithService, text))]),
  ];
}

/** What a citizen said of the result or the service: its grade, or satisfied and not satisfied where nothing but yes and no was asked. */
function saySatisfaction(answer: Satisfaction, { codeNames, views }: Texts): string {
  if (typeof answer !== 'boolean') return codeNames.grade[answer];
  return answer ? codeNames.grade.satisfied : views.appeal.callback.notSatisfied;
}

/** A unit that assists, with its office. */
function nameAssistant({ name, office }: Assistant): string {
  return office === undefined ? name : `${name}/${office}`;
}
