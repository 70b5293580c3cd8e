import type { Band, Scheme, Tier } from './scheme.ts';
import { boundNumbers, isInBand } from './scheme.ts';
import type { Category } from './unit.ts';
import type { Counts } from './volume.ts';
import { countedVolume } from './volume.ts';

/** The clause of a scheme that put a unit where it is. */
export type Clause =
  { readonly kind: 'band'; readonly band: Band } | { readonly kind: 'category'; readonly category: Category };

/** What a scheme says of one unit, with the figures behind it. */
export type Verdict =
  | {
      readonly kind: 'classified';
      readonly tier: Tier;
      readonly volume: number;
      readonly clause: Clause;
      /** The volume is exactly the number of a bound, where 以上 and 超过 part. */
      readonly onBound: boolean;
    }
  | { readonly kind: 'no-count' };

/**
 * Classifies one unit by its counts of a year.
 *
 * | unit | verdict |
 * |---|---|
 * | no count in a channel the scheme counts | no count, never zero |
 * | of a category with a tier of its own | that tier, whatever the volume |
 * | else | the tier of the one band its volume lies in |
 *
 * Exactly on a bound's number is marked; the bound says which side the number belongs to.
 */
export function classifyUnit(scheme: Scheme, category: Category, counts: Counts): Verdict {
  const volume = countedVolume(counts, scheme.channels);
  if (volume === undefined) return { kind: 'no-count' };
  const fixed = scheme.categoryTiers[category];
  if (fixed !== undefined) {
    return {
      kind: 'classified',
      tier: fixed,
      volume,
      clause: { kind: 'category', category },
      onBound: false,
    };
  }
  const band = scheme.bands.find((candidate) => isInBand(candidate, volume));
  if (band === undefined) throw new Error(`scheme ${scheme.code} has no band for ${String(volume)}`);
  return {
    kind: 'classified',
    tier: band.tier,
    volume,
    clause: { kind: 'band', band },
    onBound: boundNumbers(scheme).includes(volume),
  };
}

/** How far a volume is from the nearest volume with another tier by the scheme's bands, up and down; null where there is none. */
export function distanceToBounds(
  scheme: Scheme,
  volume: number,
): { readonly up: number | null; readonly down: number | null } {
  const band = scheme.bands.find((candidate) => isInBand(candidate, volume));
  if (band === undefined) throw new Error(`scheme ${scheme.code} has no band for ${String(volume)}`);
  const { lower, upper } = band;
  const firstAbove = upper === null ? null : upper.included ? upper.number + 1 : upper.number;
  const firstBelow = lower.included ? lower.number - 1 : lower.number;
  return {
    up: firstAbove === null ? null : firstAbove - volume,
    down: firstBelow < 0 ? null : volume - firstBelow,
  };
}
