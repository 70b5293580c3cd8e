import type { BandChart, BandPlace, Tone } from '../view.ts';

/** The tones of the bands, lowest first. */
export const bandTones: readonly Tone[] = ['low', 'middle', 'high'];

/** The numbers that part the bands of a chart, nought and the greatest value at its ends. */
export function listEdges({ bounds, rows }: Pick<BandChart, 'bounds' | 'rows'>): number[] {
  return [0, ...bounds, Math.max(greatestValue(rows), (bounds.at(-1) ?? 0) + 1)];
}

/**
 * Where a value lies on a scale whose bands are equally wide: 0 at its beginning, 1 at the first bound. A scale that is straight from end to
 * end would leave a bound of 50 no room beside values in the thousands.
 */
export function placeOnScale({ value, band }: BandPlace, edges: readonly number[]): number {
  const [from = 0, to = 1] = [edges[band], edges[band + 1]];
  return band + Math.min(1, Math.max(0, (value - from) / Math.max(to - from, 1)));
}

/** The greatest value of the rows, now and before; 0 where there is none. */
export function greatestValue(rows: BandChart['rows']): number {
  return rows.reduce((most, { place, before }) => Math.max(most, place?.value ?? 0, before?.value ?? 0), 0);
}
