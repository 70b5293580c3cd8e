import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context, Session } from '../../cli/context.ts';
import { textOption, wordOption } from '../../cli/option-values.ts';
import { usualLimit } from '../../cli/print-list.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import type { Kind } from '../../domain/appeal.ts';
import { figureNames } from '../../domain/figure-names.ts';
import { figureWords } from '../../domain/figure-words.ts';
import type { FigureReportName } from '../../domain/grid.ts';
import {
  categoryWords,
  channelWords,
  kindWords,
  rankedWords,
  seriesStepWords,
  shareBaseWords,
  tierWords,
} from '../../domain/input-words.ts';
import type { Tier } from '../../domain/scheme.ts';
import type { Category } from '../../domain/unit.ts';
import type { Channel } from '../../domain/volume.ts';
import { listFigureAppealsOf } from '../../operations/report/list-figure-appeals.ts';
import type { ShareBase } from '../../operations/report/report-channels.ts';
import type { ReportTerms } from '../../operations/report/report-figures.ts';
import { reportFigures } from '../../operations/report/report-figures.ts';
import type { SeriesStep } from '../../operations/report/report-series.ts';
import type { RankedFigure } from '../../operations/report/report-units.ts';
import { figuresJson } from '../../output/report/figures-json.ts';
import { makeFiguresReport } from '../../output/report/figures-report.ts';
import type { Report } from '../../output/report/report.ts';
import type { Texts } from '../../text/shape.ts';
import { printAppealsOf } from '../print-appeals.ts';
import type { ReportOptions } from './report-options.ts';
import { addReportOptions, parsePeriodOptions } from './report-options.ts';
import { makeSetting, reportDocuments, viewReport } from './setting.ts';

/** What narrows a report beside its unit. */
export interface NarrowingOptions {
  readonly group?: string;
  readonly category?: Category;
  readonly tier?: Tier;
  readonly matter?: string;
  readonly channel?: Channel;
  readonly kind?: Kind;
  readonly county?: string;
  readonly row?: string;
}

interface Options extends ReportOptions, NarrowingOptions {
  readonly rank?: RankedFigure | true;
  readonly by?: SeriesStep;
  readonly share?: ShareBase;
}

export function addSummaryCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'report summary',
    'liaison report summary --period 2021-05',
    'liaison report summary --period 2021 -o summary.docx',
  );
  addFigureReport(verb, context, 'summary');
}

export function addUnitsCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'report units',
    'liaison report units --period 2021',
    'liaison report units --period 2021 --appeals late-open --row 市公安局',
  );
  const help = context.text.help.report;
  addFigureReport(
    verb.option('--rank [figure]', help.rank, wordOption('--rank', rankedWords)),
    context,
    'units',
  );
}

export function addMattersCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'report matters',
    'liaison report matters --period 2021-Q4',
    'liaison report matters --period 2021 --appeals received --row 城乡建设',
  );
  addFigureReport(verb, context, 'matters');
}

export function addSeriesCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'report series',
    'liaison report series --period 2021',
    'liaison report series --period 2021-05 --by day',
  );
  const help = context.text.help.report;
  addFigureReport(
    verb.option('--by <step>', help.step, wordOption('--by', seriesStepWords)),
    context,
    'series',
  );
}

export function addChannelsCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'report channels',
    'liaison report channels --period 2021 --share row',
  );
  const help = context.text.help.report;
  addFigureReport(
    verb.option('--share <base>', help.share, wordOption('--share', shareBaseWords)),
    context,
    'channels',
  );
}

export function addClocksCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'report clocks',
    'liaison report clocks --period 2021-05 --tier 单独设立',
  );
  addFigureReport(verb, context, 'clocks');
}

export function addSatisfactionCommand(parent: Command, context: Context): void {
  const verb = addVerb(parent, context, 'report satisfaction', 'liaison report satisfaction --period 2021');
  addFigureReport(verb, context, 'satisfaction');
}

/** Declares what all reports of figures have: their period, what narrows them, every form of output. */
function addFigureReport(verb: Command, context: Context, report: FigureReportName): void {
  const narrowed = addNarrowing(addReportOptions(verb, context, { isOfUnit: true }), context);
  makesDocuments(narrowed, 'html', 'docx').action((options: Options) => runReport(context, report, options));
}

/** Declares what narrows a report beside its unit. */
export function addNarrowing(verb: Command, { text }: Context): Command {
  const help = text.help.report;
  return verb
    .option('--row <key>', help.row, textOption('--row'))
    .option('--group <group>', help.ofGroup, textOption('--group'))
    .option('--category <category>', help.ofCategory, wordOption('--category', categoryWords))
    .option('--tier <tier>', help.ofTier, wordOption('--tier', tierWords))
    .option('--matter <matter>', help.ofMatter, textOption('--matter'))
    .option('--channel <channel>', help.ofChannel, wordOption('--channel', channelWords))
    .option('--kind <kind>', help.ofKind, wordOption('--kind', kindWords))
    .option('--county <county>', help.county, textOption('--county'));
}

async function runReport(context: Context, report: FigureReportName, options: Options): Promise<void> {
  const { appeals, row, rank, definitions, limit, period: _period, from: _from, to: _to, ...rest } = options;
  if (row !== undefined && appeals === undefined)
    throw new AppError('option-missing', { options: ['--appeals'] });
  const period = parsePeriodOptions(context, options);
  const terms: ReportTerms = { ...rest, period, rank: rank === true ? 'on-time' : rank };
  const session = await context.session(`report ${report}`);
  if (appeals === undefined) await printReport(context, session, { report, terms, definitions });
  else await printBehind(context, session, report, { terms, appeals, row, limit });
}

async function printReport(
  context: Context,
  session: Session,
  asked: {
    readonly report: FigureReportName;
    readonly terms: ReportTerms;
    readonly definitions: boolean | undefined;
  },
): Promise<void> {
  const facts = await reportFigures(session, { ...asked.terms, report: asked.report });
  const setting = await makeSetting(session);
  const make = (text: Texts): Report => makeFiguresReport(facts, setting, text);
  const own = make(context.text);
  const hasDefinitions = asked.definitions === true;
  await context.print({
    json: figuresJson(facts, setting, hasDefinitions ? own.definitions : undefined),
    view: viewReport(context, own, hasDefinitions),
    documents: reportDocuments(make, setting, own),
  });
}

async function printBehind(
  context: Context,
  session: Session,
  report: FigureReportName,
  asked: {
    readonly terms: ReportTerms;
    readonly appeals: string;
    readonly row: string | undefined;
    readonly limit: number | undefined;
  },
): Promise<void> {
  const { row, limit = usualLimit(context) } = asked;
  const { rank: _rank, share: _share, ...terms } = asked.terms;
  const { columns } = context.text.views.figures;
  const name =
    figureNames.find((one) => columns[one] === asked.appeals || figureWords[one] === asked.appeals) ??
    asked.appeals;
  const { ids, first, jurisdiction } = await listFigureAppealsOf(session, { ...terms, report, name, row });
  const title = context.text.views.report.behindFigure(
    row === undefined ? asked.appeals : `${asked.appeals} (${row})`,
  );
  await printAppealsOf(context, { ...session, jurisdiction }, { title, ids, limit });
  if (first !== null) context.next(`liaison appeal trace ${first}`);
}
