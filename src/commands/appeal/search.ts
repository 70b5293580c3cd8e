import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context, Session } from '../../cli/context.ts';
import { nameOption, numberOption, textOption } from '../../cli/option-values.ts';
import { addVerb, asksFor } from '../../cli/verb.ts';
import { maskText } from '../../domain/masking.ts';
import type { Found } from '../../operations/appeal/search-appeals.ts';
import { searchAppeals, searchByCaller, searchByPhone } from '../../operations/appeal/search-appeals.ts';
import { hitJson } from '../../output/appeal-json.ts';
import { searchView } from '../../output/search-view.ts';

interface Options {
  readonly phone?: string;
  readonly caller?: string;
  readonly reason?: string;
  readonly limit?: number;
  readonly all?: boolean;
}

/** How many appeals are shown unless more are asked for. */
const usualLimit = 20;

export function addSearchCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'appeal search',
    'liaison appeal search 路灯 不亮',
    'liaison appeal search --phone 19900000001',
    'liaison appeal search --caller 张三 --reason 本人来电查询',
  )
    .argument('[words...]', help.words)
    .option('--phone <phone>', help.ofPhone, textOption('--phone'))
    .option('--caller <name>', help.ofCaller, nameOption('--caller'))
    .option('--reason <text>', help.whySearched, textOption('--reason'))
    .option('--limit <number>', help.limit, numberOption('--limit'))
    .option('--all', help.allFound)
    .action((words: readonly string[], options: Options) => runSearch(context, words, options));
  asksFor(verb, { needs: [['words', '--phone', '--caller']] });
}

async function runSearch(context: Context, words: readonly string[], options: Options): Promise<void> {
  const { limit = usualLimit, all } = options;
  const query = words.join(' ');
  const terms = { limit: all === true ? Number.MAX_SAFE_INTEGER : limit };
  const { by, title, note, search } = findSearch(context, query, options);
  const session = await context.session('appeal search');
  const { hits, total } = await search(session, terms);
  if (by !== undefined) context.say(note);
  else if (total === 0) context.warn(note);
  await context.print({
    json: {
      total,
      hits: hits.map(hitJson),
    },
    view: searchView(title, { hits, total, by }, session.jurisdiction.timeZone, context.text),
  });
  const [first] = hits;
  if (first !== undefined) context.next(`liaison appeal show ${first.appeal.number}`);
}

/** One way to search: by what, under which title, what is to be said of it, and the search itself. */
interface Search {
  readonly by?: 'phone' | 'caller';
  readonly title: string;
  readonly note: string;
  readonly search: (session: Session, terms: { readonly limit: number }) => Promise<Found>;
}

/** The one way that was asked for. Errors: `options-conflict` for two of them, `option-missing` for a name without a reason. */
function findSearch(context: Context, query: string, { phone, caller, reason }: Options): Search {
  const say = context.text.views.search;
  const ways = [
    ...(phone === undefined ? [] : ['--phone']),
    ...(caller === undefined ? [] : ['--caller']),
    ...(query === '' ? [] : [query]),
  ];
  const [one, other] = ways;
  if (one !== undefined && other !== undefined) throw new AppError('options-conflict', { one, other });
  if (caller === undefined && reason !== undefined)
    throw new AppError('option-missing', { options: ['--caller'] });
  if (phone !== undefined)
    return {
      by: 'phone',
      title: say.ofPhone,
      note: say.logged,
      search: (session, terms) => searchByPhone(session, { phone, ...terms }),
    };
  if (caller !== undefined) {
    if (reason === undefined) throw new AppError('option-missing', { options: ['--reason'] });
    return {
      by: 'caller',
      title: say.ofCaller,
      note: say.loggedCaller,
      search: (session, terms) => searchByCaller(session, { caller, reason, ...terms }),
    };
  }
  return {
    title: say.title(maskText(query, { caller: null, phone: null })),
    note: say.notSearched,
    search: (session, terms) => searchAppeals(session, { query, ...terms }),
  };
}
