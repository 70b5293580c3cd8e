import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { numberOption, yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { explainTier } from '../../operations/explain-tier.ts';
import { describeClause, tierExplanationView } from '../../output/tier-view.ts';

interface Options {
  readonly year?: number;
  readonly run?: number;
}

export function addExplainCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(parent, context, 'tier explain', 'liaison tier explain 市公安局 --year 2021')
    .argument('<unit>', help.shared.unit)
    .option('--year <year>', help.shared.year, yearOption('--year'))
    .option('--run <number>', help.shared.run, numberOption('--run'))
    .action((unit: string, options: Options) => runExplain(context, unit, options));
}

async function runExplain(context: Context, name: string, { year, run: number }: Options): Promise<void> {
  if (year !== undefined && number !== undefined)
    throw new AppError('options-conflict', { one: '--year', other: '--run' });
  const { store, jurisdiction } = await context.session('tier explain');
  const explanation = await explainTier(store.db, jurisdiction, { unit: name, year, run: number });
  const { run, unit, verdict, distance, changedSince, lastYear } = explanation;
  await context.print({
    json: {
      code: unit.code,
      name: unit.name,
      run: run.number,
      year: run.year,
      scheme: run.scheme.code,
      schemeSource: run.scheme.source,
      tier: unit.tier,
      volume: unit.volume,
      channels: unit.counts,
      onBound: unit.onBound,
      clause: verdict?.kind === 'classified' ? verdict.clause : null,
      clauseText: verdict?.kind === 'classified' ? describeClause(verdict, run.scheme, context.text) : null,
      sources: unit.sources,
      distance,
      changedSince,
      lastYear:
        lastYear === null
          ? null
          : {
              year: lastYear.run.year,
              run: lastYear.run.number,
              volume: lastYear.unit.volume,
              tier: lastYear.unit.tier,
            },
    },
    view: tierExplanationView(explanation, context.text),
  });
}
