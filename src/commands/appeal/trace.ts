import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { getShownAppeal, listShownStops } from '../../operations/appeal/show-appeal.ts';
import { traceJson } from '../../output/appeal-json.ts';
import { appealTraceView } from '../../output/appeal-view.ts';
import type { RevealOptions } from '../reveal.ts';
import { addRevealOptions, makeReveal } from '../reveal.ts';

export function addTraceCommand(parent: Command, context: Context): void {
  const verb = addVerb(parent, context, 'appeal trace', 'liaison appeal trace 2022-000001').argument(
    '<number>',
    context.text.help.shared.appeal,
  );
  addRevealOptions(verb, context).action((number: string, options: RevealOptions) =>
    runTrace(context, number, options),
  );
}

async function runTrace(context: Context, number: string, options: RevealOptions): Promise<void> {
  const reveal = makeReveal(options);
  const session = await context.session('appeal trace');
  const { store, jurisdiction } = session;
  const details = await getShownAppeal(session, { number, reveal });
  if (details.isRevealed) context.say(context.text.views.privacy.revealed);
  const stops = await listShownStops(store.db, jurisdiction, details.events);
  await context.print({
    json: traceJson(details, stops),
    view: appealTraceView(
      { number: details.appeal.number, stops, events: details.events, clocks: details.clocks },
      jurisdiction.timeZone,
      context.text,
    ),
    isPersonal: details.isRevealed,
  });
}
