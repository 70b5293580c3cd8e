import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { getLoggedOperation } from '../../operations/database/operation-log.ts';
import { operationView } from '../../output/log-view.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'log show', 'liaison log show 3')
    .argument('<number>', context.text.help.log.operation, numberOption('number'))
    .action((number: number) => runShow(context, number));
}

async function runShow(context: Context, number: number): Promise<void> {
  const session = await context.session('log show');
  const operation = await getLoggedOperation(session, number);
  await context.print({
    json: operation,
    view: operationView(operation, session.jurisdiction.timeZone, context.text),
  });
}
