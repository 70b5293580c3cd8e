import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { exitCodes } from '../../cli/exit-codes.ts';
import { numberOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { getPublishedRoster } from '../../operations/roster/published-roster.ts';
import { listedEditionJson } from '../../output/roster/edition-json.ts';
import { editionView } from '../../output/roster/roster-view.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'roster show', 'liaison roster show 1')
    .argument('[edition]', context.text.help.roster.number, numberOption('edition'))
    .action((number: number | undefined) => runShow(context, number));
}

/** Shows an edition; ends with 7 when it is not what was sealed. */
async function runShow(context: Context, number: number | undefined): Promise<void> {
  const { store, jurisdiction } = await context.session('roster show');
  const { edition, isIntact } = await getPublishedRoster(store.db, jurisdiction, number);
  if (!isIntact) context.exitCode = exitCodes.findings;
  await context.print({
    json: { ...listedEditionJson(edition), notice: edition.notice, isIntact },
    view: editionView(edition, isIntact, context.text),
  });
  if (isIntact) context.next(`liaison roster print ${String(edition.number)} -o roster.docx`);
}
