import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context, Session } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { recordShown } from '../../operations/appeal/record-shown.ts';

/** Options by which personal data are shown as they were written. */
export interface RevealOptions {
  readonly reveal?: boolean;
  readonly reason?: string;
}

/** Declares `--reveal` and the reason it needs. */
export function addRevealOptions(verb: Command, context: Context): Command {
  const { appeal: help } = context.text.help;
  return verb
    .option('--reveal', help.reveal)
    .option('--reason <text>', help.revealReason, textOption('--reason'));
}

/** Whether personal data are to be shown; only with a reason, and a reason only with them. */
export function isRevealAsked({ reveal, reason }: RevealOptions): boolean {
  if (reveal === true && reason === undefined)
    throw new AppError('option-missing', { options: ['--reason'] });
  if (reveal !== true && reason !== undefined)
    throw new AppError('option-missing', { options: ['--reveal'] });
  return reveal === true;
}

/** Puts on record that appeals are shown as they were written, before they are. */
export async function recordReveal(
  context: Context,
  session: Session,
  appeals: readonly { readonly id: number; readonly number: string }[],
  { reason }: RevealOptions,
): Promise<void> {
  const [only, ...others] = appeals;
  const isOne = only !== undefined && others.length === 0;
  const say = context.text.views.privacy;
  await recordShown(session, {
    shown: isOne ? 'reveal' : 'export',
    subject: isOne ? only.number : `list of ${String(appeals.length)}`,
    reason,
    appealIds: appeals.map(({ id }) => id),
  });
  context.say(say.revealed);
}
