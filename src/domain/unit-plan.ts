import type { Place, Problem } from '../problems.ts';
import { hasEnded } from './span.ts';
import type { Category, Leader, NamedUnit, Unit } from './unit.ts';
import { nameKey } from './unit-name.ts';
import type { ReadingKind, UnitFinder } from './unit-finder.ts';
import { makeComingUnit, makeUnitFinder } from './unit-finder.ts';

/** Fields of a unit of which nothing may be on record. */
export const clearableUnitFields = [
  'shortName',
  'group',
  'parent',
  'officeLimit',
  'leader',
  'leaderTitle',
] as const satisfies readonly UnitField[];
export type ClearableUnitField = (typeof clearableUnitFields)[number];

/** A unit as a file gives it; what the file does not say is undefined and stays as it is. */
export interface UnitRow {
  readonly place: Place;
  readonly code?: string;
  readonly name: string;
  readonly shortName?: string;
  readonly category?: Category;
  readonly group?: string;
  readonly sort?: number;
  /** Name of the unit it is subordinate to. */
  readonly parent?: string;
  readonly officeLimit?: number;
  readonly outsideReason?: string;
  readonly leader?: string;
  readonly leaderTitle?: string;
  /** What is taken away; who leads goes with the title. */
  readonly cleared?: readonly ClearableUnitField[];
}

/** A unit of the register with what an import compares. */
export interface RegisteredUnit extends NamedUnit {
  readonly leader: Leader | null;
  /** Official name of the unit it is subordinate to. */
  readonly parent: string | null;
}

export const unitFields = [
  'name',
  'shortName',
  'category',
  'group',
  'sort',
  'parent',
  'officeLimit',
  'outsideReason',
  'leader',
  'leaderTitle',
] as const;
export type UnitField = (typeof unitFields)[number];

/** One field that an import changes, as text. */
export interface FieldChange<Field extends string> {
  readonly field: Field;
  readonly before: string | null;
  readonly after: string;
}

export interface UnitPlan {
  readonly added: readonly (UnitRow & { readonly code: string; readonly sort: number })[];
  readonly changed: readonly {
    readonly unit: Unit;
    readonly row: UnitRow;
    readonly changes: readonly FieldChange<UnitField>[];
  }[];
  readonly unchanged: number;
  /** Units of the register that the file does not name. They stay as they are. */
  readonly notInFile: readonly Unit[];
  readonly problems: readonly Problem[];
}

/** How a list of units is taken in. */
export interface UnitPlanTerms {
  /** What the codes of new units begin with. */
  readonly codePrefix: string;
  readonly city: string;
  /** Whether the list says in which order the units stand; those it does not name come after. */
  readonly setsOrder?: boolean;
}

/**
 * Plans an import of units: which are new, which change in what, which stay. A row is matched by its code, without one
 * by its name, with the city in front or without; what finds a unit by usage only is refused, since it may be another. A unit without a code gets the next free one, `DZ-001` …, one without a sort number
 * the next after the last. One that would be new under a name of a unit that has ended, or change such a unit, is a
 * problem: it may be the same.
 */
