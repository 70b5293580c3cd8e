import { n } from '../numbers.ts';

/** What commands say of the log of operations. */
export const logViews = {
  title: 'Log',
  one: (number: number) => `Operation ${n(number)}`,
  count: (shown: number, all: number) => (shown === all ? `entries: ${n(all)}` : `entries: ${n(shown)} of ${n(all)}`),
  number: 'no',
  at: 'at',
  by: 'by',
  command: 'command',
  about: 'about',
  hash: 'hash',
  state: 'state',
  undone: (number: number) => `undone (${n(number)})`,
  undoneBy: (number: number) => `undone by ${n(number)}`,
  identity: { same: 'the same unit', new: 'another unit' },
  /** What a summary of an operation holds, by its key. */
  facts: {
    added: 'added', appeal: 'appeal', appeals: 'appeals', batch: 'import', before: 'before', after: 'after', calendar: 'calendar', changed: 'changed',
    channel: 'channel', deadline: 'deadline rules', edition: 'edition', entries: 'lines', fields: 'fields', file: 'file', findings: 'findings', forms: 'forms', from: 'from', gone: 'gone',
    headers: 'headers kept', hop: 'hand-over', identity: 'same or new', into: 'into', jurisdiction: 'jurisdiction', lead: 'lead', moved: 'moved', names: 'names settled',
    newUnits: 'new units', office: 'internal office', on: 'on', operation: 'undoes operation', reason: 'reason', removed: 'removed', ruling: 'ruling', run: 'run', scheme: 'scheme', shown: 'shown',
    study: 'study', subject: 'of', supersedes: 'supersedes', template: 'template', texts: 'texts', to: 'to', undoes: 'undoes import', unit: 'unit', units: 'units', until: 'until', verb: 'what',
    withdrawnOn: 'withdrawn on', year: 'year',
  },
}; // prettier-ignore
