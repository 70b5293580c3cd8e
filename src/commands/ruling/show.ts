import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { getRuling } from '../../operations/appeal/rulings.ts';
import { listAppealsCiting } from '../../store/rulings.ts';
import { printRuling } from './print-ruling.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'ruling show', 'liaison ruling show 1')
    .argument('<ruling>', context.text.help.ruling.number, numberOption('ruling'))
    .action((number: number) => runShow(context, number));
}

async function runShow(context: Context, number: number): Promise<void> {
  const { store, jurisdiction } = await context.session('ruling show');
  const details = await getRuling(store.db, jurisdiction, number);
  await printRuling(context, details, await listAppealsCiting(store.db, details.ruling));
}
