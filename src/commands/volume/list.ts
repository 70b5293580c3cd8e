import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { listVolumeLines } from '../../operations/tier/list-volumes.ts';
import { volumeListView } from '../../output/volume-view.ts';

interface Options {
  readonly year?: number;
}

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'volume list', 'liaison volume list --year 2021')
    .option('--year <year>', context.text.help.shared.year, yearOption('--year'))
    .action((options: Options) => runList(context, options));
}

async function runList(context: Context, { year }: Options): Promise<void> {
  const { store, jurisdiction } = await context.session('volume list');
  const lines = await listVolumeLines(store.db, jurisdiction.id, year);
  await context.print({ json: lines, view: volumeListView(jurisdiction.name, lines, context.text) });
}
