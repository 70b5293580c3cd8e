import type { Scheme, Tier } from './scheme.ts';
import { tiers } from './scheme.ts';
import type { Category, SuccessionKind } from './unit.ts';
import type { Counts, VolumeChannel } from './volume.ts';
import { classifyUnit, countedVolumeOf } from './tier.ts';

/** Where a count came from: the batch and the line of its file, or nothing for one entered by hand. */
export interface CountSource {
  readonly channel: VolumeChannel;
  readonly batch: number | null;
  readonly file: string | null;
  readonly row: number | null;
  /** Tab of a workbook; absent where there is none, and where an older version did not keep it. */
  readonly tab?: string | null;
  /** Said where the file gave the count rounded, `9.67万`. */
  readonly isRounded?: true;
  /** Why, by whom and on which day a count was set by hand. */
  readonly byHand?: { readonly reason: string; readonly by: string; readonly on: string };
}

/** The source of a count, without the count. */
export function copySource({ channel, batch, file, tab, row, isRounded, byHand }: CountSource): CountSource {
  return {
    channel,
    batch,
    file,
    row,
    ...(tab === undefined || tab === null ? {} : { tab }),
    ...(isRounded === true ? { isRounded } : {}),
    ...(byHand === undefined ? {} : { byHand }),
  };
}

/** A unit that another came of, with its counts of the year of a run. */
export interface Predecessor {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly on: string;
  readonly how: SuccessionKind;
  readonly counts: Counts;
  readonly sources: readonly CountSource[];
  /** Whether its counts are added: those of a merged unit are; how those of a split one divide nobody knows. */
  readonly isCounted: boolean;
}

/** A decision that puts one unit into a tier whatever the scheme says. */
export interface Override {
  readonly tier: Tier;
  readonly reason: string;
  readonly documentNo: string;
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
  /** Units it came of that have counts of the year; absent where there are none. */
  readonly predecessors?: readonly Predecessor[];
  readonly override?: Override;
}

/** One unit of a run. Volume and tier are null for a unit without a count or outside the scheme; an override may give a tier without a count. */
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

/** Classifies all units of a year (归类结果); the order of the units is kept. An override gives its tier to a unit in the scheme. */
export function classifyUnits(scheme: Scheme, inputs: readonly RunInput[]): RunUnit[] {
  return inputs.map((input) => {
    if (!isJudged(scheme, input)) return { ...input, volume: null, tier: null, onBound: false };
    const verdict = classifyUnit(scheme, input);
    const volume = countedVolumeOf(scheme, input) ?? null;
    const { override } = input;
    return verdict.kind === 'no-count'
      ? { ...input, volume, tier: override?.tier ?? null, onBound: false }
      : { ...input, volume, tier: override?.tier ?? verdict.tier, onBound: verdict.onBound };
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

/** The sums of the counts of several runs. */
export function addCounts(counts: readonly RunCounts[]): RunCounts {
  const sum = (key: keyof RunCounts): number => counts.reduce((total, one) => total + one[key], 0);
  return {
    dedicated: sum('dedicated'),
    attached: sum('attached'),
    designated: sum('designated'),
    noCount: sum('noCount'),
    total: sum('total'),
    outside: sum('outside'),
  };
}

/** A decision of a run that a later one does not have. */
export interface LostOverride {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly override: Override;
  /** Where the later run has the unit; null where it is not in it, or in no tier. */
  readonly tier: Tier | null;
}

/** Decisions of one run that another does not have: of another year none holds on. */
export function listLostOverrides(before: readonly RunUnit[], after: readonly RunUnit[]): LostOverride[] {
  const now = new Map(after.map((unit) => [unit.unitId, unit]));
  return before.flatMap(({ unitId, code, name, override }): LostOverride[] => {
    const later = now.get(unitId);
    return override === undefined || later?.override !== undefined
      ? []
      : [{ unitId, code, name, override, tier: later?.tier ?? null }];
  });
}
