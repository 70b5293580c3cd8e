import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb } from '../../cli/verb.ts';
import { findSuccessorNames } from '../../operations/unit/find-unit.ts';
import { unitJson } from '../../output/unit-json.ts';
import { unitListView } from '../../output/unit-view.ts';
import { listRegisteredUnits } from '../../store/units.ts';

interface Options {
  readonly allFields?: boolean;
}

export function addListCommand(parent: Command, context: Context): void {
  addVerb(parent, context, 'unit list', 'liaison unit list', 'liaison unit list -o units.xlsx')
    .option('--all-fields', context.text.help.shared.allFields)
    .action((options: Options) => runList(context, options));
}

async function runList(context: Context, { allFields = false }: Options): Promise<void> {
  const { store, jurisdiction } = await context.session('unit list');
  const registered = await listRegisteredUnits(store.db, jurisdiction.id);
  const units = registered.map(({ unit }) => unit);
  const successorsOf = await findSuccessorNames(store.db, jurisdiction);
  const lines = registered.map(({ unit, parent, leader }) => ({
    unit,
    parent,
    leader,
    successors: unit.until === null ? [] : successorsOf(unit.id),
  }));
  await context.print({
    json: lines.map(({ unit, leader, successors }) => ({
      ...unitJson(unit, units),
      leader,
      successors: [...successors],
    })),
    // A file is edited and goes in again: it has every column.
    view: unitListView(
      jurisdiction.name,
      lines,
      { hasAllFields: allFields || context.options.output !== undefined },
      context.text,
    ),
  });
}
