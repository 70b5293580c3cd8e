import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import { reportOpen } from '../../operations/report/report-open.ts';
import { openJson } from '../../output/report/open-json.ts';
import { writeCsvRows } from '../../output/csv.ts';
import { makeOpenReport } from '../../output/report/open-report.ts';
import type { Report } from '../../output/report/report.ts';
import { reportRows } from '../../output/report/report.ts';
import type { Texts } from '../../text/shape.ts';
import type { ReportOptions } from './report-options.ts';
import { addPeriodOptions, parsePeriodOptions } from './report-options.ts';
import { makeSetting, reportDocuments, viewReport } from './setting.ts';

interface Options extends ReportOptions {
  readonly county?: string;
}

export function addOpenCommand(parent: Command, context: Context): void {
  const { report: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'report open',
    'liaison report open --period 2021 -o open.html',
    'liaison report open --period 2021-Q4 -o open.csv',
  );
  makesDocuments(addPeriodOptions(verb, context), 'html')
    .option('--definitions', help.definitions)
    .option('--county <county>', help.county, textOption('--county'))
    .action((options: Options) => runOpen(context, options));
}

async function runOpen(context: Context, options: Options): Promise<void> {
  const period = parsePeriodOptions(context, options);
  const session = await context.session('report open');
  const facts = await reportOpen(session, { period, county: options.county });
  const setting = await makeSetting(session);
  const make = (text: Texts): Report => makeOpenReport(facts, setting, text);
  const own = make(context.text);
  const hasDefinitions = options.definitions === true;
  await context.print({
    json: openJson(facts, setting, hasDefinitions ? own.definitions : undefined),
    view: viewReport(context, own, hasDefinitions),
    documents: {
      ...reportDocuments(make, setting, own),
      // What is published goes on without its page: the file itself says what its figures mean.
      csv: () => writeCsvRows([...reportRows(own), [], [own.definitionsTitle], ...own.definitions]),
    },
  });
}
