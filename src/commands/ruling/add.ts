import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { addRuling } from '../../operations/appeal/rulings.ts';
import type { RulingOptions } from './print-ruling.ts';
import { addRulingOptions, printRuling } from './print-ruling.ts';

interface Options extends RulingOptions {
  readonly matter: string;
}

export function addAddCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'ruling add',
    'liaison ruling add --matter 路灯照明 --lead 市城管局 --basis 联席会议纪要〔2022〕1号',
  ).requiredOption('--matter <matter>', context.text.help.appeal.matter, textOption('--matter'));
  addRulingOptions(verb, context).action((options: Options) => runAdd(context, options));
}

async function runAdd(context: Context, options: Options): Promise<void> {
  const { matter, lead, basis, assist: assists } = options;
  const session = await context.session('ruling add');
  await printRuling(context, await addRuling(session, { matter, lead, basis, assists }), []);
}
