import { hasEnded } from './span.ts';

/** What sort of body a unit is: a department 部门, a town 乡镇（街道）, an enterprise 企业 or an institution 事业单位. */
export const categories = ['department', 'town', 'enterprise', 'institution'] as const;
export type Category = (typeof categories)[number];

export const nameKinds = ['official', 'short', 'alias', 'former'] as const;
export type NameKind = (typeof nameKinds)[number];

/** How one unit came of another: it went into it, or was split off from it. A rename leaves the unit what it is. */
export type SuccessionKind = 'merged' | 'split';

/** A name by which a unit is found. */
export interface UnitName {
  readonly name: string;
  readonly kind: NameKind;
  /** First day it holds; null where that is not known. */
  readonly from: string | null;
  /** Day from which it holds no more. */
  readonly until: string | null;
}

/** A body of a jurisdiction that handles appeals (承办单位). */
export interface Unit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly category: Category;
  readonly group: string | null;
  readonly sort: number;
  /** The unit it is subordinate to. */
  readonly parentId: number | null;
  /** Why the unit stands outside the scheme; null for a unit in it. */
  readonly outsideReason: string | null;
  readonly officeLimit: number | null;
  readonly from: string | null;
  readonly until: string | null;
}

/** Whether a unit was no more on any day of a year: it has no counts of it. */
export function hasEndedBefore(unit: Pick<Unit, 'until'>, year: number): boolean {
  return hasEnded(unit, `${String(year)}-01-01`);
}

/** Tells of units by their ids whether they have ended; one that is not among all there are, since it was undone, has too. */
export function endedAmong(units: ReadonlyMap<number, Pick<Unit, 'until'>>): (unitId: number) => boolean {
  return (unitId) => {
    const unit = units.get(unitId);
    return unit === undefined || hasEnded(unit);
  };
}

/** The first responsible person (第一责任人) of a unit. */
export interface Leader {
  readonly name: string;
  readonly title: string | null;
}

/** A unit with every name it answers to. */
export interface NamedUnit {
  readonly unit: Unit;
  readonly names: readonly UnitName[];
}
