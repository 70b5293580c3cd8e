import type { Light } from '../../domain/deadline.ts';
import { count, n } from '../numbers.ts';

/** What commands say of the times of an appeal. */
export const timesViews = {
  due: 'due on',
  noDue: 'no day',
  noCalendar: (year: number) => `no calendar of ${n(year)}: liaison calendar import FILE`,
  purged: 'personal data',
  purgedOn: (day: string) => `removed on ${day}`,
  removed: '(removed)',
  priority: 'priority',
  priorities: { normal: 'normal', urgent: 'urgent' },
  citizen: 'citizen’s clock',
  answered: (hours: string) => `answered after ${hours}`,
  ended: (hours: string) => `ended without an answer after ${hours}`,
  undated: 'answered; the file does not say when',
  waiting: (hours: string) => `has waited ${hours}`,
  left: (days: number) =>
    days < 0
      ? `${count(-days, 'working day')} over`
      : days === 0
        ? 'the last day'
        : `${count(days, 'working day')} left`,
  late: (days: number) => `answered ${count(-days, 'working day')} late`,
  hours: (hours: number, minutes: number) =>
    `${n(hours)} h ${n(minutes).padStart(2, '0')} min (working hours)`,
  marks: { green: '', yellow: '!', red: '!!' } satisfies Record<Light, string> as Record<Light, string>,
  lights: { green: '', yellow: 'yellow', red: 'red' } satisfies Record<Light, string> as Record<
    Light,
    string
  >,
  worked: 'worked h',
  acceptedAfter: (hours: string) => `after ${hours} h`,
  notAccepted: (hours: string) => `not yet, ${hours} h`,
  stint: 'unit’s h',
  total: 'h',
  acceptedLate: (by: string) => `late (by ${by})`,
  noneOverdue: (unit: string) => `${unit} has no overdue appeals.`,
  doneAll: (action: string, appeals: number) => `${action}, appeals in all: ${n(appeals)}`,
  statusDue: 'due',
  statusDueOf: (overdue: number, soon: number | null, unaccepted: number) =>
    `overdue ${n(overdue)}, due by the next working day ${soon === null ? '—' : n(soon)}, not accepted in time ${n(unaccepted)}`,
  dueMoved: (before: string, after: string, becomes: string | null) =>
    `Its due day moves from ${before} to ${after}${becomes === null ? '' : `, by which it is ${becomes}`}.`,
  statusFirst: 'first of all',
  statusFirstOf: (urgent: number, escalated: number) =>
    `urgent ${n(urgent)}, redone three times or more ${n(escalated)}`,
  statusWithoutDue: (count: number) =>
    `${n(count)} without a due day: no calendar; import it: liaison calendar import FILE.csv`,
  lateUnit: (overdue: number, oldest: string | null, unaccepted: number) =>
    [
      ...(overdue === 0 ? [] : [`overdue ${n(overdue)} (the earliest since ${oldest ?? ''})`]),
      ...(unaccepted === 0 ? [] : [`not accepted in time ${n(unaccepted)}`]),
    ].join(', '),
  noDueYet:
    'It has no due day: there is no calendar for the days to come. It gets one with liaison calendar import FILE.',
  extended: (days: number, unit: 'working' | 'calendar') =>
    `by ${count(days, unit === 'working' ? 'working day' : 'day')}`,
};

