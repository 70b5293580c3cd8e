import type { CountedDay, DueStep } from '../../domain/deadline.ts';
import { count } from '../numbers.ts';

/** What commands say of deadlines. */
export const deadlineViews = {
  title: 'Deadline rules',
  code: 'code',
  name: 'name',
  isDefault: (code: string) =>
    `the tool’s default, decided by nobody here; to decide it:\nliaison deadline use ${code}`,
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
};
