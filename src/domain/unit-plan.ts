import type { Place, Problem } from '../errors.ts';
import { hasEnded } from './span.ts';
import type { Category, Leader, NamedUnit, Unit } from './unit.ts';
import { makeUnitFinder, nameKey } from './unit-name.ts';

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

/**
 * Plans an import of units: which are new, which change in what, which stay. A row is matched by its code, without one
 * by its official name. A unit without a code gets the next free one, `DZ-001` …, one without a sort number
 * the next after the last. One that would be new under a name of a unit that has ended, or change such a unit, is a
 * problem: it may be the same.
 */
export function planUnits(
  rows: readonly UnitRow[],
  registered: readonly RegisteredUnit[],
  codePrefix: string,
  city: string,
): UnitPlan {
  const byCode = new Map(registered.map((one) => [nameKey(one.unit.code), one]));
  const owners = new Map<string, Unit>();
  const finder = makeUnitFinder(registered, city);
  for (const { unit, names } of registered) for (const { name } of names) owners.set(nameKey(name), unit);
  const problems: Problem[] = findTwice(rows);
  const nextCode = makeCodes(codePrefix, [
    ...registered.map(({ unit }) => unit.code),
    ...rows.flatMap((row) => row.code ?? []),
  ]);
  let lastSort = Math.max(0, ...registered.map(({ unit }) => unit.sort), ...rows.map((row) => row.sort ?? 0));
  const added: UnitPlan['added'][number][] = [];
  const changed: UnitPlan['changed'][number][] = [];
  const seen = new Set<number>();
  let unchanged = 0;
  const inFile = new Map(rows.map((row) => [nameKey(row.name), row.name]));
  for (const given of rows) {
    const row = withParent(given, (name) => owners.get(nameKey(name))?.name ?? inFile.get(nameKey(name)));
    if (row === undefined) {
      const details = { name: given.parent ?? '', suggestions: [] };
      problems.push({ code: 'unit-unknown', place: given.place, details });
      continue;
    }
    const owner = owners.get(nameKey(row.name));
    const there =
      row.code === undefined
        ? registered.find(({ unit }) => unit.id === owner?.id)
        : byCode.get(nameKey(row.code));
    if (owner !== undefined && owner.id !== there?.unit.id) {
      problems.push({
        code: 'name-taken',
        place: row.place,
        details: { name: row.name, unit: `${owner.code} ${owner.name}` },
      });
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
        .find((match) => match.kind === 'found' && hasEnded(match.unit));
      if (ended?.kind === 'found' && refuseEnded(ended.unit)) continue;
      lastSort = row.sort === undefined ? lastSort + 1 : lastSort;
      added.push({ ...row, code: row.code ?? nextCode(), sort: row.sort ?? lastSort });
      continue;
    }
    seen.add(there.unit.id);
    const changes = compareUnit(row, there);
    if (changes.length === 0) unchanged += 1;
    // What has ended is changed by nobody; a list of before that still has it as it was goes in.
    else if (refuseEnded(there.unit)) continue;
    else changed.push({ unit: there.unit, row, changes });
  }
  const notInFile = registered
    .map(({ unit }) => unit)
    .filter((unit) => !seen.has(unit.id) && !hasEnded(unit));
  return { added, changed, unchanged, notInFile, problems };
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
  return unitFields.flatMap((field) => {
    const after = row[field];
    if (after === undefined || String(after) === String(before[field] ?? '')) return [];
    const old = before[field];
    return [{ field, before: old === null ? null : String(old), after: String(after) }];
  });
}
