import { AppError } from '../../errors.ts';
import type { Tier } from '../../domain/scheme.ts';
import type { Succession } from '../../domain/succession.ts';
import { makeLineage } from '../../domain/succession.ts';
import type { Leader, NamedUnit, SuccessionKind, Unit } from '../../domain/unit.ts';
import type { Counts } from '../../domain/volume.ts';
import { makeUnitFinder } from '../../domain/unit-finder.ts';
import { listTiersInForce } from '../../store/classifications.ts';
import type { Db } from '../../store/db.ts';
import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import { hasEnded } from '../../domain/span.ts';
import { endedAmong } from '../../domain/unit.ts';
import { listLeaders, listNamedUnits, listSuccessions, listUnits } from '../../store/units.ts';
import { groupCounts, listVolumes } from '../../store/volumes.ts';

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

/** Gives the names of the units that came of a unit. */
export type SuccessorNames = (unitId: number) => readonly string[];

/** Looks up once which units came of which. */
export async function findSuccessorNames(db: Db, jurisdiction: Jurisdiction): Promise<SuccessorNames> {
  const names = new Map((await listUnits(db, jurisdiction.id)).map(({ id, name }) => [id, name]));
  const { successorsOf } = makeLineage(await listSuccessions(db, jurisdiction.id));
  return (unitId) => successorsOf(unitId).flatMap(({ toId }) => names.get(toId) ?? []);
}

/** The unit that an ended unit was merged into, over any number of steps; undefined for one that goes on, or that nobody succeeded whole. */
export async function findHeir(
  db: Db,
  jurisdiction: Jurisdiction,
  unitId: number,
): Promise<Unit | undefined> {
  const units = new Map((await listUnits(db, jurisdiction.id)).map((unit) => [unit.id, unit]));
  const { heirOf } = makeLineage(await listSuccessions(db, jurisdiction.id));
  const heir = heirOf(unitId, endedAmong(units));
  return heir === undefined ? undefined : units.get(heir);
}

/** Refuses a unit that has ended, whatever day it is said to be. Errors: `unit-retired` with the units that came of it. */
export async function refuseRetired(db: Db, jurisdiction: Jurisdiction, unit: Unit): Promise<void> {
  if (!hasEnded(unit)) return;
  const successors = (await findSuccessorNames(db, jurisdiction))(unit.id);
  throw new AppError('unit-retired', { unit: unit.name, until: unit.until, successors });
}

/** One step of a unit's history: the other unit, the day, and how. */
export interface SuccessionStep {
  readonly unit: Unit;
  readonly on: string;
  readonly how: SuccessionKind;
}

/** A unit with all that is known of it. */
export interface UnitDetails {
  readonly named: NamedUnit;
  readonly leader: Leader | undefined;
  readonly volumes: readonly { readonly year: number; readonly counts: Counts }[];
  /** Its tier by the run in force. */
  readonly tier: Tier | undefined;
  /** Units it came of, with their counts by year, however many steps back. */
  readonly predecessors: readonly {
    readonly unit: Unit;
    readonly volumes: readonly { readonly year: number; readonly counts: Counts }[];
  }[];
  readonly cameOf: readonly SuccessionStep[];
  readonly wentInto: readonly SuccessionStep[];
}

/** Reads a unit with its names, first responsible person, volumes by year and tier. */
export async function getUnitDetails(db: Db, jurisdiction: Jurisdiction, name: string): Promise<UnitDetails> {
  const unit = await getUnitByName(db, jurisdiction, name);
  const named = (await listNamedUnits(db, jurisdiction.id)).find((one) => one.unit.id === unit.id);
  const units = new Map((await listUnits(db, jurisdiction.id)).map((one) => [one.id, one]));
  const successions = await listSuccessions(db, jurisdiction.id);
  const all = await listVolumes(db, jurisdiction.id);
  const countsOf = groupCounts(all);
  const volumesOf = (unitId: number) => {
    const own = all.filter((volume) => volume.unitId === unitId);
    const years = [...new Set(own.map((volume) => volume.year))].sort((a, b) => a - b);
    return years.map((year) => ({ year, counts: countsOf(unitId, year) }));
  };
  const step = (otherId: number, { on, how }: Succession): SuccessionStep[] => {
    const other = units.get(otherId);
    return other === undefined ? [] : [{ unit: other, on, how }];
  };
  return {
    named: named ?? { unit, names: [] },
    leader: (await listLeaders(db, jurisdiction.id)).get(unit.id),
    volumes: volumesOf(unit.id),
    predecessors: [...makeLineage(successions).predecessorsOf(unit.id)].flatMap((id) => {
      const other = units.get(id);
      return other === undefined ? [] : [{ unit: other, volumes: volumesOf(id) }];
    }),
    cameOf: successions.flatMap((one) => (one.toId === unit.id ? step(one.fromId, one) : [])),
    wentInto: successions.flatMap((one) => (one.fromId === unit.id ? step(one.toId, one) : [])),
    tier: (await listTiersInForce(db, jurisdiction.id)).get(unit.id),
  };
}
