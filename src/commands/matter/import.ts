import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { addVerb } from '../../cli/verb.ts';
import { prepareMatterImport } from '../../operations/appeal/matters.ts';
import type { SourceChoice } from '../../operations/import/source-terms.ts';
import { makeSourceTerms } from '../../operations/import/source-terms.ts';
import { matterPlanView } from '../../output/matter-view.ts';
import type { ImportOptions } from '../run-import.ts';
import { addImportOptions, runImport } from '../run-import.ts';

export function addImportCommand(parent: Command, context: Context): void {
  const verb = addVerb(parent, context, 'matter import', 'liaison matter import matters.csv');
  addImportOptions(verb, context).action((file: string, options: ImportOptions) =>
    runMatterImport(context, file, options),
  );
}

async function runMatterImport(context: Context, file: string, options: ImportOptions): Promise<void> {
  const source = await readInputFile(context, file);
  const session = await context.session('matter import');
  const terms = await makeSourceTerms(session, 'matters', options);
  const prepare = (choice: SourceChoice) => prepareMatterImport(session, { source, ...terms, ...choice });
  await runImport(context, session, prepare, options, {
    view: (plan) => matterPlanView(source.name, plan, context.text),
    // What falls off the list can be chosen no more.
    questions: ({ gone }) =>
      gone.length === 0
        ? []
        : [
            {
              question: context.text.views.matter.askGone(
                context.text.labels.list(gone.map(({ name }) => name)),
              ),
            },
          ],
    next: () => 'liaison matter list',
  });
}
