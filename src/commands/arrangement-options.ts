import type { Command } from 'commander';
import { AppError } from '../errors.ts';
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

/** The option that arranges a paper otherwise than usual; undefined where none was given. */
export function arrangingOption({ letterhead, isSealed }: Arrangement): string | undefined {
  return letterhead !== 'none' ? '--letterhead' : isSealed ? '--sealed' : undefined;
}

/** Refuses a letterhead or room for seals where nobody issues the paper, or where its form has neither. Errors: `issuers-missing`, `arrangement-not-in-format`. */
export function refuseArrangement(
  context: Context,
  arrangement: Arrangement,
  issuers: readonly string[],
): void {
  const option = arrangingOption(arrangement);
  if (option === undefined) return;
  if (issuers.length === 0) throw new AppError('issuers-missing', { option });
  const format = context.findFormat();
  if (format !== 'docx') throw new AppError('arrangement-not-in-format', { option, format });
}
