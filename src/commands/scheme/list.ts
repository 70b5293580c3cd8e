import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { schemeListView } from '../../output/scheme-view.ts';
import { listSchemes, listSchemeUses } from '../../store/schemes.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'scheme list', 'liaison scheme list').action(() => runList(context));
}

async function runList(context: Context): Promise<void> {
  const { store, jurisdiction } = await context.session('scheme list');
  const schemes = await listSchemes(store.db, jurisdiction.id);
  const uses = await listSchemeUses(store.db, jurisdiction.id);
  await context.print({
    json: schemes.map((scheme) => ({ ...scheme, inUse: scheme.code === jurisdiction.schemeCode })),
    view: schemeListView(schemes, uses, context.text),
  });
}
