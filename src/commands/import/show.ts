import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { getImportChanges } from '../../operations/undo/undo-import.ts';
import { importView } from '../../output/batch-view.ts';
import { effectsJson, importJson } from '../../output/import-json.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'import show', 'liaison import show 2')
    .argument('<number>', context.text.help.shared.batch, numberOption('number'))
    .action((number: number) => runShow(context, number));
}

async function runShow(context: Context, number: number): Promise<void> {
  const { store, jurisdiction } = await context.session('import show');
  const { batch, effects, nameOf } = await getImportChanges(store.db, jurisdiction, number);
  await context.print({
    // Desks that came in have people in them.
    isPersonal: true,
    json: { ...importJson(batch), changes: effectsJson(effects, nameOf) },
    view: importView(batch, effects, nameOf, jurisdiction.timeZone, context.text),
  });
}
