import type { Command } from 'commander';
import type { Context, Session } from '../../cli/context.ts';
import { askChoice } from '../../cli/prompts.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import type { HopReason } from '../../domain/appeal.ts';
import { hopReasons } from '../../domain/appeal.ts';
import { reasonWords } from '../../domain/words.ts';
import { transferAppeal } from '../../operations/transfer-appeal.ts';
import { getAppeal } from '../../store/appeals.ts';
import { describeCall } from '../../output/appeal-view.ts';

interface Options {
  readonly to: string;
  readonly reason?: HopReason;
  readonly text?: string;
  readonly time?: string;
}

export function addTransferCommand(parent: Command, context: Context): void {
  const { shared, appeal: help } = context.text.help;
  addVerb(
    parent,
    context,
    'appeal transfer',
    'liaison appeal transfer 2022-000001 --to 市公安局 --reason wrong-unit',
  )
    .argument('<number>', shared.appeal)
    .requiredOption('--to <unit>', help.to, textOption('--to'))
    .option('--reason <reason>', help.reason, wordOption('--reason', reasonWords))
    .option('--text <text>', help.transferText, textOption('--text'))
    .option('--time <time>', shared.time)
    .action((number: string, options: Options) => runTransfer(context, number, options));
}

async function runTransfer(context: Context, number: string, options: Options): Promise<void> {
  const session = await context.session('appeal transfer');
  const reason = options.reason ?? (await askReason(context, session, number));
  const done = await transferAppeal(session, number, { ...options, reason });
  const { unit, desk, hop, from } = done;
  const { views, words } = context.text;
  const lines = [
    views.appeal.transferred(done.number, hop ?? 0, from ?? words.transferDesk, unit.name),
    describeCall(unit.name, desk, session.jurisdiction.areaCode, context.text),
  ];
  await context.print({
    json: {
      number: done.number,
      hop,
      from,
      to: unit.name,
      toCode: unit.code,
      phones: desk?.phones ?? null,
      liaison: desk?.persons.find((person) => person.role === 'liaison')?.name ?? null,
    },
    view: [{ kind: 'lines', lines }],
  });
  context.next(`liaison appeal trace ${done.number}`);
}

/** A unit that hands over gives its reason; on a terminal it is asked for. */
async function askReason(context: Context, session: Session, number: string): Promise<HopReason | undefined> {
  if (!context.isInteractive) return undefined;
  const { holder } = await getAppeal(session.store.db, session.jurisdiction.id, number);
  if (holder === null) return undefined;
  return askChoice(context, {
    message: context.text.help.appeal.askReason,
    option: '--reason',
    choices: hopReasons.map((value) => ({ value, label: context.text.words.reason[value] })),
  });
}
