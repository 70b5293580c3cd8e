import type { SuccessionKind } from './unit.ts';

/** One unit that came of another on a day. */
export interface Succession {
  readonly fromId: number;
  readonly toId: number;
  readonly on: string;
  readonly how: SuccessionKind;
}

/** A unit that another came of, over any number of steps. */
export interface Ancestor {
  readonly unitId: number;
  readonly on: string;
  readonly how: SuccessionKind;
  /** Whether all of it went into the other: merged at every step, split at none. */
  readonly isWhole: boolean;
}

/** Who came of whom, over any number of steps. */
export interface Lineage {
  /** Every unit this one came of. */
  readonly predecessorsOf: (unitId: number) => ReadonlySet<number>;
  /** Every unit this one came of, with the step that led away from it; nearest first. */
  readonly ancestorsOf: (unitId: number) => readonly Ancestor[];
  /**
   * The unit that goes on in place of an ended one: that it was merged into, over any number of steps. Undefined for one
   * that goes on itself, and where nobody succeeded whole.
   */
  readonly heirOf: (unitId: number, hasEnded: (unitId: number) => boolean) => number | undefined;
  /** The units that go on in place of an ended one, whole or in part, over any number of steps; none where nobody took over. */
  readonly followersOf: (unitId: number, hasEnded: (unitId: number) => boolean) => readonly number[];
  /** The units that came of this one in one step. */
  readonly successorsOf: (unitId: number) => readonly Succession[];
}

/** Reads successions in both directions. A unit is never its own predecessor, whatever the rows say. */
export function makeLineage(successions: readonly Succession[]): Lineage {
  const from = Map.groupBy(successions, (one) => one.fromId);
  const to = Map.groupBy(successions, (one) => one.toId);
  const ancestorsOf = (unitId: number): Ancestor[] => {
    const found = new Map<number, Ancestor>();
    const waiting = [{ id: unitId, isWhole: true }];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      for (const { fromId, on, how } of to.get(next.id) ?? []) {
        const isWhole = next.isWhole && how === 'merged';
        // What came by two ways, once whole and once in part, came whole.
        if (fromId === unitId || (found.has(fromId) && (!isWhole || found.get(fromId)?.isWhole === true)))
          continue;
        found.set(fromId, { unitId: fromId, on, how, isWhole });
        waiting.push({ id: fromId, isWhole });
      }
    }
    return [...found.values()];
  };
  return {
    ancestorsOf,
    predecessorsOf: (unitId) => new Set(ancestorsOf(unitId).map((one) => one.unitId)),
    heirOf: (unitId, hasEnded) => {
      const passed = new Set<number>();
      let heir: number | undefined = unitId;
      while (heir !== undefined && hasEnded(heir) && !passed.has(heir)) {
        passed.add(heir);
        heir = from.get(heir)?.find(({ how }) => how === 'merged')?.toId;
      }
      return heir === unitId || heir === undefined || hasEnded(heir) ? undefined : heir;
    },
    followersOf: (unitId, hasEnded) => {
      const passed = new Set([unitId]);
      const follow = (id: number): number[] =>
        (from.get(id) ?? []).flatMap(({ toId }) => {
          if (passed.has(toId)) return [];
          passed.add(toId);
          return hasEnded(toId) ? follow(toId) : [toId];
        });
      return follow(unitId);
    },
    successorsOf: (unitId) => from.get(unitId) ?? [],
  };
}
