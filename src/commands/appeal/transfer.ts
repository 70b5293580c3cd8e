import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import type { HopReason } from '../../domain/appeal.ts';
import { reasonWords } from '../../domain/input-words.ts';
import { prepareCourseWork } from '../../operations/appeal/prepare-act.ts';
import { getActedAppeal } from '../../operations/appeal/record-event.ts';
import type { CourseOptions } from './run-verb.ts';
import { addCourseVerb, runCourseVerb } from './run-verb.ts';
import { asksFor } from '../../cli/verb.ts';
import { tellRuling } from './tell-ruling.ts';
import { tellUsual } from './tell-usual.ts';

interface Options extends CourseOptions {
  readonly to?: string;
  readonly from?: string;
  readonly reason?: HopReason;
}

export function addTransferCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  const verb = addCourseVerb(
    parent,
    context,
    'transfer',
    'liaison appeal transfer 2022-000001 --to 市公安局 --reason wrong-unit',
  )
    .option('--to <unit>', help.to, textOption('--to'))
    .option('--from <unit>', help.from, textOption('--from'))
    .option('--reason <reason>', help.reason, wordOption('--reason', reasonWords))
    .option('--text <text>', help.transferText, textOption('--text'))
    .action((numbers: string[], options: Options) => runTransfer(context, numbers, options));
  asksFor(verb, {
    needs: [['numbers', '--from-file'], ['--to']],
    words: { '--reason': help.askReason },
    tell: { '--to': (said) => tellProposals(context, said('numbers')) },
  });
}

async function runTransfer(context: Context, numbers: readonly string[], options: Options): Promise<void> {
  const { from, reason, text, to } = options;
  if (to === undefined) throw new AppError('option-missing', { options: ['--to'] });
  const act = { verb: 'transfer' as const, to, ...(from === undefined ? {} : { from }) };
  if (reason === undefined && numbers.length > 0 && context.isInteractive) {
    // A hand-over that is refused whatever its reason is refused before the reason is asked for.
    const session = await context.session('appeal transfer');
    await prepareCourseWork(session, { numbers, act: { ...act, reason: 'other' } });
  }
  await runCourseVerb(context, numbers, options, {
    ...act,
    ...(reason === undefined ? {} : { reason }),
    texts: text === undefined ? [] : [{ field: 'text', text }],
  });
}

/** Says of an appeal that is to be handed over which ruling holds for its matter, or with which unit most of the matter ended. */
async function tellProposals(context: Context, number: string | undefined): Promise<void> {
  if (number === undefined) return;
  const session = await context.session('appeal transfer');
  const { appeal } = await getActedAppeal(session.store.db, session.jurisdiction, number);
  const standing = { number: appeal.number, matter: appeal.matter, holderId: appeal.holder?.id ?? null };
  await tellRuling(context, session, standing);
  await tellUsual(context, session, standing);
}
