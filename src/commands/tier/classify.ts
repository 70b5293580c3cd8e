import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { yearOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { classifyYear } from '../../operations/classify-units.ts';
import { tierListView } from '../../output/tier-view.ts';
import { runDocument } from './run-document.ts';

interface Options {
  readonly year: number;
  readonly scheme?: string;
}

export function addClassifyCommand(parent: Command, context: Context): void {
  const { help } = context.text;
  addVerb(parent, context, 'tier classify', 'liaison tier classify --year 2021')
    .requiredOption('--year <year>', help.shared.year, yearOption('--year'))
    .option('--scheme <code>', help.tier.scheme)
    .action((options: Options) => runClassify(context, options));
}

async function runClassify(context: Context, { year, scheme }: Options): Promise<void> {
  const session = await context.session('tier classify');
  const { run, counts, units, isNew } = await classifyYear(session, { year, schemeCode: scheme });
  const say = context.text.views.tier;
  await context.print({
    json: runDocument(session.jurisdiction.code, run, counts, units),
    view: [
      ...tierListView(run, counts, units, context.text),
      { kind: 'lines', lines: [isNew ? say.classified(run.number) : say.same(run.number)] },
    ],
  });
  if (run.adoption === null) context.next(`liaison tier adopt ${String(run.number)} --document-no NO`);
}
