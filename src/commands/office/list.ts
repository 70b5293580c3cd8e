import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { textOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { localDay } from '../../domain/time.ts';
import { getUnitByName } from '../../operations/unit/find-unit.ts';
import { officeListView } from '../../output/office-view.ts';
import { listOffices } from '../../store/offices.ts';
import { listUnits } from '../../store/units.ts';

interface Options {
  readonly unit?: string;
}

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'office list', 'liaison office list --unit 市公安局')
    .option('--unit <unit>', context.text.help.office.unit, textOption('--unit'))
    .action((options: Options) => runList(context, options));
}

async function runList(context: Context, options: Options): Promise<void> {
  const { store, jurisdiction, now } = await context.session('office list');
  const only =
    options.unit === undefined ? undefined : await getUnitByName(store.db, jurisdiction, options.unit);
  const offices = await listOffices(store.db, jurisdiction.id);
  const lines = (await listUnits(store.db, jurisdiction.id))
    .filter(({ id }) => (only === undefined ? offices.has(id) : id === only.id))
    .map(({ id, code, name, officeLimit }) => ({
      code,
      unit: name,
      offices: offices.get(id) ?? [],
      officeLimit,
    }));
  await context.print({
    json: lines,
    view: officeListView(lines, localDay(now, jurisdiction.timeZone), context.text),
  });
}
