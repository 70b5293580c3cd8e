import { planPurge, purgeTexts } from '../../operations/privacy/purge-texts.ts';
import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { listBackupsBeside } from '../../cli/files.ts';
import { dayOption } from '../../cli/option-values.ts';
import { withProgress } from '../../cli/progress.ts';
import { confirm } from '../../cli/ask/prompts.ts';
import { addVerb } from '../../cli/verb.ts';
import { purgePlanView } from '../../output/privacy-view.ts';

interface Options {
  readonly before: string;
  readonly dryRun?: boolean;
}

export function addPurgeCommand(parent: Command, context: Context): void {
  const { shared, privacy: help } = context.text.help;
  addVerb(parent, context, 'privacy purge', 'liaison privacy purge --before 2020-01-01')
    .requiredOption('--before <day>', help.before, dayOption('--before', context))
    .option('--dry-run', shared.dryRun)
    .action((options: Options) => runPurge(context, options));
}

/** Shows whose personal data go, asks, removes them, and tells what proves it. */
async function runPurge(context: Context, { before, dryRun = false }: Options): Promise<void> {
  const session = await context.session('privacy purge');
  const { privacy: say, import: words } = context.text.views;
  const plan = await planPurge(session, before);
  const appeals = plan.targets.map(({ number }) => number);
  const view = purgePlanView(plan, context.text);
  const document = { before, appeals, texts: plan.texts };
  if (dryRun || appeals.length === 0) {
    const lines = dryRun ? [words.dryRun] : [];
    await context.print({ json: { ...document, dryRun }, view: [...view, { kind: 'lines', lines }] });
    return;
  }
  if (context.options.yes !== true && context.isInteractive) context.showPlan(view);
  await confirm(context, say.confirm(appeals.length));
  const purged = await withProgress(context, (tick) => purgeTexts(session, { shown: plan, tick }));
  const { file, path } = session.store;
  const backups = file === undefined ? [] : listBackupsBeside(path);
  const { lookedFor, found, isProven, isScrubbed } = purged;
  const proof = isProven
    ? { text: say.proof(lookedFor, found), tone: found === 0 ? ('good' as const) : ('bad' as const) }
    : { text: isScrubbed ? say.noProof : say.notScrubbed, tone: 'warning' as const };
  if (found > 0) context.exitCode = exitCodes.findings;
  await context.print({
    json: { ...document, dryRun, lookedFor, found, isProven, isScrubbed, backups },
    view: [
      ...view,
      {
        kind: 'lines',
        lines: [
          say.purged(purged.appeals, purged.texts),
          proof,
          say.backups,
          ...(backups.length === 0 ? [] : [say.backupsThere(context.text.labels.list(backups))]),
        ],
      },
    ],
  });
  context.next('liaison database check');
}
