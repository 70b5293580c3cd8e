import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { jurisdictionJson } from '../../output/jurisdiction-json.ts';
import { jurisdictionView } from '../../output/jurisdiction-view.ts';
import { getJurisdiction } from '../../store/jurisdictions.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'jurisdiction show', 'liaison jurisdiction show DZ')
    .argument('[code]', context.text.help.jurisdiction.code)
    .action((code: string | undefined) => runShow(context, code));
}

async function runShow(context: Context, code: string | undefined): Promise<void> {
  const { db } = await context.store();
  const jurisdiction = code === undefined ? await context.jurisdiction() : await getJurisdiction(db, code);
  await context.print({
    json: jurisdictionJson(jurisdiction),
    view: jurisdictionView(jurisdiction, context.text),
  });
}
