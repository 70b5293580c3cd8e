import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { nameKey } from '../../domain/unit-name.ts';
import { listRulingDetails } from '../../operations/appeal/rulings.ts';
import { rulingJson } from '../../output/ruling-json.ts';
import { rulingListView } from '../../output/ruling-view.ts';

interface Options {
  readonly matter?: string;
}

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'ruling list', 'liaison ruling list')
    .option('--matter <matter>', context.text.help.ruling.ofMatter, textOption('--matter'))
    .action((options: Options) => runList(context, options));
}

async function runList(context: Context, { matter }: Options): Promise<void> {
  const { store, jurisdiction } = await context.session('ruling list');
  const rulings = (await listRulingDetails(store.db, jurisdiction)).filter(
    ({ ruling }) => matter === undefined || nameKey(ruling.matter ?? '') === nameKey(matter),
  );
  await context.print({
    json: rulings.map(rulingJson),
    view: rulingListView(rulings, context.text),
  });
}
