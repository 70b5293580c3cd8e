import { isEscalated, isPurged } from '../../domain/appeal.ts';
import type { ToldEvent } from '../../domain/appeal-event.ts';
import { eventsInForce } from '../../domain/appeal-event.ts';
import type { Stop } from '../../domain/stops.ts';
import { printedPhones } from '../../domain/roster.ts';
import type { Day } from '../../domain/time.ts';
import { localTime, officialDay } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import { codeNames } from '../../text/zh/code-names.ts';
import type { AppealFacts } from '../appeal-view.ts';

/** The sheet that goes with a transfer (转办单), or that reminds of an appeal (催办单), as it is printed: fields in pairs, long texts across. */
export interface SlipDocument {
  readonly title: string;
  /** 紧急, 重办: stands beside the title. */
  readonly mark: string | null;
  readonly fields: readonly (readonly [label: string, value: string])[];
  readonly texts: readonly (readonly [label: string, value: string])[];
  /** What is filled in by hand: a space over the whole width, and who signs. */
  readonly blank: string;
  readonly signers: readonly string[];
  readonly printedOn: string;
  /** Said where the sheet holds the citizen's contact. */
  readonly warning: string | null;
  readonly day: Day;
}

/** What a slip is made of. */
export interface SlipFacts {
  readonly jurisdiction: {
    readonly name: string;
    readonly timeZone: string;
    readonly areaCode: string | null;
  };
  readonly details: Pick<AppealFacts, 'appeal' | 'personal' | 'course' | 'desk' | 'clocks'> & {
    readonly events: readonly ToldEvent[];
  };
  readonly stops: readonly Stop[];
  /** Name, phone and text as the citizen gave them; null where the sheet does not hold them. */
  readonly contact: {
    readonly caller: string | null;
    readonly phone: string | null;
    readonly title: string;
    readonly text: string | null;
  } | null;
  readonly day: Day;
}

const say = official.slip;
const { none } = official;

/** A title that was removed is none. */
function titleOf(title: string): string | null {
  return title === '' ? null : title;
}

/** What stands in a sheet's fields whatever it is for. */
function listFields({
  jurisdiction,
  details,
}: SlipFacts): Record<'head' | 'holder', (readonly [string, string])[]> {
  const { appeal, desk } = details;
  const time = (at: string): string => localTime(at, jurisdiction.timeZone);
  const liaison = desk?.persons.find((person) => person.role === 'liaison')?.name;
  const phones = printedPhones(desk?.phones ?? null, jurisdiction.areaCode).join('\n');
  return {
    head: [
      [say.number, appeal.number],
      [say.external, appeal.externalNumber ?? none],
      [say.received, time(appeal.receivedAt)],
      [say.due, appeal.dueOn ?? none],
    ],
    holder: [
      [say.holder, appeal.holder?.name ?? say.transferDesk],
      [say.phones, phones === '' ? none : phones],
      [say.liaison, liaison ?? none],
    ],
  };
}

/** 紧急 and 已重办三次以上, beside the title; null for an ordinary appeal. */
function markOf({ appeal }: SlipFacts['details']): string | null {
  const marks = say.marks(appeal.priority === 'urgent', isEscalated(appeal));
  return marks === '' ? null : marks;
}

/**
 * The hand-overs, counted from 1, each with why it was made: its reason, the ruling it follows, and what was written with it, or with the
 * return that it upholds.
 */
function listHops({ jurisdiction, details, stops }: SlipFacts): string[] {
  const { course, events } = details;
  const time = (at: string): string => localTime(at, jurisdiction.timeZone);
  return course.hops.map(({ hop, seq, from, to, at, reason, ruling }, index) => {
    const stop = stops.find((one) => one.hop === hop);
    const accepted = stop?.acceptedAt == null ? null : time(stop.acceptedAt);
    const line = say.hop(index + 1, from?.name ?? say.transferDesk, to.name, time(at), accepted);
    const event = events.find((one) => one.seq === seq);
    const asked =
      event?.action === 'decide'
        ? events.findLast((one) => one.action === 'return' && one.seq < seq)
        : undefined;
    const why = reason ?? asked?.reason ?? null;
    const written = [...(asked?.texts ?? []), ...(event?.texts ?? [])].map(({ field, text }) =>
      field === 'basis' ? say.basis(text) : text,
    );
    const told = [
      ...(index === 0 ? [say.firstHop] : []),
      ...(why === null ? [] : [say.why(codeNames.reason[why])]),
      ...(ruling === null ? [] : [say.byRuling(ruling)]),
      ...written,
    ];
    return told.length === 0 ? line : `${line}\n\u3000\u3000${told.join('；')}`;
  });
}

