import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption, wordOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import type { Copy } from '../../domain/roster.ts';
import { copyWords } from '../../domain/input-words.ts';
import { compareRosterCopies } from '../../operations/privacy/roster-copy.ts';
import { rosterDiffView } from '../../output/roster/roster-view.ts';

interface Options {
  readonly copy: Copy;
}

export function addDiffCommand(parent: Command, context: Context): void {
  const { roster: help } = context.text.help;
  addVerb(parent, context, 'roster diff', 'liaison roster diff 1', 'liaison roster diff 1 2 --copy internal')
    .argument('<edition>', help.number, numberOption('edition'))
    .argument('[later]', help.later, numberOption('later'))
    .option('--copy <copy>', help.copy, wordOption('--copy', copyWords), 'public')
    .action((from: number, to: number | undefined, { copy }: Options) => runDiff(context, from, to, copy));
}

async function runDiff(context: Context, from: number, to: number | undefined, copy: Copy): Promise<void> {
  const session = await context.session('roster diff');
  const diffs = await compareRosterCopies(session, { from, to, copy });
  if (copy === 'internal') context.say(context.text.views.roster.internalLogged);
  await context.print({
    json: { from, to: to ?? null, copy, units: diffs },
    view: rosterDiffView({ from, to: to ?? null, copy }, diffs, context.text),
    isPersonal: copy === 'internal',
  });
  if (to === undefined && diffs.length > 0)
    context.next(`liaison roster publish --changes --document-no ${context.text.labels.fill.documentNo}`);
}
