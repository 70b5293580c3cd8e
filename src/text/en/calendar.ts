import { count, n } from '../numbers.ts';

/** What commands say of calendars. */
export const calendarViews = {
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
  becomes: 'becomes',
  turned: { late: 'late', 'on-time': 'on time' },
  after: 'due then',
  unknown: 'not known',
  fewDays: (year: number, days: number) => `${n(year)} would have ${count(days, 'day')} off only`,
  goneDays: (days: number) => `special days that go: ${n(days)}`,
  ask: (what: string) => `${what}. Go ahead?`,
};
