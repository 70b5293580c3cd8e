import { likeness } from './unit-name.ts';

/** Names by their signs, so that those near to another are found without holding it against each of them. */
export interface NameIndex<Owner> {
  /** Takes in a name; an owner may have several, and is as near as the nearest of them. */
  add(name: string, owner: Owner): void;
  /**
   * The owners whose names come nearest, best first and at most `count`, those that are equally near in the order in which they came;
   * none whose likeness is under `least` (0 to 1).
   */
  nearest(wanted: string, terms: { readonly least: number; readonly count: number }): Owner[];
}

/** Likeness that an abbreviation has at least, and how long it must be (see `likeness`). */
const abbreviated = { least: 0.6, length: 3 };

interface Known {
  readonly name: string;
  readonly owner: number;
}

/**
 * Makes an index of names. What two names have in common bounds how like they can be: an edit is needed for every sign of the longer one
 * that the other does not have. So only the few names are compared whose bound could still bring them among the nearest, and the answer is
 * that of comparing with all.
 */
export function makeNameIndex<Owner>(): NameIndex<Owner> {
  const owners: Owner[] = [];
  const places = new Map<Owner, number>();
  const names: Known[] = [];
  /** For each sign the names that have it, one place for each time. */
  const bySign = new Map<string, number[]>();
  return {
    add(name, owner) {
      if (name === '') return;
      const place = places.get(owner) ?? owners.push(owner) - 1;
      places.set(owner, place);
      const at = names.push({ name, owner: place }) - 1;
      for (const sign of name.split('')) {
        const there = bySign.get(sign);
        if (there === undefined) bySign.set(sign, [at]);
        else there.push(at);
      }
    },
    nearest(wanted, { least, count }) {
      const common = countCommon(wanted, bySign, names.length);
      const candidates: { readonly at: number; readonly bound: number }[] = [];
      for (const [at, { name }] of names.entries()) {
        const bound = boundOf(wanted, name, common[at] ?? 0);
        if (bound >= least) candidates.push({ at, bound });
      }
      candidates.sort((a, b) => b.bound - a.bound);
      const found = new Map<number, number>();
      /** Likeness of the last that would be told: what cannot reach it is not looked at. */
      let floor = least;
      for (const { at, bound } of candidates) {
        if (bound < floor) break;
        const { name, owner } = names[at] ?? { name: '', owner: -1 };
        const how = likeness(wanted, name);
        if (how < least || how <= (found.get(owner) ?? 0)) continue;
        found.set(owner, how);
        if (found.size >= count) floor = [...found.values()].sort((a, b) => b - a)[count - 1] ?? least;
      }
      return [...found]
        .sort(([one, near], [other, nearOther]) => nearOther - near || one - other)
        .slice(0, count)
        .flatMap(([owner]) => owners.slice(owner, owner + 1));
    },
  };
}

/** How many signs each name has in common with another, each sign as often as both have it. */
function countCommon(
  wanted: string,
  bySign: ReadonlyMap<string, readonly number[]>,
  names: number,
): Uint32Array {
  const times = new Map<string, number>();
  for (const sign of wanted.split('')) times.set(sign, (times.get(sign) ?? 0) + 1);
  const common = new Uint32Array(names);
  for (const [sign, most] of times) {
    let [last, run] = [-1, 0];
    // The places of one name follow each other.
    for (const at of bySign.get(sign) ?? []) {
      run = at === last ? run + 1 : 1;
      last = at;
      if (run <= most) common[at] = (common[at] ?? 0) + 1;
    }
  }
  return common;
}

/** How like two names can be at most that have so many signs in common. */
function boundOf(wanted: string, name: string, shared: number): number {
  const [shorter, longer] = [Math.min(wanted.length, name.length), Math.max(wanted.length, name.length)];
  // Reckoned as likeness is, so that rounding puts no bound below what it bounds.
  const edits = 1 - (longer - shared) / longer;
  return shared === shorter && shorter >= abbreviated.length ? Math.max(edits, abbreviated.least) : edits;
}
