import type { RunCounts, RunUnit } from '../../domain/run.ts';
import { nearBound } from '../../domain/tier.ts';
import type { Run } from '../../store/classifications.ts';

/** A run as a JSON document: what `tier classify` and `tier list` give to programs. */
export function runDocument(
  jurisdiction: string,
  run: Run,
  counts: RunCounts,
  units: readonly RunUnit[],
  changed: { readonly has: (unitId: number) => boolean },
): object {
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
      predecessors: describePredecessors(unit),
      changedSince: changed.has(unit.unitId),
    })),
  };
}

/** The units a unit of a run came of, with their counts of the year. */
export function describePredecessors({ predecessors = [] }: RunUnit): object[] {
  return predecessors.map(({ unitId: _unitId, ...one }) => one);
}
