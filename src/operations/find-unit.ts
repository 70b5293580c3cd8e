import { AppError } from '../errors.ts';
import type { Tier } from '../domain/scheme.ts';
import type { Leader, NamedUnit, Unit } from '../domain/unit.ts';
import type { Counts } from '../domain/volume.ts';
import { makeUnitFinder } from '../domain/unit-name.ts';
import { listTiersInForce } from '../store/classifications.ts';
import type { Db } from '../store/database.ts';
import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { listLeaders, listNamedUnits } from '../store/units.ts';
import { groupCounts, listVolumes } from '../store/volumes.ts';

/** Gets the one unit that people mean by a code or name. Errors: `unit-not-found` with suggestions, `unit-name-ambiguous`. */
export async function getUnitByName(db: Db, jurisdiction: Jurisdiction, name: string): Promise<Unit> {
  const match = makeUnitFinder(await listNamedUnits(db, jurisdiction.id), jurisdiction.name).find(name);
  if (match.kind === 'found') return match.unit;
  if (match.kind === 'unknown')
    throw new AppError('unit-not-found', { name, suggestions: match.suggestions });
  throw new AppError('unit-name-ambiguous', {
    name,
    matches: match.units.map((unit) => `${unit.code} ${unit.name}`),
  });
}

/** A unit with all that is known of it. */
export interface UnitDetails {
  readonly named: NamedUnit;
  readonly leader: Leader | undefined;
  readonly volumes: readonly { readonly year: number; readonly counts: Counts }[];
  /** Its tier by the run in force. */
  readonly tier: Tier | undefined;
}

/** Reads a unit with its names, first responsible person, volumes by year and tier. */
export async function readUnit(db: Db, jurisdiction: Jurisdiction, name: string): Promise<UnitDetails> {
  const unit = await getUnitByName(db, jurisdiction, name);
  const named = (await listNamedUnits(db, jurisdiction.id)).find((one) => one.unit.id === unit.id);
  const volumes = (await listVolumes(db, jurisdiction.id)).filter((volume) => volume.unitId === unit.id);
  const countsOf = groupCounts(volumes);
  const years = [...new Set(volumes.map((volume) => volume.year))].sort((a, b) => a - b);
  return {
    named: named ?? { unit, names: [] },
    leader: (await listLeaders(db, jurisdiction.id)).get(unit.id),
    volumes: years.map((year) => ({ year, counts: countsOf(unit.id, year) })),
    tier: (await listTiersInForce(db, jurisdiction.id)).get(unit.id),
  };
}
