import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { numberOption, textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { maskText } from '../../domain/masking.ts';
import { searchAppeals, searchByPhone } from '../../operations/appeal/search-appeals.ts';
import { hitJson } from '../../output/appeal-json.ts';
import { searchView } from '../../output/search-view.ts';

interface Options {
  readonly phone?: string;
  readonly limit?: number;
  readonly all?: boolean;
}

/** How many appeals are shown unless more are asked for. */
const usualLimit = 20;

export function addSearchCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  addVerb(
    parent,
    context,
    'appeal search',
    'liaison appeal search 路灯 不亮',
    'liaison appeal search --phone 19900000001',
  )
    .argument('[words...]', help.words)
    .option('--phone <phone>', help.ofPhone, textOption('--phone'))
    .option('--limit <number>', help.limit, numberOption('--limit'))
    .option('--all', help.allFound)
    .action((words: readonly string[], options: Options) => runSearch(context, words, options));
}

async function runSearch(
  context: Context,
  words: readonly string[],
  { phone, limit = usualLimit, all }: Options,
): Promise<void> {
  const query = words.join(' ');
  if (phone !== undefined && query !== '')
    throw new AppError('options-conflict', { one: '--phone', other: query });
  const session = await context.session('appeal search');
  const terms = { limit: all === true ? Number.MAX_SAFE_INTEGER : limit };
  const { hits, total } =
    phone === undefined
      ? await searchAppeals(session, { query, ...terms })
      : await searchByPhone(session, { phone, ...terms });
  const say = context.text.views.search;
  if (phone !== undefined) context.say(say.logged);
  else if (total === 0) context.warn(say.notSearched);
  await context.print({
    json: {
      total,
      hits: hits.map(hitJson),
    },
    view: searchView(
      phone === undefined ? say.title(maskText(query, { caller: null, phone: null })) : say.ofPhone,
      { hits, total, isPhone: phone !== undefined },
      session.jurisdiction.timeZone,
      context.text,
    ),
  });
  const [first] = hits;
  if (first !== undefined) context.next(`liaison appeal show ${first.appeal.number}`);
}
