import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { addVerb } from '../../cli/verb.ts';
import { prepareAppealImport } from '../../operations/import/import-appeals.ts';
import { appealPlanView } from '../../output/appeal-plan-view.ts';
import type { SourceChoice } from '../../operations/import/source-terms.ts';
import type { Tick } from '../../operations/import/import-file.ts';
import { makeSourceTerms } from '../../operations/import/source-terms.ts';
import type { ImportOptions } from '../run-import.ts';
import { addImportOptions, addResolveOption, runImport } from '../run-import.ts';

export function addImportCommand(parent: Command, context: Context): void {
  const verb = addVerb(parent, context, 'appeal import', 'liaison appeal import appeals-2022.csv');
  addResolveOption(addImportOptions(verb, context), context).action((file: string, options: ImportOptions) =>
    runAppealImport(context, file, options),
  );
}

async function runAppealImport(context: Context, file: string, options: ImportOptions): Promise<void> {
  const source = await readInputFile(context, file);
  const session = await context.session('appeal import');
  const terms = await makeSourceTerms(session, 'appeals', options);
  const prepare = (choice: SourceChoice, tick: Tick) =>
    prepareAppealImport(session, { source, ...terms, ...choice, tick });
  await runImport(context, session, prepare, options, {
    view: (plan) => appealPlanView(source.name, plan, context.text),
    json: ({ unchanged, continued, differences }) => ({
      unchanged,
      continued: continued.map(({ number, row, added }) => ({
        ...{ number, row },
        events: added.map(({ action, at }) => ({ action, at })),
      })),
      differences,
    }),
    next: () => context.text.views.status.steps.done,
  });
}
