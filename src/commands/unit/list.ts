import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { addVerb, makesDocuments } from '../../cli/verb.ts';
import { findSuccessorNames } from '../../operations/unit/find-unit.ts';
import { unitJson } from '../../output/unit-json.ts';
import { unitListView } from '../../output/unit-view.ts';
import { listRegisteredUnits } from '../../store/units.ts';
import { localDay } from '../../domain/time.ts';
import { unitListFacts } from '../../output/lists/list-heads.ts';
import { listDocuments } from '../list-documents.ts';

interface Options {
  readonly allFields?: boolean;
}

export function addListCommand(parent: Command, context: Context): void {
  const verb = addVerb(parent, context, 'unit list', 'liaison unit list', 'liaison unit list -o units.docx')
    .option('--all-fields', context.text.help.shared.allFields)
    .action((options: Options) => runList(context, options));
  makesDocuments(verb, 'html', 'docx');
}

async function runList(context: Context, { allFields = false }: Options): Promise<void> {
  const { store, jurisdiction, now } = await context.session('unit list');
  const registered = await listRegisteredUnits(store.db, jurisdiction.id);
  const units = registered.map(({ unit }) => unit);
  const successorsOf = await findSuccessorNames(store.db, jurisdiction);
  const lines = registered.map(({ unit, parent, leader }) => ({
    unit,
    parent,
    leader,
    successors: unit.until === null ? [] : successorsOf(unit.id),
  }));
  const count = lines.filter(({ unit }) => unit.until === null).length;
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
    ...(allFields
      ? {}
      : {
          documents: listDocuments({
            view: (zh) => unitListView(jurisdiction.name, lines, { hasAllFields: false }, zh),
            facts: unitListFacts(jurisdiction.name, count, localDay(now, jurisdiction.timeZone)),
          }),
        }),
  });
}
