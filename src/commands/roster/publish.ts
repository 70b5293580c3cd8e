import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { dayOption, documentNoOption, numberOption, textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { publishRoster } from '../../operations/roster/publish-roster.ts';
import { newestLayout } from '../../output/roster/layouts.ts';
import { editionRemarks } from '../../output/roster/roster-view.ts';

interface Options {
  readonly documentNo: string;
  readonly date?: string;
  readonly changes?: boolean;
  readonly withGaps?: boolean;
  readonly withCounties?: boolean;
  readonly supersedes?: number;
  readonly reason?: string;
}

export function addPublishCommand(parent: Command, context: Context): void {
  const { shared, roster: help } = context.text.help;
  addVerb(
    parent,
    context,
    'roster publish',
    'liaison roster publish --document-no 德组字〔2022〕3号 --date 2022-01-18',
    'liaison roster publish --changes --document-no 德组字〔2022〕9号',
  )
    .requiredOption('--document-no <no>', shared.documentNo, documentNoOption('--document-no', context))
    .option('--date <day>', shared.date, dayOption('--date', context))
    .option('--changes', help.changes)
    .option('--with-gaps', help.withGaps)
    .option('--with-counties', help.withCounties)
    .option('--supersedes <edition>', help.supersedes, numberOption('--supersedes'))
    .option('--reason <text>', help.reason, textOption('--reason'))
    .action((options: Options) => runPublish(context, options));
}

async function runPublish(context: Context, options: Options): Promise<void> {
  const { documentNo, date, supersedes, reason } = options;
  if (supersedes !== undefined && options.changes === true) {
    // What changed is told against the edition before, which cannot be annulled by the same notice.
    throw new AppError('options-conflict', { one: '--changes', other: '--supersedes' });
  }
  // A wrong edition is put right with a reason, and a reason is for that alone.
  if (supersedes !== undefined && reason === undefined)
    throw new AppError('option-missing', { options: ['--reason'] });
  if (supersedes === undefined && reason !== undefined)
    throw new AppError('option-missing', { options: ['--supersedes'] });
  const session = await context.session('roster publish');
  const { edition, entries, countiesWithout, withoutTier } = await publishRoster(session, {
    documentNo,
    on: date,
    changes: options.changes === true,
    withGaps: options.withGaps === true,
    withCounties: options.withCounties === true,
    supersedes,
    reason,
    layout: newestLayout().number,
  });
  const { number, publishedOn, digest, run } = edition;
  const say = context.text.views.roster;
  await context.print({
    json: {
      edition: number,
      form: edition.form,
      publishedOn,
      documentNo,
      run,
      entries: entries.length,
      changesSince: edition.changesSince,
      supersedes: edition.supersedes,
      withGaps: edition.withGaps,
      withoutTier,
      digest,
    },
    view: [
      {
        kind: 'lines',
        lines: [say.published(number, entries.length), ...editionRemarks(edition, context.text)],
      },
    ],
  });
  if (withoutTier.length > 0) context.warn(say.withoutTier(context.text.labels.list(withoutTier)));
  if (countiesWithout.length > 0)
    context.warn(say.countiesWithout(context.text.labels.list(countiesWithout)));
  if (edition.issuers.length === 0) context.warn(say.noIssuers);
  context.next(`liaison roster print ${String(number)} -o roster.docx`);
}
