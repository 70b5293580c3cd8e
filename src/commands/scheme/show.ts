import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { schemeView } from '../../output/scheme-view.ts';
import { getScheme, listSchemeUses } from '../../store/schemes.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'scheme show', 'liaison scheme show dezhou-2022')
    .argument('[code]', context.text.help.scheme.code)
    .action((code: string | undefined) => runShow(context, code));
}

async function runShow(context: Context, code: string | undefined): Promise<void> {
  const { store, jurisdiction } = await context.session('scheme show');
  const scheme = await getScheme(store.db, jurisdiction.id, code ?? jurisdiction.schemeCode);
  const uses = await listSchemeUses(store.db, jurisdiction.id);
  await context.print({
    json: scheme,
    view: schemeView(scheme, uses, jurisdiction.timeZone, context.text),
  });
}
