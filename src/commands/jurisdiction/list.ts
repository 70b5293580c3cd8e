import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { jurisdictionJson } from '../../output/jurisdiction-json.ts';
import { jurisdictionListView } from '../../output/jurisdiction-view.ts';
import { listJurisdictions } from '../../store/jurisdictions.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'jurisdiction list', 'liaison jurisdiction list').action(() => runList(context));
}

async function runList(context: Context): Promise<void> {
  const jurisdictions = await listJurisdictions((await context.store()).db);
  await context.print({
    json: jurisdictions.map(jurisdictionJson),
    view: jurisdictionListView(jurisdictions, context.text),
  });
}
