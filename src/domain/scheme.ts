import type { Bound } from './bound.ts';
import { firstInside, lastInside } from './bound.ts';
import type { Category } from './unit.ts';
import type { Channel } from './volume.ts';

/** How a unit is staffed for appeals: 单独设立, 加挂牌子, 专人专岗. */
export const tiers = ['dedicated', 'attached', 'designated'] as const;
export type Tier = (typeof tiers)[number];

/** A band of yearly volumes and the tier it means; no upper bound on the topmost. */
export interface Band {
  readonly tier: Tier;
  readonly lower: Bound;
  readonly upper: Bound | null;
}

/** Dated thresholds (设置标准) with their source, and whom they cover. */
export interface Scheme {
  readonly code: string;
  readonly source: string;
  /** First volume year the scheme applies to. */
  readonly fromVolumeYear: number;
  /** Channels whose counts make the volume. */
  readonly channels: readonly Channel[];
  /** Categories of units the scheme covers. */
  readonly categories: readonly Category[];
  /** Bands from the highest to the lowest. */
  readonly bands: readonly Band[];
  /** Categories that have one tier whatever their volume. */
  readonly categoryTiers: Readonly<Partial<Record<Category, Tier>>>;
}

/** Whether a volume lies inside a band. */
export function isInBand(band: Band, volume: number): boolean {
  const { lower, upper } = band;
  return volume >= firstInside(lower) && (upper === null || volume <= lastInside(upper));
}

/** Numbers that part one band from the next, highest first; zero is no such number. */
export function boundNumbers(scheme: Scheme): number[] {
  return scheme.bands.filter((band) => band.lower.number > 0).map((band) => band.lower.number);
}
