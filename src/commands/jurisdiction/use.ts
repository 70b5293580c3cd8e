import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { makeUsual } from '../../operations/unit/change-jurisdiction.ts';
import { jurisdictionJson } from '../../output/jurisdiction-json.ts';
import { getJurisdiction } from '../../store/jurisdictions.ts';

export function addUseCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'jurisdiction use', 'liaison jurisdiction use DZ')
    .argument('<code>', context.text.help.jurisdiction.code)
    .action((code: string) => runUse(context, code));
}

async function runUse(context: Context, code: string): Promise<void> {
  const store = await context.store();
  const jurisdiction = await getJurisdiction(store.db, code);
  const used = await makeUsual({ ...context.work('jurisdiction use'), store, jurisdiction });
  await context.print({
    json: jurisdictionJson(used),
    view: [{ kind: 'lines', lines: [context.text.views.jurisdiction.used(used.name, used.code)] }],
  });
}
