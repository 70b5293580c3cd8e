import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { nameOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { addAlias, removeAlias } from '../../operations/unit/add-unit.ts';

interface Options {
  readonly remove?: boolean;
}

export function addAliasCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(parent, context, 'unit alias', 'liaison unit alias 市住房和城乡建设局 住建局')
    .argument('<unit>', help.shared.unit)
    .argument('<alias>', help.unit.alias, nameOption('alias'))
    .option('--remove', help.unit.removeAlias)
    .action((name: string, alias: string, options: Options) => runAlias(context, name, alias, options));
}

async function runAlias(
  context: Context,
  name: string,
  alias: string,
  { remove = false }: Options,
): Promise<void> {
  const session = await context.session('unit alias');
  const terms = { unitName: name, alias };
  const unit = remove ? await removeAlias(session, terms) : await addAlias(session, terms);
  const { aliased, aliasRemoved } = context.text.views.unit;
  await context.print({
    json: { code: unit.code, name: unit.name, alias, removed: remove },
    view: [{ kind: 'lines', lines: [remove ? aliasRemoved(unit.name, alias) : aliased(unit.name, alias)] }],
  });
}
