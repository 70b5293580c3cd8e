import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { listedEditionJson } from '../../output/roster/edition-json.ts';
import { editionListView } from '../../output/roster/roster-view.ts';
import { listEditions } from '../../store/editions.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'roster list', 'liaison roster list').action(() => runList(context));
}

async function runList(context: Context): Promise<void> {
  const { store, jurisdiction } = await context.session('roster list');
  const editions = await listEditions(store.db, jurisdiction.id);
  await context.print({
    json: editions.map(listedEditionJson),
    view: editionListView(editions, context.text),
  });
}
