import type { Place, Problem } from '../problems.ts';
import type { Unit } from './unit.ts';
import { hasEndedBefore } from './unit.ts';
import { hasEnded } from './span.ts';
import type { UnitFinder } from './unit-finder.ts';
import { makeComingUnit } from './unit-finder.ts';
import { nameKey } from './unit-name.ts';
import type { Counts, VolumeChannel } from './volume.ts';
import { sumOfParts, volumeChannels } from './volume.ts';

/** A unit's counts of a year as a file gives them. */
export interface VolumeRow {
  readonly place: Place;
  /** The cell that names the unit. */
  readonly namePlace?: Place;
  readonly code?: string;
  readonly name?: string;
  readonly year: number;
  readonly counts: Counts;
  /** Where each count stands, when a unit's counts are not all in one row. */
  readonly places?: Readonly<Partial<Record<VolumeChannel, Place>>>;
  /** Channels whose count the file gives rounded, `9.67万`. */
  readonly rounded?: readonly VolumeChannel[];
}

/** The unit a count belongs to: one of the register, or one that the import adds. */
export type VolumeUnit =
  | { readonly kind: 'registered'; readonly unit: Unit }
  | { readonly kind: 'new'; readonly name: string; readonly code?: string };

/** One count that is written; `before` is what stood there, `after` null withdraws a total that parts replace. */
export interface VolumeChange {
  readonly unit: VolumeUnit;
  readonly year: number;
  readonly channel: VolumeChannel;
  readonly before: number | null;
  readonly after: number | null;
  readonly isRounded: boolean;
  readonly place: Place;
}

export interface VolumePlan {
  readonly years: readonly number[];
  readonly added: readonly VolumeChange[];
  readonly changed: readonly VolumeChange[];
  readonly unchanged: number;
  /** The counts in force of each year of the file, summed up over all units, before the import and after it. */
  readonly sums: readonly { readonly year: number; readonly before: number; readonly after: number }[];
  /** Units that the import adds, with the row that names each. */
  readonly newUnits: readonly { readonly name: string; readonly code?: string; readonly place: Place }[];
  /** Units in the scheme without a count for a year of the file, in the file or in the register. */
  readonly withoutCount: readonly { readonly unit: Unit; readonly year: number }[];
  /** What is odd but may be right; it does not stop the import. */
  readonly warnings: readonly VolumeWarning[];
  readonly problems: readonly Problem[];
}

/** Something odd: a volume three times or a third of the year before, or a year that is not over. */
export type VolumeWarning =
  | {
      readonly kind: 'jump';
      readonly name: string;
      readonly year: number;
      readonly before: number;
      readonly now: number;
    }
  | { readonly kind: 'year-not-over'; readonly year: number };

/** A volume that has grown or shrunk by this factor within a year is pointed out. */
const jumpFactor = 3;

/** What planning needs to know of the register. */
export interface VolumeRegister {
  readonly finder: UnitFinder;
  readonly units: readonly Unit[];
  /** Counts in force, by unit and year. */
  readonly countsOf: (unitId: number, year: number) => Counts;
  /** Names of the units that came of a unit. */
  readonly successorsOf: (unitId: number) => readonly string[];
}

/**
 * Plans an import of yearly volumes. Unknown units are problems unless `addUnits` says that names new to the register
 * are new units; a unit twice in a year is a problem with both rows; a total must agree with its parts, and
 * then only the parts are kept.
 */
