import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { findDesks } from '../../operations/roster/find-desk.ts';
import { foundView } from '../../output/roster/roster-view.ts';

export function addFindCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'roster find', 'liaison roster find 供热', 'liaison roster find 0534-5550112')
    .argument('<text>', context.text.help.roster.wanted, textOption('text'))
    .action((wanted: string) => runFind(context, wanted));
}

async function runFind(context: Context, wanted: string): Promise<void> {
  const { store, jurisdiction, now } = await context.session('roster find');
  const found = await findDesks(store.db, jurisdiction, now, wanted);
  await context.print({ json: found, view: foundView(wanted, found, context.text) });
}
