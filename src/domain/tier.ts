import { firstInside, lastInside } from './bound.ts';
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

/** What a verdict is made of: the unit's own counts, and those of the units it came of. */
export interface Judged {
  readonly category: Category;
  readonly counts: Counts;
  readonly predecessors?: readonly { readonly counts: Counts; readonly isCounted: boolean }[];
}

/** The volume of a unit: its own and that of the units that went into it whole. Undefined when none of them has a count. */
export function countedVolumeOf(
  scheme: Scheme,
  { counts, predecessors = [] }: Omit<Judged, 'category'>,
): number | undefined {
  const parts = [counts, ...predecessors.filter((one) => one.isCounted).map((one) => one.counts)];
  const volumes = parts
    .map((part) => countedVolume(part, scheme.channels))
    .filter((volume) => volume !== undefined);
  return volumes.length === 0 ? undefined : volumes.reduce((sum, volume) => sum + volume, 0);
}

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
export function classifyUnit(scheme: Scheme, unit: Judged): Verdict {
  const volume = countedVolumeOf(scheme, unit);
  if (volume === undefined) return { kind: 'no-count' };
  const { category } = unit;
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
  const band = bandOf(scheme, volume);
  return {
    kind: 'classified',
    tier: band.tier,
    volume,
    clause: { kind: 'band', band },
    onBound: boundNumbers(scheme).includes(volume),
  };
}

function bandOf(scheme: Scheme, volume: number): Band {
  const band = scheme.bands.find((candidate) => isInBand(candidate, volume));
  if (band === undefined) throw new Error(`scheme ${scheme.code} has no band for ${String(volume)}`);
  return band;
}

/** How far a volume is from the nearest volume with another tier by the scheme's bands, up and down; null where there is none. */
export function distanceToBounds(
  scheme: Scheme,
  volume: number,
): { readonly up: number | null; readonly down: number | null } {
  const { lower, upper } = bandOf(scheme, volume);
  const firstAbove = upper === null ? null : lastInside(upper) + 1;
  const firstBelow = firstInside(lower) - 1;
  return {
    up: firstAbove === null ? null : firstAbove - volume,
    down: firstBelow < 0 ? null : volume - firstBelow,
  };
}

/**
 * The bound a unit stands within a tenth of, its own number included, so that a small correction may move it; null for
 * one that stands clear of all, or whose category has a tier of its own.
 */
export function nearBound(
  scheme: Scheme,
  unit: { readonly category: Category; readonly volume: number | null },
): number | null {
  const { category, volume } = unit;
  if (volume === null || scheme.categoryTiers[category] !== undefined) return null;
  return boundNumbers(scheme).find((bound) => Math.abs(volume - bound) * 10 <= bound) ?? null;
}
