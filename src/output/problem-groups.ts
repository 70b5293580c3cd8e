import type { Place, Problem } from '../problems.ts';
import { canonicalJson } from '../domain/canonical.ts';

/** What is wrong in the same way at several places of a file. */
export interface ProblemGroup {
  readonly problem: Problem;
  readonly places: readonly Place[];
  readonly count: number;
}

/** Problems that say the same, the most frequent first, else in the order of the file. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, { problem: Problem; places: Place[]; count: number }>();
  for (const problem of problems) {
    const { code, details, place } = problem;
    // Problems of several files stand apart, so that each file can be mended.
    const key = canonicalJson([code, place?.file ?? '', details]);
    const there = groups.get(key);
    if (there === undefined)
      groups.set(key, { problem, places: place === undefined ? [] : [place], count: 1 });
    else {
      there.count += 1;
      if (place !== undefined) there.places.push(place);
    }
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

/** The word a problem is about: what stands in the cell, or the name of a unit. */
export function wordOf({ details }: Problem): string {
  if ('value' in details && typeof details.value === 'string') return details.value;
  return 'name' in details && typeof details.name === 'string' ? details.name : '';
}
