import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { splitUnit } from '../../operations/unit/change-unit.ts';
import { runReorganisation } from './reorganisation.ts';

interface Options {
  readonly into: readonly string[];
  readonly on?: string;
  readonly dryRun?: boolean;
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
    .option('--on <date>', help.shared.date, dayOption('--on', context))
    .option('--dry-run', help.shared.dryRun)
    .action((unit: string, options: Options) => runSplit(context, unit, options));
}

async function runSplit(context: Context, unit: string, { dryRun, ...terms }: Options): Promise<void> {
  const session = await context.session('unit split');
  await runReorganisation(context, session, splitUnit({ name: unit, ...terms }), { dryRun });
}
