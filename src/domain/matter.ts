import type { Place, Problem } from '../problems.ts';
import { likeness, nameKey } from './unit-name.ts';

/** A matter of the city's own list (诉求事项), and the one above it where the list has two levels. */
export interface Matter {
  readonly group: string | null;
  readonly name: string;
}

/** A matter as a file gives it. */
export interface MatterRow {
  readonly place: Place;
  readonly group?: string | undefined;
  readonly name: string;
}

/** What becomes of a list of matters; a new list takes the place of the one before as a whole. */
export interface MatterPlan {
  readonly matters: readonly Matter[];
  readonly added: readonly Matter[];
  /** Matters that stand under another one now. */
  readonly changed: readonly { readonly before: Matter; readonly after: Matter }[];
  readonly gone: readonly Matter[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
}

/** Plans a list of matters against the one in force. A name stands once, whatever it stands under: an appeal has a name alone. */
export function planMatters(rows: readonly MatterRow[], inForce: readonly Matter[]): MatterPlan {
  const problems: Problem[] = [];
  const seen = new Map<string, Place>();
  const matters: Matter[] = [];
  for (const { place, name, group = null } of rows) {
    const first = seen.get(nameKey(name));
    if (first !== undefined) {
      problems.push({ code: 'name-twice', place, details: { name, first } });
      continue;
    }
    seen.set(nameKey(name), place);
    matters.push({ group, name });
  }
  const before = new Map(inForce.map((matter) => [nameKey(matter.name), matter]));
  const pairs = matters.map((after) => ({ before: before.get(nameKey(after.name)), after }));
  const isSame = (a: Matter, b: Matter): boolean => a.group === b.group && a.name === b.name;
  return {
    matters,
    added: pairs.flatMap((pair) => (pair.before === undefined ? [pair.after] : [])),
    changed: pairs.flatMap(({ before: was, after }) =>
      was === undefined || isSame(was, after) ? [] : [{ before: was, after }],
    ),
    gone: inForce.filter(({ name }) => !seen.has(nameKey(name))),
    unchanged: pairs.filter(({ before: was, after }) => was !== undefined && isSame(was, after)).length,
    problems,
  };
}

/** Whether an appeal is of a matter: it has the name, or has it among the levels of its own, `城乡建设/路灯照明`. */
export function isOfMatter(written: string, name: string): boolean {
  const key = nameKey(name);
  return nameKey(written) === key || written.split('/').some((level) => nameKey(level) === key);
}

/** What stands above each matter of a list, by its name. */
export type MatterGroups = ReadonlyMap<string, string | null>;

export function groupsOfMatters(list: readonly Matter[]): MatterGroups {
  return new Map(list.map(({ name, group }) => [name, group]));
}

/**
 * A matter of an appeal with all that stands above it, the highest first: as it is written with its levels, or as the list has it.
 * `路灯照明`, which the list has under 城乡建设, is the same as `城乡建设/路灯照明`.
 */
export function levelsOfMatter(written: string | null, groups: MatterGroups): readonly string[] {
  if (written === null) return [];
  const group = groups.get(written);
  return group == null ? written.split('/') : [group, written];
}

/** What a word leads to on the list. */
export type MatterMatch =
  | { readonly kind: 'found'; readonly matter: Matter }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** Finds the matter that was written: its name, or `一级事项/二级事项`; an unknown one comes back with up to three that are like it. */
export function findMatter(matters: readonly Matter[], written: string): MatterMatch {
  const [last = ''] = written.split(/[/／]/u).slice(-1);
  const keys = new Set([nameKey(written), nameKey(last)]);
  const matter = matters.find(({ name }) => keys.has(nameKey(name)));
  if (matter !== undefined) return { kind: 'found', matter };
  const ranked = matters
    .map(({ name, group }) => ({
      name,
      likeness: Math.max(
        likeness(nameKey(last), nameKey(name)),
        likeness(nameKey(last), nameKey(group ?? '')),
      ),
    }))
    .filter((one) => one.likeness >= 0.4)
    .sort((a, b) => b.likeness - a.likeness);
  return { kind: 'unknown', suggestions: ranked.slice(0, 3).map(({ name }) => name) };
}
