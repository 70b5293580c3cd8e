import type { Place, Problem } from '../problems.ts';
import { hasEnded } from './span.ts';
import type { NamedUnit, Unit } from './unit.ts';
import type { NameIndex } from './name-index.ts';
import { makeNameIndex } from './name-index.ts';
import { nameKey, withoutCity } from './unit-name.ts';
import type { UsualKind } from './usual-names.ts';
import { officialNamesOf } from './usual-names.ts';

/** How a name led to a unit that it is not written as: by a usual short or former name, or by another spelling of its official one. */
export type ReadingKind = UsualKind | 'spelling';

export type UnitMatch =
  /** `as` is absent for a name as it is registered, the city in front aside. */
  | { readonly kind: 'found'; readonly unit: Unit; readonly as?: ReadingKind }
  | { readonly kind: 'ambiguous'; readonly units: readonly Unit[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** A name that was read as that of a unit which is not registered under it. */
export interface NameReading {
  readonly name: string;
  readonly unit: string;
  readonly as: ReadingKind;
}

/** Finds units by what people write: code, official name, short name or alias. Built once for a list of units. */
export interface UnitFinder {
  find(text: string): UnitMatch;
  /** Takes one more unit in, so that the names that follow are held against it too. */
  add(named: NamedUnit): void;
  /** What was read otherwise than it is registered, each name once: to be said. */
  readings(): readonly NameReading[];
}

/** Adds a unit to those that a key leads to. */
function add(map: Map<string, Set<Unit>>, key: string, unit: Unit): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, new Set([unit]));
  else there.add(unit);
}

/** Who stands before the name of a body: the party, a province. */
const fronts = /^(?:中国共产党|中共)|^[^市县区]{2,3}(?:省|自治区)(?=.)/u;

/** The form in which spellings of one official name without its city are equal: 发展和改革委员会 and 发展改革委. */
function coreOf(key: string): string {
  return key
    .replace(fronts, '')
    .replace(/^委员会(?=.)/u, '委')
    .replaceAll(/[和与及暨、]/gu, '')
    .replace(/委员会$/u, '委')
    .replace(/办公室$/u, '办');
}

/**
 * The cores of a name, wherever it names the city (中共内江市委组织部 and 市委组织部) and whether its first sign stands for the city or not
 * (市场监督管理局).
 */
function coresOf(name: string, city: string): Set<string> {
  const full = nameKey(city);
  const key = nameKey(name).replace(fronts, '');
  const named = full !== '' && key.length > full.length + 1 ? key.replace(full, '') : key;
  return new Set([key, named, withoutCity(key, city), withoutCity(named, city)].map(coreOf));
}

/** A name without what stands in brackets behind it, where another sign of the door is named. */
const withoutBrackets = (name: string): string => name.replace(/[(（][^()（）]*[)）]$/u, '');

/**
 * Makes a finder over the units of one jurisdiction.
 *
 * A code or a name as written wins over a name that differs only by the city's prefix, and that over another spelling, a usual short or a
 * former name, which count only where they lead to one unit alone; an alias wins over no official name. Two units that match equally
 * well are ambiguous; an unknown name comes back with up to three suggestions, best first, and is never guessed.
 */
export function makeUnitFinder(units: readonly NamedUnit[], city: string): UnitFinder {
  const exact = new Map<string, Set<Unit>>();
  const loose = new Map<string, Set<Unit>>();
  const cores = new Map<string, Set<Unit>>();
  /** By their official names alone, as they are called now. */
  const officials = new Map<string, Set<Unit>>();
  const byAlias = new Map<string, Set<Unit>>();
  const all: NamedUnit[] = [];
  /** Made when the first suggestion is asked for: most files need none. */
  let index: NameIndex<Unit> | undefined;
  const addToIndex = ({ unit, names }: NamedUnit, to: NameIndex<Unit>): void => {
    to.add(nameKey(unit.code), unit);
    for (const { name } of names) to.add(withoutCity(nameKey(name), city), unit);
  };
  const makeIndex = (): NameIndex<Unit> => {
    const made = makeNameIndex<Unit>();
    for (const one of all) addToIndex(one, made);
    return made;
  };
  /** What each name was found to be; a unit that comes in can change it. */
  const known = new Map<string, UnitMatch>();
  const addUnit = (named: NamedUnit): void => {
    const { unit, names } = named;
    all.push(named);
    known.clear();
    if (index !== undefined) addToIndex(named, index);
    add(exact, nameKey(unit.code), unit);
    for (const { name, kind } of names) {
      const key = nameKey(name);
      add(exact, key, unit);
      add(loose, withoutCity(key, city), unit);
      if (kind === 'alias') add(byAlias, key, unit);
      for (const one of [name, withoutBrackets(name)])
        for (const core of coresOf(one, city)) add(cores, core, unit);
      if (kind !== 'official') continue;
      add(officials, withoutCity(key, city), unit);
    }
  };
  for (const one of units) addUnit(one);
  const readings = new Map<string, NameReading>();
  const search = (text: string): UnitMatch => {
    const key = nameKey(text);
    const written = exact.get(key) ?? loose.get(key) ?? loose.get(withoutCity(key, city));
    if (written !== undefined)
      return matchOf([...written, ...namesakes(key, written, byAlias, officials, city)]);
    const { found, as } = findOtherwise(key, cores, city);
    const [only] = found;
    if (found.length === 1 && only !== undefined) return { kind: 'found', unit: only, as };
    const likely = found.map(({ name }) => name);
    let suggestions: readonly string[] | undefined;
    return {
      kind: 'unknown',
      // Looking for names that are near takes its time; who adds units does not ask.
      get suggestions() {
        index ??= makeIndex();
        suggestions ??= [...new Set([...likely, ...suggestUnits(index, text, city)])].slice(0, 3);
        return suggestions;
      },
    };
  };
  return {
    find(text) {
      const match = known.get(text) ?? search(text);
      known.set(text, match);
      if (match.kind === 'found' && match.as !== undefined)
        readings.set(nameKey(text), { name: text, unit: match.unit.name, as: match.as });
      return match;
    },
    add: addUnit,
    readings: () => [...readings.values()],
  };
}

