import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { listCountedMatters } from '../../operations/appeal/matters.ts';
import { listRulingDetails } from '../../operations/appeal/rulings.ts';
import { matterListView } from '../../output/matter-view.ts';
import { nameKey } from '../../domain/unit-name.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'matter list', 'liaison matter list').action(() => runList(context));
}

async function runList(context: Context): Promise<void> {
  const { store, jurisdiction } = await context.session('matter list');
  const rulings = new Map(
    (await listRulingDetails(store.db, jurisdiction))
      .filter(({ ruling }) => ruling.isPrecedent && ruling.supersededBy === null)
      .map((rule) => [nameKey(rule.ruling.matter ?? ''), rule]),
  );
  const lines = (await listCountedMatters(store.db, jurisdiction)).map((matter) => {
    const rule = rulings.get(nameKey(matter.name));
    return { ...matter, ruling: rule?.ruling.number ?? null, lead: rule?.lead.name ?? null };
  });
  await context.print({ json: lines, view: matterListView(lines, context.text) });
}