export function planUnits(
  given: readonly UnitRow[],
  registered: readonly RegisteredUnit[],
  { codePrefix, city, setsOrder = false }: UnitPlanTerms,
): UnitPlan {
  const rows = setsOrder ? given.map((row, at) => ({ ...row, sort: at + 1 })) : given;
  const byCode = new Map(registered.map((one) => [nameKey(one.unit.code), one]));
  const finder = makeUnitFinder(registered, city);
  const problems: Problem[] = findTwice(rows);
  const nextCode = makeCodes(codePrefix, [
    ...registered.map(({ unit }) => unit.code),
    ...rows.flatMap((row) => row.code ?? []),
  ]);
  let lastSort = Math.max(0, ...registered.map(({ unit }) => unit.sort), ...rows.map((row) => row.sort ?? 0));
  const added: UnitPlan['added'][number][] = [];
  const changed: UnitPlan['changed'][number][] = [];
  const seen = new Set<number>();
  /** Where units stand that rows above add, by the id they have until then. */
  const comingRows = new Map<number, Place>();
  let unchanged = 0;
  const inFile = new Map(rows.map((row) => [nameKey(row.name), row.name]));
  for (const one of rows) {
    const row = withParent(one, (name) => {
      const above = finder.find(name);
      return above.kind === 'found' ? above.unit.name : inFile.get(nameKey(name));
    });
    if (row === undefined) {
      const details = { name: one.parent ?? '', suggestions: [] };
      problems.push({ code: 'unit-unknown', place: one.place, details });
      continue;
    }
    const match = finder.find(row.name);
    if (match.kind === 'ambiguous') {
      const matches = match.units.map((unit) => `${unit.code} ${unit.name}`);
      problems.push({ code: 'unit-ambiguous', place: row.place, details: { name: row.name, matches } });
      continue;
    }
    const owner = match.kind === 'found' && match.as === undefined ? match.unit : undefined;
    const there =
      row.code === undefined
        ? registered.find(({ unit }) => unit.id === owner?.id)
        : byCode.get(nameKey(row.code));
    const clash = [row.name, row.shortName]
      .map((name) => (name === undefined ? undefined : findClash(name, there?.unit, finder)))
      .find((one) => one !== undefined);
    if (clash !== undefined) {
      // What is written alike is told already.
      if (!isToldTwice(clash, row)) problems.push(describeClash(clash, row, comingRows));
      continue;
    }
    const refuseEnded = (unit: Unit): boolean => {
      if (!hasEnded(unit)) return false;
      problems.push({
        code: 'unit-ended-before',
        place: row.place,
        details: { name: row.name, unit: unit.name, until: unit.until },
      });
      return true;
    };
    if (there === undefined) {
      const names = row.shortName === undefined ? [row.name] : [row.name, row.shortName];
      const ended = names
        .map((name) => finder.find(name))
        .find((found) => found.kind === 'found' && hasEnded(found.unit));
      if (ended?.kind === 'found' && refuseEnded(ended.unit)) continue;
      lastSort = row.sort === undefined ? lastSort + 1 : lastSort;
      const code = row.code ?? nextCode();
      added.push({ ...row, code, sort: row.sort ?? lastSort });
      const coming = makeComingUnit(row.name, code, added.length, row.shortName);
      comingRows.set(coming.unit.id, row.place);
      finder.add(coming);
      continue;
    }
    seen.add(there.unit.id);
    // A list without codes that writes the city in front, or leaves it out, renames nobody.
    const isSameName = row.code === undefined && nameKey(row.name) !== nameKey(there.unit.name);
    if (isSameName && refuseEnded(there.unit)) continue;
    const kept = isSameName ? { ...row, name: there.unit.name } : row;
    const changes = compareUnit(kept, there);
    if (changes.length === 0) unchanged += 1;
    // What has ended is changed by nobody; a list of before that still has it as it was goes in.
    else if (refuseEnded(there.unit)) continue;
    else changed.push({ unit: there.unit, row: kept, changes });
  }
  const notInFile = registered
    .map(({ unit }) => unit)
    .filter((unit) => !seen.has(unit.id) && !hasEnded(unit));
  const [first] = rows;
  if (setsOrder && first !== undefined)
    changed.push(...orderBehind(notInFile, { from: rows.length + 1, place: first.place }));
  return { added, changed, unchanged, notInFile, problems };
}

/** Puts units that a list does not name behind those it names, in the order they have. */
function orderBehind(
  units: readonly Unit[],
  { from, place }: { readonly from: number; readonly place: Place },
): UnitPlan['changed'] {
  return units.flatMap((unit, at) => {
    const sort = from + at;
    if (unit.sort === sort) return [];
    const change = { field: 'sort' as const, before: String(unit.sort), after: String(sort) };
    return [{ unit, row: { place, name: unit.name, sort }, changes: [change] }];
  });
}

