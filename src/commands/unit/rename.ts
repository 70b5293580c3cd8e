import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption, nameOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { renameUnit } from '../../operations/unit/change-unit.ts';

interface Options {
  readonly on?: string;
  readonly shortName?: string;
}

export function addRenameCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(parent, context, 'unit rename', 'liaison unit rename 市文化局 市文化和旅游局 --on 2019-01-15')
    .argument('<unit>', help.shared.unit)
    .argument('<name>', help.unit.newName, nameOption('name'))
    .option('--on <date>', help.shared.date, dayOption('--on'))
    .option('--short-name <name>', help.unit.shortName, nameOption('--short-name'))
    .action((unit: string, name: string, options: Options) => runRename(context, unit, name, options));
}

async function runRename(context: Context, name: string, to: string, options: Options): Promise<void> {
  const { unit, on } = await renameUnit(await context.session('unit rename'), { name, ...options, to });
  await context.print({
    json: { code: unit.code, before: unit.name, name: to, on },
    view: [{ kind: 'lines', lines: [context.text.views.unit.renamed(unit.name, to, on)] }],
  });
  context.next(`liaison unit show ${unit.code}`);
}
