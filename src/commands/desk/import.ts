import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile, readInputFolder } from '../../cli/files.ts';
import { addVerb } from '../../cli/verb.ts';
import { prepareDeskFolderImport, prepareDeskImport } from '../../operations/import/import-desks.ts';
import { deskPlanView } from '../../output/import-view.ts';
import { makeSourceTerms } from '../../operations/import/source-terms.ts';
import type { ImportOptions } from '../run-import.ts';
import { addImportOptions, addResolveOption, runImport } from '../run-import.ts';

export function addImportCommand(parent: Command, context: Context): void {
  const verb = addVerb(
    parent,
    context,
    'desk import',
    'liaison desk import desks.csv',
    'liaison desk import forms',
  );
  addResolveOption(addImportOptions(verb, context), context).action((file: string, options: ImportOptions) =>
    runDeskImport(context, file, options),
  );
}

async function runDeskImport(context: Context, file: string, options: ImportOptions): Promise<void> {
  const folder = readInputFolder(context, file);
  const source = folder === undefined ? await readInputFile(context, file) : { name: folder.name };
  const session = await context.session('desk import');
  const terms = await makeSourceTerms(session, 'desks', options);
  const task =
    'bytes' in source
      ? await prepareDeskImport(session, { source, ...terms })
      : await prepareDeskFolderImport(session, { folder: folder ?? { name: file, files: [] }, ...terms });
  await runImport(context, session, task, options, {
    view: (plan) => deskPlanView(source.name, plan, context.text),
    json: (plan) => ({ unanswered: plan.unanswered }),
    next: () => context.text.views.status.steps.desks,
  });
}
