import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import type { SuccessionStep } from '../../operations/unit/find-unit.ts';
import { getUnitDetails } from '../../operations/unit/find-unit.ts';
import { unitJson } from '../../output/unit-json.ts';
import { unitView } from '../../output/unit-view.ts';
import { listUnits } from '../../store/units.ts';

export function addShowCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'unit show', 'liaison unit show 市公安局')
    .argument('<unit>', context.text.help.shared.unit)
    .action((name: string) => runShow(context, name));
}

async function runShow(context: Context, name: string): Promise<void> {
  const { store, jurisdiction } = await context.session('unit show');
  const details = await getUnitDetails(store.db, jurisdiction, name);
  const { named, leader, volumes, tier, predecessors, cameOf, wentInto } = details;
  const units = await listUnits(store.db, jurisdiction.id);
  const refer = ({ unit: other, on, how }: SuccessionStep) => ({
    code: other.code,
    name: other.name,
    on,
    how,
  });
  await context.print({
    json: {
      ...unitJson(named.unit, units),
      names: named.names,
      leader: leader ?? null,
      volumes,
      tier: tier ?? null,
      cameOf: cameOf.map(refer),
      wentInto: wentInto.map(refer),
      predecessors: predecessors.map((one) => ({
        code: one.unit.code,
        name: one.unit.name,
        volumes: one.volumes,
      })),
    },
    view: unitView(named, details, context.text),
  });
}
