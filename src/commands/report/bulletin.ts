import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { readInputFile, refuseThere } from '../../cli/files.ts';
import { dayOption, documentNoOption, numberOption, textOption } from '../../cli/option-values.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import { localDay } from '../../domain/time.ts';
import { lastOfPeriod, parsePeriod } from '../../domain/period.ts';
import type { Documents } from '../../cli/result.ts';
import { draftOfPeriod, publishBulletin } from '../../operations/report/publish-bulletin.ts';
import type { PublishedBulletin } from '../../operations/report/published-bulletins.ts';
import { getPublishedBulletin, listPublishedBulletins } from '../../operations/report/published-bulletins.ts';
import { writeCsvRows } from '../../output/csv.ts';
import {
  bulletinJson,
  bulletinListView,
  bulletinView,
  listedBulletinJson,
} from '../../output/report/bulletin-view.ts';
import { reportRows } from '../../output/report/report.ts';
import { printList } from '../../cli/print-list.ts';

/** Declares `report bulletin` with its verbs. */
export function addBulletinCommands(parent: Command, context: Context): void {
  const { shared, report: help } = context.text.help;
  const noun = parent
    .command('bulletin')
    .description(context.summaries.verbs['report bulletin draft'])
    .helpCommand(false);
  addVerb(
    noun,
    context,
    'report bulletin draft',
    'liaison report bulletin draft 2021-05 -o draft.md',
    'liaison report bulletin draft 2021-06 --template may.md -o draft.md',
  )
    .argument('<period>', help.ofPeriod)
    .option('--template <file>', help.template, textOption('--template'))
    .action((period: string, options: { readonly template?: string }) => runDraft(context, period, options));
  addVerb(
    noun,
    context,
    'report bulletin publish',
    'liaison report bulletin publish draft.md --document-no 德群诉〔2021〕5号',
    'liaison report bulletin publish draft.md --document-no 德群诉〔2021〕6号 --corrects 1',
  )
    .argument('<file>', help.draftFile)
    .requiredOption('--document-no <no>', shared.documentNo, documentNoOption('--document-no', context))
    .option('--date <day>', shared.date, dayOption('--date', context))
    .option('--allow-own-figures', help.allowOwnFigures)
    .option('--corrects <issue>', help.corrects, numberOption('--corrects'))
    .action((file: string, options: PublishOptions) => runPublish(context, file, options));
  addVerb(noun, context, 'report bulletin list', 'liaison report bulletin list').action(() =>
    runList(context),
  );
  addVerb(noun, context, 'report bulletin show', 'liaison report bulletin show 1')
    .argument('[issue]', help.issue, numberOption('issue'))
    .action((issue: number | undefined) => runShow(context, issue));
  makesDocuments(
    addVerb(
      noun,
      context,
      'report bulletin print',
      'liaison report bulletin print 1 -o bulletin.docx',
      'liaison report bulletin print 1 -o bulletin.xlsx',
    ),
    'docx',
    'html',
  )
    .argument('[issue]', help.issue, numberOption('issue'))
    .action((issue: number | undefined) => runPrint(context, issue));
}

interface PublishOptions {
  readonly documentNo: string;
  readonly date?: string;
  readonly allowOwnFigures?: boolean;
  readonly corrects?: number;
}

async function runDraft(
  context: Context,
  written: string,
  { template: file }: { readonly template?: string },
): Promise<void> {
  const period = parsePeriod(written);
  if (period === undefined)
    throw new AppError('option-value-invalid', {
      option: 'period',
      value: written,
      example: '2025-05, 2025-Q1, 2025',
    });
  // Somebody's edited text is not written over.
  refuseThere(context, context.outputFile);
  const template = file === undefined ? undefined : await readInputFile(context, file);
  const session = await context.session('report bulletin draft');
  const text = await draftOfPeriod(session, { period, template });
  await context.print({
    json: { from: period.from, to: lastOfPeriod(period), text },
    view: [{ kind: 'lines', lines: text.trimEnd().split('\n') }],
    documents: { md: () => text },
    text,
  });
  const today = localDay(session.now, session.jurisdiction.timeZone);
  if (period.until > today) context.warn(context.text.views.bulletin.unfinished(today));
  else context.next(`liaison report bulletin publish ${context.outputFile ?? 'draft.md'} --document-no …`);
}

