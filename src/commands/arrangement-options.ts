import type { Command } from 'commander';
import type { Context } from '../cli/context.ts';
import { wordOption } from '../cli/option-values.ts';
import { letterheadWords } from '../domain/input-words.ts';
import type { Letterhead } from '../domain/roster.ts';
import type { Arrangement } from '../output/papers/arrangement.ts';

/** Options by which a paper that is to be signed is arranged. */
export interface ArrangementOptions {
  readonly letterhead: Letterhead;
  readonly sealed?: boolean;
}

/** Declares how the paper is arranged: its letterhead, and whether it is sealed. */
export function addArrangementOptions(verb: Command, context: Context): Command {
  const { roster: help } = context.text.help;
  return verb
    .option('--letterhead <form>', help.letterhead, wordOption('--letterhead', letterheadWords), 'none')
    .option('--sealed', help.sealed);
}

export function arrangementOf({ letterhead, sealed }: ArrangementOptions): Arrangement {
  return { letterhead, isSealed: sealed === true };
}
