import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fixtures } from './seeds.ts';

/** A file of the year. */
export function yearFile(name: string): string {
  return join(fixtures, 'year', name);
}

/** The figures of the year as another program counts them from the raw files. */
export interface CountedYear {
  readonly appeals: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly circles: {
    readonly handed: number;
    readonly handedOn: number;
    readonly three: number;
    readonly hops: number;
    readonly longest: number;
    readonly units: Readonly<Record<string, number>>;
    readonly returned: number;
    readonly direct: number;
    readonly indirect: number;
    readonly lengths: Readonly<Record<string, number>>;
    readonly pairs: Readonly<Record<string, number>>;
    readonly moves: Readonly<Record<string, number>>;
    readonly minutesLost: number;
    readonly medianLost: number;
  };
}

/** Counts the year by a program of its own, in Python; undefined where there is no Python, which is said. */
export function countYear(): CountedYear | undefined {
  try {
    const files = ['appeals-2021.csv', 'handovers-2021.csv'].map(yearFile);
    const out = execFileSync('python3', [yearFile('count.py'), ...files], { encoding: 'utf8' });
    return JSON.parse(out) as CountedYear;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.warn('skipped: the year is counted apart by Python 3, which is not here');
    return undefined;
  }
}
