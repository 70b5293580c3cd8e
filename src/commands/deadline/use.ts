import type { Command } from 'commander';
import type { Context } from '../../cli/context.ts';
import { dayOption } from '../../cli/option-values.ts';
import { addVerb } from '../../cli/verb.ts';
import { takeDeadlineRules } from '../../operations/appeal/deadlines.ts';

interface Options {
  readonly from?: string;
}

export function addUseCommand(parent: Command, context: Context): void {
  const { deadline: help } = context.text.help;
  addVerb(
    parent,
    context,
    'deadline use',
    'liaison deadline use guangdong-2022',
    'liaison deadline use guangdong-2022 --from 2022-07-01',
  )
    .argument('<code>', help.code)
    .option('--from <day>', help.from, dayOption('--from', context))
    .action((code: string, options: Options) => runUse(context, code, options));
}

async function runUse(context: Context, code: string, { from }: Options): Promise<void> {
  const session = await context.session('deadline use');
  const { rules, fromDay } = await takeDeadlineRules(session, { code, from });
  const { name, code: jurisdiction } = session.jurisdiction;
  await context.print({
    json: { deadline: rules.code, jurisdiction, from: fromDay },
    view: [{ kind: 'lines', lines: [context.text.views.deadline.taken(rules.code, name, fromDay)] }],
  });
  context.next('liaison deadline list');
}
