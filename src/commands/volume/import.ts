import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { prepareVolumeImport } from '../../operations/import/import-volumes.ts';
import { volumePlanView } from '../../output/import-view.ts';
import { makeSourceTerms } from '../../operations/import/source-terms.ts';
import type { ImportOptions } from '../run-import.ts';
import { addImportOptions, addResolveOption, runImport } from '../run-import.ts';

interface Options extends ImportOptions {
  readonly year?: number;
  readonly addUnits?: boolean;
  readonly allowRounded?: boolean;
}

export function addImportCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  const verb = addVerb(
    parent,
    context,
    'volume import',
    'liaison volume import volumes-2021.csv --year 2021',
  );
  addResolveOption(addImportOptions(verb, context), context)
    .option('--year <year>', help.volume.importYear, yearOption('--year'))
    .option('--add-units', help.volume.addUnits)
    .option('--allow-rounded', help.volume.allowRounded)
    .action((file: string, options: Options) => runVolumeImport(context, file, options));
}

async function runVolumeImport(context: Context, file: string, options: Options): Promise<void> {
  const source = await readInputFile(context, file);
  const session = await context.session('volume import');
  const task = await prepareVolumeImport(session, {
    source,
    ...(await makeSourceTerms(session, 'volumes', options)),
    year: options.year,
    addUnits: options.addUnits === true,
    allowRounded: options.allowRounded === true,
  });
  const { views } = context.text;
  await runImport(context, session, task, options, {
    view: (plan) => volumePlanView(source.name, plan, context.text),
    json: (plan) => ({
      years: plan.years,
      warnings: plan.warnings,
      runs: plan.runs,
      newUnits: plan.newUnits.map(({ name }) => name),
      withoutCount: plan.withoutCount.map(({ unit, year: of }) => ({
        code: unit.code,
        name: unit.name,
        year: of,
      })),
    }),
    question: ({ newUnits }) =>
      newUnits.length === 0 ? undefined : views.import.confirmUnits(newUnits.length),
    next: ({ years }) => `liaison tier classify --year ${String(years.at(-1) ?? '')}`,
  });
}
