import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { deskListView } from '../../output/desk-view.ts';
import { listDesks } from '../../store/desks.ts';
import { listUnits } from '../../store/units.ts';

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'desk list', 'liaison desk list').action(() => runList(context));
}

async function runList(context: Context): Promise<void> {
  const { store, jurisdiction } = await context.session('desk list');
  const desks = await listDesks(store.db, jurisdiction.id);
  const lines = (await listUnits(store.db, jurisdiction.id)).flatMap(({ id, code, name }) => {
    const desk = desks.get(id);
    return desk === undefined ? [] : [{ code, name, desk }];
  });
  await context.print({
    json: lines.map(({ code, name, desk }) => ({ code, unit: name, ...desk })),
    view: deskListView(jurisdiction.name, lines, context.text),
    isPersonal: true,
  });
}
