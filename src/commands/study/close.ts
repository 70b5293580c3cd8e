import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption, numberOption, textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { closeStudy } from '../../operations/study/record-study.ts';
import { printStudy } from './print-study.ts';

interface Options {
  readonly on?: string;
  readonly result: string;
}

export function addCloseCommand(parent: Command, context: Context): void {
  const { study: help } = context.text.help;
  addVerb(parent, context, 'study close', 'liaison study close 1 --on 2022-05-06 --result 线路已全部更换')
    .argument('<study>', help.number, numberOption('study'))
    .option('--on <day>', help.closedOn, dayOption('--on', context))
    .requiredOption('--result <text>', help.result, textOption('--result'))
    .action((number: number, options: Options) => runClose(context, number, options));
}

async function runClose(context: Context, number: number, options: Options): Promise<void> {
  const session = await context.session('study close');
  await printStudy(context, await closeStudy(session, { number, ...options }));
}
