import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { textOption, yearOption } from '../../cli/option-values.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import { simulateTiers } from '../../operations/tier/compare-tiers.ts';
import { simulationView } from '../../output/tier-comparison-view.ts';
import type { BoundOptions } from '../scheme/scheme-options.ts';
import { addBoundOptions, parseLowers } from '../scheme/scheme-options.ts';

type Options = BoundOptions & { readonly year?: number; readonly scheme?: string };

export function addSimulateCommand(parent: Command, context: Context): void {
  const { shared, tier: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'tier simulate',
    'liaison tier simulate --dedicated over:800 --attached 40+',
    'liaison tier simulate --scheme county-500-100 --year 2021',
  )
    .option('--year <year>', shared.year, yearOption('--year'))
    .option('--scheme <code>', help.tryScheme, textOption('--scheme'));
  addBoundOptions(verb, context).action((options: Options) => runSimulate(context, options));
  asksFor(verb, { needs: [['--scheme', '--dedicated', '--attached', '--designated', '--category']] });
}

async function runSimulate(context: Context, options: Options): Promise<void> {
  const { year, scheme: schemeCode, category: categoryTiers } = options;
  const lowers = parseLowers(options);
  if (schemeCode === undefined && Object.keys({ ...lowers, ...categoryTiers }).length === 0) {
    throw new AppError('option-missing', { options: ['--dedicated', '--attached', '--scheme'] });
  }
  const { store, jurisdiction, now } = await context.session('tier simulate');
  const simulation = await simulateTiers(store.db, jurisdiction, now, {
    year,
    schemeCode,
    variation: { lowers, categoryTiers },
  });
  const { run, scheme, simulated, counts, simulatedCounts, units } = simulation;
  await context.print({
    json: {
      year: simulation.year,
      run: run?.number ?? null,
      scheme: scheme.code,
      simulated,
      counts,
      simulatedCounts,
      units: units.filter(({ move }) => move !== 'same'),
    },
    view: simulationView(simulation, context.text),
  });
}
