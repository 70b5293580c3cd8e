import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { addAlias } from '../../operations/unit/add-unit.ts';

export function addAliasCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(parent, context, 'unit alias', 'liaison unit alias 市住房和城乡建设局 住建局')
    .argument('<unit>', help.shared.unit)
    .argument('<alias>', help.unit.alias, textOption('alias'))
    .action((name: string, alias: string) => runAlias(context, name, alias));
}

async function runAlias(context: Context, name: string, alias: string): Promise<void> {
  const unit = await addAlias(await context.session('unit alias'), { unitName: name, alias });
  await context.print({
    json: { code: unit.code, name: unit.name, alias },
    view: [{ kind: 'lines', lines: [context.text.views.unit.aliased(unit.name, alias)] }],
  });
}
