import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { readAppeal, readStops } from '../../operations/show-appeal.ts';
import { appealTraceView } from '../../output/appeal-view.ts';
import { eventDocument, unitDocument } from './event-document.ts';

export function addTraceCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'appeal trace', 'liaison appeal trace 2022-000001')
    .argument('<number>', context.text.help.shared.appeal)
    .action((number: string) => runTrace(context, number));
}

async function runTrace(context: Context, number: string): Promise<void> {
  const { store, jurisdiction } = await context.session('appeal trace');
  const { appeal, course, events } = await readAppeal(store.db, jurisdiction, number);
  const stops = await readStops(store.db, jurisdiction, events);
  await context.print({
    json: {
      number: appeal.number,
      state: appeal.state,
      outcome: course.outcome,
      stops: stops.map(({ unit, ...stop }) => ({ ...stop, unit: unitDocument(unit) })),
      events: events.map(eventDocument),
    },
    view: appealTraceView({ number: appeal.number, stops, events }, jurisdiction.timeZone, context.text),
  });
}
