import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { readInputFile } from '../../cli/files.ts';
import { yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import type { VolumeImportPlan } from '../../operations/import/import-volumes.ts';
import { prepareVolumeImport } from '../../operations/import/import-volumes.ts';
import { volumePlanView } from '../../output/import-view.ts';
import type { SourceChoice } from '../../operations/import/source-terms.ts';
import { makeSourceTerms } from '../../operations/import/source-terms.ts';
import type { ImportOptions, ImportQuestion } from '../run-import.ts';
import { addImportOptions, addResolveOption, runImport } from '../run-import.ts';

interface Options extends ImportOptions {
  readonly year?: number;
  readonly addUnits?: boolean;
  readonly allowRounded?: boolean;
  readonly yearIsRight?: boolean;
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
    .option('--year-is-right', help.shared.yearIsRight)
    .action((file: string, options: Options) => runVolumeImport(context, file, options));
}

async function runVolumeImport(context: Context, file: string, options: Options): Promise<void> {
  const source = await readInputFile(context, file);
  const session = await context.session('volume import');
  const terms = await makeSourceTerms(session, 'volumes', options);
  const prepare = (choice: SourceChoice) =>
    prepareVolumeImport(session, {
      source,
      ...terms,
      ...choice,
      year: options.year,
      addUnits: options.addUnits === true,
      allowRounded: options.allowRounded === true,
    });
  await runImport(context, session, prepare, options, {
    view: (plan) => volumePlanView(source.name, plan, context.text),
    json: (plan) => ({
      years: plan.years,
      warnings: plan.warnings,
      runs: plan.runs,
      sums: plan.sums,
      timeDoubts: plan.timeDoubts,
      newUnits: plan.newUnits.map(({ name }) => name),
      withoutCount: plan.withoutCount.map(({ unit, year: of }) => ({
        code: unit.code,
        name: unit.name,
        year: of,
      })),
    }),
    questions: (plan) => listQuestions(context, plan, options),
    next: ({ years }) => `liaison tier classify --year ${String(years.at(-1) ?? '')}`,
  });
}

/** What is asked before counts go in: whether they are of the year, whether units are new, and whether what was adopted may change. */
function listQuestions(context: Context, plan: VolumeImportPlan, options: Options): ImportQuestion[] {
  const { import: say } = context.text.views;
  const { list } = context.text.labels;
  const years = list(plan.years.map(String));
  const doubts = plan.timeDoubts.map(({ kind, text }) =>
    kind === 'other-year' ? say.otherYear(text.slice(0, 60), years) : say.partOfYear(text.slice(0, 60)),
  );
  const answeredBy = { option: '--year-is-right', isGiven: options.yearIsRight === true };
  return [
    ...(doubts.length === 0 ? [] : [{ question: say.confirmYear(doubts.join(''), years), answeredBy }]),
    ...(plan.newUnits.length === 0 ? [] : [{ question: say.confirmUnits(plan.newUnits.length) }]),
    ...(plan.adoptedRuns.length === 0
      ? []
      : [{ question: say.confirmAdopted(list(plan.adoptedRuns.map(String))) }]),
  ];
}
