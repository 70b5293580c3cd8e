import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { addVerb } from '../../cli/verb.ts';
import { prepareHistoryImport } from '../../operations/import/import-history.ts';
import type { Tick } from '../../operations/import/import-file.ts';
import type { SourceChoice } from '../../operations/import/source-terms.ts';
import { makeSourceTerms } from '../../operations/import/source-terms.ts';
import { historyPlanView } from '../../output/appeal-plan-view.ts';
import type { ImportOptions } from '../run-import.ts';
import { addImportOptions, addResolveOption, runImport } from '../run-import.ts';

interface Options extends ImportOptions {
  readonly allowGaps?: boolean;
  readonly addMissing?: boolean;
}

export function addImportHistoryCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  const verb = addVerb(
    parent,
    context,
    'appeal import-history',
    'liaison appeal import-history handovers-2022.csv',
    'liaison appeal import-history log.csv --map "team=holder" --map-value "status:Queued=sent"',
  );
  addResolveOption(addImportOptions(verb, context), context)
    .option('--allow-gaps', help.appeal.allowGaps)
    .option('--add-missing', help.appeal.addMissing)
    .action((file: string, options: Options) => runHistoryImport(context, file, options));
}

async function runHistoryImport(context: Context, file: string, options: Options): Promise<void> {
  const source = await readInputFile(context, file);
  const session = await context.session('appeal import-history');
  const terms = await makeSourceTerms(session, 'history', options);
  const { allowGaps: allowsGaps = false, addMissing: addsMissing = false } = options;
  const prepare = (choice: SourceChoice, _tick: Tick) =>
    prepareHistoryImport(session, { source, ...terms, ...choice, allowsGaps, addsMissing });
  await runImport(context, session, prepare, options, {
    view: (plan) => historyPlanView(source.name, plan, context.text),
    json: ({ unchanged, ours, differences, marks }) => ({ unchanged, ours, differences, marks }),
    next: () => context.text.views.status.steps.done,
  });
}
