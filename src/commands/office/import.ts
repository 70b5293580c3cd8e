import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { addVerb } from '../../cli/verb.ts';
import { prepareOfficeImport } from '../../operations/unit/change-offices.ts';
import type { SourceChoice } from '../../operations/import/source-terms.ts';
import { makeSourceTerms } from '../../operations/import/source-terms.ts';
import { officePlanView } from '../../output/office-view.ts';
import type { ImportOptions } from '../run-import.ts';
import { addImportOptions, addResolveOption, runImport } from '../run-import.ts';

export function addImportCommand(parent: Command, context: Context): void {
  const verb = addVerb(parent, context, 'office import', 'liaison office import offices.csv');
  addResolveOption(addImportOptions(verb, context), context).action((file: string, options: ImportOptions) =>
    runOfficeImport(context, file, options),
  );
}

async function runOfficeImport(context: Context, file: string, options: ImportOptions): Promise<void> {
  const source = await readInputFile(context, file);
  const session = await context.session('office import');
  const terms = await makeSourceTerms(session, 'offices', options);
  const prepare = (choice: SourceChoice) => prepareOfficeImport(session, { source, ...terms, ...choice });
  await runImport(context, session, prepare, options, {
    view: (plan) => officePlanView(source.name, plan, context.text),
    next: () => context.text.views.status.steps.desks,
  });
}
