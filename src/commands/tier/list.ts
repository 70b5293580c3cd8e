import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { numberOption, wordOption, yearOption } from '../../cli/option-values.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import { countRun } from '../../domain/run.ts';
import type { Tier } from '../../domain/scheme.ts';
import { tierWords } from '../../domain/input-words.ts';
import { listChangedUnits } from '../../operations/tier/changed-since.ts';
import { getOverview } from '../../operations/overview/overview.ts';
import { runJson } from '../../output/tier-json.ts';
import type { RunOrder } from '../../output/tier-view.ts';
import {
  orderUnits,
  runOrderWords,
  tierChart,
  tierChartView,
  tierListView,
  tierOverviewView,
} from '../../output/tier-view.ts';
import { findNewerDraft, getRun, getRunAtHand, listRunUnits } from '../../store/classifications.ts';
import { localDay } from '../../domain/time.ts';
import { tablesOf } from '../../output/view.ts';
import { tierListFacts, tierOverviewFacts } from '../../output/lists/list-heads.ts';
import { listDocuments } from '../list-documents.ts';

interface Options {
  readonly year?: number;
  readonly run?: number;
  readonly tier?: Tier;
  readonly sort: RunOrder;
  readonly chart?: boolean;
  readonly all?: boolean;
}

export function addListCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  const verb = addVerb(
    parent,
    context,
    'tier list',
    'liaison tier list --year 2021',
    'liaison tier list --tier dedicated --chart',
  )
    .option('--year <year>', help.shared.year, yearOption('--year'))
    .option('--run <number>', help.shared.run, numberOption('--run'))
    .option('--tier <tier>', help.tier.only, wordOption('--tier', tierWords))
    .option('--sort <order>', help.tier.sort, wordOption('--sort', runOrderWords), 'tier')
    .option('--chart', help.tier.chart)
    .option('--all', help.tier.allJurisdictions)
    .action((options: Options) =>
      options.all === true ? runAll(context, options) : runList(context, options),
    );
  makesDocuments(verb, 'html', 'docx');
}

async function runList(context: Context, options: Options): Promise<void> {
  const { year, run: number, tier, sort } = options;
  if (year !== undefined && number !== undefined)
    throw new AppError('options-conflict', { one: '--year', other: '--run' });
  const { store, jurisdiction, now } = await context.session('tier list');
  const { id } = jurisdiction;
  const run =
    number === undefined ? await getRunAtHand(store.db, id, year) : await getRun(store.db, id, number);
  const units = await listRunUnits(store.db, run.id);
  const counts = countRun(run.scheme, units);
  const changed = await listChangedUnits(store.db, id, run.year, units);
  const shown = orderUnits(tier === undefined ? units : units.filter((unit) => unit.tier === tier), sort);
  const newerDraft = number === undefined ? await findNewerDraft(store.db, id, run) : null;
  await context.print({
    json: { ...runJson(jurisdiction.code, run, counts, shown, changed), newerDraft },
    view:
      options.chart === true
        ? tierChartView(run, counts, shown, context.text)
        : tierListView(run, counts, shown, { changed, newerDraft }, context.text),
    documents: listDocuments({
      view: (zh) => tablesOf(tierListView(run, counts, shown, { changed, newerDraft }, zh)),
      facts: {
        ...tierListFacts(jurisdiction.name, run, localDay(now, jurisdiction.timeZone)),
        isAcross: options.chart === true,
      },
      chart:
        options.chart === true
          ? {
              make: (zh) => tierChart(run.scheme, shown, zh),
              tellNone: () => {
                context.warn(context.text.views.tier.noChart);
              },
            }
          : undefined,
    }),
  });
}

async function runAll(context: Context, options: Options): Promise<void> {
  const { year } = options;
  for (const [option, value] of Object.entries({ '--run': options.run, '--tier': options.tier })) {
    if (value !== undefined) throw new AppError('options-conflict', { one: '--all', other: option });
  }
  if (options.chart === true) throw new AppError('options-conflict', { one: '--all', other: '--chart' });
  const { lines, totals } = await getOverview((await context.store()).db, context.namedJurisdiction, year);
  await context.print({
    json: {
      jurisdictions: lines.map(({ code, name, run, counts }) => ({
        code,
        name,
        run: run?.number ?? null,
        year: run?.year ?? null,
        scheme: run?.scheme.code ?? null,
        counts,
      })),
      totals,
    },
    view: tierOverviewView(lines, totals, context.text),
    documents: listDocuments({
      view: (zh) => tablesOf(tierOverviewView(lines, totals, zh)),
      facts: tierOverviewFacts(context.today),
    }),
  });
}
