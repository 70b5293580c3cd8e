import type { LostOverride, Override, Predecessor, RunCounts, RunUnit } from '../domain/run.ts';
import type { Scheme, Tier } from '../domain/scheme.ts';
import { nearBound } from '../domain/tier.ts';

/** How a run came into force, as programs get it. */
export interface AdoptionJson {
  readonly documentNo: string;
  readonly on: string;
  readonly supersedes: number | null;
  readonly reason: string | null;
  readonly at: string;
  readonly by: string;
}

/** One unit of a run as programs get it. */
export interface RunUnitJson {
  readonly code: string;
  readonly name: string;
  readonly volume: number | null;
  /** Counts of the channels that the scheme counts; null where there is none. */
  readonly channels: Readonly<Record<string, number | null>>;
  readonly total: number | null;
  readonly tier: Tier | null;
  readonly onBound: boolean;
  readonly nearBound: ReturnType<typeof nearBound>;
  readonly outside: string | null;
  readonly override: Override | null;
  readonly predecessors: readonly PredecessorJson[];
  readonly changedSince: boolean;
}

/** A unit that another came of, with its counts of the year. */
export type PredecessorJson = Omit<Predecessor, 'unitId'>;

/** A run with its units as programs get it. */
export interface RunJson {
  readonly run: number;
  readonly jurisdiction: string;
  readonly year: number;
  readonly scheme: string;
  readonly state: 'draft' | 'adopted';
  readonly digest: string;
  readonly adoption: AdoptionJson | null;
  readonly supersededBy: number | null;
  readonly counts: RunCounts;
  readonly units: readonly RunUnitJson[];
}

/** A run with its units as `tier classify` and `tier list` give it to programs. */
export function runJson(
  jurisdiction: string,
  run: {
    readonly number: number;
    readonly year: number;
    readonly scheme: Scheme;
    readonly digest: string;
    readonly adoption: AdoptionJson | null;
    readonly supersededBy: number | null;
  },
  counts: RunCounts,
  units: readonly RunUnit[],
  changed: { readonly has: (unitId: number) => boolean },
): RunJson {
  const { channels } = run.scheme;
  return {
    run: run.number,
    jurisdiction,
    year: run.year,
    scheme: run.scheme.code,
    state: run.adoption === null ? 'draft' : 'adopted',
    digest: run.digest,
    adoption: run.adoption,
    supersededBy: run.supersededBy,
    counts,
    units: units.map((unit) => ({
      code: unit.code,
      name: unit.name,
      volume: unit.volume,
      channels: Object.fromEntries(channels.map((channel) => [channel, unit.counts[channel] ?? null])),
      total: unit.counts.total ?? null,
      tier: unit.tier,
      onBound: unit.onBound,
      nearBound: nearBound(run.scheme, unit),
      outside: unit.outsideReason,
      override: unit.override ?? null,
      predecessors: predecessorsJson(unit),
      changedSince: changed.has(unit.unitId),
    })),
  };
}

/** The units a unit of a run came of, with their counts of the year. */
export function predecessorsJson({ predecessors = [] }: RunUnit): PredecessorJson[] {
  return predecessors.map(({ unitId: _unitId, ...one }) => one);
}

/** A decision that does not hold on, as programs get it. */
export function lostOverrideJson({ code, name, override, tier }: Omit<LostOverride, 'unitId'>): {
  readonly code: string;
  readonly name: string;
  readonly override: Override;
  readonly tier: Tier | null;
} {
  return { code, name, override, tier };
}
