import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { publicEntry } from '../../domain/roster.ts';
import { readEdition } from '../../operations/publish-roster.ts';
import { writeRosterPage } from '../../output/roster-page.ts';
import { rosterView } from '../../output/roster-view.ts';

export function addPrintCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'roster print', 'liaison roster print', 'liaison roster print 1 -o roster.html')
    .argument('[edition]', context.text.help.roster.number, numberOption('edition'))
    .action((number: number | undefined) => runPrint(context, number));
}

async function runPrint(context: Context, number: number | undefined): Promise<void> {
  const { store, jurisdiction } = await context.session('roster print');
  const { edition, entries, isIntact } = await readEdition(store.db, jurisdiction, number);
  const { name } = jurisdiction;
  const { roster: say } = context.text.views;
  const line = say.edition(edition.number, edition.publishedOn, edition.documentNo);
  const { publishedOn, documentNo, issuers, run, digest } = edition;
  await context.print({
    json: {
      edition: edition.number,
      publishedOn,
      documentNo,
      issuers,
      run,
      digest,
      isIntact,
      entries: entries.map(publicEntry),
    },
    view: rosterView({ jurisdiction: name, entries, line }, context.text),
    html: () => writeRosterPage({ jurisdiction: name, entries, edition }),
  });
  if (!isIntact) context.say(say.notIntact(edition.number));
}
