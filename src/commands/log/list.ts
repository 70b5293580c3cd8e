import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption, numberOption, textOption } from '../../cli/option-values.ts';
import { printList, usualLimit } from '../../cli/print-list.ts';
import { addVerb } from '../../cli/verb.ts';
import type { LoggedOperation, OperationLogTerms } from '../../operations/database/operation-log.ts';
import { nameUnitCodes, openOperationLog } from '../../operations/database/operation-log.ts';
import { logListView } from '../../output/log-view.ts';

export function addListCommand(parent: Command, context: Context): void {
  const { log: help } = context.text.help;
  addVerb(
    parent,
    context,
    'log list',
    'liaison log list --unit 市公安局',
    'liaison log list --noun tier --since 2022-02-01',
  )
    .option('--noun <noun>', help.noun, textOption('--noun'))
    .option('--unit <unit>', help.unit, textOption('--unit'))
    .option('--appeal <number>', help.appeal, textOption('--appeal'))
    .option('--by <name>', help.by, textOption('--by'))
    .option('--since <day>', help.since, dayOption('--since', context))
    .option('--until <day>', help.until, dayOption('--until', context))
    .option('--limit <number>', help.limit, numberOption('--limit'))
    .action((terms: OperationLogTerms) => runList(context, terms));
}

async function runList(
  context: Context,
  { limit = usualLimit(context), ...terms }: OperationLogTerms,
): Promise<void> {
  const session = await context.session('log list');
  const { found, count, hasUndone, pages } = await openOperationLog(session, { ...terms, limit });
  const { timeZone } = session.jurisdiction;
  const nameOf = await nameUnitCodes(session);
  const makeView = (operations: readonly LoggedOperation[]) =>
    logListView({ operations, found, hasUndone }, { timeZone, nameOf }, context.text);
  await printList(context, { pages, count, json: (one) => one, view: makeView });
}