/** What commands say of appeals. */
export const appealViews = {
  openDuplicates: (numbers: string) => `Its duplicates are still open: ${numbers}`,
  queue: 'Queue of the transfer desk',
  /** What stands before the title of one that stands first. */
  marks: { urgent: 'urgent', escalated: 'redone three times' },
  marked: (mark: string) => `[${mark}]`,
  list: 'Appeals',
  count: (shown: number, all: number | null) =>
    shown === all
      ? `appeals: ${n(shown)}`
      : `appeals: the first ${n(shown)} of ${all === null ? 'more' : n(all)}; more with --limit`,
  number: 'number',
  external: 'number elsewhere',
  received: 'received',
  kind: 'kind',
  channel: 'channel',
  matter: 'matter',
  place: 'place',
  title: 'title',
  text: 'text',
  caller: 'caller',
  phone: 'phone',
  anonymous: 'anonymous',
  confidential: 'confidential',
  state: 'state',
  holder: 'led by',
  assists: 'assisted by',
  hops: 'hand-overs',
  allowed: 'allowed now',
  verb: (code: string, _name: string) => code,
  ruling: 'ruling',
  rulingOf: (number: number, on: string, by: string, basis: string) =>
    `${n(number)} of ${on} by ${by}: ${basis}`,
  loggedBefore: (count: number) => `Logged before: ${n(count)}. This one was not.`,
  logged: (number: string) => `Logged appeal ${number}.`,
  transferred: (number: string, hop: number, from: string, to: string) =>
    `Appeal ${number}, hop ${n(hop)}: ${from} → ${to}.`,
  ruled: (ruling: number, number: string, lead: string) =>
    `Ruling ${n(ruling)}: ${lead} leads appeal ${number}.`,
  assistedBy: (units: string) => `Assisting: ${units}.`,
  call: (unit: string, phones: string, liaison: string) => `Call now: ${unit}, ${phones}, ${liaison}`,
  noDesk: (unit: string) => `${unit} has no desk with a phone on record.`,
  liaisonOf: (name: string) => `liaison ${name}`,
  contactLogged: 'The citizen’s contact is in it; that is in the privacy log now.',
  trace: (number: string) => `Course of appeal ${number}`,
  when: 'when',
  what: 'what',
  by: 'by',
  events: {
    log: 'received',
    handedTo: (from: string, to: string) => `${from} → ${to}`,
    rule: (ruling: number, to: string) => `ruling ${n(ruling)}: ${to} leads`,
  },
  reasonOf: (reason: string) => `reason: ${reason}`,
  released: (unit: string) => `${unit} has ended: the appeal is at the transfer desk, in the queue.`,
  recalledStop: (time: string) => `${time}\nrecalled`,
  didSo: (number: string, action: string) => `Appeal ${number}: ${action}.`,
  did: (number: string, action: string, state: string) => `Appeal ${number}: ${action}; it is ${state} now.`,
  outcomeOf: (outcome: string) => `outcome: ${outcome}`,
  outcome: 'outcome',
  reworks: 'done again',
  links: 'other appeals',
  escalated: 'escalated',
  reminders: 'reminders',
  pending: 'return asked for',
  pendingOf: (unit: string, proposed: string | null) =>
    proposed === null ? unit : `${unit}, which proposes ${proposed}`,
  textOf: (field: string, text: string) => (field === 'text' ? text : `${field}: ${text}`),
  proposedOf: (unit: string) => `proposes ${unit}`,
  decisions: { uphold: 'return upheld', reject: 'return rejected' },
  toDesk: (from: string) => `${from} → transfer desk`,
  recalledTo: (unit: string) => `back to ${unit}`,
  assistsNow: (units: string) => `assisting: ${units}`,
  noAssists: 'nobody assists any more',
  callback: {
    notReached: 'not reached',
    solved: (yes: boolean): string => (yes ? 'solved' : 'not solved'),
    result: (grade: string) => `${grade} with the result`,
    service: (grade: string) => `${grade} with the service`,
    notSatisfied: 'not satisfied',
  },
  reviews: { upheld: 'the reply stands', redo: 'to be done again' },
  askedBy: { citizen: 'asked by the citizen', 'transfer-desk': 'asked by the transfer desk' },
  correctedOf: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  correctedPersonal: (field: string) => `${field} set right`,
  told: {
    title: 'told elsewhere',
    due: (at: string) => `due ${at}`,
    extended: (yes: boolean): string => (yes ? 'extended' : 'not extended'),
    returned: (times: number) => `returned ${count(times, 'time')}`,
    redone: (times: number) => `redone ${count(times, 'time')}`,
    gap: 'the unit before did not lead it, as far as was told',
    source: (batch: number, file: string, row: number, isUndated: boolean): string =>
      `import ${n(batch)}, ${file}, row ${n(row)}${isUndated ? '; without a time there' : ''}`,
  },
  stop: 'no',
  unit: 'unit',
  sent: 'sent',
  accepted: 'accepted',
  left: 'handed on',
  days: 'days',
  wait: 'waits for',
  liaison: 'liaison then',
  doneAt: (when: string, by: string) => `${when}\n(${by})`,
};
