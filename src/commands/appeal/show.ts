import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { originalOf } from '../../domain/course.ts';
import { getShownAppeal } from '../../operations/appeal/show-appeal.ts';
import { appealView } from '../../output/appeal-view.ts';
import { clockDocument } from './clock-document.ts';
import { eventDocument } from './event-document.ts';
import type { RevealOptions } from './reveal.ts';
import { addRevealOptions, isRevealAsked, recordReveal } from './reveal.ts';

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
  const reveal = isRevealAsked(options);
  const session = await context.session('appeal show');
  const { store, jurisdiction, now } = session;
  const details = await getShownAppeal(store.db, jurisdiction, number, { now, reveal });
  if (reveal) await recordReveal(context, session, [details.appeal], options);
  const { appeal, personal, course, events, rulings, linkedFrom, allowed } = details;
  const { id: _id, rulesCode: deadline, holder, ...plain } = appeal;
  await context.print({
    json: {
      ...plain,
      deadline,
      caller: personal.caller,
      phone: personal.phone,
      title: personal.title,
      text: personal.text,
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
      clocks: clockDocument(details.clocks),
      rulings: rulings.map(({ number: ruling, basis, on, by }) => ({ number: ruling, basis, on, by })),
      allowed,
      events: events.map(eventDocument),
    },
    view: appealView(details, jurisdiction, context.text),
    isPersonal: reveal,
  });
}
