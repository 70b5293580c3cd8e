import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { numberOption, wordOption, yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { countRun } from '../../domain/run.ts';
import type { Tier } from '../../domain/scheme.ts';
import { tierWords } from '../../domain/words.ts';
import { tierListView } from '../../output/tier-view.ts';
import { getRun, getRunAtHand, listRunUnits } from '../../store/classifications.ts';
import { runDocument } from './run-document.ts';

interface Options {
  readonly year?: number;
  readonly run?: number;
  readonly tier?: Tier;
}

export function addListCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(parent, context, 'tier list', 'liaison tier list --year 2021', 'liaison tier list --tier dedicated')
    .option('--year <year>', help.shared.year, yearOption('--year'))
    .option('--run <number>', help.shared.run, numberOption('--run'))
    .option('--tier <tier>', help.tier.only, wordOption('--tier', tierWords))
    .action((options: Options) => runList(context, options));
}

async function runList(context: Context, { year, run: number, tier }: Options): Promise<void> {
  if (year !== undefined && number !== undefined)
    throw new AppError('options-conflict', { one: '--year', other: '--run' });
  const { store, jurisdiction } = await context.session('tier list');
  const { id } = jurisdiction;
  const run =
    number === undefined ? await getRunAtHand(store.db, id, year) : await getRun(store.db, id, number);
  const units = await listRunUnits(store.db, run.id);
  const counts = countRun(run.scheme, units);
  const shown = tier === undefined ? units : units.filter((unit) => unit.tier === tier);
  await context.print({
    json: runDocument(jurisdiction.code, run, counts, shown),
    view: tierListView(run, counts, shown, context.text),
  });
}
