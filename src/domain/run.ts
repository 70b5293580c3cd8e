import type { Scheme, Tier } from './scheme.ts';
import { tiers } from './scheme.ts';
import type { Category } from './unit.ts';
import type { Counts, VolumeChannel } from './volume.ts';
import { classifyUnit } from './tier.ts';

/** Where a count came from: the batch and the line of its file, or nothing for one entered by hand. */
export interface CountSource {
  readonly channel: VolumeChannel;
  readonly batch: number | null;
  readonly file: string | null;
  readonly row: number | null;
  /** Said where the file gave the count rounded, `9.67万`. */
  readonly isRounded?: true;
}

/** The source of a count, without the count. */
export function copySource({ channel, batch, file, row, isRounded }: CountSource): CountSource {
  return { channel, batch, file, row, ...(isRounded === true ? { isRounded } : {}) };
}

/** What a run reads of a unit: a copy, so that later corrections leave the run as it was. */
export interface RunInput {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly group: string | null;
  readonly sort: number;
  readonly outsideReason: string | null;
  readonly counts: Counts;
  readonly sources: readonly CountSource[];
}

/** One unit of a run. Tier and volume are null for a unit without a count or outside the scheme. */
export interface RunUnit extends RunInput {
  readonly volume: number | null;
  readonly tier: Tier | null;
  readonly onBound: boolean;
}

/** How many units of a run have each tier; units outside the scheme are not in the total. */
export interface RunCounts {
  readonly dedicated: number;
  readonly attached: number;
  readonly designated: number;
  readonly noCount: number;
  readonly total: number;
  readonly outside: number;
}

/** Whether the scheme judges a unit at all: in the scheme, and of a category the scheme covers. */
export function isJudged(scheme: Scheme, unit: Pick<RunInput, 'outsideReason' | 'category'>): boolean {
  return unit.outsideReason === null && scheme.categories.includes(unit.category);
}

/** Classifies all units of a year (归类结果); the order of the units is kept. */
export function classifyUnits(scheme: Scheme, inputs: readonly RunInput[]): RunUnit[] {
  return inputs.map((input) => {
    if (!isJudged(scheme, input)) return { ...input, volume: null, tier: null, onBound: false };
    const verdict = classifyUnit(scheme, input.category, input.counts);
    return verdict.kind === 'no-count'
      ? { ...input, volume: null, tier: null, onBound: false }
      : { ...input, volume: verdict.volume, tier: verdict.tier, onBound: verdict.onBound };
  });
}

/** Counts the units of a run by tier. */
export function countRun(scheme: Scheme, units: readonly RunUnit[]): RunCounts {
  const judged = units.filter((unit) => isJudged(scheme, unit));
  const [dedicated, attached, designated] = tiers.map(
    (tier) => judged.filter((unit) => unit.tier === tier).length,
  );
  return {
    dedicated: dedicated ?? 0,
    attached: attached ?? 0,
    designated: designated ?? 0,
    noCount: judged.filter((unit) => unit.tier === null).length,
    total: judged.length,
    outside: units.length - judged.length,
  };
}
