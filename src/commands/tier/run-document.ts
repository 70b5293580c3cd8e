import type { RunCounts, RunUnit } from '../../domain/run.ts';
import type { Run } from '../../store/classifications.ts';

/** A run as a JSON document: what `tier classify` and `tier list` give to programs. */
export function runDocument(
  jurisdiction: string,
  run: Run,
  counts: RunCounts,
  units: readonly RunUnit[],
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
      outside: unit.outsideReason,
    })),
  };
}
