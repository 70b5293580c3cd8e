import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption, yearOption } from '../../cli/option-values.ts';
import { usualLimit } from '../../cli/print-list.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import { listVolumeLines } from '../../operations/tier/list-volumes.ts';
import { volumeListView } from '../../output/volume-view.ts';
import { localDay } from '../../domain/time.ts';
import { volumeListFacts } from '../../output/lists/list-heads.ts';
import { listDocuments } from '../list-documents.ts';

interface Options {
  readonly year?: number;
  readonly limit?: number;
}

export function addListCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'volume list',
    'liaison volume list --year 2021',
    'liaison volume list --year 2021 -o volumes.docx',
  )
    .option('--year <year>', context.text.help.shared.year, yearOption('--year'))
    .option('--limit <number>', context.text.help.volume.limit, numberOption('--limit'))
    .action((options: Options) => runList(context, options));
  makesDocuments(verb, 'html', 'docx');
}

async function runList(context: Context, { year, limit = usualLimit(context) }: Options): Promise<void> {
  const { store, jurisdiction, now } = await context.session('volume list');
  const lines = await listVolumeLines(store.db, jurisdiction.id, year);
  await context.print({
    json: lines.slice(0, limit),
    view: volumeListView(jurisdiction.name, lines, context.text, limit),
    documents: listDocuments({
      view: (zh) => volumeListView(jurisdiction.name, lines, zh, limit),
      facts: volumeListFacts(jurisdiction.name, year, localDay(now, jurisdiction.timeZone)),
    }),
  });
}
