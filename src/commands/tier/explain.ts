import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { numberOption, yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { explainTier } from '../../operations/tier/explain-tier.ts';
import { predecessorsJson } from '../../output/tier-json.ts';
import { describeClause, tierExplanationView } from '../../output/tier-explanation-view.ts';

interface Options {
  readonly year?: number;
  readonly run?: number;
  readonly edition?: number;
}

export function addExplainCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(
    parent,
    context,
    'tier explain',
    'liaison tier explain 市公安局 --year 2021',
    'liaison tier explain 市公安局 --edition 1',
  )
    .argument('<unit>', help.shared.unit)
    .option('--year <year>', help.shared.year, yearOption('--year'))
    .option('--run <number>', help.shared.run, numberOption('--run'))
    .option('--edition <number>', help.shared.edition, numberOption('--edition'))
    .action((unit: string, options: Options) => runExplain(context, unit, options));
}

async function runExplain(context: Context, name: string, options: Options): Promise<void> {
  const given = Object.keys(options).map((option) => `--${option}`);
  const [one, other] = given;
  if (one !== undefined && other !== undefined) throw new AppError('options-conflict', { one, other });
  const { store, jurisdiction } = await context.session('tier explain');
  const explanation = await explainTier(store.db, jurisdiction, { unit: name, ...options });
  const { run, unit, verdict, lastYear, changed, others, askedFor } = explanation;
  const { distance, near, nameNow, edition, newerDraft } = explanation;
  await context.print({
    json: {
      code: unit.code,
      name: unit.name,
      nameNow,
      askedFor: askedFor === null ? null : { name: askedFor.name, on: askedFor.on },
      edition,
      run: run.number,
      newerDraft,
      year: run.year,
      scheme: run.scheme.code,
      schemeSource: run.scheme.source,
      isDefaultScheme: explanation.isDefaultScheme,
      tier: unit.tier,
      volume: unit.volume,
      channels: unit.counts,
      onBound: unit.onBound,
      nearBound: near,
      clause: verdict?.kind === 'classified' ? verdict.clause : null,
      clauseText: verdict?.kind === 'classified' ? describeClause(verdict, run.scheme, context.text) : null,
      override: unit.override ?? null,
      sources: unit.sources,
      predecessors: predecessorsJson(unit),
      distance,
      changedSince: changed.length > 0,
      changes: changed,
      lastYear:
        lastYear === null
          ? null
          : {
              year: lastYear.run.year,
              run: lastYear.run.number,
              volume: lastYear.unit.volume,
              tier: lastYear.unit.tier,
              override: lastYear.unit.override ?? null,
            },
      adoption: run.adoption,
      supersededBy: run.supersededBy,
      otherRuns: others.map((of) => ({
        run: of.run.number,
        adoption: of.run.adoption,
        supersededBy: of.run.supersededBy,
        volume: of.unit?.volume ?? null,
        tier: of.unit?.tier ?? null,
      })),
    },
    view: tierExplanationView(explanation, context.text),
  });
}
