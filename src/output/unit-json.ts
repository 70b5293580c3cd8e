import type { Unit } from '../domain/unit.ts';

/** A unit as programs get it: it and the unit above it are told by their codes. */
export type UnitJson = Omit<Unit, 'id' | 'parentId'> & { readonly parent: string | null };

/** Makes the document of a unit; `units` are those of its jurisdiction. */
export function unitJson(unit: Unit, units: readonly Pick<Unit, 'id' | 'code'>[]): UnitJson {
  const { id: _id, parentId, ...own } = unit;
  return { ...own, parent: units.find(({ id }) => id === parentId)?.code ?? null };
}
