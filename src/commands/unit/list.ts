import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { unitJson } from '../../output/unit-json.ts';
import { unitListView } from '../../output/unit-view.ts';
import { listUnits } from '../../store/units.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'unit list', 'liaison unit list').action(() => runList(context));
}

async function runList(context: Context): Promise<void> {
  const { store, jurisdiction } = await context.session('unit list');
  const units = await listUnits(store.db, jurisdiction.id);
  await context.print({
    json: units.map((unit) => unitJson(unit, units)),
    view: unitListView(jurisdiction.name, units, context.text),
  });
}
