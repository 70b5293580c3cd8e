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
  set: (unit: string, year: number, channel: string, before: string, after: number) =>
    `${unit}, ${n(year)}, ${channel}: ${before} → ${n(after)}.`,
  runsUnchanged: (runs: string) => `Runs that read the count before stay as they were: ${runs}.`,
  sourceOf: (file: string, row: number | null) => (row === null ? file : `${file}:${n(row)}`),
};
