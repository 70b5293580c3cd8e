import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { documentNoOption, textOption, wordOption, yearOption } from '../../cli/option-values.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import type { Tier } from '../../domain/scheme.ts';
import { tierWords } from '../../domain/input-words.ts';
import { overrideTier } from '../../operations/tier/classify-units.ts';
import { describeCounts } from '../../output/tier-view.ts';

interface Options {
  readonly tier?: Tier;
  readonly reason?: string;
  readonly documentNo?: string;
  readonly withdraw?: boolean;
  readonly year?: number;
}

export function addOverrideCommand(parent: Command, context: Context): void {
  const { shared, tier: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'tier override',
    'liaison tier override 市财政局 --tier attached --reason 承担专项工作 --document-no 德编〔2022〕2号',
    'liaison tier override 市财政局 --withdraw',
  )
    .argument('<unit>', shared.unit)
    .option('--tier <tier>', help.overrideTier, wordOption('--tier', tierWords))
    .option('--reason <text>', help.overrideReason, textOption('--reason'))
    .option('--document-no <no>', shared.documentNo, documentNoOption('--document-no', context))
    .option('--withdraw', help.withdraw)
    .option('--year <year>', shared.year, yearOption('--year'))
    .action((unit: string, options: Options) => runOverride(context, unit, options));
  asksFor(verb, {
    needs: [['--tier', '--withdraw'], ['--reason'], ['--document-no']],
    unless: { '--reason': '--withdraw', '--document-no': '--withdraw' },
  });
}

async function runOverride(context: Context, name: string, options: Options): Promise<void> {
  const override = makeOverride(options);
  const session = await context.session('tier override');
  const { run, unit, counts } = await overrideTier(session, { unit: name, year: options.year, override });
  const say = context.text.views.tier;
  const line =
    unit.override === undefined
      ? say.overrideTakenBack(unit.name, run.number)
      : say.overridden(unit.name, context.text.codeNames.tier[unit.override.tier], run.number);
  await context.print({
    json: {
      run: run.number,
      year: run.year,
      code: unit.code,
      name: unit.name,
      tier: unit.tier,
      override: unit.override ?? null,
      counts,
    },
    view: [{ kind: 'lines', lines: [line, describeCounts(counts, context.text)] }],
  });
  if (run.adoption === null)
    context.next(
      `liaison tier adopt ${String(run.number)} --document-no ${context.text.labels.fill.documentNo}`,
    );
}

function makeOverride({ tier, reason, documentNo, withdraw }: Options) {
  const given = { '--tier': tier, '--reason': reason, '--document-no': documentNo };
  if (withdraw === true) {
    const [other] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    if (other !== undefined) throw new AppError('options-conflict', { one: '--withdraw', other });
    return null;
  }
  const missing = Object.entries(given).flatMap(([option, value]) => (value === undefined ? [option] : []));
  if (tier === undefined || reason === undefined || documentNo === undefined) {
    throw new AppError('option-missing', { options: missing });
  }
  return { tier, reason, documentNo };
}
