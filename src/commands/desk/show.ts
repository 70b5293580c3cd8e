import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { revealDesks, seeDesks } from '../../operations/privacy/gate.ts';
import { getUnitByName } from '../../operations/unit/find-unit.ts';
import { deskJson } from '../../output/desk-json.ts';
import { deskView } from '../../output/desk-view.ts';
import type { RevealOptions } from '../reveal.ts';
import { addRevealOptions, makeReveal } from '../reveal.ts';

export function addShowCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'desk show',
    'liaison desk show 市公安局',
    'liaison desk show 市公安局 --reveal --reason 联系本人',
  ).argument('<unit>', context.text.help.shared.unit);
  addRevealOptions(verb, context).action((name: string, options: RevealOptions) =>
    runShow(context, name, options),
  );
}

async function runShow(context: Context, name: string, options: RevealOptions): Promise<void> {
  const reveal = makeReveal(options);
  const session = await context.session('desk show');
  const unit = await getUnitByName(session.store.db, session.jurisdiction, name);
  const filter = { unitId: unit.id };
  const masked = (await seeDesks(session, filter)).get(unit.id);
  if (masked === undefined) throw new AppError('desk-not-found', { unit: unit.name });
  const terms = { subject: unit.code, reason: reveal?.reason };
  const revealed = reveal === undefined ? undefined : await revealDesks(session, { filter, ...terms });
  if (revealed?.isRecorded === true) context.say(context.text.views.privacy.revealed);
  const desk = revealed?.desks.get(unit.id) ?? masked;
  await context.print({
    json: deskJson(unit, desk),
    view: deskView(`${unit.code} ${unit.name}`, desk, context.text),
    isPersonal: true,
  });
}
