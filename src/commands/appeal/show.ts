import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { originalOf } from '../../domain/course.ts';
import { readAppeal } from '../../operations/show-appeal.ts';
import { appealView } from '../../output/appeal-view.ts';
import { eventDocument } from './event-document.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'appeal show', 'liaison appeal show 2022-000001')
    .argument('<number>', context.text.help.shared.appeal)
    .action((number: string) => runShow(context, number));
}

async function runShow(context: Context, number: string): Promise<void> {
  const { store, jurisdiction } = await context.session('appeal show');
  const details = await readAppeal(store.db, jurisdiction, number);
  const { appeal, personal, course, events, rulings, linkedFrom, allowed } = details;
  const { id: _id, holder, ...plain } = appeal;
  await context.print({
    json: {
      ...plain,
      ...personal,
      holder: holder?.name ?? null,
      holderCode: holder?.code ?? null,
      outcome: course.outcome,
      assists: course.assists.map((unit) => unit.code),
      pendingReturn: course.pendingReturn !== null,
      reworks: course.reworks,
      reminders: course.reminders,
      duplicateOf: originalOf(course),
      links: course.links,
      linkedFrom,
      hops: course.hops.length,
      rulings: rulings.map(({ number: ruling, basis, on, by }) => ({ number: ruling, basis, on, by })),
      allowed,
      events: events.map(eventDocument),
    },
    view: appealView(details, jurisdiction, context.text),
  });
}
