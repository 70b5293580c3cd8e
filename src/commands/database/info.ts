import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { getDatabaseFacts } from '../../operations/database/database-facts.ts';
import { databaseView } from '../../output/database-view.ts';

export function addInfoCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'database info', 'liaison database info').action(() => runInfo(context));
}

async function runInfo(context: Context): Promise<void> {
  const facts = await getDatabaseFacts(await context.store());
  await context.print({ json: facts, view: databaseView(facts, context.text) });
}
