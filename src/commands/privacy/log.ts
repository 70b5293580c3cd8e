import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { dayOption, textOption, wordOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import type { PrivacyLogTerms } from '../../operations/privacy/privacy-log.ts';
import { listReadLog, listShownLog } from '../../operations/privacy/privacy-log.ts';
import { privacyEntryJson } from '../../output/privacy-json.ts';
import { privacyLogView } from '../../output/privacy-view.ts';
import { shownWords } from '../../domain/input-words.ts';

export function addLogCommand(parent: Command, context: Context): void {
  const { privacy: help } = context.text.help;
  addVerb(
    parent,
    context,
    'privacy log',
    'liaison privacy log --appeal 2022-000001',
    'liaison privacy log --by wang --since 2022-02-01',
  )
    .option('--appeal <number>', help.appeal, textOption('--appeal'))
    .option('--by <name>', help.by, textOption('--by'))
    .option('--since <day>', help.since, dayOption('--since', context))
    .option('--until <day>', help.until, dayOption('--until', context))
    .option('--shown <kind>', help.shown, wordOption('--shown', shownWords))
    .option('--readings', help.readings)
    .action((terms: LogOptions) => runLog(context, terms));
}

interface LogOptions extends PrivacyLogTerms {
  readonly readings?: boolean;
}

async function runLog(context: Context, { readings, ...terms }: LogOptions): Promise<void> {
  const areReadings = readings === true;
  if (areReadings && terms.shown !== undefined)
    throw new AppError('options-conflict', { one: '--readings', other: '--shown' });
  const session = await context.session('privacy log');
  const entries = areReadings ? await listReadLog(session, terms) : await listShownLog(session, terms);
  await context.print({
    json: entries.map(privacyEntryJson),
    view: privacyLogView(entries, session.jurisdiction.timeZone, context.text, { areReadings }),
  });
}