export function planVolumes(
  rows: readonly VolumeRow[],
  register: VolumeRegister,
  terms: { readonly addUnits: boolean; readonly thisYear: number },
): VolumePlan {
  const problems: Problem[] = [];
  const newUnits = new Map<string, VolumePlan['newUnits'][number]>();
  /** Units that rows above add, by the id they have until then. */
  const coming = new Map<number, VolumeUnit & { readonly kind: 'new' }>();
  const firstRows = new Map<string, Place>();
  const changes: VolumeChange[] = [];
  const counted = new Set<string>();
  const warnings: VolumeWarning[] = [];
  const sums = new Map<string, { name: string; unit: VolumeUnit; year: number; sum: number }>();
  let unchanged = 0;
  for (const row of rows) {
    const unit = findRowUnit(row, register.finder, { ...terms, coming }, problems);
    if (unit === undefined) continue;
    if (unit.kind === 'registered' && hasEnded(unit.unit) && hasEndedBefore(unit.unit, row.year)) {
      const { id, name, until } = unit.unit;
      const details = { name, until, successors: register.successorsOf(id) };
      problems.push({ code: 'unit-ended', place: row.place, details });
      continue;
    }
    const shown = unit.kind === 'new' ? unit.name : unit.unit.name;
    const key = keyOf(unit, row.year);
    const first = firstRows.get(key);
    if (first !== undefined) {
      problems.push({ code: 'unit-twice', place: row.place, details: { name: shown, first } });
      continue;
    }
    firstRows.set(key, row.place);
    counted.add(key);
    if (unit.kind === 'new')
      newUnits.set(nameKey(unit.name), { name: unit.name, code: unit.code, place: row.place });
    const before = unit.kind === 'new' ? {} : register.countsOf(unit.unit.id, row.year);
    const written = compareCounts(row, before);
    if (written.kind === 'disagrees') {
      const { total, parts } = written;
      // Whose total it is decides what is to be corrected: the file's own, or what is on record.
      const recorded = listRecorded(row.counts, before);
      const place = row.places?.total ?? row.place;
      problems.push({ code: 'total-disagrees', place, details: { name: shown, total, parts, recorded } });
      continue;
    }
    for (const change of written.changes) {
      const { channel } = change;
      const isRounded = row.rounded?.includes(channel) === true && change.after !== null;
      changes.push({ ...change, unit, year: row.year, isRounded, place: row.places?.[channel] ?? row.place });
    }
    unchanged += written.unchanged;
    sums.set(key, { name: shown, unit, year: row.year, sum: yearSum(row.counts) });
  }
  for (const { name, unit, year, sum: now } of sums.values()) {
    const there = sums.get(keyOf(unit, year - 1));
    const before =
      there?.sum ?? (unit.kind === 'new' ? 0 : yearSum(register.countsOf(unit.unit.id, year - 1)));
    if (isJump(before, now)) warnings.push({ kind: 'jump', name, year, before, now });
  }
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
  for (const year of years) if (year >= terms.thisYear) warnings.push({ kind: 'year-not-over', year });
  const withoutCount = years.flatMap((year) =>
    register.units
      .filter((unit) => unit.outsideReason === null && !hasEndedBefore(unit, year))
      .filter((unit) => !counted.has(`${String(unit.id)} ${String(year)}`))
      .filter((unit) => Object.keys(register.countsOf(unit.id, year)).length === 0)
      .map((unit) => ({ unit, year })),
  );
  const sumOf = (year: number): number =>
    register.units.reduce((sum, unit) => sum + yearSum(register.countsOf(unit.id, year)), 0);
  const deltas = Map.groupBy(changes, (change) => change.year);
  return {
    years,
    sums: years.map((year) => {
      const before = sumOf(year);
      const delta =
        deltas.get(year)?.reduce((sum, one) => sum + (one.after ?? 0) - (one.before ?? 0), 0) ?? 0;
      return { year, before, after: before + delta };
    }),
    added: changes.filter((change) => change.before === null),
    changed: changes.filter((change) => change.before !== null),
    unchanged,
    newUnits: [...newUnits.values()],
    withoutCount,
    warnings,
    problems,
  };
}

const yearSum = (counts: Counts): number => sumOfParts(counts) ?? counts.total ?? 0;

function isJump(before: number, now: number): boolean {
  return before > 0 && now > 0 && (now >= before * jumpFactor || before >= now * jumpFactor);
}

