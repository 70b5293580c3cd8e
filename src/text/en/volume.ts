import { n } from '../numbers.ts';

/** What commands say of volumes. */
export const volumeViews = {
  title: (name: string) => `Volumes of ${name}`,
  year: 'year',
  unit: 'unit',
  sum: 'sum',
  cut: (shown: number, all: number) => `volumes: the first ${n(shown)} of ${n(all)}; more with --limit`,
  total: 'total',
  source: 'source',
  tally: (year: number) => `Volumes of ${n(year)} by the appeals`,
  tallied: (counted: number, withoutUnit: number, duplicates: number, withdrawn: number) =>
    `counted ${n(counted)}; with no unit ${n(withoutUnit)}, duplicates ${n(duplicates)}, withdrawn ${n(withdrawn)}: not counted`,
  yearNotOver: (day: string) => `The year is not over: appeals up to ${day}.`,
  fromAppeals: 'by the appeals',
  inForce: 'in force',
  difference: 'difference',
  assisted: 'assisted',
  runsRead: (runs: string) => `Runs that read other counts, and stay as they are: ${runs}.`,
  confirmTake: (count: number, year: number) =>
    `Put ${n(count)} counts of ${n(year)} in force as the appeals give them?`,
  talliedFor: (unit: string, year: number) => `Appeals that count for ${unit} in ${n(year)}`,
  set: (unit: string, year: number, channel: string, before: string, after: number) =>
    `${unit}, ${n(year)}, ${channel}: ${before} → ${n(after)}.`,
  runsUnchanged: (runs: string) => `Runs that read the count before stay as they were: ${runs}.`,
  sourceOf: (file: string, row: number | null) => (row === null ? file : `${file}:${n(row)}`),
};
