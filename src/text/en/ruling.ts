import { n } from '../numbers.ts';

/** What commands say of rulings. */
export const rulingViews = {
  title: (number: number) => `Ruling ${n(number)}`,
  listTitle: 'Rulings',
  number: 'no',
  matter: 'matter',
  lead: 'leads',
  assists: 'assist',
  basis: 'basis',
  on: 'on',
  decided: 'decided',
  onBy: (on: string, by: string) => `${on} by ${by}`,
  reach: 'holds for',
  appeal: 'made on appeal',
  supersedes: 'supersedes ruling',
  supersededBy: (number: number) => `superseded by ruling ${n(number)}`,
  forMatter: 'its matter',
  forAppeal: (number: string) => `appeal ${number}`,
  formerly: (name: string) => `ruled: ${name}, which went into it`,
  citing: 'appeals that cite it',
  follows: (ruling: number, matter: string, lead: string) =>
    `Ruling ${n(ruling)} holds for “${matter}”: ${lead} leads.`,
  other: (number: string, ruling: number, matter: string, lead: string) =>
    `Look again: by ruling ${n(ruling)} ${lead} leads “${matter}”, but appeal ${number} went elsewhere.`,
};