function findRowUnit(
  row: VolumeRow,
  finder: UnitFinder,
  {
    addUnits,
    coming,
  }: { readonly addUnits: boolean; readonly coming: Map<number, VolumeUnit & { readonly kind: 'new' }> },
  problems: Problem[],
): VolumeUnit | undefined {
  const written = row.code ?? row.name ?? '';
  const match = finder.find(written);
  if (match.kind === 'ambiguous') {
    const matches = match.units.map((unit) => `${unit.code} ${unit.name}`);
    problems.push({
      code: 'unit-ambiguous',
      place: row.namePlace ?? row.place,
      details: { name: written, matches },
    });
    return undefined;
  }
  if (match.kind === 'unknown') {
    // A name that finds a unit is given to no other, whatever code stands beside it.
    const byName = row.name === undefined || row.code === undefined ? undefined : finder.find(row.name);
    if (addUnits && row.name !== undefined && (byName === undefined || byName.kind === 'unknown')) {
      const unit = { kind: 'new', name: row.name, code: row.code } as const;
      const named = makeComingUnit(row.name, row.code ?? row.name, coming.size);
      coming.set(named.unit.id, unit);
      finder.add(named);
      return unit;
    }
    const suggestions = byName?.kind === 'found' ? [byName.unit.name] : match.suggestions;
    problems.push({
      code: 'unit-unknown',
      place: row.namePlace ?? row.place,
      details: { name: byName?.kind === 'found' ? written : (row.name ?? written), suggestions },
    });
    return undefined;
  }
  if (row.code !== undefined && row.name !== undefined) {
    const byName = finder.find(row.name);
    if (byName.kind !== 'found' || byName.unit.id !== match.unit.id) {
      const details = { unitCode: row.code, unit: match.unit.name, name: row.name };
      problems.push({ code: 'code-and-name-differ', place: row.place, details });
      return undefined;
    }
  }
  return coming.get(match.unit.id) ?? { kind: 'registered', unit: match.unit };
}

/** What a unit and a year are told from others by. */
function keyOf(unit: VolumeUnit, year: number): string {
  return `${unit.kind === 'new' ? nameKey(unit.name) : String(unit.unit.id)} ${String(year)}`;
}

type Comparison =
  | { readonly kind: 'disagrees'; readonly total: number; readonly parts: number }
  | {
      readonly kind: 'changes';
      readonly changes: readonly Pick<VolumeChange, 'channel' | 'before' | 'after'>[];
      readonly unchanged: number;
    };

/** The counts on record that a disagreement of total and parts comes from; none where the file disagrees with itself. */
function listRecorded(given: Counts, before: Counts): { channel: VolumeChannel; count: number }[] {
  const parts = sumOfParts(given);
  if (parts !== undefined && given.total !== undefined && parts !== given.total) return [];
  return volumeChannels.flatMap((channel) => {
    const count = before[channel];
    return count === undefined || given[channel] !== undefined ? [] : [{ channel, count }];
  });
}

/** Compares a row's counts with those in force. Parts replace a total they agree with. */
function compareCounts(row: VolumeRow, before: Counts): Comparison {
  const rowParts = sumOfParts(row.counts);
  const merged = { ...before, ...row.counts };
  const parts = sumOfParts(merged);
  const total = row.counts.total ?? before.total;
  if (parts !== undefined && total !== undefined && parts !== total)
    return { kind: 'disagrees', total, parts };
  const changes: Pick<VolumeChange, 'channel' | 'before' | 'after'>[] = [];
  let unchanged = 0;
  for (const channel of volumeChannels) {
    const after = row.counts[channel];
    if (after === undefined || (channel === 'total' && parts !== undefined)) continue;
    if (before[channel] === after) unchanged += 1;
    else changes.push({ channel, before: before[channel] ?? null, after });
  }
  if (rowParts !== undefined && before.total !== undefined) {
    changes.push({ channel: 'total', before: before.total, after: null });
  }
  return { kind: 'changes', changes, unchanged };
}
