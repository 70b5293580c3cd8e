import type { City } from './city.ts';
import type { Step } from './desk.ts';
import type { Grammar } from './grammar.ts';
import { quoteLine } from './lines.ts';

export const parts = ['commands', 'files', 'databases'] as const;
export type Part = (typeof parts)[number];

/** A fault with all that is needed to see it again. */
export interface Finding {
  readonly part: Part;
  readonly key: string;
  readonly detail: string;
  /** Noun and verb it came up at. */
  readonly verb: string;
  readonly seed: number;
  /** Number of the case, and of the command in it. */
  readonly at: string;
  readonly code: number;
  readonly err: string;
  readonly milliseconds: number;
  /** The commands that lead there, as they can be pasted, with what else they saw. */
  readonly lines: readonly string[];
}

/** What a part is given. */
export interface Terms {
  readonly seed: number;
  /** Cases are numbered; the first of them, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** When to stop whatever is left, in the clock of `performance.now()`. */
  readonly until: number;
  /** A folder for all cases, which goes in the end. */
  readonly root: string;
  readonly grammar: Grammar;
  readonly cities: { readonly one: City; readonly two: City };
  /** Milliseconds spent at most on cutting down one finding. */
  readonly patience: number;
  /** Folder into which files that something was found by are copied; undefined where none are kept. */
  readonly keep: string | undefined;
  /** Told before every command, so that one that never ends is known. */
  readonly watch: (at: string, line: string) => void;
  /** Told after every command how it ended. */
  readonly tally: (verb: string, code: number) => void;
  readonly tell: (finding: Finding) => void;
  /** Whether a finding of this key was told before. */
  readonly isKnown: (key: string) => boolean;
}

/** How a step is told to a person. */
export function tellStep({ args, now, env, stdin }: Step): string {
  const more = Object.entries(env)
    .filter(([name, value]) => value !== { LIAISON_LANG: 'en', COLUMNS: '80', LIAISON_USER: 'tester' }[name])
    .map(([name, value]) => `${name}=${JSON.stringify(value)} `);
  const input = stdin.length === 0 ? '' : `  # ${String(stdin.length)} bytes on stdin`;
  return `${more.join('')}${quoteLine(args)}  # at ${now}${input}`;
}
