import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context, Session } from '../../cli/context.ts';
import { wordOption } from '../../cli/option-values.ts';
import { usualLimit } from '../../cli/print-list.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import { reportGroupingWords } from '../../domain/input-words.ts';
import { lastOfPeriod } from '../../domain/period.ts';
import { listBehind } from '../../operations/report/list-behind.ts';
import type { CirclesReport, ReportGrouping } from '../../domain/circles.ts';
import { frameReport } from '../../operations/report/frame-report.ts';
import type { CirclesTerms } from '../../operations/report/report-circles.ts';
import { reportCircles } from '../../operations/report/report-circles.ts';
import { getUnitByName } from '../../operations/unit/find-unit.ts';
import { makeCirclesReport } from '../../output/report/circles-report.ts';
import { circlesJson } from '../../output/report/report-json.ts';
import type { Report } from '../../output/report/report.ts';
import { quote } from '../../text/quote.ts';
import type { Texts } from '../../text/shape.ts';
import { printAppealsOf } from '../print-appeals.ts';
import type { NarrowingOptions } from './figure-verbs.ts';
import { addNarrowing } from './figure-verbs.ts';
import type { ReportOptions } from './report-options.ts';
import { addReportOptions, parsePeriodOptions } from './report-options.ts';
import { makeSetting, reportDocuments, viewReport } from './setting.ts';

interface Options extends ReportOptions, NarrowingOptions {
  readonly by?: ReportGrouping;
}

export function addCirclesCommand(parent: Command, context: Context): void {
  const { report: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'report circles',
    'liaison report circles --period 2021',
    'liaison report circles --period 2021-Q4 --by unit',
    'liaison report circles --period 2021 --appeals returned --unit 市公安局',
    'liaison report circles --period 2021 -o circles.xlsx',
  );
  makesDocuments(addNarrowing(addReportOptions(verb, context), context), 'html', 'docx')
    .option('--by <grouping>', help.by, wordOption('--by', reportGroupingWords))
    .action((options: Options) => runCircles(context, options));
}

async function runCircles(context: Context, options: Options): Promise<void> {
  const { by, row, unit: name, appeals, group, category, tier, matter, channel, kind, county } = options;
  if (row !== undefined && (by === undefined || appeals === undefined))
    throw new AppError('option-missing', { options: ['--by', '--appeals'] });
  const period = parsePeriodOptions(context, options);
  const session = await context.session('report circles');
  const narrowing = { group, category, tier, matter, channel, kind, county };
  const { db, jurisdiction, scope, frame } = await frameReport(session, { ...narrowing, period });
  const own = { ...session, jurisdiction };
  const unit = name === undefined ? undefined : await getUnitByName(db, jurisdiction, name);
  const { unitIds, matters, kinds, channels } = scope;
  const terms = {
    ...{ period, unit, by, kinds, channels, filters: frame.filters },
    unitIds: unitIds?.filter((id) => id !== null),
    matters: matters?.filter((one) => one !== null),
  };
  if (appeals === undefined) await printReport(context, own, terms, options.definitions === true);
  else await printBehind(context, own, terms, { ...options, appeals });
}

async function printReport(
  context: Context,
  session: Session,
  terms: CirclesTerms,
  hasDefinitions: boolean,
): Promise<void> {
  const report = await reportCircles(session, terms);
  const setting = await makeSetting(session);
  const make = (text: Texts): Report => makeCirclesReport(report, setting, text);
  const own = make(context.text);
  await context.print({
    json: circlesJson(report, {
      ...setting,
      definitions: hasDefinitions ? context.text.views.report.definitions : undefined,
    }),
    view: viewReport(context, own, hasDefinitions),
    documents: reportDocuments(make, setting, own),
  });
  const first = report.figures.find(({ name, numerator }) => name === 'returned' && numerator > 0);
  if (first !== undefined) context.next(nextOf(report, context.text.views.report.names.returned));
}

function nextOf({ period, unit, filters }: CirclesReport, name: string): string {
  const last = `--from ${period.from} --to ${lastOfPeriod(period)}`;
  const narrowing = [...(unit === null ? [] : [{ name: 'unit', value: unit.code }]), ...filters];
  const options = narrowing.map((one) => ` --${one.name} ${quote(one.value)}`).join('');
  return `liaison report circles ${last} --appeals ${name}${options}`;
}

/** Lists the appeals behind a figure. */
async function printBehind(
  context: Context,
  session: Session,
  terms: CirclesTerms,
  { appeals, row, limit = usualLimit(context) }: Options & { readonly appeals: string },
): Promise<void> {
  const { ids, first } = await listBehind(session, { ...terms, name: appeals, row });
  const title = context.text.views.report.behindFigure(appeals);
  await printAppealsOf(context, session, { title, ids, limit });
  if (first !== null) context.next(`liaison appeal trace ${first}`);
}
