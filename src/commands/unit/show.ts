import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { readUnit } from '../../operations/find-unit.ts';
import { unitView } from '../../output/unit-view.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'unit show', 'liaison unit show 市公安局')
    .argument('<unit>', context.text.help.shared.unit)
    .action((name: string) => runShow(context, name));
}

async function runShow(context: Context, name: string): Promise<void> {
  const { store, jurisdiction } = await context.session('unit show');
  const { named, leader, volumes, tier } = await readUnit(store.db, jurisdiction, name);
  const { id: _id, ...unit } = named.unit;
  await context.print({
    json: { ...unit, names: named.names, leader: leader ?? null, volumes, tier: tier ?? null },
    view: unitView(named, { leader, volumes, tier }, context.text),
  });
}
