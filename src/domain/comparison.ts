import type { RunUnit } from './run.ts';
import { isJudged } from './run.ts';
import type { Scheme, Tier } from './scheme.ts';
import { tiers } from './scheme.ts';
import type { Lineage } from './succession.ts';

/** Where a unit stands in a run: its tier, no count, or outside the scheme. */
export type Standing = Tier | 'no-count' | 'outside';

/** A run as it is compared. */
export interface ComparedRun {
  readonly scheme: Scheme;
  readonly units: readonly RunUnit[];
}

/** What one run says of a unit. */
export interface UnitStanding {
  readonly code: string;
  readonly name: string;
  readonly volume: number | null;
  readonly standing: Standing;
}

/** What became of a unit from one run to another: a higher tier, a lower one, into or out of the tiers, new, gone. */
export const unitMoves = ['raised', 'lowered', 'entered', 'left', 'new', 'gone', 'same'] as const;
export type UnitMove = (typeof unitMoves)[number];

/** One unit in two runs. */
export interface UnitComparison {
  readonly code: string;
  readonly name: string;
  readonly before: UnitStanding | null;
  readonly after: UnitStanding | null;
  readonly move: UnitMove;
  /** Volume after less volume before, where both are known. */
  readonly difference: number | null;
  readonly isRenamed: boolean;
  /** Units of the first run that went into it, and are no more or it is new. */
  readonly cameOf: readonly UnitStanding[];
  /** Units of the second run that a unit went into that is no more, or that were split off it and are new. */
  readonly wentInto: readonly UnitStanding[];
}

/**
 * Compares two runs unit by unit. Units are the same by their register entry, whatever they are called; each unit of
 * either run stands in the result once, those of the second run first, in their order.
 */
export function compareRuns(first: ComparedRun, second: ComparedRun, lineage: Lineage): UnitComparison[] {
  const before = new Map(first.units.map((unit) => [unit.unitId, standingOf(first.scheme, unit)]));
  const after = new Map(second.units.map((unit) => [unit.unitId, standingOf(second.scheme, unit)]));
  const kept = second.units.map(({ unitId }) => {
    const cameOf = [...lineage.predecessorsOf(unitId)].flatMap((id) => {
      const one = before.get(id);
      return one !== undefined && (!after.has(id) || !before.has(unitId)) ? [one] : [];
    });
    const parts = second.units.filter(
      (unit) => !before.has(unit.unitId) && lineage.predecessorsOf(unit.unitId).has(unitId),
    );
    const splitOff = parts.flatMap((unit) => after.get(unit.unitId) ?? []);
    return compareUnit(before.get(unitId) ?? null, after.get(unitId) ?? null, cameOf, splitOff);
  });
  const gone = first.units
    .filter(({ unitId }) => !after.has(unitId))
    .map(({ unitId }) => {
      const heirs = second.units.filter((unit) => lineage.predecessorsOf(unit.unitId).has(unitId));
      const wentInto = heirs.flatMap((unit) => after.get(unit.unitId) ?? []);
      return compareUnit(before.get(unitId) ?? null, null, [], wentInto);
    });
  return [...kept, ...gone];
}

function standingOf(scheme: Scheme, unit: RunUnit): UnitStanding {
  const { code, name, volume, tier } = unit;
  return { code, name, volume, standing: tier ?? (isJudged(scheme, unit) ? 'no-count' : 'outside') };
}

function compareUnit(
  before: UnitStanding | null,
  after: UnitStanding | null,
  cameOf: readonly UnitStanding[],
  wentInto: readonly UnitStanding[],
): UnitComparison {
  const { code, name } = after ?? before ?? { code: '', name: '' };
  const [was, is] = [before?.volume ?? null, after?.volume ?? null];
  return {
    code,
    name,
    before,
    after,
    move: moveOf(before?.standing, after?.standing),
    difference: was === null || is === null ? null : is - was,
    isRenamed: before !== null && after !== null && before.name !== after.name,
    cameOf,
    wentInto,
  };
}

function moveOf(before: Standing | undefined, after: Standing | undefined): UnitMove {
  if (before === undefined) return 'new';
  if (after === undefined) return 'gone';
  const [from, to] = [before, after].map((one) => tiers.findIndex((tier) => tier === one));
  if (from === undefined || to === undefined || before === after) return 'same';
  if (from < 0) return to < 0 ? 'same' : 'entered';
  if (to < 0) return 'left';
  return to < from ? 'raised' : 'lowered';
}

/** Whether anything of a unit is worth telling: another standing or name, a unit that came or went. */
export function hasChanged({ move, isRenamed, cameOf, wentInto }: UnitComparison): boolean {
  return move !== 'same' || isRenamed || cameOf.length > 0 || wentInto.length > 0;
}
