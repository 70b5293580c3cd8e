import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { jurisdictionJson } from '../../output/jurisdiction-json.ts';
import { jurisdictionListView } from '../../output/jurisdiction-view.ts';
import { findUsual, listJurisdictions } from '../../store/jurisdictions.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'jurisdiction list', 'liaison jurisdiction list').action(() => runList(context));
}

async function runList(context: Context): Promise<void> {
  const { db } = await context.store();
  const jurisdictions = await listJurisdictions(db);
  const usual = await findUsual(db);
  await context.print({
    json: jurisdictions.map((one) => ({ ...jurisdictionJson(one), isUsual: one.id === usual })),
    view: jurisdictionListView(jurisdictions, usual, context.text),
  });
}
