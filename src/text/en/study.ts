import { n } from '../numbers.ts';

/** What commands say of study meetings. */
export const studyViews = {
  title: (number: number) => `Study ${n(number)}`,
  listTitle: 'Studies',
  cut: (shown: number, all: number) => `studies: the first ${n(shown)} of ${n(all)}; more with --limit`,
  number: 'no',
  unit: 'unit',
  on: 'held on',
  matter: 'matter',
  decision: 'decision',
  until: 'until',
  leader: 'answers for it',
  state: 'state',
  result: 'result',
  by: 'recorded by',
  closedBy: 'closed by',
  appeals: 'appeals',
  open: 'open',
  late: 'late',
  closedOn: (day: string) => `carried out ${day}`,
  wentInto: (name: string) => `went into ${name}`,
  toClose: (number: number) => `liaison study close ${n(number)} --result TEXT`,
  /** The line of the status, and what stands in it. */
  status: 'study decisions',
  statusOf: (open: number, late: number) => `open ${n(open)}, late ${n(late)}`,
  statusNext: (until: string, unit: string, leader: string) => `the earliest by ${until}: ${unit}, ${leader}`,
};
