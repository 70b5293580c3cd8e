/** The menu. */
export const menu = {
  what: 'What is to be done?',
  which: (group: string) => group.replace(/:$/u, ''),
  next: (step: string) => `Next: ${step}`,
  begin: 'Begin: a new database, and the work of a year',
  queue: (count: number) => `Work through what waits: ${String(count)}`,
  overdue: (count: number) => `Late appeals: ${String(count)}`,
  unpublished: (count: number) => `Publish the changes of the roster: ${String(count)}`,
  log: 'Log an appeal',
  leave: 'Leave',
};
