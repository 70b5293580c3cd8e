import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { getShownAppeal } from '../../operations/appeal/show-appeal.ts';
import { appealDetailsJson } from '../../output/appeal-json.ts';
import { appealView } from '../../output/appeal-view.ts';
import type { RevealOptions } from '../reveal.ts';
import { addRevealOptions, makeReveal } from '../reveal.ts';

export function addShowCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'appeal show',
    'liaison appeal show 2022-000001',
    'liaison appeal show 2022-000001 --reveal --reason 回访',
  ).argument('<number>', context.text.help.shared.appeal);
  addRevealOptions(verb, context).action((number: string, options: RevealOptions) =>
    runShow(context, number, options),
  );
}

async function runShow(context: Context, number: string, options: RevealOptions): Promise<void> {
  const reveal = makeReveal(options);
  const session = await context.session('appeal show');
  const details = await getShownAppeal(session, { number, reveal });
  if (details.isRevealed) context.say(context.text.views.privacy.revealed);
  await context.print({
    json: appealDetailsJson(details),
    view: appealView(details, session.jurisdiction, context.text),
    isPersonal: details.isRevealed,
  });
}
