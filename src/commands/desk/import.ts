import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile, readInputFolder } from '../../cli/files.ts';
import { addVerb } from '../../cli/verb.ts';
import { prepareDeskFolderImport, prepareDeskImport } from '../../operations/import/import-desks.ts';
import { deskPlanView } from '../../output/import-view.ts';
import type { SourceChoice } from '../../operations/import/source-terms.ts';
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
  const others = folder?.others ?? [];
  if (others.length > 0)
    context.warn(
      context.text.views.import.notRead(others.length, context.text.labels.list(others.slice(0, 20))),
    );
  const terms = await makeSourceTerms(session, 'desks', options);
  const prepare = (choice: SourceChoice) =>
    'bytes' in source
      ? prepareDeskImport(session, { source, ...terms, ...choice })
      : prepareDeskFolderImport(session, {
          folder: folder ?? { name: file, files: [], others: [] },
          ...terms,
        });
  await runImport(context, session, prepare, options, {
    view: (plan) => deskPlanView(source.name, plan, context.text),
    json: (plan) => ({ unanswered: plan.unanswered, leaders: plan.leaders, notRead: others }),
    next: () => context.text.views.status.steps.desks,
  });
}
