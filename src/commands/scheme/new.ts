import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption, wordsOption, yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { tiers } from '../../domain/scheme.ts';
import type { Category } from '../../domain/unit.ts';
import { categories } from '../../domain/unit.ts';
import type { Channel } from '../../domain/volume.ts';
import { categoryWords, channelWords } from '../../domain/input-words.ts';
import { addScheme } from '../../operations/tier/change-scheme.ts';
import type { BoundOptions } from './scheme-options.ts';
import { addBoundOptions, parseLowers } from './scheme-options.ts';
import { printNewScheme } from './print-new-scheme.ts';

type Options = BoundOptions & {
  readonly code?: string;
  readonly source: string;
  readonly fromVolumeYear: number;
  readonly channels: readonly Channel[];
  readonly covers: readonly Category[];
};

export function addNewCommand(parent: Command, context: Context): void {
  const { scheme: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'scheme new',
    'liaison scheme new --dedicated over:800 --attached over:50 --source 德编〔2023〕2号 --from-volume-year 2022',
  )
    .requiredOption('--source <text>', help.source, textOption('--source'))
    .requiredOption('--from-volume-year <year>', help.fromYear, yearOption('--from-volume-year'))
    .option('--code <code>', help.newCode, textOption('--code'));
  addBoundOptions(verb, context)
    .option('--channels <list>', help.channels, wordsOption('--channels', channelWords), [
      'hotline',
      'online',
    ])
    .option('--covers <list>', help.covers, wordsOption('--covers', categoryWords), categories)
    .action((options: Options) => runNew(context, options));
}

async function runNew(context: Context, options: Options): Promise<void> {
  const { code, source, fromVolumeYear, channels, covers, category } = options;
  // What lies below all bounds that are said is designated, down to zero.
  const lowers = { designated: { number: 0, included: true }, ...parseLowers(options) };
  const bands = tiers.flatMap((tier) => {
    const lower = lowers[tier];
    return lower === undefined ? [] : [{ tier, lower }];
  });
  const session = await context.session('scheme new');
  const draft = {
    code,
    source,
    fromVolumeYear,
    channels,
    categories: covers,
    categoryTiers: category,
    bands,
  };
  await printNewScheme(context, session.jurisdiction, await addScheme(session, draft));
}
