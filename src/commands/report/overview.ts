import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import { reportOverview } from '../../operations/report/report-overview.ts';
import { overviewJson } from '../../output/report/overview-json.ts';
import { makeOverviewPaper, overviewReport, overviewView } from '../../output/report/overview-paper.ts';
import type { Texts } from '../../text/shape.ts';
import type { ReportOptions } from './report-options.ts';
import { addPeriodOptions, parsePeriodOptions } from './report-options.ts';
import { makeSetting, reportDocuments } from './setting.ts';

export function addOverviewCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'report overview',
    'liaison report overview --period 2021 -o overview.html',
    'liaison report overview --period 2021-Q4',
  );
  makesDocuments(addPeriodOptions(verb, context), 'html')
    .option('--definitions', context.text.help.report.definitions)
    .action((options: ReportOptions) => runOverview(context, options));
}

async function runOverview(context: Context, options: ReportOptions): Promise<void> {
  const period = parsePeriodOptions(context, options);
  const session = await context.session('report overview');
  const facts = await reportOverview(session, { period });
  const setting = await makeSetting(session);
  const own = makeOverviewPaper(facts, setting, context.text);
  const make = (text: Texts) => overviewReport(makeOverviewPaper(facts, setting, text), text);
  const hasDefinitions = options.definitions === true;
  await context.print({
    json: overviewJson(facts, setting, hasDefinitions ? own.definitions : undefined),
    view: overviewView(own, hasDefinitions),
    documents: {
      ...reportDocuments(make, setting, overviewReport(own, context.text)),
      html: async () => {
        const { zh } = await import('../../text/zh.ts');
        const { writeOverviewPage } = await import('../../output/documents.ts');
        return writeOverviewPage(makeOverviewPaper(facts, setting, zh), zh);
      },
    },
  });
}
