import type { SuccessionKind } from './unit.ts';

/** One unit that came of another on a day. */
export interface Succession {
  readonly fromId: number;
  readonly toId: number;
  readonly on: string;
  readonly how: SuccessionKind;
}

/** Who came of whom, over any number of steps. */
export interface Lineage {
  /** Every unit this one came of. */
  readonly predecessorsOf: (unitId: number) => ReadonlySet<number>;
  /** The units that came of this one in one step. */
  readonly successorsOf: (unitId: number) => readonly Succession[];
}

/** Reads successions in both directions. A unit is never its own predecessor, whatever the rows say. */
export function makeLineage(successions: readonly Succession[]): Lineage {
  const from = Map.groupBy(successions, (one) => one.fromId);
  const to = Map.groupBy(successions, (one) => one.toId);
  return {
    predecessorsOf: (unitId) => {
      const found = new Set<number>();
      const waiting = [unitId];
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        for (const { fromId } of to.get(id) ?? []) {
          if (fromId === unitId || found.has(fromId)) continue;
          found.add(fromId);
          waiting.push(fromId);
        }
      }
      return found;
    },
    successorsOf: (unitId) => from.get(unitId) ?? [],
  };
}
