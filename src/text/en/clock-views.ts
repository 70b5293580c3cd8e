import type { CountedDay, DueStep, Light } from '../../domain/deadline.ts';

const n = (value: number): string => String(value);
const count = (value: number, one: string): string => `${n(value)} ${value === 1 ? one : `${one}s`}`;

/** What commands say of deadlines, calendars and clocks. */
export const clockViews = {
  deadline: {
    title: 'Deadline rules',
    code: 'code',
    name: 'name',
    source: 'source',
    inUse: 'in use',
    from: (day: string) => `from ${day}`,
    today: 'today',
    one: (code: string, name: string) => `${code}: ${name}`,
    forWhat: 'for',
    limit: 'limit',
    note: 'source of this figure',
    all: 'all others',
    any: 'all',
    windows: {
      accept: 'accepting',
      return: 'returning',
      rework: 'done again',
      extension: 'extension',
      warning: 'warning',
    },
    window: (days: number, unit: 'working' | 'calendar', start: 'next-day' | 'same-day') =>
      `${count(days, unit === 'working' ? 'working day' : 'day')}${start === 'same-day' ? ', the day itself counts' : ''}`,
    noLimit: 'no limit',
    asFirst: 'as the first time',
    notAllowed: 'none',
    extension: (times: number, days: number, unit: 'working' | 'calendar') =>
      `at most ${count(times, 'time')}, ${count(days, unit === 'working' ? 'working day' : 'day')} in all, asked for before expiry`,
    warning: (yellow: number, red: number) =>
      `yellow from ${count(yellow, 'working day')} before the last day, red from ${count(red, 'working day')} after it`,
    added: (code: string) => `Added the deadline rules ${code}.`,
    thereAlready: (code: string) => `The deadline rules ${code} are there already.`,
    taken: (code: string, name: string, from: string) =>
      `${name} uses ${code} for appeals received from ${from} on that are taken in from now on. Those on record keep their rules.`,
    explain: (number: string, due: string) => `Appeal ${number} is due on ${due}`,
    receivedAt: 'received',
    rules: 'rules',
    dueOn: 'due on',
    day: 'day',
    weekday: 'weekday',
    sort: 'is',
    count: 'day of the limit',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    sorts: {
      worked: 'worked',
      weekend: 'weekend',
      off: 'off',
      'weekend-worked': 'weekend, worked',
    } satisfies Record<CountedDay['sort'], string> as Record<CountedDay['sort'], string>,
    why: {
      received: (from: string, window: string) => `Received on ${from}: ${window}`,
      redo: (from: string, window: string) => `To be done again since ${from}: ${window}`,
      extend: (from: string, window: string) => `Extended from ${from}: ${window} more`,
    } satisfies Record<DueStep['why'], (from: string, window: string) => string> as Record<
      DueStep['why'],
      (from: string, window: string) => string
    >,
    until: (line: string, due: string) => `${line}, until ${due}`,
    movedOn: (last: string, due: string) =>
      `the last day, ${last}, is off: it moves to the next working day, ${due} (Civil Code art. 203)`,
    leftOut: (days: string) => `not counted: ${days}`,
    span: (from: string, to: string, name: string) =>
      `${from === to ? from : `${from} to ${to}`}${name === '' ? '' : ` ${name}`}`,
    workedToo: (days: string) => `worked weekend days: ${days}`,
  },
  calendar: {
    title: 'Calendars',
    year: 'year',
    off: 'days off',
    work: 'weekend days worked',
    source: 'source',
    builtIn: 'built in',
    batch: (number: number) => `import ${n(number)}`,
    ofYear: (year: number) => `Special days of ${n(year)}`,
    day: 'day',
    weekday: 'weekday',
    kind: 'is',
    kinds: { off: 'off', work: 'worked' },
    name: 'holiday',
    plan: (file: string, year: number) => `Calendar of ${n(year)} from ${file}`,
    counts: (added: number, gone: number, unchanged: number) =>
      `added ${n(added)}, no longer there ${n(gone)}, unchanged ${n(unchanged)}`,
    gone: 'no longer special',
    moved: (moves: number) => `Due days that move: ${n(moves)}`,
    number: 'appeal',
    before: 'due until now',
    after: 'due then',
    unknown: 'not known',
    fewDays: (year: number, days: number) => `${n(year)} would have ${count(days, 'day')} off only`,
    goneDays: (days: number) => `special days that go: ${n(days)}`,
    ask: (what: string) => `${what}. Go ahead?`,
  },
  clock: {
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
    overdue: 'overdue',
    noneOverdue: (unit: string) => `${unit} has no overdue appeals.`,
    doneAll: (action: string, appeals: number) => `${action}, appeals in all: ${n(appeals)}`,
    statusDue: 'due',
    statusDueOf: (overdue: number, soon: number | null, unaccepted: number) =>
      `overdue ${n(overdue)}, due by the next working day ${soon === null ? '—' : n(soon)}, not accepted in time ${n(unaccepted)}`,
    noDueYet:
      'It has no due day: there is no calendar for the days to come. It gets one with liaison calendar import FILE.',
    extended: (days: number, unit: 'working' | 'calendar') =>
      `by ${count(days, unit === 'working' ? 'working day' : 'day')}`,
  },
};
