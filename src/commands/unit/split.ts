import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { splitUnit } from '../../operations/unit/change-unit.ts';
import { printReorganisation } from './reorganisation.ts';

interface Options {
  readonly into: readonly string[];
  readonly on?: string;
}

export function addSplitCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(
    parent,
    context,
    'unit split',
    'liaison unit split 市城管局 --into 市城管局 市园林局 --on 2022-03-01',
  )
    .argument('<unit>', help.shared.unit)
    .requiredOption('--into <units...>', help.unit.parts)
    .option('--on <date>', help.shared.date, dayOption('--on'))
    .action((unit: string, options: Options) => runSplit(context, unit, options));
}

async function runSplit(context: Context, unit: string, options: Options): Promise<void> {
  await printReorganisation(
    context,
    await splitUnit(await context.session('unit split'), { name: unit, ...options }),
  );
}
