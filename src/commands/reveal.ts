import type { Command } from 'commander';
import { AppError } from '../errors.ts';
import type { Context } from '../cli/context.ts';
import { textOption } from '../cli/option-values.ts';
import type { Reveal } from '../operations/privacy/gate.ts';

/** Options by which personal data are shown as they were written. */
export interface RevealOptions {
  readonly reveal?: boolean | undefined;
  readonly reason?: string | undefined;
}

/** Declares `--reveal` and the reason it needs. */
export function addRevealOptions(verb: Command, context: Context): Command {
  const { appeal: help } = context.text.help;
  return verb
    .option('--reveal', help.reveal)
    .option('--reason <text>', help.revealReason, textOption('--reason'));
}

/** What is to be shown as it was written, and why; undefined for nothing. Only with a reason, and a reason only with it. Errors: `option-missing`. */
export function makeReveal({ reveal, reason }: RevealOptions): Reveal | undefined {
  if (reveal === true && reason === undefined)
    throw new AppError('option-missing', { options: ['--reason'] });
  if (reveal !== true && reason !== undefined)
    throw new AppError('option-missing', { options: ['--reveal'] });
  return reveal === true ? { reason } : undefined;
}
