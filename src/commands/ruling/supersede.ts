import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { supersedeRuling } from '../../operations/appeal/rulings.ts';
import type { RulingOptions } from './print-ruling.ts';
import { addRulingOptions, printRuling } from './print-ruling.ts';

export function addSupersedeCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'ruling supersede',
    'liaison ruling supersede 1 --lead 市住建局 --basis 联席会议纪要〔2023〕2号',
  ).argument('<ruling>', context.text.help.ruling.number, numberOption('ruling'));
  addRulingOptions(verb, context).action((number: number, options: RulingOptions) =>
    runSupersede(context, number, options),
  );
}

async function runSupersede(context: Context, number: number, options: RulingOptions): Promise<void> {
  const { lead, basis, assist: assists } = options;
  const session = await context.session('ruling supersede');
  await printRuling(context, await supersedeRuling(session, { number, lead, basis, assists }), []);
}
