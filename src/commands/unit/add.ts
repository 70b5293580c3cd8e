import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { addUnit } from '../../operations/add-unit.ts';
import type { UnitOptions } from './unit-options.ts';
import { addUnitOptions } from './unit-options.ts';

interface Options extends UnitOptions {
  readonly code?: string;
}

export function addAddCommand(parent: Command, context: Context): void {
  const { unit: help } = context.text.help;
  const verb = addVerb(parent, context, 'unit add', 'liaison unit add 市信访局 --group 党委部门')
    .argument('<name>', help.name, textOption('name'))
    .option('--code <code>', help.code, textOption('--code'));
  addUnitOptions(verb, context).action((name: string, options: Options) => runAdd(context, name, options));
}

async function runAdd(context: Context, name: string, { outside, ...fields }: Options): Promise<void> {
  const session = await context.session('unit add');
  const unit = await addUnit(session, { ...fields, name, outsideReason: outside });
  await context.print({
    json: unit,
    view: [{ kind: 'lines', lines: [context.text.views.unit.added(unit.code, unit.name)] }],
  });
  context.next(`liaison unit show ${unit.code}`);
}
