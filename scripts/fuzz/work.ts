import './modules.ts';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCities } from './city.ts';
import { fuzzCommands, linesPerCase } from './commands.ts';
import { fuzzDatabases } from './databases.ts';
import { makeHost, makeStep } from './desk.ts';
import { fuzzFiles } from './files.ts';
import { readGrammar } from './grammar.ts';
import type { Finding, Part, Terms } from './terms.ts';

/** What is to be done, from which case to which. */
export interface Work {
  readonly part: Part;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  /** Milliseconds spent at most on cutting down one finding. */
  readonly patience: number;
  readonly keep?: string | undefined;
  /** Folder for all that is written; made and removed unless said. */
  readonly root?: string | undefined;
  /** Keys of what was found before. */
  readonly known?: readonly string[] | undefined;
}

/** How many cases a number of commands, files or databases is. */
export function countCases(part: Part, count: number): number {
  return part === 'commands' ? Math.ceil(count / linesPerCase) : count;
}

/** How often each verb ended with each exit code. */
export type Tally = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Does one part in this process; gives how its commands ended. */
export async function doWork(
  work: Work,
  tell: (finding: Finding) => void,
  watch: Terms['watch'] = () => undefined,
): Promise<Tally> {
  const root = work.root ?? mkdtempSync(join(tmpdir(), 'liaison-fuzz-'));
  mkdirSync(root, { recursive: true });
  const known = new Set(work.known);
  const tally = new Map<string, Map<number, number>>();
  try {
    const grammar = await readGrammar(makeHost(makeStep([]), root));
    const terms: Terms = {
      ...work,
      keep: work.keep,
      root,
      grammar,
      cities: await makeCities(root),
      until: performance.now() + work.seconds * 1000,
      watch,
      tally: (verb, code) => {
        const codes = tally.get(verb) ?? new Map<number, number>();
        tally.set(verb, codes.set(code, (codes.get(code) ?? 0) + 1));
      },
      isKnown: (key) => known.has(key),
      tell: (finding) => {
        known.add(finding.key);
        tell(finding);
      },
    };
    const fuzz = { commands: fuzzCommands, files: fuzzFiles, databases: fuzzDatabases }[work.part];
    await fuzz(terms);
    return tally;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