async function runPublish(context: Context, file: string, options: PublishOptions): Promise<void> {
  const source = await readInputFile(context, file);
  const { documentNo, date, corrects, allowOwnFigures = false } = options;
  const { writeBulletinAnnexes } = await import('../../output/documents.ts');
  const { issue, typed } = await publishBulletin(await context.session('report bulletin publish'), {
    ...{ source, documentNo, on: date, corrects, allowOwnFigures },
    writeAnnexes: writeBulletinAnnexes,
  });
  const say = context.text.views.bulletin;
  const { number, content } = issue;
  await context.print({
    json: { ...bulletinJson(issue), typed: typed.map(([value, figure]) => ({ value, figure })) },
    view: [
      {
        kind: 'lines',
        lines: [
          say.published(number, documentNo),
          ...content.corrections.map(({ cell, before, after }) => say.correction(cell, before, after)),
          ...(content.ownFigures.length === 0 ? [] : [say.ownFigures(content.ownFigures.join('、'))]),
          ...(typed.length === 0
            ? []
            : [say.typed(typed.map(([value, name]) => say.sameAs(value, name)).join('、'))]),
        ],
      },
    ],
  });
  context.next(`liaison report bulletin print ${String(number)} -o bulletin.docx`);
}

async function runList(context: Context): Promise<void> {
  const { store, jurisdiction } = await context.session('report bulletin list');
  const issues = await listPublishedBulletins(store.db, jurisdiction.id);
  await printList(context, {
    pages: async function* () {
      yield await Promise.resolve(issues);
    },
    count: issues.length,
    json: listedBulletinJson,
    view: (lines: readonly PublishedBulletin[]) => bulletinListView(lines, context.text),
  });
}

async function getIssue(
  context: Context,
  verb: string,
  number: number | undefined,
): Promise<PublishedBulletin> {
  const { store, jurisdiction } = await context.session(verb);
  return getPublishedBulletin(store.db, jurisdiction.id, number);
}

async function runShow(context: Context, number: number | undefined): Promise<void> {
  const issue = await getIssue(context, 'report bulletin show', number);
  if (!issue.isIntact) context.exitCode = exitCodes.findings;
  await context.print({ json: bulletinJson(issue), view: bulletinView(issue, context.text) });
  if (issue.isIntact) context.next(`liaison report bulletin print ${String(issue.number)} -o bulletin.docx`);
}

async function runPrint(context: Context, number: number | undefined): Promise<void> {
  const issue = await getIssue(context, 'report bulletin print', number);
  await context.print({
    json: bulletinJson(issue),
    view: bulletinView(issue, context.text),
    documents: bulletinDocuments(issue),
  });
  if (!issue.isIntact) context.warn(context.text.views.bulletin.notIntact(issue.number));
}

/** An issue in every form it is printed in: of what was sealed, and of nothing else, so that it comes out byte for byte the same. */
function bulletinDocuments(issue: PublishedBulletin): Documents {
  const load = () => import('../../output/documents.ts');
  return {
    docx: async () => (await load()).writeBulletinDocx(issue),
    html: async () => {
      const { writeReportPage, bulletinReport } = await load();
      return writeReportPage(bulletinReport(issue));
    },
    xlsx: async () => {
      const { writeReportWorkbook, bulletinReport } = await load();
      return writeReportWorkbook(bulletinReport(issue), issue.publishedOn);
    },
    md: async () => {
      const { bulletinText } = await load();
      return bulletinText(issue);
    },
    csv: async () => {
      const { bulletinReport } = await load();
      return writeCsvRows(reportRows(bulletinReport(issue)));
    },
  };
}
