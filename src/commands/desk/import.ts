import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { addVerb } from '../../cli/verb.ts';
import { prepareDeskImport } from '../../operations/set-desk.ts';
import { deskPlanView } from '../../output/import-view.ts';
import { readSourceTerms } from '../../operations/source-terms.ts';
import type { ImportOptions } from '../import-steps.ts';
import { addImportOptions, addResolveOption, runImport } from '../import-steps.ts';

export function addImportCommand(parent: Command, context: Context): void {
  const verb = addVerb(parent, context, 'desk import', 'liaison desk import desks.csv');
  addResolveOption(addImportOptions(verb, context), context).action((file: string, options: ImportOptions) =>
    runDeskImport(context, file, options),
  );
}

async function runDeskImport(context: Context, file: string, options: ImportOptions): Promise<void> {
  const source = await readInputFile(context, file);
  const session = await context.session('desk import');
  const task = await prepareDeskImport(
    session.jurisdiction,
    session.now,
    source,
    await readSourceTerms(session, 'desks', options),
  );
  await runImport(context, session, task, options, {
    view: (plan) => deskPlanView(source.name, plan, context.text),
    next: () => context.text.views.status.steps.desks,
  });
}