/** Another unit that a name finds already, and how. */
interface Clash {
  readonly name: string;
  readonly unit: Unit;
  readonly as: ReadingKind | undefined;
}

/** The other unit that a name finds; none where the row is about that unit itself, or where a former name only might be meant. */
function findClash(name: string, own: Unit | undefined, finder: UnitFinder): Clash | undefined {
  const match = finder.find(name);
  if (match.kind !== 'found' || match.unit.id === own?.id) return undefined;
  // In one list a body may stand beside the one that an office of its old name went into.
  if (match.as === 'former' && match.unit.id < 0) return undefined;
  // Whether one that has ended is meant is asked where it is added.
  return hasEnded(match.unit) ? undefined : { name, unit: match.unit, as: match.as };
}

/** Whether a row names a unit as a row above does, sign by sign. */
function isToldTwice({ name, unit, as }: Clash, row: UnitRow): boolean {
  return unit.id < 0 && as === undefined && name === row.name && nameKey(name) === nameKey(unit.name);
}

function describeClash({ name, unit, as }: Clash, row: UnitRow, coming: ReadonlyMap<number, Place>): Problem {
  const { place } = row;
  const first = coming.get(unit.id);
  if (as !== undefined) return { code: 'unit-like', place, details: { name, unit: unit.name, as } };
  return first === undefined
    ? { code: 'name-taken', place, details: { name, unit: `${unit.code} ${unit.name}` } }
    : { code: 'name-twice', place, details: { name, first } };
}

/** The row with its parent under the official name; undefined where nobody answers to it. */
function withParent(row: UnitRow, find: (name: string) => string | undefined): UnitRow | undefined {
  if (row.parent === undefined) return row;
  const parent = find(row.parent);
  return parent === undefined || nameKey(parent) === nameKey(row.name) ? undefined : { ...row, parent };
}

/** Gives the codes that are still free, in their order: `DZ-001`, `DZ-002` … */
export function makeCodes(prefix: string, taken: readonly string[]): () => string {
  const used = new Set(taken.map(nameKey));
  let next = 1;
  return () => {
    for (;;) {
      const code = `${prefix}-${String(next).padStart(3, '0')}`;
      next += 1;
      if (!used.has(nameKey(code))) return code;
    }
  };
}

function findTwice(rows: readonly UnitRow[]): Problem[] {
  const problems: Problem[] = [];
  const codes = new Map<string, Place>();
  const names = new Map<string, Place>();
  for (const row of rows) {
    const name = nameKey(row.name);
    const first = names.get(name);
    if (first !== undefined) {
      problems.push({ code: 'name-twice', place: row.place, details: { name: row.name, first } });
    } else names.set(name, row.place);
    if (row.code === undefined) continue;
    const firstCode = codes.get(nameKey(row.code));
    if (firstCode !== undefined) {
      problems.push({
        code: 'code-twice',
        place: row.place,
        details: { unitCode: row.code, first: firstCode },
      });
    } else codes.set(nameKey(row.code), row.place);
  }
  return problems;
}

/** What of a unit a row changes. */
export function compareUnit(
  row: Omit<UnitRow, 'place'>,
  { unit, leader, parent }: RegisteredUnit,
): FieldChange<UnitField>[] {
  const before: Record<UnitField, string | number | null> = {
    name: unit.name,
    shortName: unit.shortName,
    category: unit.category,
    group: unit.group,
    sort: unit.sort,
    parent,
    officeLimit: unit.officeLimit,
    outsideReason: unit.outsideReason,
    leader: leader?.name ?? null,
    leaderTitle: leader?.title ?? null,
  };
  const cleared = new Set<string>(row.cleared);
  if (cleared.has('leader')) cleared.add('leaderTitle');
  return unitFields.flatMap((field) => {
    const after = row[field];
    const there = before[field];
    if (cleared.has(field)) return there === null ? [] : [{ field, before: String(there), after: '' }];
    if (after === undefined || String(after) === String(before[field] ?? '')) return [];
    const old = before[field];
    return [{ field, before: old === null ? null : String(old), after: String(after) }];
  });
}
