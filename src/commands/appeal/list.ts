import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { dayOption, numberOption, textOption, wordOption, wordsOption } from '../../cli/option-values.ts';
import { printList, usualLimit } from '../../cli/print-list.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import type { Kind, Priority, State } from '../../domain/appeal.ts';
import type { Channel } from '../../domain/volume.ts';
import {
  appealOrderWords,
  channelWords,
  kindWords,
  priorityWords,
  stateWords,
} from '../../domain/input-words.ts';
import type { AppealLine, DayCount, ListTerms } from '../../operations/appeal/list-appeals.ts';
import { openAppealList } from '../../operations/appeal/list-appeals.ts';
import { appealLineJson } from '../../output/appeal-json.ts';
import { appealColumnWords, appealListView, clockColumns } from '../../output/appeal-list-view.ts';
import type { AppealColumn } from '../../output/appeal-list-view.ts';
import { localDay } from '../../domain/time.ts';
import { tablesOf } from '../../output/view.ts';
import { appealListFacts } from '../../output/lists/list-heads.ts';
import { listDocuments } from '../list-documents.ts';
import type { RevealOptions } from '../reveal.ts';
import { addRevealOptions, makeReveal } from '../reveal.ts';

interface Options extends RevealOptions {
  readonly unit?: string;
  readonly lead?: string;
  readonly assist?: string;
  readonly state?: State;
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly priority?: Priority;
  readonly escalated?: boolean;
  readonly group?: string;
  readonly matter?: string;
  readonly since?: string;
  readonly until?: string;
  readonly hops?: number;
  readonly text?: string;
  readonly overdue?: boolean;
  readonly dueWithin?: DayCount;
  readonly unaccepted?: boolean;
  readonly all?: boolean;
  readonly columns?: readonly AppealColumn[];
  readonly sort?: keyof typeof appealOrderWords;
  readonly limit?: number;
}

export function addListCommand(parent: Command, context: Context): void {
  const { appeal: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'appeal list',
    'liaison appeal list',
    'liaison appeal list --unit 市公安局',
    'liaison appeal list --overdue --due-within 1d --sort due',
    'liaison appeal list --lead 市公安局 --overdue -o overdue.docx',
    'liaison appeal list --hops 3+ --since 2022-01-01 --format csv -o circles.csv',
  )
    .option('--unit <unit>', help.unit, textOption('--unit'))
    .option('--lead <unit>', help.leadsIt, textOption('--lead'))
    .option('--assist <unit>', help.assistsIt, textOption('--assist'))
    .option('--state <state>', help.state, wordOption('--state', stateWords))
    .option('--kind <kind>', help.kind, wordOption('--kind', kindWords))
    .option('--channel <channel>', help.channel, wordOption('--channel', channelWords))
    .option('--priority <priority>', help.ofPriority, wordOption('--priority', priorityWords))
    .option('--escalated', help.escalated)
    .option('--group <group>', help.ofGroup, textOption('--group'))
    .option('--matter <matter>', help.ofMatter, textOption('--matter'))
    .option('--since <day>', help.since, dayOption('--since', context))
    .option('--until <day>', help.until, dayOption('--until', context))
    .option('--hops <number>', help.hops, parseHops)
    .option('--text <text>', help.ofText, textOption('--text'))
    .option('--overdue', help.overdue)
    .option('--due-within <days>', help.dueWithin, parseDayCount)
    .option('--unaccepted', help.unaccepted)
    .option('--all', help.all)
    .option('--columns <names>', help.columns, wordsOption('--columns', appealColumnWords))
    .option('--sort <order>', help.sort, wordOption('--sort', appealOrderWords))
    .option('--limit <number>', help.listLimit, numberOption('--limit'));
  addRevealOptions(verb, context).action((options: Options) => runList(context, options));
  makesDocuments(verb, 'html', 'docx');
}

async function runList(context: Context, options: Options): Promise<void> {
  const {
    columns,
    sort,
    limit = usualLimit(context),
    all,
    unit,
    lead,
    assist,
    reveal: isRevealed,
    reason,
    ...rest
  } = options;
  const reveal = makeReveal({ reveal: isRevealed, reason });
  const session = await context.session('appeal list');
  const named = [
    ['--unit', unit, 'any'],
    ['--lead', lead, 'lead'],
    ['--assist', assist, 'assist'],
  ] as const;
  const [first, second] = named.filter(([, name]) => name !== undefined);
  if (first !== undefined && second !== undefined)
    throw new AppError('options-conflict', { one: first[0], other: second[0] });
  const terms: ListTerms = {
    ...rest,
    ...(first === undefined ? {} : { unit: { name: first[1] ?? '', as: first[2] } }),
  };
  const isQueue = all !== true && Object.keys(terms).length === 0;
  const withClocks = (columns ?? []).some((column) => clockColumns.includes(column));
  const page = { sort, limit };
  const asked = { ...terms, ...page, isQueue, withClocks, reveal };
  const { found, pages } = await openAppealList(session, asked);
  if (reveal !== undefined) context.say(context.text.views.privacy.revealed);
  const { appeal: say } = context.text.views;
  const shown = { isQueue, found, columns, timeZone: session.jurisdiction.timeZone, now: session.now };
  const makeView = (lines: readonly AppealLine[], text = context.text) =>
    appealListView(isQueue ? say.queue : say.list, lines, shown, text);
  await printList(context, {
    pages,
    count: found,
    json: appealLineJson,
    view: (lines) => makeView(lines),
    documents: (lines) =>
      listDocuments({
        view: (zh) => tablesOf(makeView(lines, zh)),
        facts: appealListFacts(session.jurisdiction.name, {
          unit: first?.[1],
          isOverdue: options.overdue === true,
          isQueue,
          count: found ?? lines.length,
          day: localDay(session.now, session.jurisdiction.timeZone),
        }),
      }),
    isPersonal: reveal !== undefined,
  });
}

/** Reads how many hand-overs at least: `3+`, or `3` for the same. */
function parseHops(value: string): number {
  const [, number] = /^(\d{1,3})\+?$/u.exec(value.normalize('NFKC')) ?? [];
  if (number === undefined)
    throw new AppError('option-value-invalid', { option: '--hops', value, example: '3+' });
  return Number(number);
}

/** Reads a number of days: `1d` worked ones, `3cd` ones of the calendar. */
function parseDayCount(value: string): DayCount {
  const [, number, sort] =
    /^(\d{1,3})(d|wd|cd|个?工作日|[天日])?$/iu.exec(value.normalize('NFKC').trim()) ?? [];
  if (number === undefined)
    throw new AppError('option-value-invalid', { option: '--due-within', value, example: '1d' });
  const isCalendar = sort !== undefined && /^(?:cd|[天日])$/iu.test(sort);
  return { days: Number(number), dayKind: isCalendar ? 'calendar' : 'working' };
}
