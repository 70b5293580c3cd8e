import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import { askUnit } from '../../cli/ask-unit.ts';
import type { Context } from '../../cli/context.ts';
import { askChoice } from '../../cli/prompts.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import type { HopReason } from '../../domain/appeal.ts';
import { hopReasons } from '../../domain/appeal.ts';
import { reasonWords } from '../../domain/input-words.ts';
import { prepareCourseWork } from '../../operations/appeal/prepare-act.ts';
import { getActedAppeal } from '../../operations/appeal/record-event.ts';
import type { CourseOptions } from './run-verb.ts';
import { addCourseVerb, runCourseVerb } from './run-verb.ts';
import { tellRuling } from './tell-ruling.ts';
import { tellUsual } from './tell-usual.ts';

interface Options extends CourseOptions {
  readonly to?: string;
  readonly from?: string;
  readonly reason?: HopReason;
}

export function addTransferCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  addCourseVerb(
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
}

async function runTransfer(context: Context, numbers: readonly string[], options: Options): Promise<void> {
  const { from, text } = options;
  const to = options.to ?? (await askTo(context, numbers));
  const reason = options.reason ?? (await askReason(context, numbers, { to, from }));
  await runCourseVerb(context, numbers, options, {
    verb: 'transfer',
    to,
    ...(from === undefined ? {} : { from }),
    ...(reason === undefined ? {} : { reason }),
    texts: text === undefined ? [] : [{ field: 'text', text }],
  });
}

/** Asks whereto appeals are handed, and proposes the unit with which most of the matter of the first ended. Errors: `option-missing` without a terminal. */
async function askTo(context: Context, numbers: readonly string[]): Promise<string> {
  const missing = new AppError('option-missing', { options: ['--to'] });
  if (!context.isInteractive) throw missing;
  const session = await context.session('appeal transfer');
  const { store, jurisdiction } = session;
  const [first] = numbers;
  if (first !== undefined) {
    const { appeal } = await getActedAppeal(store.db, jurisdiction, first);
    const standing = { number: appeal.number, matter: appeal.matter, holderId: appeal.holder?.id ?? null };
    await tellRuling(context, session, standing);
    await tellUsual(context, session, standing);
  }
  const question = { message: context.text.help.appeal.askTo, option: '--to' };
  const to = await askUnit(context, { db: store.db, jurisdiction }, question);
  if (to === undefined) throw missing;
  return to;
}

/** A unit that hands over gives its reason; on a terminal it is asked for. */
async function askReason(
  context: Context,
  numbers: readonly string[],
  { to, from }: { readonly to: string; readonly from: string | undefined },
): Promise<HopReason | undefined> {
  if (!context.isInteractive) return undefined;
  const session = await context.session('appeal transfer');
  // A hand-over that is refused whatever the reason is refused before it is asked for.
  const { isHeld } = await prepareCourseWork(session, {
    numbers,
    act: {
      verb: 'transfer',
      to,
      ...(from === undefined ? {} : { from }),
      reason: 'other',
    },
  });
  if (!isHeld) return undefined;
  return askChoice(context, {
    message: context.text.help.appeal.askReason,
    option: '--reason',
    choices: hopReasons.map((value) => ({ value, label: context.text.codeNames.reason[value] })),
  });
}
