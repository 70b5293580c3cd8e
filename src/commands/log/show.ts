import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import {
  getLoggedOperation,
  nameUnitCodes,
  listOperationEffects,
} from '../../operations/database/operation-log.ts';
import { effectsJson } from '../../output/import-json.ts';
import { operationView } from '../../output/log-view.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'log show', 'liaison log show 3')
    .argument('<number>', context.text.help.log.operation, numberOption('number'))
    .action((number: number) => runShow(context, number));
}

async function runShow(context: Context, number: number): Promise<void> {
  const session = await context.session('log show');
  const operation = await getLoggedOperation(session.store.db, number);
  const changes = await listOperationEffects(session.store.db, session.jurisdiction, number);
  await context.print({
    isPersonal: true,
    json: { ...operation, changes: effectsJson(changes.effects, changes.nameOf) },
    view: operationView(
      operation,
      changes,
      { timeZone: session.jurisdiction.timeZone, nameOf: await nameUnitCodes(session) },
      context.text,
    ),
  });
}
