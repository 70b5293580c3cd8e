import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption, listOption, textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { addStudy } from '../../operations/study/record-study.ts';
import { printStudy } from './print-study.ts';

interface Options {
  readonly on?: string;
  readonly matter: string;
  readonly appeals?: readonly string[];
  readonly decision: string;
  readonly until: string;
}

export function addAddCommand(parent: Command, context: Context): void {
  const { shared, study: help } = context.text.help;
  addVerb(
    parent,
    context,
    'study add',
    'liaison study add 市城管局 --on 2022-04-08 --matter 路灯照明 --appeals 2022-000001,2022-000002 --decision 一个月内更换老旧线路 --until 2022-05-08',
  )
    .argument('<unit>', shared.unit)
    .option('--on <day>', help.on, dayOption('--on', context))
    .requiredOption('--matter <matter>', help.matter, textOption('--matter'))
    .option('--appeals <numbers>', help.appeals, listOption(textOption('--appeals')))
    .requiredOption('--decision <text>', help.decision, textOption('--decision'))
    .requiredOption('--until <day>', help.until, dayOption('--until', context))
    .action((unit: string, options: Options) => runAdd(context, unit, options));
}

async function runAdd(context: Context, unit: string, options: Options): Promise<void> {
  const session = await context.session('study add');
  await printStudy(context, await addStudy(session, { unit, ...options }));
}
