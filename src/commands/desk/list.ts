import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import { revealDesks, seeDesks } from '../../operations/privacy/gate.ts';
import { deskJson } from '../../output/desk-json.ts';
import { deskFieldsView, deskListView } from '../../output/desk-view.ts';
import { listUnits } from '../../store/units.ts';
import type { RevealOptions } from '../reveal.ts';
import { addRevealOptions, makeReveal } from '../reveal.ts';
import { localDay } from '../../domain/time.ts';
import { deskListFacts } from '../../output/lists/list-heads.ts';
import { listDocuments } from '../list-documents.ts';

interface Options extends RevealOptions {
  readonly allFields?: boolean;
}

export function addListCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'desk list',
    'liaison desk list',
    'liaison desk list --all-fields -o desks.xlsx',
  ).option('--all-fields', context.text.help.shared.allFields);
  addRevealOptions(verb, context).action((options: Options) => runList(context, options));
  makesDocuments(verb, 'html', 'docx');
}

async function runList(context: Context, { allFields = false, ...options }: Options): Promise<void> {
  const reveal = makeReveal(options);
  const session = await context.session('desk list');
  const { store, jurisdiction, now } = session;
  const units = await listUnits(store.db, jurisdiction.id);
  const { desks, isRecorded } =
    reveal === undefined
      ? { desks: await seeDesks(session), isRecorded: false }
      : await revealDesks(session, { filter: {}, subject: 'all desks', reason: reveal.reason });
  if (isRecorded) context.say(context.text.views.privacy.revealed);
  const lines = units.flatMap((unit) => {
    const desk = desks.get(unit.id);
    return desk === undefined ? [] : [{ code: unit.code, name: unit.name, desk }];
  });
  await context.print({
    json: lines.map(({ desk, ...unit }) => deskJson(unit, desk)),
    view: (allFields ? deskFieldsView : deskListView)(
      jurisdiction.name,
      lines,
      reveal !== undefined,
      context.text,
    ),
    // A list of every field is edited and goes in again: it stays a plain sheet.
    ...(allFields
      ? {}
      : {
          documents: listDocuments({
            view: (zh) => deskListView(jurisdiction.name, lines, reveal !== undefined, zh),
            facts: deskListFacts(jurisdiction.name, lines.length, localDay(now, jurisdiction.timeZone)),
          }),
        }),
    isPersonal: true,
  });
}
