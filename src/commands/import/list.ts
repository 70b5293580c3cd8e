import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { importListView } from '../../output/batch-view.ts';
import { importJson } from '../../output/import-json.ts';
import { listBatches } from '../../store/batches.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'import list', 'liaison import list').action(() => runList(context));
}

async function runList(context: Context): Promise<void> {
  const { store, jurisdiction } = await context.session('import list');
  const batches = await listBatches(store.db, jurisdiction.id);
  await context.print({
    json: batches.map(importJson),
    view: importListView(batches, jurisdiction.timeZone, context.text),
  });
}