/** Makes the slip of an appeal, in Chinese; without the citizen's contact unless it is given. */
export function makeSlip(facts: SlipFacts): SlipDocument {
  const { jurisdiction, details, contact, day } = facts;
  const { appeal, personal, course } = details;
  // What was removed was there: to print that there is none would be wrong.
  const { purgedOn } = appeal;
  const absent = purgedOn !== null && isPurged(details) ? say.removed(purgedOn) : none;
  const hops = listHops(facts);
  const { head, holder } = listFields(facts);
  const assists = course.assists.map(({ name, office }) =>
    office === undefined ? name : `${name}（${office}）`,
  );
  return {
    title: say.title(jurisdiction.name),
    mark: markOf(details),
    fields: [
      ...head,
      [say.channel, codeNames.channel[appeal.channel]],
      [say.kind, codeNames.kind[appeal.kind]],
      [say.priority, say.priorities[appeal.priority]],
      [say.matter, appeal.matter ?? none],
      ...holder,
      ...(contact === null
        ? []
        : ([
            [say.caller, contact.caller ?? say.anonymous],
            [say.phone, contact.phone ?? none],
          ] as const)),
    ],
    texts: [
      [say.assists, assists.length === 0 ? none : assists.join('、')],
      [say.place, appeal.place ?? absent],
      ...(appeal.confidential ? ([[say.secret, say.secretText]] as const) : []),
      [say.subject, titleOf(contact?.title ?? personal.title) ?? absent],
      [say.text, contact?.text ?? personal.text ?? absent],
      [say.chain, hops.length === 0 ? none : hops.join('\n')],
    ],
    blank: say.opinion,
    signers: [say.handedOver, say.taken],
    printedOn: say.printedOn(officialDay(day)),
    warning: contact === null ? null : say.confidential,
    day,
  };
}

/** Makes the sheet that reminds the unit of an appeal (催办单): how late it is, how often it was reminded, and where it answers. */
export function makeReminder(facts: SlipFacts): SlipDocument {
  const { jurisdiction, details, stops, day } = facts;
  const { appeal, personal, events, clocks } = details;
  const time = (at: string): string => localTime(at, jurisdiction.timeZone);
  const { head, holder } = listFields(facts);
  const stop = stops.findLast(({ isRecalled }) => !isRecalled);
  const reminders = eventsInForce(events).filter(({ action }) => action === 'remind');
  const said = reminders.at(-1)?.texts.map(({ text }) => text) ?? [];
  const { purgedOn } = appeal;
  const absent = purgedOn !== null && isPurged(details) ? say.removed(purgedOn) : none;
  return {
    title: say.reminderTitle(jurisdiction.name),
    mark: markOf(details),
    fields: [
      ...head,
      [say.channel, codeNames.channel[appeal.channel]],
      [say.matter, appeal.matter ?? none],
      [say.standing, clocks.daysLeft === null ? none : say.daysLeft(clocks.daysLeft)],
      [say.priority, say.priorities[appeal.priority]],
      ...holder,
      [say.sent, stop === undefined ? none : time(stop.sentAt)],
      [say.accepted, stop?.acceptedAt == null ? say.notAccepted : time(stop.acceptedAt)],
      [say.reminded, say.times(reminders.length)],
    ],
    texts: [
      ...(appeal.confidential ? ([[say.secret, say.secretText]] as const) : []),
      [say.subject, titleOf(personal.title) ?? absent],
      [say.text, personal.text ?? absent],
      [say.demand, [say.demandText(appeal.dueOn), ...said].join('\n')],
    ],
    blank: say.feedback,
    signers: [say.remindedBy, say.answeredBy],
    printedOn: say.printedOn(officialDay(day)),
    warning: null,
    day,
  };
}
