import { distance } from 'fastest-levenshtein';
import type { Place, Problem } from '../errors.ts';
import { hasEnded } from './span.ts';
import type { NamedUnit, Unit } from './unit.ts';

/**
 * Gives the form in which two writings of one name are equal: NFKC, no spaces, lower case.
 * Full-width letters and brackets become the plain ones.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** The name without the city's own name, or the 市 that stands for it, in front: 德州市公安局 and 市公安局 give 公安局. */
function withoutCity(key: string, city: string): string {
  const full = nameKey(city);
  if (full !== '' && key.startsWith(full) && key.length > full.length + 1) return key.slice(full.length);
  const suffix = full.at(-1);
  const standsForCity = suffix === '市' || suffix === '县' || suffix === '区';
  return standsForCity && key.startsWith(suffix) && key.length > 2 ? key.slice(1) : key;
}

export type UnitMatch =
  | { readonly kind: 'found'; readonly unit: Unit }
  | { readonly kind: 'ambiguous'; readonly units: readonly Unit[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** Finds units by what people write: code, official name, short name or alias. Built once for a list of units. */
export interface UnitFinder {
  find(text: string): UnitMatch;
}

/**
 * Makes a finder over the units of one jurisdiction.
 *
 * A code or a name as written wins over a name that differs only by the city's prefix. Two units that match
 * equally well are ambiguous; an unknown name comes back with up to three suggestions, best first, and is
 * never guessed.
 */
export function makeUnitFinder(units: readonly NamedUnit[], city: string): UnitFinder {
  const exact = new Map<string, Set<Unit>>();
  const loose = new Map<string, Set<Unit>>();
  const add = (map: Map<string, Set<Unit>>, key: string, unit: Unit): void => {
    const there = map.get(key);
    if (there === undefined) map.set(key, new Set([unit]));
    else there.add(unit);
  };
  for (const { unit, names } of units) {
    add(exact, nameKey(unit.code), unit);
    for (const { name } of names) {
      const key = nameKey(name);
      add(exact, key, unit);
      add(loose, withoutCity(key, city), unit);
    }
  }
  return {
    find(text) {
      const key = nameKey(text);
      const matches = exact.get(key) ?? loose.get(key) ?? loose.get(withoutCity(key, city));
      if (matches === undefined) return { kind: 'unknown', suggestions: suggestUnits(units, text, city) };
      const found = [...matches];
      const [first] = found;
      if (found.length === 1 && first !== undefined) return { kind: 'found', unit: first };
      return { kind: 'ambiguous', units: found };
    },
  };
}

/** Ranks the units whose names come near to what was written, at most three official names. */
function suggestUnits(units: readonly NamedUnit[], text: string, city: string): string[] {
  const wanted = withoutCity(nameKey(text), city);
  if (wanted === '') return [];
  const ranked = units
    .map(({ unit, names }) => ({
      name: unit.name,
      likeness: Math.max(
        likeness(wanted, nameKey(unit.code)),
        ...names.map(({ name }) => likeness(wanted, withoutCity(nameKey(name), city))),
      ),
    }))
    .filter((candidate) => candidate.likeness >= 0.45)
    .sort((a, b) => b.likeness - a.likeness);
  return ranked.slice(0, 3).map((candidate) => candidate.name);
}

/**
 * How like two names are, 0 to 1: the share of characters that need no edit, or, for an abbreviation whose
 * characters all stand in the long name in their order (人社局, 人力资源和社会保障局), whichever of the two is known, at least 0.6.
 */
export function likeness(wanted: string, name: string): number {
  if (name === '') return 0;
  const edits = 1 - distance(wanted, name) / Math.max(wanted.length, name.length);
  const isAbbreviation = wanted.length >= 3 && isSubsequence(wanted, name);
  const isExtension = name.length >= 3 && isSubsequence(name, wanted);
  return isAbbreviation || isExtension ? Math.max(edits, 0.6) : edits;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    const next = long.indexOf(character, at);
    if (next < 0) return false;
    at = next + character.length;
  }
  return true;
}

/** Finds the unit a row of a file names, or says what is wrong with the name; a unit that has ended is refused with its successors. */
export function findUnitOfRow(
  row: { readonly place: Place; readonly unit: string },
  register: { readonly finder: UnitFinder; readonly successorsOf: (unitId: number) => readonly string[] },
): { readonly unit: Unit } | { readonly problem: Problem } {
  const { place, unit: name } = row;
  const match = register.finder.find(name);
  if (match.kind === 'unknown') {
    return { problem: { code: 'unit-unknown', place, details: { name, suggestions: match.suggestions } } };
  }
  if (match.kind === 'ambiguous') {
    const matches = match.units.map((unit) => `${unit.code} ${unit.name}`);
    return { problem: { code: 'unit-ambiguous', place, details: { name, matches } } };
  }
  const { unit } = match;
  if (!hasEnded(unit)) return { unit };
  const details = { name: unit.name, until: unit.until, successors: register.successorsOf(unit.id) };
  return { problem: { code: 'unit-ended', place, details } };
}
