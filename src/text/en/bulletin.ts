import { n } from '../numbers.ts';

/** What commands say of bulletins. */
export const bulletinViews = {
  title: 'Bulletins',
  columns: {
    number: 'issue',
    period: 'period',
    publishedOn: 'published',
    documentNo: 'document no.',
    title: 'title',
    corrects: 'corrects',
  },
  issue: (number: number) => `Issue ${n(number)} of the bulletin`,
  period: 'period',
  published: (number: number, documentNo: string) =>
    `Issue ${n(number)} of the bulletin is published (${documentNo}).`,
  ownFigures: (values: string) => `typed by hand, no figures of the period: ${values}`,
  corrects: (number: number) => `corrects issue ${n(number)}`,
  correctedBy: (number: number) => `corrected by issue ${n(number)}`,
  correction: (cell: string, before: string, after: string) => `${cell}: ${before} → ${after}`,
  corrections: 'corrections',
  cells: 'figures in the text',
  cell: 'figure',
  value: 'value',
  part: 'of',
  typed: (values: string) => `typed by hand, and the same as a figure: ${values}`,
  sameAs: (value: string, name: string) => `${value} (${name})`,
  notIntact: (number: number) => `Issue ${n(number)} of the bulletin is not as it was sealed!`,
  intact: 'as it was sealed',
  digest: 'digest',
  own: 'typed by hand',
  unfinished: (day: string) =>
    `The period is not over: figures up to ${day}; it can be published when it is.`,
};
