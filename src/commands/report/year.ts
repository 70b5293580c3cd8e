import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { dayOption, severalOption, yearOption } from '../../cli/option-values.ts';
import type { Documents } from '../../cli/result.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import type { Day } from '../../domain/time.ts';
import { reportYear } from '../../operations/report/report-year.ts';
import { yearJson } from '../../output/report/year-json.ts';
import { makeYearReport } from '../../output/report/year-report.ts';
import type { YearPaper } from '../../output/report/year-sections.ts';
import type { Texts } from '../../text/shape.ts';
import type { RevealOptions } from '../reveal.ts';
import { addRevealOptions, makeReveal } from '../reveal.ts';
import { makeSetting, reportDocuments, viewReport } from './setting.ts';

interface Options extends RevealOptions {
  readonly on?: Day;
  readonly control: readonly string[];
  readonly definitions?: boolean;
}

export function addYearCommand(parent: Command, context: Context): void {
  const { report: help, shared } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'report year',
    'liaison report year 2022',
    'liaison report year 2022 -o evaluation.xlsx',
    'liaison report year 2022 --on 2022-01-18 --control 市财政局 --control 市审计局',
  )
    .argument('<year>', shared.year, yearOption('year'))
    .option('--on <day>', help.onDay, dayOption('--on', context))
    .option('--control <unit>', help.control, severalOption('--control'), [])
    .option('--definitions', help.definitions);
  makesDocuments(addRevealOptions(verb, context), 'html', 'docx').action((year: number, options: Options) =>
    runYear(context, year, options),
  );
}

async function runYear(context: Context, year: number, options: Options): Promise<void> {
  const { on, control: controls, definitions: hasDefinitions = false } = options;
  const reveal = makeReveal(options);
  const thisYear = context.today.slice(0, 4);
  if (year > Number(thisYear))
    throw new AppError('option-value-invalid', { option: 'year', value: String(year), example: thisYear });
  const session = await context.session('report year');
  const { report, isRecorded } = await reportYear(session, { year, on, controls, reveal });
  if (isRecorded) context.say(context.text.views.privacy.revealed);
  const setting = await makeSetting(session);
  const make = (text: Texts): YearPaper => makeYearReport(report, setting, text);
  const own = make(context.text);
  await context.print({
    json: yearJson(report, setting, { text: context.text, hasDefinitions }),
    view: viewReport(context, own, hasDefinitions),
    documents: { ...reportDocuments(make, setting, own), ...yearDocuments(make, report.today) },
    isPersonal: true,
  });
}

/** The papers of an evaluation that are its own, in Chinese whatever the language of who makes them. */
function yearDocuments(make: (text: Texts) => YearPaper, today: Day): Documents {
  const load = async () => {
    const { zh } = await import('../../text/zh.ts');
    return { ...(await import('../../output/documents.ts')), paper: make(zh) };
  };
  return {
    docx: async () => {
      const { paper, writeYearDocx } = await load();
      return writeYearDocx(paper, today);
    },
    xlsx: async () => {
      const { paper, writeYearWorkbook } = await load();
      return writeYearWorkbook(paper, today);
    },
  };
}
