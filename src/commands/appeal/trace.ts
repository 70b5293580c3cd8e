import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { getShownAppeal, listShownStops } from '../../operations/appeal/show-appeal.ts';
import { appealTraceView } from '../../output/appeal-view.ts';
import { clockDocument } from './clock-document.ts';
import { eventDocument, unitDocument } from './event-document.ts';
import type { RevealOptions } from './reveal.ts';
import { addRevealOptions, isRevealAsked, recordReveal } from './reveal.ts';

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
  const reveal = isRevealAsked(options);
  const session = await context.session('appeal trace');
  const { store, jurisdiction, now } = session;
  const { appeal, course, events, clocks } = await getShownAppeal(store.db, jurisdiction, number, {
    now,
    reveal,
  });
  if (reveal) await recordReveal(context, session, [appeal], options);
  const stops = await listShownStops(store.db, jurisdiction, events);
  await context.print({
    json: {
      number: appeal.number,
      state: appeal.state,
      outcome: course.outcome,
      clocks: clockDocument(clocks),
      stops: stops.map(({ unit, ...stop }) => ({ ...stop, unit: unitDocument(unit) })),
      events: events.map(eventDocument),
    },
    view: appealTraceView(
      { number: appeal.number, stops, events, clocks },
      jurisdiction.timeZone,
      context.text,
    ),
    isPersonal: reveal,
  });
}
