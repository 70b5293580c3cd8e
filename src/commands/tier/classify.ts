import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { classifyYear } from '../../operations/tier/classify-units.ts';
import { lostOverrideJson, runJson } from '../../output/tier-json.ts';
import { describeLostOverride, orderUnits, tierListView } from '../../output/tier-view.ts';

interface Options {
  readonly year: number;
  readonly scheme?: string;
}

export function addClassifyCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(parent, context, 'tier classify', 'liaison tier classify --year 2021')
    .requiredOption('--year <year>', help.shared.year, yearOption('--year'))
    .option('--scheme <code>', help.tier.scheme)
    .action((options: Options) => runClassify(context, options));
}

async function runClassify(context: Context, { year, scheme }: Options): Promise<void> {
  const session = await context.session('tier classify');
  const classified = await classifyYear(session, { year, schemeCode: scheme });
  const { run, counts, units, isNew, overridesOf, overridesLost, overridesOfYearBefore } = classified;
  const say = context.text.views.tier;
  // The counts were read this moment: none has been changed since.
  const changed = new Set<number>();
  await context.print({
    json: {
      ...runJson(session.jurisdiction.code, run, counts, units, changed),
      overridesOfYearBefore: overridesOfYearBefore.map(lostOverrideJson),
    },
    view: [
      ...tierListView(run, counts, orderUnits(units, 'tier'), { changed, newerDraft: null }, context.text),
      {
        kind: 'lines',
        lines: [
          ...(overridesOf === null ? [] : [say.overridesKept(overridesOf)]),
          ...(overridesLost.length === 0 ? [] : [say.overridesLost(context.text.labels.list(overridesLost))]),
          ...overridesOfYearBefore.map((lost) => ({
            text: describeLostOverride(lost, year - 1, context.text),
            tone: 'warning' as const,
          })),
          isNew ? say.classified(run.number) : say.same(run.number),
        ],
      },
    ],
  });
  if (run.adoption === null)
    context.next(
      `liaison tier adopt ${String(run.number)} --document-no ${context.text.labels.fill.documentNo}`,
    );
}
