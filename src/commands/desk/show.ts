import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { getUnitByName } from '../../operations/unit/find-unit.ts';
import { deskView } from '../../output/desk-view.ts';
import { listDesks } from '../../store/desks.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'desk show', 'liaison desk show 市公安局')
    .argument('<unit>', context.text.help.shared.unit)
    .action((name: string) => runShow(context, name));
}

async function runShow(context: Context, name: string): Promise<void> {
  const { store, jurisdiction } = await context.session('desk show');
  const unit = await getUnitByName(store.db, jurisdiction, name);
  const desk = (await listDesks(store.db, jurisdiction.id, { unitId: unit.id })).get(unit.id);
  if (desk === undefined) throw new AppError('desk-not-found', { unit: unit.name });
  await context.print({
    json: { code: unit.code, unit: unit.name, ...desk },
    view: deskView(`${unit.code} ${unit.name}`, desk, context.text),
    isPersonal: true,
  });
}
