import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import type { SourceChoice } from '../../operations/import/source-terms.ts';
import { makeSourceTerms } from '../../operations/import/source-terms.ts';
import type { ImportOptions } from '../run-import.ts';
import { addImportOptions, runImport } from '../run-import.ts';
import { addVerb } from '../../cli/verb.ts';
import { prepareUnitImport } from '../../operations/import/import-units.ts';
import { unitPlanView } from '../../output/import-view.ts';

interface Options extends ImportOptions {
  readonly setOrder?: boolean;
}

export function addImportCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'unit import',
    'liaison unit import units.csv',
    'liaison unit import units.csv --dry-run',
    'liaison unit import units.csv --set-order',
  );
  addImportOptions(verb, context)
    .option('--set-order', context.text.help.unit.setOrder)
    .action((file: string, options: Options) => runUnitImport(context, file, options));
}

async function runUnitImport(
  context: Context,
  file: string,
  { setOrder: setsOrder = false, ...options }: Options,
): Promise<void> {
  const source = await readInputFile(context, file);
  const session = await context.session('unit import');
  const terms = await makeSourceTerms(session, 'units', options);
  const prepare = (choice: SourceChoice) =>
    prepareUnitImport(session, { source, setsOrder, ...terms, ...choice });
  await runImport(context, session, prepare, options, {
    view: (plan) => unitPlanView(source.name, plan, context.text),
    next: () => context.text.views.status.steps.volumes,
  });
}
