import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { numberOption, textOption, wordOption } from '../../cli/option-values.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import type { Copy, Grouping, PrintLayout } from '../../domain/roster.ts';
import { copyWords, groupingWords, printLayoutWords, wallPaperWords } from '../../domain/input-words.ts';
import { publicEntry } from '../../domain/roster.ts';
import { getRosterCopy } from '../../operations/privacy/roster-copy.ts';
import { noticeOf } from '../../operations/roster/write-notice.ts';
import { editionJson } from '../../output/roster/edition-json.ts';
import { getLayout } from '../../output/roster/layouts.ts';
import type { WallPaper } from '../../output/roster/posters/wall.ts';
import { editionRemarks, rosterDiffView, rosterView } from '../../output/roster/roster-view.ts';
import { getOperation } from '../../store/operations.ts';
import { official } from '../../text/official.ts';
import type { ArrangementOptions } from '../arrangement-options.ts';
import { addArrangementOptions, arrangementOf, refuseArrangement } from '../arrangement-options.ts';
import { printPoster } from './print-poster.ts';
import { editionFacts, refuseOldArrangement, rosterDocuments } from './roster-documents.ts';

interface Options extends ArrangementOptions {
  readonly copy: Copy;
  readonly by: Grouping;
  readonly reason?: string;
  readonly layout: PrintLayout;
  readonly paper?: WallPaper;
}

export function addPrintCommand(parent: Command, context: Context): void {
  const { roster: help } = context.text.help;
  const verb = addVerb(
    parent,
    context,
    'roster print',
    'liaison roster print',
    'liaison roster print 1 -o roster.docx --letterhead full --sealed',
    'liaison roster print --layout wall -o wall.docx',
  )
    .argument('[edition]', help.number, numberOption('edition'))
    .option('--copy <copy>', help.copy, wordOption('--copy', copyWords), 'public')
    .option('--by <heading>', help.by, wordOption('--by', groupingWords), 'group')
    .option('--layout <form>', help.layout, wordOption('--layout', printLayoutWords), 'page')
    .option('--paper <size>', help.paper, wordOption('--paper', wallPaperWords))
    .option('--reason <text>', help.internalReason, textOption('--reason'));
  addArrangementOptions(verb, context).action((number: number | undefined, options: Options) =>
    runPrint(context, number, options),
  );
  makesDocuments(verb, 'html', 'docx', 'vcf');
}

async function runPrint(context: Context, wanted: number | undefined, options: Options): Promise<void> {
  if (options.reason !== undefined && options.copy === 'public') {
    throw new AppError('options-conflict', { one: '--reason', other: '--copy public' });
  }
  const { copy, by, reason, layout, paper } = options;
  if (paper !== undefined && layout !== 'wall')
    throw layout === 'page'
      ? new AppError('option-missing', { options: ['--layout wall'] })
      : new AppError('options-conflict', { one: '--paper', other: `--layout ${layout}` });
  if (layout !== 'page') {
    refusePageOptions({
      '--copy': copy === 'internal',
      '--letterhead': options.letterhead !== 'none',
      '--sealed': options.sealed === true,
      '--by tier': layout === 'numbers' && by !== 'group',
    });
    return printPoster(context, { number: wanted, kind: layout, by, paper: paper ?? 'a3' });
  }
  const session = await context.session('roster print');
  const arrangement = arrangementOf(options);
  const roster = await getRosterCopy(session, {
    number: wanted,
    copy,
    reason,
    look: (of) => {
      refuseOldArrangement(of, getLayout(of), arrangement);
      refuseArrangement(context, arrangement, of.issuers);
    },
  });
  const { edition, entries, diffs, isIntact } = roster;
  const { number, publishedOn, documentNo, digest } = edition;
  const { roster: say } = context.text.views;
  if (copy === 'internal') context.say(say.internalLogged);
  const notice = noticeOf(edition);
  const { hash } = await getOperation(session.store.db, edition.operationId);
  const foot = copy === 'public' ? [] : [official.digest(digest), official.logHead(hash)];
  const facts = editionFacts(roster, { copy, by, foot, arrangement });
  const lines = [say.edition(number, publishedOn, documentNo), ...editionRemarks(edition, context.text)];
  await context.print({
    json: {
      ...editionJson(edition),
      edition: number,
      notice,
      isIntact,
      ...(diffs === null
        ? { entries: copy === 'public' ? entries.map(publicEntry) : entries }
        : { changes: diffs }),
    },
    view:
      diffs === null
        ? rosterView({ jurisdiction: notice.jurisdiction, entries, copy, by, lines }, context.text)
        : rosterDiffView({ from: edition.changesSince ?? 0, to: number, copy }, diffs, context.text),
    documents: {
      ...rosterDocuments(getLayout(edition), facts),
      vcf: async () =>
        (await import('../../output/documents.ts')).writeContacts(entries, {
          isInternal: copy === 'internal',
          day: publishedOn,
        }),
    },
    isPersonal: copy === 'internal',
  });
  if (!isIntact) context.warn(say.notIntact(number));
}

/** Refuses what only the edition itself is printed with. Errors: `options-conflict`. */
function refusePageOptions(given: Readonly<Record<string, boolean>>): void {
  for (const [option, isGiven] of Object.entries(given)) {
    if (isGiven) throw new AppError('options-conflict', { one: '--layout', other: option });
  }
}
