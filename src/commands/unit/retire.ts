import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption, textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { endOneUnit } from '../../operations/unit/change-unit.ts';
import { runReorganisation } from './reorganisation.ts';

interface Options {
  readonly on?: string;
  readonly dryRun?: boolean;
  readonly reason: string;
}

export function addRetireCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(parent, context, 'unit retire', 'liaison unit retire 市粮食局 --on 2022-03-01 --reason 机构改革')
    .argument('<unit>', help.shared.unit)
    .requiredOption('--reason <text>', help.unit.endReason, textOption('--reason'))
    .option('--on <date>', help.shared.date, dayOption('--on', context))
    .option('--dry-run', help.shared.dryRun)
    .action((unit: string, options: Options) => runRetire(context, unit, options));
}

async function runRetire(context: Context, unit: string, { dryRun, ...terms }: Options): Promise<void> {
  const session = await context.session('unit retire');
  await runReorganisation(context, session, endOneUnit({ name: unit, ...terms }), { dryRun });
}
