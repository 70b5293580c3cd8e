import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption, nameOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { confirm } from '../../cli/ask/prompts.ts';
import { changeAsShown, tryChange } from '../../operations/unit/change-as-shown.ts';
import { renameUnit } from '../../operations/unit/change-unit.ts';

interface Options {
  readonly on?: string;
  readonly dryRun?: boolean;
  readonly shortName?: string;
}

export function addRenameCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(parent, context, 'unit rename', 'liaison unit rename 市文化局 市文化和旅游局 --on 2019-01-15')
    .argument('<unit>', help.shared.unit)
    .argument('<name>', help.unit.newName, nameOption('name'))
    .option('--on <date>', help.shared.date, dayOption('--on', context))
    .option('--short-name <name>', help.unit.shortName, nameOption('--short-name'))
    .option('--dry-run', help.shared.dryRun)
    .action((unit: string, name: string, options: Options) => runRename(context, unit, name, options));
}

async function runRename(
  context: Context,
  name: string,
  to: string,
  { dryRun = false, ...terms }: Options,
): Promise<void> {
  const session = await context.session('unit rename');
  const say = context.text.views.unit;
  const task = renameUnit({ name, ...terms, to });
  const isAsked = context.isInteractive && context.options.yes !== true;
  const shown = dryRun || isAsked ? await tryChange(session, task) : undefined;
  if (isAsked && !dryRun && shown !== undefined)
    await confirm(context, say.confirmRename(shown.unit.name, to, shown.on));
  const { unit, on } = dryRun && shown !== undefined ? shown : await changeAsShown(session, { task, shown });
  const note = dryRun ? [context.text.views.import.dryRun] : [];
  await context.print({
    json: { code: unit.code, before: unit.name, name: to, on, dryRun },
    view: [{ kind: 'lines', lines: [say.renamed(unit.name, to, on), ...note] }],
  });
  context.next(`liaison unit show ${unit.code}`);
}
