import type { NounName, Summaries } from '../text/shape.ts';

export type NounGroup = keyof Summaries['groups'];

/** Under which heading each noun stands in the help of the program, and in the menu. */
export const groupOf: Readonly<Record<NounName, NounGroup>> = {
  init: 'register',
  jurisdiction: 'register',
  unit: 'register',
  office: 'register',
  status: 'year',
  menu: 'year',
  annual: 'year',
  volume: 'year',
  scheme: 'year',
  tier: 'year',
  desk: 'roster',
  roster: 'roster',
  appeal: 'appeals',
  matter: 'appeals',
  ruling: 'appeals',
  deadline: 'appeals',
  calendar: 'appeals',
  report: 'reports',
  study: 'reports',
  import: 'upkeep',
  log: 'upkeep',
  undo: 'upkeep',
  privacy: 'upkeep',
  database: 'upkeep',
  doctor: 'upkeep',
  config: 'upkeep',
  completion: 'upkeep',
};
