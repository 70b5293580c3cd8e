import { n } from '../numbers.ts';

/** What commands say of searches. */
export const searchViews = {
  title: (words: string) => `Appeals with “${words}”`,
  ofPhone: 'Appeals of this phone',
  ofCaller: 'Appeals of this caller',
  found: (shown: number, total: number | null) =>
    total === null
      ? `shown ${n(shown)}, there are more (--all shows them)`
      : shown < total
        ? `found ${n(total)}, shown ${n(shown)} (--all shows them)`
        : `found ${n(total)}`,
  where: 'where',
  fields: { title: 'title', text: 'text', reply: 'reply', note: 'note', basis: 'basis', remark: 'remark' },
  notSearched:
    'Not searched: masked names and numbers, and the texts of confidential appeals. The phone of a caller is found by --phone, in full, the name by --caller with a --reason.',
  number: 'number',
  phone: 'phone',
  caller: 'caller',
  logged: 'That this phone was looked for is in the privacy log now.',
  loggedCaller: 'That this name was looked for, and why, is in the privacy log now.',
  similar: 'Open appeals that look like this one:',
  why: { phone: 'same phone', place: 'same place and matter', text: 'text alike' },
  line: (number: string, why: string, title: string, holder: string) =>
    `${number} (${why}): ${title}, ${holder}`,
  askLink: (number: string) => `Is it the same as ${number}? It is linked as a duplicate then.`,
};
