import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption, textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { mergeUnits } from '../../operations/unit/change-unit.ts';
import { runReorganisation } from './reorganisation.ts';

interface Options {
  readonly into: string;
  readonly on?: string;
  readonly dryRun?: boolean;
}

export function addMergeCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(
    parent,
    context,
    'unit merge',
    'liaison unit merge 市粮食局 市物价局 --into 市发改委 --on 2022-03-01',
  )
    .argument('<units...>', help.unit.merged)
    .requiredOption('--into <unit>', help.unit.into, textOption('--into'))
    .option('--on <date>', help.shared.date, dayOption('--on', context))
    .option('--dry-run', help.shared.dryRun)
    .action((units: string[], options: Options) => runMerge(context, units, options));
}

async function runMerge(
  context: Context,
  units: readonly string[],
  { dryRun, ...terms }: Options,
): Promise<void> {
  const session = await context.session('unit merge');
  await runReorganisation(context, session, mergeUnits({ names: units, ...terms }), { dryRun });
}
