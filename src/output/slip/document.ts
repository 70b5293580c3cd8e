import { isEscalated, isPurged } from '../../domain/appeal.ts';
import type { Stop } from '../../domain/stops.ts';
import { printedPhones } from '../../domain/roster.ts';
import { localTime } from '../../domain/time.ts';
import { official } from '../../text/official.ts';
import { codeNames } from '../../text/zh/code-names.ts';
import type { AppealFacts } from '../appeal-view.ts';

/** The sheet that goes with a transfer (转办单), as it is printed: fields in pairs, long texts across. */
export interface SlipDocument {
  readonly title: string;
  readonly fields: readonly (readonly [label: string, value: string])[];
  readonly texts: readonly (readonly [label: string, value: string])[];
  /** Said where the sheet holds the citizen's contact. */
  readonly warning: string | null;
  readonly day: string;
}

/** What a slip is made of. */
export interface SlipFacts {
  readonly jurisdiction: {
    readonly name: string;
    readonly timeZone: string;
    readonly areaCode: string | null;
  };
  readonly details: Pick<AppealFacts, 'appeal' | 'personal' | 'course' | 'desk'>;
  readonly stops: readonly Stop[];
  /** Name, phone and text as the citizen gave them; null where the sheet does not hold them. */
  readonly contact: {
    readonly caller: string | null;
    readonly phone: string | null;
    readonly title: string;
    readonly text: string | null;
  } | null;
  readonly day: string;
}

/** A title that was removed is none. */
function titleOf(title: string): string | null {
  return title === '' ? null : title;
}

/** Makes the slip of an appeal, in Chinese; without the citizen's contact unless it is given. */
export function makeSlip({ jurisdiction, details, stops, contact, day }: SlipFacts): SlipDocument {
  const { appeal, personal, course, desk } = details;
  const say = official.slip;
  const time = (at: string): string => localTime(at, jurisdiction.timeZone);
  const none = official.none;
  // What was removed was there: to print that there is none would be wrong.
  const { purgedOn } = appeal;
  const absent = purgedOn !== null && isPurged(details) ? say.removed(purgedOn) : none;
  const hops = course.hops.map(({ hop, from, to, at, ruling }) => {
    const stop = stops.find((one) => one.hop === hop);
    const accepted = stop?.acceptedAt == null ? null : time(stop.acceptedAt);
    const line = say.hop(hop, from?.name ?? say.transferDesk, to.name, time(at), accepted);
    return ruling === null ? line : line + say.byRuling(ruling);
  });
  const liaison = desk?.persons.find((person) => person.role === 'liaison')?.name;
  const assists = course.assists.map(({ name, office }) =>
    office === undefined ? name : `${name}（${office}）`,
  );
  const phones = printedPhones(desk?.phones ?? null, jurisdiction.areaCode).join('\n');
  return {
    title: say.title(jurisdiction.name),
    fields: [
      [say.number, appeal.number],
      [say.external, appeal.externalNumber ?? none],
      [say.received, time(appeal.receivedAt)],
      [say.due, appeal.dueOn ?? none],
      [say.channel, codeNames.channel[appeal.channel]],
      [say.kind, codeNames.kind[appeal.kind]],
      ...(appeal.priority === 'urgent' || isEscalated(appeal)
        ? ([[say.priority, say.marks(appeal.priority === 'urgent', isEscalated(appeal))]] as const)
        : []),
      [say.matter, appeal.matter ?? none],
      [say.holder, appeal.holder?.name ?? say.transferDesk],
      [say.phones, phones === '' ? none : phones],
      [say.liaison, liaison ?? none],
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
    warning: contact === null ? null : say.confidential,
    day,
  };
}
