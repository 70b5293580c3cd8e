import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { numberOption, yearOption } from '../../cli/option-values.ts';
import { addVerb, makesDocuments, asksFor } from '../../cli/verb.ts';
import { compareTiers } from '../../operations/tier/compare-tiers.ts';
import { lostOverrideJson } from '../../output/tier-json.ts';
import { tierComparisonView, tierShiftChart, tierShiftView } from '../../output/tier-comparison-view.ts';
import { localDay } from '../../domain/time.ts';
import { tierComparisonFacts } from '../../output/lists/list-heads.ts';
import { listDocuments } from '../list-documents.ts';

interface Options {
  readonly runs?: readonly string[];
  readonly all?: boolean;
  readonly chart?: boolean;
}

export function addCompareCommand(parent: Command, context: Context): void {
  const { tier: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'tier compare',
    'liaison tier compare 2020 2021',
    'liaison tier compare --runs 1 2 --all',
    'liaison tier compare 2020 2021 --chart -o compare.html',
  )
    .argument('[first]', help.firstYear, yearOption('first'))
    .argument('[second]', help.secondYear, yearOption('second'))
    .option('--runs <numbers...>', help.runs)
    .option('--all', help.allUnits)
    .option('--chart', help.shiftChart)
    .action((first: number | undefined, second: number | undefined, options: Options) =>
      runCompare(context, [first, second], options),
    );
  asksFor(verb, {
    needs: [
      ['first', '--runs'],
      ['second', '--runs'],
    ],
  });
  makesDocuments(verb, 'html', 'docx');
}

async function runCompare(
  context: Context,
  years: readonly [number | undefined, number | undefined],
  options: Options,
): Promise<void> {
  const terms = makeTerms(years, options.runs);
  const { store, jurisdiction, now } = await context.session('tier compare');
  const comparison = await compareTiers(store.db, jurisdiction, terms);
  const { first, second, firstCounts, secondCounts, units, overridesGone } = comparison;
  const isWhole = options.all === true;
  const head = (run: typeof first) => ({
    run: run.number,
    year: run.year,
    scheme: run.scheme.code,
    isDraft: run.adoption === null,
  });
  await context.print({
    json: {
      first: { ...head(first), counts: firstCounts },
      second: { ...head(second), counts: secondCounts },
      units,
      overridesGone: overridesGone.map(lostOverrideJson),
    },
    view:
      options.chart === true
        ? tierShiftView(comparison, isWhole, context.text)
        : tierComparisonView(comparison, isWhole, context.text),
    documents: listDocuments({
      view: (zh) => tierComparisonView(comparison, isWhole, zh),
      facts: {
        ...tierComparisonFacts(jurisdiction.name, comparison, localDay(now, jurisdiction.timeZone)),
        isAcross: options.chart === true,
      },
      chart:
        options.chart === true
          ? {
              make: (zh) => tierShiftChart(comparison, isWhole, zh),
              tellNone: () => {
                context.warn(context.text.views.tier.noChart);
              },
            }
          : undefined,
    }),
  });
}

function makeTerms(
  [first, second]: readonly [number | undefined, number | undefined],
  runs: readonly string[] | undefined,
) {
  if (runs === undefined) {
    if (first === undefined || second === undefined) {
      throw new AppError('argument-missing', { argument: first === undefined ? 'first' : 'second' });
    }
    return { years: [first, second] as const };
  }
  if (first !== undefined) throw new AppError('options-conflict', { one: '--runs', other: String(first) });
  const [one, other, third] = runs.map(numberOption('--runs'));
  if (one === undefined || other === undefined || third !== undefined) {
    throw new AppError('option-value-invalid', { option: '--runs', value: runs.join(' '), example: '1 2' });
  }
  return { runs: [one, other] as const };
}
