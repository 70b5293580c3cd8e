import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { numberOption, textOption } from '../../cli/option-values.ts';
import { usualLimit } from '../../cli/print-list.ts';
import { addVerb } from '../../cli/verb.ts';
import { listStudiesAsked } from '../../operations/study/list-studies.ts';
import { studyJson } from '../../output/study-json.ts';
import { studyListView } from '../../output/study-view.ts';

interface Options {
  readonly unit?: string;
  readonly open?: boolean;
  readonly late?: boolean;
  readonly limit?: number;
}

export function addListCommand(parent: Command, context: Context): void {
  const { study: help } = context.text.help;
  addVerb(
    parent,
    context,
    'study list',
    'liaison study list',
    'liaison study list --unit 市城管局 --late',
    'liaison study list --open --format csv -o studies.csv',
  )
    .option('--unit <unit>', help.ofUnit, textOption('--unit'))
    .option('--open', help.open)
    .option('--late', help.late)
    .option('--limit <number>', help.limit, numberOption('--limit'))
    .action((options: Options) => runList(context, options));
}

async function runList(context: Context, { limit = usualLimit(context), ...terms }: Options): Promise<void> {
  const session = await context.session('study list');
  const studies = await listStudiesAsked(session, terms);
  await context.print({
    json: studies.slice(0, limit).map(studyJson),
    view: studyListView(studies, context.text, limit),
  });
}
