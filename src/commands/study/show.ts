import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { localDay } from '../../domain/time.ts';
import { getStudy } from '../../operations/study/list-studies.ts';
import { printStudy } from './print-study.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'study show', 'liaison study show 1')
    .argument('<study>', context.text.help.study.number, numberOption('study'))
    .action((number: number) => runShow(context, number));
}

async function runShow(context: Context, number: number): Promise<void> {
  const { store, jurisdiction, now } = await context.session('study show');
  const today = localDay(now, jurisdiction.timeZone);
  await printStudy(context, await getStudy(store.db, jurisdiction, { number, today }));
}