function matchOf(units: readonly Unit[]): UnitMatch {
  const found = [...new Set(units)];
  const [first] = found;
  return found.length === 1 && first !== undefined
    ? { kind: 'found', unit: first }
    : { kind: 'ambiguous', units: found };
}

/** A name that one unit has as an alias and that another goes by officially, the city in front aside. */
export interface NameClash {
  readonly alias: string;
  readonly unit: Unit;
  readonly other: Unit;
}

/** Finds aliases under which counts and appeals might go to another unit than the one that is officially called so. */
export function findNameClashes(units: readonly NamedUnit[], city: string): NameClash[] {
  const officials = new Map<string, Unit[]>();
  const going = units.filter(({ unit }) => !hasEnded(unit));
  for (const { unit } of going) {
    const key = withoutCity(nameKey(unit.name), city);
    officials.set(key, [...(officials.get(key) ?? []), unit]);
  }
  return going.flatMap(({ unit, names }) =>
    names
      .filter(({ kind }) => kind !== 'official')
      .flatMap(({ name: alias }) =>
        (officials.get(withoutCity(nameKey(alias), city)) ?? [])
          .filter((other) => other.id !== unit.id)
          .map((other) => ({ alias, unit, other })),
      ),
  );
}

/** Other units that are officially called what an alias of the found ones says: an alias takes nobody's name away. */
function namesakes(
  key: string,
  found: ReadonlySet<Unit>,
  byAlias: ReadonlyMap<string, ReadonlySet<Unit>>,
  officials: ReadonlyMap<string, ReadonlySet<Unit>>,
  city: string,
): Unit[] {
  const aliased = byAlias.get(key);
  if (aliased === undefined || [...found].some((unit) => !aliased.has(unit))) return [];
  return [...(officials.get(withoutCity(key, city)) ?? [])].filter(
    (unit) => !hasEnded(unit) && !found.has(unit),
  );
}

/** The units that a name stands for by another spelling, or by usage; those that go on before those that have ended. */
function findOtherwise(
  key: string,
  cores: ReadonlyMap<string, ReadonlySet<Unit>>,
  city: string,
): { readonly found: readonly Unit[]; readonly as: ReadingKind } {
  const goingOn = (all: Iterable<Unit>): Unit[] => {
    const unique = [...new Set(all)];
    const active = unique.filter((unit) => !hasEnded(unit));
    return active.length > 0 ? active : unique;
  };
  const spelled = goingOn([...coresOf(key, city)].flatMap((core) => [...(cores.get(core) ?? [])]));
  if (spelled.length > 0) return { found: spelled, as: 'spelling' };
  const place = nameKey(city).replace(/[市县区]$/u, '');
  const plain = key.replace(fronts, '');
  const words = new Set([
    plain,
    withoutCity(plain, city),
    // 内江人社局, 团市委
    plain.startsWith(place) ? plain.slice(place.length) : plain,
    plain.replace(/^团[市县区]委$/u, '团委'),
    withoutCity(plain, city).replace(/^委(?=.{2})/u, ''),
  ]);
  for (const kind of ['short', 'former'] as const) {
    const official = [...words].flatMap((word) =>
      [...officialNamesOf(word)].flatMap(([name, one]) => (one === kind ? [name] : [])),
    );
    const found = goingOn(official.flatMap((name) => [...(cores.get(coreOf(nameKey(name))) ?? [])]));
    if (found.length > 0) return { found, as: kind };
  }
  return { found: [], as: 'short' };
}

/** Likeness from which a unit is suggested. */
const leastLikeness = 0.45;

/** Names the units whose names come near to what was written, at most three. */
function suggestUnits(index: NameIndex<Unit>, text: string, city: string): string[] {
  const wanted = withoutCity(nameKey(text), city);
  if (wanted === '') return [];
  return index.nearest(wanted, { least: leastLikeness, count: 3 }).map(({ name }) => name);
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

/** A unit that a file names and the register does not know yet, for names of the same file to be held against; its id is none of the register. */
export function makeComingUnit(name: string, code: string, id: number, shortName?: string): NamedUnit {
  const span = { from: null, until: null };
  const unit: Unit = {
    ...{
      id: -1 - id,
      code,
      name,
      shortName: shortName ?? null,
      category: 'department',
      group: null,
      sort: 0,
    },
    ...{ parentId: null, outsideReason: null, officeLimit: null, ...span },
  };
  const short = shortName === undefined ? [] : [{ name: shortName, kind: 'short' as const, ...span }];
  return { unit, names: [{ name, kind: 'official', ...span }, ...short] };
}
