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

/** The figures of a period as another program counts them from the raw files. */
export interface CountedPeriod {
  readonly summary: Readonly<Record<string, number>> & {
    readonly receivedBy: Readonly<Record<string, number>>;
    readonly byKind: Readonly<Record<string, number>>;
    readonly grades: Readonly<Record<string, number>>;
  };
  readonly units: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly matters: Readonly<Record<string, number>>;
  readonly channels: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly series: readonly Readonly<Record<string, number | string | null>>[];
  readonly clocks: Readonly<Record<string, CountedClocks>>;
  readonly clocksOfAll: CountedClocks;
}

interface CountedClock {
  readonly n: number;
  readonly sum: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
}

export interface CountedClocks {
  readonly accept: CountedClock;
  readonly reply: CountedClock;
  readonly whole: CountedClock;
  readonly inWindow: { readonly n: number; readonly d: number };
}

/** Counts a period of the year by a program of its own, in Python; undefined where there is no Python, which is said. */
export function countPeriod(from: string, to: string, ...more: readonly string[]): CountedPeriod | undefined {
  const out = runFigures(from, to, ...more);
  return out === undefined ? undefined : (JSON.parse(out) as CountedPeriod);
}

/** The numbers, in the system they came from, of the appeals behind a column, and the unit of each, once for each time it counts. */
export function listCounted(from: string, to: string, column: string): string[] | undefined {
  return runFigures(from, to, '--list', column)
    ?.trim()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '');
}

function runFigures(from: string, to: string, ...more: readonly string[]): string | undefined {
  try {
    const files = ['appeals-2021.csv', 'handovers-2021.csv'].map(yearFile);
    const terms = [yearFile('figures.py'), ...files, '--from', from, '--to', to, ...more];
    return execFileSync('python3', terms, { encoding: 'utf8', maxBuffer: 64_000_000 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.warn('skipped: the year is counted apart by Python 3, which is not here');
    return undefined;
  }
}
